"""Above what was found: what of the query was not understood, and what would be."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.style import Style as RichStyle

from tui.widgets.word_line import WrappedLine

if TYPE_CHECKING:
    from textual.content import Content

_META = "offered"
_MOST = 12
"""Of an article with many speakers: those who say most come first, and a letter or two leave few of the others."""


class Advice(WrappedLine):
    """As many lines as that needs, up to three, since it lists what there is."""

    DEFAULT_CSS = "Advice { color: $text-warning; max-height: 3; }"

    _offered: tuple[str, ...] = ()

    def advise(self, words: str, offered: Iterable[str] = ()) -> None:
        """Say ``words``; each of ``offered`` that stands in them can be chosen by a click."""
        self._offered = tuple(offered)
        self.say(words)

    def offer(self, options: Sequence[str], way: str) -> None:
        """Say which ``options`` there are, or how many besides the first, and the ``way`` to choose."""
        shown, more = options[:_MOST], len(options) - _MOST
        words = ", ".join((*shown, *((f"and {more:,} more",) if more > 0 else ())))
        self.advise(" · ".join(part for part in (words, way) if part) if options else "", shown)

    def drawn(self, words: str) -> "Content":
        """What is offered is told where it stands."""
        from textual.style import Style

        drawn = super().drawn(words)
        # Of a name within a longer one the longer is meant.
        for option in sorted(self._offered, key=len):
            for found in re.finditer(rf"(?<![\w:-]){re.escape(option)}(?![\w-])", drawn.plain):
                drawn = drawn.stylize(Style.from_meta({_META: option}), found.start(), found.end())
        return drawn


def offered_in(style: RichStyle) -> str:
    """Return what is offered by words that are shown in ``style``; '' where nothing is."""
    option = style.meta.get(_META)
    return option if isinstance(option, str) else ""
