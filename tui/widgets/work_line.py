"""One line above the footer that says what is under way, how long it may take yet, and how it is stopped."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from store.safety import label
from tui.keymap.keyed import keymap_of

if TYPE_CHECKING:
    from tui.working import Work, Works

OFTEN = 0.25
"""Seconds between two looks while something is under way; else there are none."""


class WorkLine(Horizontal):
    """What of ``works`` is to be told of on the screen that this is on; hidden while there is nothing."""

    DEFAULT_CSS = """
    WorkLine {
        height: 1;
        padding: 0 1;
        background: $panel;
        display: none;
        &.-said { display: block; }
        & > Static { width: 1fr; height: 1; color: $text-accent; text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """

    def __init__(self, works: "Works") -> None:
        super().__init__()
        self._works = works
        self._timer: Timer | None = None
        self._deaf: Callable[[], None] = lambda: None

    def on_mount(self) -> None:
        """Look whenever there is something."""
        self._deaf = self._works.listen(self._wake)
        self._wake()

    def on_unmount(self) -> None:
        """Leave off."""
        self._deaf()

    @property
    def work(self) -> "Work | None":
        """What is told of."""
        return self._works.of(self.screen)

    def _wake(self) -> None:
        if self._timer is None and self._works:
            self._timer = self.set_interval(OFTEN, self._look)

    async def _look(self) -> None:
        work = self.work
        if not self._works and self._timer is not None:
            self._timer.stop()
            self._timer = None
        if work is not None:
            if not self.children:
                await self._fill()
            self.query_one(Static).update(Content(label(str(work))))
            self.query_one(".stop").display = work.can_stop
        self.set_class(work is not None, "-said")

    async def _fill(self) -> None:
        # Not there from the start, since buttons are a good part of the time to the first paint.
        from tui.dialogs.dialog import KeyButton

        button = KeyButton(keymap_of(self.app).key_of("app.stop-work"), "Stop", "app.stop_work")
        button.add_class("stop")
        await self.mount(Static(markup=False), button)
