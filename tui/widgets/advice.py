"""Above what was found: what of the query was not understood, and what would be."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.style import Style as RichStyle

from tui.widgets.word_line import WordLine

if TYPE_CHECKING:
    from textual.content import Content

_META = "offered"


class Advice(WordLine):
    """As many lines as that needs, up to three, since it lists what there is."""

    DEFAULT_CSS = "Advice { color: $text-warning; height: auto; max-height: 3; }"

    _offered: tuple[str, ...] = ()

    def advise(self, words: str, offered: Iterable[str] = ()) -> None:
        """Say ``words``; each of ``offered`` that stands in them can be chosen by a click."""
        self._offered = tuple(offered)
        self.say(words)

    def drawn(self, words: str) -> "Content":
        """What is offered is told where it stands."""
        from textual.style import Style

        drawn = super().drawn(words)
        for option in self._offered:
            for found in re.finditer(rf"(?<![\w:-]){re.escape(option)}(?![\w-])", drawn.plain):
                drawn = drawn.stylize(Style.from_meta({_META: option}), found.start(), found.end())
        return drawn


def offered_in(style: RichStyle) -> str:
    """Return what is offered by words that are shown in ``style``; '' where nothing is."""
    option = style.meta.get(_META)
    return option if isinstance(option, str) else ""
