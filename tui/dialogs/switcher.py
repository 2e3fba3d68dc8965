"""Going to another article: those that are open, the library, and what is in it, filtered as one types."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from store.errors import SaysoError
from store.safety import label
from tui.dating import WHAT_ADDED_MEANS, day_of, is_dated
from tui.desk import Desk
from tui.dialogs.dialog import TALL, Dialog, KeyButton
from tui.keymap.bindings import bindings
from tui.waited_for import LISTS
from tui.widgets.fields import Line

if TYPE_CHECKING:
    from store.article import Summary
    from store.library import Library
    from tui.tabs import Tab

SOME = 50
"""Articles of the library that are offered."""
_PAUSE = 0.08


@dataclass(frozen=True, slots=True)
class Goal:
    """Where to go: a mode, or an article of the library, or, with neither, the library."""

    mode: str | None = None
    article: int | None = None


class SwitcherDialog(Dialog[Goal | None]):
    """Offers the open ``tabs`` and the articles of the library, those added last first.

    What was shown ``before`` is chosen at first. A digit, typed first, goes to an open article; the key that opened
    this goes to the next line.
    """

    BINDINGS = bindings("switcher")
    DEFAULT_CSS = """
    SwitcherDialog {
        & > .box { max-width: 84; }
        & OptionList { height: auto; border: none; padding: 0; background: $surface; scrollbar-size-vertical: 1;
            text-wrap: nowrap; text-overflow: ellipsis; }
        & OptionList > .option-list--option-highlighted {
            background: $primary 35%; color: $foreground; text-style: bold;
        }
    }
    """

    def __init__(
        self,
        desk: Desk,
        tabs: "Sequence[Tab]",
        before: Goal | None = None,
        *,
        title: str = "Go to",
        but: int | None = None,
    ) -> None:
        super().__init__(title)
        self._desk = desk
        self._tabs = tabs
        self._before = before
        self._open = {*(tab.article for tab in tabs), but}
        self._goals: list[Goal] = []
        self._summaries: Sequence[Summary] = ()

    def compose_body(self) -> ComposeResult:
        """What to look for, and what there is."""
        yield Line(placeholder="words of a title or an outlet")
        listed = OptionList(markup=False)
        listed.can_focus = False
        yield listed

    def on_mount(self) -> None:
        """Show what is open, and then what the library has."""
        self._show("")
        self._look("")

    def on_resize(self) -> None:
        """Leave room for the box around the list."""
        height = self.app.size.height
        self.query_one(OptionList).styles.max_height = max(3, height - (9 if height >= TALL else 5))

    @on(Line.Changed)
    def _typed(self, event: Line.Changed) -> None:
        # Such keys are the line's, which takes what can be printed before any binding is asked.
        again = self.key_of("around.switch")
        if again and event.value == again:
            event.input.value = ""
            self.action_move(1)
        elif event.value in [str(number) for number in range(1, len(self._tabs) + 1)]:
            self.dismiss(Goal(mode=self._tabs[int(event.value) - 1].mode))
        else:
            self._show(event.value)
            self._look(event.value)

    @work(exclusive=True, group=LISTS)
    async def _look(self, wanted: str) -> None:
        await asyncio.sleep(_PAUSE if wanted else 0)
        try:
            self._summaries = await self._desk.ask(lambda library: _some(library, wanted))
        except SaysoError:
            self._summaries = ()  # what is open can be gone to all the same
        self._show(wanted)

    def _show(self, wanted: str) -> None:
        if not self.query(OptionList):  # it is closing
            return
        listed = self.query_one(OptionList)
        row = listed.highlighted
        options: list[Content] = []
        self._goals = []
        for number, tab in enumerate(self._tabs, 1):
            if wanted.casefold() in tab.title.casefold():
                self._goals.append(Goal(mode=tab.mode))
                here = " · here" if tab.current else " · not saved" if tab.unsaved else ""
                options.append(Content.assemble((f"{number} ", "bold $text-accent"), (label(tab.title), "bold"), here))
        if self._before is not None and wanted.casefold() in "library":
            self._goals.append(Goal())
            options.append(Content.assemble(("  Library", "bold")))
        closed = [one for one in self._summaries if one.article.id not in self._open]
        for one in closed:
            self._goals.append(Goal(article=one.article.id))
            about = " · ".join(part for part in (label(one.article.metadata.outlet, 40), day_of(one)) if part)
            options.append(Content.assemble("  ", label(one.article.metadata.title), (f"  {about}", "$text-muted")))
        explained = WHAT_ADDED_MEANS if any(not is_dated(one) for one in closed) else ""
        self.query_one(".box").border_subtitle = Content(explained)
        listed.clear_options()
        listed.add_options(Option(one) for one in options)
        if not options:
            words = "No article is like that." if wanted else "There is no other article."
            listed.add_option(Option(Content.styled(words, "$text-muted"), disabled=True))
        if row is None and self._before in self._goals:
            row = self._goals.index(self._before)
        listed.highlighted = min(row or 0, len(options) - 1) if options else None

        for button in self.query(".keys KeyButton").results(KeyButton):
            if (button.action or "").startswith(("screen.go", "screen.move")):
                button.display = bool(options)

    def action_move(self, by: int) -> None:
        """Choose another."""
        listed = self.query_one(OptionList)
        if listed.highlighted is not None:
            listed.highlighted = (listed.highlighted + by) % listed.option_count

    def action_go(self) -> None:
        """Go to what is chosen."""
        row = self.query_one(OptionList).highlighted
        if row is not None and row < len(self._goals):
            self.dismiss(self._goals[row])

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._goals[event.option_index])

    def action_cancel(self) -> None:
        """Stay."""
        self.dismiss(None)


def _some(library: "Library", wanted: str) -> "Sequence[Summary]":
    if not wanted.strip():
        return library.articles.page(limit=SOME)
    return library.articles.some(library.articles.matching(wanted)[:SOME])
