"""Texts with marked sources: ``[Lena Ost] said it was late.``, and ``{“We are tired.”}`` for claims without one.

In a text without marks, the rules find the claims.
"""

import re

from claims import Claim
from claims.context import Context
from claims.model import Span
from claims.paragraphs import paragraphs_of
from claims.sentences import sentence_spans
from claims.speakers import Cast
from tests.claims.by_rules import read

_MARKED = re.compile(r"\[([^\]]+)\]|\{([^}]+)\}")
_QUOTED = re.compile(r"“[^”]+”")


def spoken(marked: str) -> list[Claim]:
    """The marked claims with their speakers; a claim's content is the quotation beside its source, or what follows it.

    Where the source ends its sentence, it is what stands before it.
    """
    text, sources, contents = _without_marks(marked)
    cast, claims = Cast(text), []
    for number, paragraph in enumerate(paragraphs_of(text)):
        inside = [one for one in (*sources, *contents) if paragraph.start <= one[0] < paragraph.end]
        here = [_claim(text, one, Context(text, paragraph), sources) for one in inside]
        here.sort(key=lambda claim: (claim.start, -claim.end))
        claims += cast.spoken(number, Context(text, paragraph), here)
    return sorted(claims, key=lambda claim: (claim.source or claim.content)[0])


def speakers(marked: str) -> list[str | None]:
    """The speakers of the marked claims, in the order of the marks, or of those that the rules find."""
    claims = spoken(marked) if _MARKED.search(marked) else read(marked).claims
    return [claim.speaker for claim in claims]


def _without_marks(marked: str) -> tuple[str, list[Span], list[Span]]:
    text, found, at = "", ([], []), 0
    for mark in _MARKED.finditer(marked):
        text += marked[at : mark.start()]
        inner = mark[1] or mark[2]
        found[0 if mark[1] else 1].append((len(text), len(text) + len(inner)))
        text, at = text + inner, mark.end()
    return text + marked[at:], *found


def _claim(text: str, at: Span, context: Context, sources: list[Span]) -> Claim:
    if at not in sources:
        return Claim(content=(at,), quote="direct")
    sentence = next(one for one in sentence_spans(text, context.tokens) if one[0] <= at[0] < one[1] or at[0] < one[0])
    cue = re.compile(r"\s*(\w+)").match(text, at[1])
    outer = [one for one in context.quotations if one.start <= at[0] < one.end]
    quoted = None if outer else _QUOTED.search(text, context.paragraph.start, context.paragraph.end)
    after = re.compile(r"\s+\w+\s+").match(text, at[1])
    if quoted is not None and min(abs(quoted.end() - at[0]), abs(quoted.start() - at[1])) < 20:
        content, quote = quoted.span(), "direct"
    elif after is not None and after.end() < sentence[1]:
        content, quote = (after.end(), sentence[1]), "indirect"
    else:
        content, quote = (sentence[0], at[0]), "indirect"
    span = (cue.span(1),) if cue is not None else ()
    return Claim(content=(content,), cue=span, source=(at,), quote=quote, nested=bool(outer))
