"""What can be said of a claim that a reader marked by hand."""

from claims.model import Spans
from claims.paragraphs import paragraphs_of
from claims.rules import find
from claims.spans import overlap
from claims.speakers import Cast

_BEFORE = 30  # paragraphs read for the speakers that a pronoun may go on from


def speaker_of(text: str, source: Spans) -> str | None:
    """The fullest name in ``text`` for the source at ``source`` (code points); None where it stays open."""
    if not source:
        return None
    paragraphs = paragraphs_of(text)
    number = next((n for n, one in enumerate(paragraphs) if overlap((one.start, one.end), source[0])), None)
    if number is None:
        return None
    first = max(0, number - _BEFORE)
    near = paragraphs[first : number + 1]
    cast = Cast(text)
    for offset, found in enumerate(find(text, near)):
        for attribution in sorted(found, key=lambda one: one.reach):
            if attribution.source and attribution.source[0][0] < source[0][0]:
                cast.meet(attribution.source[0], first + offset)
    return cast.meet(source[0], number)[0]
