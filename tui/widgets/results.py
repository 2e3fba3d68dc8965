"""What a search found, as a list: each place one line, the first of an article under its title."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from claims.model import Span
from store.safety import label
from tui.dating import told_day

if TYPE_CHECKING:
    from store.searching.finding import Found, Result
    from store.searching.hits import Hit

_KIND = 9
"""Cells for the word that says what was found."""


class Results(OptionList, can_focus=False):
    """The places; one of them is always chosen. The screen moves the choice, since the keys go to the line above."""

    DEFAULT_CSS = """
    Results {
        height: 1fr;
        border: none;
        padding: 0;
        background: $background;
        scrollbar-size-vertical: 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        & > .option-list--option { padding: 0 1; }
        & > .option-list--option-highlighted { background: $primary 35%; color: $foreground; text-style: none; }
    }
    """

    @dataclass
    class Opened(Message):
        """The reader wants to go there; ``span`` is None where it has no place in the text."""

        article: int
        span: Span | None

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._places: list[tuple[int, Span | None]] = []

    def show(self, found: "Found") -> None:
        """Show what was found, the first place chosen."""
        self.clear_options()
        self._places = [(result.article, hit.span) for result in found.results for hit in result.hits]
        # Where there are no grounds the chosen line is underlined: what was found in it is turned round.
        bare = self.has_pseudo_class("nocolor") or self.has_pseudo_class("ansi")
        look = "bold reverse" if bare else "bold underline"
        self.add_options(Option(line) for result in found.results for line in _lines(result, look))
        self.highlighted = 0 if self._places else None

    def open(self) -> None:
        """Say that the reader wants to go to the chosen place."""
        if self.highlighted is not None:
            self.post_message(self.Opened(*self._places[self.highlighted]))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click is Enter."""
        event.stop()
        self.open()


def _lines(result: "Result", look: str) -> Iterator[Content]:
    day = told_day(result.day, dated=result.dated)
    about = " · ".join(part for part in (label(result.outlet, 40), day) if part)
    title = Content.assemble((label(result.title), "bold"), (f"  {about}", "$text-muted"))
    for number, hit in enumerate(result.hits):
        line = _line(hit, look)
        yield Content("\n").join([title, line]) if number == 0 else line


def _line(hit: "Hit", look: str) -> Content:
    pieces = ((words, look) if found else words for words, found in hit.snippet)
    return Content.assemble((f"  {hit.kind:<{_KIND}}", "$text-accent"), *pieces)
