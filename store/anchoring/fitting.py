"""The very stretch of a text that is most like a quote, from about where it is."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from claims.model import Span
from store.anchoring.scoring import likeness
from store.anchoring.words import tokens, widened
from store.annotations import Selector

_REACH = 80
"""Code points on each side within which the ends are looked for."""

_STEP = 8
"""Tokens, spaces among them, that an end may be off without what is between being like the quote: some words."""

_BESIDE = 12
"""Code points beside a quote by which its end is known."""

_MARKS = frozenset("\"'“”„‟«»‹›‘’‚‛")


def fitted(quote: str, text: str, span: Span) -> tuple[Span, float]:
    """Return ``span`` without those words at its ends that it is more like ``quote`` without, and how like it is then.

    Quick, for weighing one place against another.
    """
    spans = tokens(text, widened(text, *span)).spans
    return _climbed(quote, text, spans, (0, len(spans) - 1), 1)


def refined(selector: Selector, text: str, span: Span) -> Span:
    """Return the stretch of whole words around ``span`` that the quote has become, once that is where it went.

    It ends where what stood beside the quote stands by now, else with the first and last words that are like those of
    the quote: with quotation marks of any style where the quote has them, and without white space.
    """
    spans = tokens(text, widened(text, max(0, span[0] - _REACH), min(len(text), span[1] + _REACH))).spans
    first = bisect_right(spans, span[0], key=lambda one: one[0]) - 1
    last = bisect_left(spans, span[1], key=lambda one: one[1])
    (start, end), _ = _climbed(selector.exact, text, spans, (first, last), _STEP)
    start, end = _between(selector, text, start, end)
    return _with_marks(selector.exact, text, *stripped(text, (start, end)))


def _climbed(quote: str, text: str, spans: Sequence[Span], there: tuple[int, int], step: int) -> tuple[Span, float]:
    """From the first and last of the tokens ``there`` to those most like ``quote``, and how like they are."""
    (first, last), improved = there, True
    best = likeness(quote, text[spans[first][0] : spans[last][1]])
    while improved:
        improved = False
        for one, other in _others(first, last, len(spans), step):
            alike = likeness(quote, text[spans[one][0] : spans[other][1]])
            # Of two as good the shorter one.
            if alike > best or (alike == best and other - one < last - first):
                first, last, best, improved = one, other, alike, True
                break
    return (spans[first][0], spans[last][1]), best


def _between(selector: Selector, text: str, start: int, end: int) -> Span:
    """``start`` and ``end`` moved to what stood right before and after the quote, if that stands near them."""
    before, after = selector.prefix[-_BESIDE:], selector.suffix[:_BESIDE]
    reach = min(_REACH, len(selector.exact))
    if len(before) == _BESIDE and (at := text.rfind(before, max(0, start - reach), start)) >= 0:
        start = at + _BESIDE
    if len(after) == _BESIDE and (at := text.find(after, end, end + reach)) >= 0:
        end = at
    return start, end


def stripped(text: str, span: Span) -> Span:
    """Return ``span`` without white space at its ends; as it is where there is nothing else in it."""
    words = text[slice(*span)]
    bare = words.strip()
    if not bare:
        return span
    start = span[0] + len(words) - len(words.lstrip())
    return start, start + len(bare)


def _others(first: int, last: int, count: int, most: int) -> list[tuple[int, int]]:
    """One end further in or out by at most so many tokens, the nearest first."""
    steps = [step for by in range(1, most + 1) for step in (by, -by)]
    ways = [(first + step, last) for step in steps] + [(first, last - step) for step in steps]
    return [(one, other) for one, other in ways if 0 <= one <= other < count]


def _with_marks(quote: str, text: str, start: int, end: int) -> Span:
    if quote[0] in _MARKS and text[start] not in _MARKS and start > 0 and text[start - 1] in _MARKS:
        start -= 1
    if quote[-1] in _MARKS and text[end - 1] not in _MARKS:
        after = end
        while after < len(text) and after - end < 2 and not text[after].isalnum() and text[after] not in _MARKS:
            after += 1
        if after < len(text) and text[after] in _MARKS and not any(char.isspace() for char in text[end:after]):
            end = after + 1
    return start, end
