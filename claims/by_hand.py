"""What can be said of a claim that a reader marked by hand."""

from claims.context import Context
from claims.model import Claim, Spans
from claims.paragraphs import paragraphs_of
from claims.rules import find
from claims.spans import overlap
from claims.speakers import Cast
from claims.text import Text, around

_BEFORE = 30  # paragraphs read for the speakers that a pronoun may go on from


def speaker_of(text: Text, source: Spans) -> str | None:
    """The fullest name in ``text`` for the source at ``source`` (code points); None where it is open, or but a guess.

    In a book only what stands `around` is looked at, so that a reader need not wait.
    """
    if not source:
        return None
    near_by, first = around(text, source)
    source = tuple((start - first, end - first) for start, end in source)
    paragraphs = paragraphs_of(near_by)
    number = next((n for n, one in enumerate(paragraphs) if overlap((one.start, one.end), source[0])), None)
    if number is None:
        return None
    first = max(0, number - _BEFORE)
    near = paragraphs[first : number + 1]
    cast = Cast(near_by)
    for offset, (paragraph, found) in enumerate(zip(near, find(near_by, near), strict=True)):
        claims = [
            Claim(content=one.content, cue=one.cue, source=one.source)
            for one in sorted(found, key=lambda one: one.reach)
            if one.source and one.source[0][0] < source[0][0]
        ]
        cast.spoken(first + offset, Context(near_by, paragraph), claims)
    marked = Claim(content=source, source=source)
    (spoken,) = cast.spoken(number, Context(near_by, paragraphs[number]), [marked])
    return spoken.speaker if not spoken.guessed else None
