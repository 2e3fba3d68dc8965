"""The reporter's remarks about claims: verified or not, detail missing, no comment, denied."""

import re

from claims.context import Context
from claims.lexicon.remarks import ANY, REMARKS
from claims.model import Caveat
from claims.spans import overlap

BORDER = re.compile(
    r"(?:[,;:—–]|\s--?\s|\b(?:and|but|although|though|while|which)\b)\s*(?:(?:and|but|although|though|while)\s)?"
)
"""Where a clause begins within a sentence."""
_CLAUSE_END = re.compile(r"[,;](?!\d)|\s(?:and|but)\s(?=(?:\S+\s){1,4}(?:was|were|has|had|could|did|is|said)\b)")


def caveats_in(context: Context) -> list[Caveat]:
    """The caveats of a paragraph in text order, outside its quotations; at most one a clause."""
    found: list[Caveat] = []
    quoted = [(one.start, one.end) for one in context.quotations]
    for sentence in context.sentences:
        if ANY.search(context.text, *sentence) is None:
            continue
        for kind, pattern in REMARKS:
            for match in pattern.finditer(context.text, *sentence):
                span = _clause(context.text, sentence, match)
                if any(overlap(match.span(), one) for one in quoted) or any(overlap(span, one.span) for one in found):
                    continue
                found.append(Caveat(kind, span))
    return sorted(found, key=lambda caveat: caveat.span)


def _clause(text: str, sentence: tuple[int, int], match: re.Match[str]) -> tuple[int, int]:
    start, end = sentence
    for border in BORDER.finditer(text, start, match.start()):
        start = border.end()
    closing = _CLAUSE_END.search(text, match.end(), end)
    if closing is not None:
        end = closing.start()
    while end > start and (text[end - 1] in ".,;" or text[end - 1].isspace()):
        end -= 1
    return start, max(end, match.end())
