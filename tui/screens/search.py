"""Searching the library: a line to type in, and below it what has been found so far."""

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Label

from store.errors import SaysoError
from store.safety import label
from tui.counting import summary
from tui.dating import WHAT_ADDED_MEANS
from tui.desk import Desk
from tui.in_place import in_place
from tui.keymap.bindings import bindings
from tui.keymap.keyed import Keyed
from tui.waited_for import LEADS, LISTS
from tui.widgets.advice import Advice
from tui.widgets.fields import Line
from tui.widgets.hint import Hint
from tui.widgets.key_footer import KeyFooter
from tui.widgets.results import Results

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from store.library import Library
    from store.searching.finding import Found

_PAUSE = 0.12
"""Seconds after a key before it is searched: who types on is not interested in what lies between."""
_COUNTING = "count"
_HELP = 'words "a phrase" begin* speaker: outlet: tag: finding: progress: has:evidence after: before:'


class SearchScreen(Keyed, Screen[None]):
    """Finds while the reader types; Enter opens the article at the chosen place. ``query`` stands there at first.

    Of what is found for that, the place with the number ``at`` is chosen.

    ``searching`` is whether what was typed last has yet to be answered; ``opened`` is the number of the place that was
    opened last, from 0.
    """

    # With priority, since the line would take the arrows for its own.
    BINDINGS: ClassVar = bindings("finding")
    DEFAULT_CSS = """
    SearchScreen {
        background: $background;
        & > Horizontal {
            height: 1;
            padding: 0 1;
            background: $panel;
            & > .sign { color: $text-accent; text-style: bold; width: 2; }
            & > Line, & > Line:focus { width: 1fr; height: 1; border: none; padding: 0; background: $panel; }
        }
    }
    """

    def __init__(self, desk: Desk, query: str = "", at: int = 0) -> None:
        super().__init__()
        self.desk = desk
        self.query_text = query
        self._begun_with = query
        self._open_when_found = False
        self.searching = False
        self.opened = at

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Label("/", classes="sign")
            yield Line(self.query_text, placeholder="what to look for in the library")
        yield Advice()
        yield Advice()
        yield Results()
        yield Hint()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Begin with what was looked for the last time, to be typed over."""
        self.hint(_HELP)
        # After the line has gone to its end.
        self.call_after_refresh(self.query_one(Line).call_after_refresh, self._offer)

    def _offer(self) -> None:
        line = self.query_one(Line)
        if line.value == self._begun_with:  # whoever has typed by now would lose it to the next key
            line.action_select_all()

    def on_key(self, event: events.Key) -> None:
        """Take what is typed before the line has the focus: it comes after that to the line, which it would select."""
        if event.is_printable and self.focused is None:
            event.stop()
            line = self.query_one(Line)
            self.set_focus(line)
            line.post_message(event)

    @on(Line.Changed)
    def _typed(self, event: Line.Changed) -> None:
        self.query_text = event.value
        if event.value != self._begun_with:
            self.opened = 0
        self._open_when_found = False
        self.searching = True
        self.workers.cancel_group(self, _COUNTING)
        # The next key cancels what this one asked for, and with it the answer: no older one ever comes after a newer.
        self._find(event.value)

    @work(exclusive=True, group=LISTS)
    async def _find(self, query: str) -> None:
        from store.searching.query import parse

        def search(library: "Library") -> "tuple[Found, tuple[tuple[str, str], ...]]":
            found = library.search.find(parse(query, typing=True))
            return found, () if found.results else library.search.nearest(parse(query))

        await asyncio.sleep(_PAUSE)
        try:
            found, near = await self.desk.ask(search)
            if found.counts is not None:
                self._show(query, found, near)
                return
            # All places are counted when some are there to be read; but who comes back finds their place at once.
            if not self.opened:
                self._show(query, found, near)
                self._count(query, found, near)
            else:
                self._show(query, await self._counted(query, found), near)
        except SaysoError as error:
            self.searching = False
            if in_place(self):
                self.hint(str(error))

    @work(exclusive=True, group=_COUNTING)
    async def _count(self, query: str, found: "Found", near: "tuple[tuple[str, str], ...]") -> None:
        """Count all places. No key waits for that: in long texts it takes seconds, and what is chosen stays so."""
        try:
            self._show(query, await self._counted(query, found), near, again=True)
        except SaysoError as error:
            if in_place(self):
                self.hint(str(error))

    def _counted(self, query: str, found: "Found") -> "Awaitable[Found]":
        from store.searching.query import parse

        return self.desk.ask(lambda library: library.search.counted(parse(query, typing=True), found))

    def _show(self, query: str, found: "Found", near: "tuple[tuple[str, str], ...]", *, again: bool = False) -> None:
        """Show what was ``found``; ``again`` where it was counted meanwhile."""
        from store.searching.advising import misunderstood

        self.searching = False
        if not in_place(self):
            return
        results = self.query_one(Results)
        if again:
            results.count(found)
        else:
            results.show(found)
            self.action_move(self.opened)
            self.query_one(Advice).say(" ".join(f"{line}." for line in misunderstood(query, typing=True)))
        self.hint(_told(query, found, near))
        if self._open_when_found:
            self._open_when_found = False
            self.action_open()

    def hint(self, words: str) -> None:
        """Say what was found, or what can be."""
        self.query_one(Hint).say(label(words, 400))

    def action_move(self, by: int) -> None:
        """Choose another place."""
        results = self.query_one(Results)
        if results.highlighted is not None:
            results.highlighted = max(0, min(results.option_count - 1, results.highlighted + by))

    def action_open(self) -> None:
        """Open the chosen place, or the first one as soon as it is found."""
        if self.searching:
            self._open_when_found = True
        else:
            self.query_one(Results).open()

    @on(Results.Opened)
    def _opened(self, event: Results.Opened) -> None:
        self.opened = self.query_one(Results).highlighted or 0
        self.app.run_worker(self._go_to(event), group=LEADS, exclusive=True)

    async def _go_to(self, goal: Results.Opened) -> None:
        from store.searching.query import parse
        from tui.screens.reading.filtering import FilteringScreen

        at = f", {goal.span[0]}, None, {goal.span[1]}" if goal.span is not None else ""
        await self.app.run_action(f"app.open({goal.article}{at})")
        if goal.all and isinstance(screen := self.app.screen, FilteringScreen):
            await screen.show_all(parse(self.query_text, typing=True), in_text=goal.all == "text")


def _told(query: str, found: "Found", near: "tuple[tuple[str, str], ...]") -> str:
    if not query.strip():
        return _HELP
    if not found.results:
        meant = " and ".join(f"“{word}”" for _, word in near)
        return f"Nothing found. Did you mean {meant}?" if near else "Nothing found."
    more = ", and more articles: another word narrows them down" if found.more else ""
    added = "" if all(one.dated for one in found.results) else f" {WHAT_ADDED_MEANS}."
    return f"{summary(found)}{more}.{added}"
