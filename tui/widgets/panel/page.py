"""What all cards of one panel share: the text, their width, and how words of the text are read on them."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from claims.model import Caveat, Span, Spans
from claims.text import Text
from store.annotations import MEANINGS
from store.review import Item
from store.safety import label
from tui.keymap.applying import Keymap

NARROW = 34


class Page(NamedTuple):
    """What all cards of one panel share. ``width`` is in cells; ``digits`` is the width of the highest number.

    ``unsaved`` are the annotations that are not kept as they are, by their uids.
    """

    text: Text
    caveats: Sequence[Caveat]
    width: int
    digits: int
    unsaved: frozenset[str] = frozenset()
    details: str = Keymap().key_of("claims.details")
    """The key to all about the claim."""
    meanings: Sequence[str] = MEANINGS
    references: Sequence[Span] = ()
    """Where the text refers to footnotes, in its order."""

    @property
    def name_indent(self) -> int:
        """Where names begin: after the state's glyph and the number."""
        return 2 + (self.digits + 1 if self.digits else 0)

    @property
    def narrow(self) -> bool:
        """Whether lines are short."""
        return self.width < NARROW

    @property
    def indent(self) -> int:
        """Where contents begin: under the names, or further out where lines are short."""
        return self.name_indent if not self.narrow else 2

    @property
    def room(self) -> int:
        """The cells from there to the margin."""
        return max(1, self.width - self.indent - 1)


def content(item: Item, page: Page) -> str:
    """All that ``item`` claims, in one line."""
    return _quote(item.content, page)


def cue_words(item: Item, page: Page) -> str:
    """The words that say so; of a dash or a colon alone nothing is to be said."""
    words = _quote(item.cue, page)
    return words if any(map(str.isalnum, words)) else ""


def _quote(spans: Spans, page: Page) -> str:
    return " … ".join(label(_read(span, page), 2000) for span in spans)


def _read(span: Span, page: Page) -> str:
    """The words of ``span``, as one reads them: without references to footnotes, unless they are all of it."""
    (start, end), there = span, page.references
    words, at = [], start
    for index in range(bisect_left(there, span), len(there)):
        low, high = there[index]
        if low >= end:
            break
        words.append(page.text[at:low])
        at = high
    return ("".join(words) + page.text[at:end] if words else "") or page.text[start:end]
