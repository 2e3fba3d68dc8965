"""Hedging words, and whose they are."""

import re

from claims.attributions import Attribution
from claims.model import Hedge, Span

# The month of May has a capital, the hedge at the start of a sentence is followed by a pronoun or an article.
_HEDGE = re.compile(
    r"""\b(?=[A-Za-z])(?:may|May(?=\s(?:the|he|she|it|they)\b)|(?i:might|could|possibl[ey]|perhaps|probabl[ey]|(?:un)?likely
    |apparent(?:ly)?|seem(?:s|ed|ingly)?|appear(?:s|ed)?\sto|(?:believed|thought|understood|expected|reported|said|alleged)\sto
    |suggest(?:s|ed|ing)?|estimated|(?:about|around|nearly|almost)(?=\s\$?\d)|roughly|approximately|up\sto|at\sleast|more\sthan
    |potential(?:ly)?|presumabl[ey]|purported(?:ly)?|alleged(?:ly)?|reportedly|unclear|uncertain|tentative(?:ly)?
    |in\sprinciple))\b""",
    re.VERBOSE,
)


def hedges(text: str, attribution: Attribution, frame: Span | None) -> tuple[Hedge, ...]:
    """The hedges inside the content (``source``) and beside the cue (``reporter``), in text order."""
    found = [Hedge(match.span(), "source") for span in attribution.content for match in _HEDGE.finditer(text, *span)]
    if frame is not None:
        cues = set(attribution.cue)
        found += [
            Hedge(match.span(), "reporter") for match in _HEDGE.finditer(text, *frame) if match.span() not in cues
        ]
    return tuple(sorted(found, key=lambda hedge: hedge.span))
