"""The part of the reading screen that leads a newcomer through the first steps."""

import asyncio
from typing import TYPE_CHECKING

from textual.css.query import QueryError

from tui.screens.reading.annotating import AnnotatingScreen
from tui.widgets.hint import Hint

if TYPE_CHECKING:
    from tui.tour.steps import Seen
    from tui.tour.strip import TourStrip

LEAST = (40, 12)
"""Columns and lines that there must be, for the article to be seen beside the tour."""
_SOON = 0.1
"""Seconds between two looks at whether there are claims."""


class TouringScreen(AnnotatingScreen):
    """A screen with a tour: offered by itself the first time, found among the commands later."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The tour's keys are its own only where nothing else is under way."""
        if action in ("tour_skip", "tour_end"):
            busy = self.mode is not None or self.pane.selection is not None or self.pane.caret is not None
            return self._tour is not None and not busy and self.pane.hit is None and not self.panel.filtered
        return super().check_action(action, parameters)

    @property
    def _tour(self) -> "TourStrip | None":
        try:
            return self.query_one("TourStrip")  # type: ignore[return-value]
        except QueryError:
            return None

    async def action_tour(self) -> None:
        """Begin the tour, from its beginning."""
        from tui.tour.steps import steps
        from tui.tour.strip import TourStrip

        width, height = self.app.size
        if width < LEAST[0] or height < LEAST[1]:
            self.say(f"The tour needs a window of {LEAST[0]} by {LEAST[1]}; this one has {width} by {height}.")
            return
        await self.query("TourStrip").remove()
        strip = TourStrip(steps(claims=bool(self.pane.items)), self._seen)
        await self.mount(strip, before=self.query_one(Hint))
        self.refresh_bindings()

    def offer_tour(self) -> None:
        """Begin it with the first claims where the library was made just now; where there is no room, tell of it."""
        if not getattr(self.app, "tour_due", False):
            return
        self.app.tour_due = False  # type: ignore[attr-defined]
        width, height = self.app.size
        if width >= LEAST[0] and height >= LEAST[1]:
            self.run_worker(self._tour_with_claims(), group="tour")
        else:
            self.say(self.clickable("New here? In a larger window {tour.begin} shows the first steps."))

    async def _tour_with_claims(self) -> None:
        while self.panel.loading_claims and not self.pane.items:
            await asyncio.sleep(_SOON)
        # Who quits while claims are being read ends the reading too, and has no screen any more.
        if self.in_place:
            await self.action_tour()

    def action_tour_skip(self) -> None:
        """On to the next step."""
        if self._tour is not None:
            self._tour.skip()

    def action_tour_end(self) -> None:
        """Leave the tour."""
        # Not waited for: it may be the strip's own button that asks for it.
        self.query("TourStrip").remove()
        self.refresh_bindings()
        self.say(self.clickable("{tour.begin} begins the tour again."))

    def on_tour_strip_ended(self) -> None:
        """The last step was done, or passed over."""
        self.action_tour_end()

    def _seen(self) -> "Seen":
        from tui.tour.steps import Seen

        kept = self.workspace.annotations
        # What lies on top of the screen: each by the name of its class, as none of them need be imported for the tour.
        above = {type(screen).__name__ for screen in self.app.screen_stack if screen is not self}
        return Seen(
            selected=self.pane.selected,
            details="ClaimDialog" in above,
            decided=sum(one.decision is not None for one in kept),
            noted=sum(bool(one.note) for one in kept),
            highlighted=sum(one.kind == "passage" for one in kept),
            filtered=self.panel.filtered,
            elsewhere=bool(above & {"Palette", "HelpDialog", "ExportDialog"}),
        )
