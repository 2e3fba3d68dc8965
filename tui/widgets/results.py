"""What a search found, as a list: each place one line, the first of an article under its title."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from claims.model import Span
from store.safety import label
from tui.counting import shown_of
from tui.dating import told_day

if TYPE_CHECKING:
    from store.searching.finding import Found, Result
    from store.searching.hits import Hit

Where = Literal["", "text", "claims"]
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
        """The reader wants to go there; ``span`` is None where it has no place in the text.

        ``all`` is where they want to see all that there is in the article; '' for that place alone.
        """

        article: int
        span: Span | None
        all: Where = ""

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._places: list[tuple[int, Span | None, Where]] = []

    def show(self, found: "Found") -> None:
        """Show what was found, the first place chosen; under those of an article, how many are not shown."""
        self.clear_options()
        self._places = []
        for result in found.results:
            self._places += [(result.article, hit.span, "") for hit in result.hits]
            if shown_of(result):
                in_text = next((hit.span for hit in result.hits if hit.kind == "text"), None)
                where: Where = "text" if in_text is not None else "claims"
                self._places.append((result.article, in_text or result.hits[0].span, where))
        # Where there are no grounds the chosen line is underlined: what was found in it is turned round.
        bare = self.has_pseudo_class("nocolor") or self.has_pseudo_class("ansi")
        look = "bold reverse" if bare else "bold underline"
        self.add_options(Option(line) for result in found.results for line in _lines(result, look))
        self.highlighted = 0 if self._places else None

    def count(self, found: "Found") -> None:
        """Show how many there are of what is shown already, with the same place chosen."""
        before, at = self._places, self.highlighted or 0
        self.show(found)
        if before:
            article = before[at][0]
            nth = sum(one[0] == article for one in before[:at])
            self.highlighted = next(i for i, one in enumerate(self._places) if one[0] == article) + nth

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
    if told := shown_of(result):
        yield Content.assemble((f"  {'all':<{_KIND}}", "$text-accent"), (f"{told} · opens all of them", "$text-muted"))


def _line(hit: "Hit", look: str) -> Content:
    pieces = ((words, look) if found else words for words, found in hit.snippet)
    return Content.assemble((f"  {hit.kind:<{_KIND}}", "$text-accent"), *pieces)
