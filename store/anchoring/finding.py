"""One selector of the old text, found in the new one: by position, then by its exact quote, then by likeness."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from rapidfuzz import fuzz

from claims.model import Span
from store.anchoring.alignment import Alignment
from store.anchoring.fitting import fitted, refined, stripped
from store.anchoring.moves import changed
from store.anchoring.scoring import ASK, DOUBTED, SURE, context, edited, exact, firmness, likeness
from store.anchoring.seeds import Seeds
from store.anchoring.words import is_whole
from store.annotations import Selector

_ELSEWHERE = 500
"""At most so many places of an exact quote are weighed."""

_APPROXIMATE = 8
"""Code points: something like a shorter quote stands everywhere."""

_SPEAKING = 4
"""Code points: shorter quotes, and signs, are taken for another one too easily."""

_PINNED = 0.7
_HALF = 50
_CLEAR = 0.1


class Found(NamedTuple):
    """A place in the new text, half open, and how sure it is, 0 to 1."""

    span: Span
    score: float


class Finder:
    """Finds what stood in the text ``old`` in the text ``new``; ``told`` is called as the texts are aligned."""

    def __init__(self, old: str, new: str, told: Callable[[int], None] | None = None) -> None:
        self.old, self.new = old, new
        self.alignment = Alignment(old, new, told)

    def find(self, selector: Selector) -> Found | None:
        """Return where ``selector``, of the old text, stands in the new one; None where nothing is like it."""
        carried, pinned = self._carried(selector)
        if carried and (pinned or carried.score >= SURE):
            return carried
        return self._best(selector, carried)

    def _carried(self, selector: Selector) -> tuple[Found | None, bool]:
        """Where the text around the quote carries it, and whether it is held fast there from both sides."""
        quote, start, end = selector.exact, selector.start, selector.end
        around = self.alignment.around(start, end)
        whole = around.old == (start, end)
        span = self._within(quote, around.new) if whole else self._only(quote, around.old, around.new)
        if span is None or span[0] == span[1]:
            return None, False
        before, after = context(selector, self.new, *span)
        left, right = (firmness(around.left), firmness(around.right)) if whole else (0.0, 0.0)
        left, right = max(left, before), max(right, after)
        pinned = whole and min(left, right) >= _PINNED
        if self.new[slice(*span)] == quote:
            score = exact(len(quote), left, right)
            if (not pinned and not _speaks(quote)) or self._was_one_of_a_row(quote, (start, end), span):
                score = min(score, DOUBTED)
            return Found(span, score), pinned
        if quote == quote.strip():
            span = stripped(self.new, span)
        alike = likeness(quote, self.new[slice(*span)])
        score = edited(alike, left, right)
        if not whole or firmness(around.left) < _PINNED or firmness(around.right) < _PINNED:
            score = min(score, DOUBTED)
        return Found(span, max(score, ASK) if pinned else score), pinned

    def _was_one_of_a_row(self, quote: str, old: Span, new: Span) -> bool:
        """Whether the quote stood right beside another like it, and one of them has gone: nobody can tell which."""
        was, became = _neighbours(quote, self.old, *old), _neighbours(quote, self.new, *new)
        return was > 0 and was != became

    def _within(self, quote: str, span: Span) -> Span:
        """``span``, between whose ends the quote has its place, without what was put in around the quote."""
        places = list(_places(quote, self.new, *span))
        return places[0] if len(places) == 1 else span

    def _only(self, quote: str, old: Span, new: Span) -> Span | None:
        """Where the quote stands in what a passage has become, if it is the only such words there and were before."""
        was, became = (list(_places(quote, text, *span)) for text, span in ((self.old, old), (self.new, new)))
        return became[0] if len(was) == len(became) == 1 else None

    def _best(self, selector: Selector, carried: Found | None) -> Found | None:
        """The best of all places that come into question, doubted where another is nearly as good."""
        found = {carried.span: carried.score} if carried else {}
        for span, score in self._elsewhere(selector):
            if span not in found:
                other = self.alignment.others(span, (selector.start, selector.end))
                found[span] = min(score, DOUBTED if other <= 0.8 else ASK - 0.01) if other > 0.3 else score
        if not found:
            return None
        near = self.alignment.around(selector.start, selector.end).new[0]
        first, *others = sorted(found, key=lambda span: (-found[span], abs(span[0] - near)))
        rival = max((found[s] for s in others if s[1] <= first[0] or s[0] >= first[1]), default=0.0)
        score = found[first]
        if not (carried and first == carried.span) and self.new[slice(*first)] != selector.exact:
            first = refined(selector, self.new, first)
        return Found(first, score if score - rival >= _CLEAR else min(score, DOUBTED))

    def _elsewhere(self, selector: Selector) -> Iterator[Found]:
        quote, size = selector.exact, len(selector.exact)
        places = list(_places(quote, self.new))
        sure = len(places) == 1 and size >= _APPROXIMATE and self._stood_once(quote)
        for span in places:
            score = exact(size, *context(selector, self.new, *span))
            yield Found(span, score if sure else min(score, DOUBTED))
        if size < _APPROXIMATE:
            return
        near = self.alignment.around(selector.start, selector.end).new[0]
        for at in (near, *self._seeds.places(quote)):
            window = max(0, at - size // 2 - 24), min(len(self.new), at + size + size // 2 + 24)
            fit = fuzz.partial_ratio_alignment(quote, self.new[slice(*window)], score_cutoff=_HALF)
            if fit is None or fit.dest_end <= fit.dest_start:
                continue
            span, alike = fitted(quote, self.new, (window[0] + fit.dest_start, window[0] + fit.dest_end))
            yield Found(span, min(DOUBTED, edited(alike, *context(selector, self.new, *span))))

    def _stood_once(self, quote: str) -> bool:
        first = self.old.find(quote)
        return self.old.find(quote, first + 1) < 0

    @cached_property
    def changed(self) -> tuple[int, int]:
        """How many words were changed from the one text to the other, and how many paragraphs only moved."""
        return changed(self.alignment)

    @cached_property
    def _seeds(self) -> Seeds:
        return Seeds(self.new)


def _places(quote: str, text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Where ``quote`` stands in ``text[start:end]``, a short one not as a part of other words."""
    end = len(text) if end is None else end
    at, seen = text.find(quote, start, end), 0
    while at >= 0 and seen < _ELSEWHERE:
        if len(quote) >= _APPROXIMATE or is_whole(text, at, at + len(quote)):
            yield at, at + len(quote)
        at, seen = text.find(quote, at + 1, end), seen + 1


def _neighbours(quote: str, text: str, start: int, end: int) -> int:
    """How many like it stand in a row with ``text[start:end]``, with at most a space between two."""
    size, count = len(quote), 0
    while True:
        after = (at for at in (end, end + 1) if text.startswith(quote, at) and not text[end:at].strip())
        at = next(after, None)
        if at is None:
            break
        count, end = count + 1, at + size
    while True:
        before = (at for at in (start - size, start - size - 1) if at >= 0 and text.startswith(quote, at))
        at = next((at for at in before if not text[at + size : start].strip()), None)
        if at is None:
            return count
        count, start = count + 1, at


def _speaks(quote: str) -> bool:
    return len(quote) >= _SPEAKING and re.search(r"\w", quote) is not None
