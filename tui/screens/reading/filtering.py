"""The part of the reading screen that says which claims are shown beside the text, and in what order."""

from typing import TYPE_CHECKING

from textual import on

from store.errors import SaysoError
from store.naming import ANONYMOUS, LEFT_OPEN
from store.safety import label
from store.shares import REPORTER, voice_of
from tui.config.schema import config_of
from tui.screens.reading.searching import SearchingScreen
from tui.widgets.hint import Hint
from tui.widgets.panel.claims_panel import ClaimsPanel
from tui.widgets.panel.listing import Arrangement
from tui.widgets.voices import VoicesBar, filter_for

if TYPE_CHECKING:
    from store.searching.query import Query
    from tui.widgets.filter_line import FilterLine

_UNREVIEWED = "is:unreviewed"
SETTING = "claims.order"
ABOUT = "words · speaker:name · is:unreviewed · is:anonymous · is:open · has:note · has:caveat · kind:direct"


class FilteringScreen(SearchingScreen):
    """A screen whose claims can be filtered, sorted and grouped."""

    _filters = False

    def on_mount(self) -> None:
        """Put the claims in the order that they were in the last time, once there is a library."""
        self.run_worker(self._take_order(), group="order")
        self.watch(self.pane, "focused_on", self.light_shown, init=False)

    # --- the filter -------------------------------------------------------------------------

    async def action_filter_claims(self) -> None:
        """Write a filter, or change it, with the claims in sight."""
        (await self._filter_line()).open()

    @on(VoicesBar.Chosen)
    async def _voice_chosen(self, event: VoicesBar.Chosen) -> None:
        if not self.busy():
            await self._only_said_by(event.voice)

    @on(VoicesBar.Asked)
    def _voices_asked(self, event: VoicesBar.Asked) -> None:
        if not self.busy():
            self.action_voices(event.at)

    def action_voices(self, at: int = 0) -> None:
        """Choose one of all voices, at first the one ``at`` that number, and see what it says."""
        from tui.dialogs.voices import VoicesDialog

        voices = self.query_one(VoicesBar).shares
        if not voices:
            self.say("It is not known yet who speaks in it." if self.panel.loading_claims else "Nobody speaks in it.")
            return

        def closed(voice: str | None) -> None:
            if voice is not None:
                self.run_worker(self._only_said_by(voice), group="voice")

        self.app.push_screen(VoicesDialog(voices, self.panel.items, at), closed)

    @on(ClaimsPanel.Voiced)
    async def _speaker_chosen(self, event: ClaimsPanel.Voiced) -> None:
        item = self.panel.items[event.index]
        if not self.busy():
            await self._only_said_by(voice_of(item))

    async def _only_said_by(self, voice: str) -> None:
        """Show that voice's claims; asked again, all of them. The reporter's own words are no claims."""
        if voice == REPORTER:
            drawn = self.clickable("{read.layers} draws them in the text.")
            self.say(f"The reporter’s own words: sentences that nobody else says, without claims · {drawn}")
            return
        if await self._shows_only(filter_for(voice)):
            who = {ANONYMOUS: "anonymous sources say", LEFT_OPEN: "those say whose names are left open"}.get(voice)
            guesses = any(self.workspace.items[index].guessed for index in self.panel.matching)
            self._tell_filtered(f"What {who or f'{label(voice, 60)} says'}{', guesses too' if guesses else ''}.")

    @on(ClaimsPanel.Unreviewed)
    async def _unreviewed_asked(self) -> None:
        """Show what is not reviewed; asked again, all."""
        if not self.busy() and await self._shows_only(_UNREVIEWED):
            self._tell_filtered("What is not reviewed.")

    async def show_all(self, query: "Query", *, in_text: bool) -> None:
        """Show all that a search of the library found here: in its text, or of several parts in its claims."""
        from store.searching.query import written

        if in_text and len(query.terms) == 1 and not query.filters:
            self.pane.search(query.terms[0].text.lower())
            self._began, self._complete = (self.pane.visible_span, ""), True
            self._show_hit()
        elif (asked := written(query)).strip():
            line = await self._filter_line()
            line.write(asked)
            self.on_filter_line_changed(line.Changed(asked))
            self.on_filter_line_left()

    async def _shows_only(self, asked: str) -> bool:
        """Filter by what is ``asked`` for, and tell whether that is done now; where it was, the filter is taken off."""
        line = await self._filter_line()
        if line.text.strip() == asked:
            line.clear()
            return False
        line.write(asked)
        self.panel.filter(asked)
        self.light_shown()
        self.on_filter_line_left()
        return True

    def _tell_filtered(self, told: str) -> None:
        parts = (self._for_all, self.clickable("{read.clear-search} shows all again"))
        self.say(f"{told} {' · '.join(part for part in parts if part)}.")

    @property
    def _for_all(self) -> str:
        """Which key does one thing with all claims that are shown; '' where that is none."""
        count = sum(self.panel.items[index].is_claim for index in self.panel.matching)
        whom = f"all {count}" if count > 1 else "it"
        return self.clickable(f"{{claims.bulk}} for {whom}") if count else ""

    @property
    def filters(self) -> bool:
        return any(line.has_focus_within for line in self.query("FilterLine"))

    def on_descendant_focus(self) -> None:
        """Offer what the digits do where they are not written."""
        if self._filters != self.filters:
            self._filters = self.filters
            self.hint()

    async def _filter_line(self) -> "FilterLine":
        """The line of the filter, with the claims in sight."""
        # Not there from the start, nor imported: input fields are a good part of the time to the first paint.
        from store.searching.query import IN_CLAIMS
        from tui.widgets.filter_line import FilterLine

        if not self.query(FilterLine):
            line = FilterLine(ABOUT, "claims.filter", "read.clear-search", IN_CLAIMS, self._there)
            await self.mount(line, before=self.query_one(Hint))
        self.remove_class("-panel-closed")
        self.add_class("-panel-open")
        return self.query_one(FilterLine)

    def _there(self, name: str) -> tuple[str, ...]:
        """What the filter ``name`` finds in this article."""
        from store.offering import values

        return values(name, self.panel.items, config_of(self.app).meanings)

    def on_filter_line_changed(self, event: "FilterLine.Changed") -> None:
        """Show what the filter lets through by now."""
        self.panel.filter(event.text)
        self.light_shown()

    def on_filter_line_left(self) -> None:
        """Go on with what is shown: in the claims, or where they are beside the text, there."""
        first = self.panel.first
        if self.panel.filtered and first is not None and not self.panel.shows(self.pane.selected):
            self.go(first)
        self.set_focus(self.panel if self.has_class("-narrow") else self.pane)

    def action_clear_search(self) -> None:
        """Take the marks of the search off the text; where there are none, the filter off the claims, or the notice."""
        if self.pane.searched_for or not self.panel.filtered:
            super().action_clear_search()
            return
        from tui.widgets.filter_line import FilterLine

        self.query_one(FilterLine).clear()

    def light_shown(self) -> None:
        """Say how much the filter lets through, and where the text is dimmed, draw that and nothing else."""
        for line in self.query("FilterLine"):
            line.tell(self.panel.found, self._for_all)  # type: ignore[attr-defined]
        only = self.pane.focused_on and self.panel.filtered
        self.pane.show_only(frozenset(self.panel.matching) if only else None)
        if self.pane.focused_on:
            self.hint()

    # --- the order --------------------------------------------------------------------------

    @on(ClaimsPanel.Rearranged)
    def _rearranged(self, event: ClaimsPanel.Rearranged) -> None:
        self.panel.put_in_order(event.arrangement)
        others = self.clickable("{panel.sort} next order · {panel.group} a speaker's together, or not")
        self.say(f"{event.arrangement.words} · {others}")
        self.workspace.desk.remember(SETTING, event.arrangement.kept)

    async def _take_order(self) -> None:
        await self.workspace.entered()
        try:
            kept = await self.workspace.desk.ask(lambda library: library.settings.get(SETTING))
        except SaysoError:
            return
        if kept is not None and self.in_place:
            self.panel.put_in_order(Arrangement.of(kept))
