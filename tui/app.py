"""The Textual application: the two screens, the way between them, and the command palette."""

import asyncio
import gc
import signal
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.driver import Driver
from textual.screen import Screen

from store.article import Imported
from tui.backing_up import AGAIN, SOON, DailyBackup
from tui.bidi.application import OrderedApp
from tui.config.naming import named
from tui.config.schema import Config
from tui.desk import Desk
from tui.given import Given
from tui.keymap.applying import Keymap
from tui.keymap.bindings import bindings
from tui.leaving import may_leave, rescue_anywhere
from tui.pasting import taking_pastes_as_text
from tui.resting import RestingApp
from tui.saying import say
from tui.screens.reading.reader import ReaderScreen
from tui.tabs import LIBRARY_MODE
from tui.themes.themed import ThemedApp
from tui.typed_ahead import TypedAheadApp
from tui.unfinished import Unfinished
from tui.ways import WaysApp
from tui.working import Works

if TYPE_CHECKING:
    from store.glance import Glimpse
    from tui.screens.search import SearchScreen


ARRIVES_WITHIN = 5.0
"""Seconds in which the keys that came before the last one are taken."""


class SaysoApp(RestingApp, TypedAheadApp, WaysApp, ThemedApp, OrderedApp, App[None]):
    """Opens ``imported`` in the reader, or the library where it is None. ``database`` has been checked.

    ``config`` is what the reader's file says, ``kept`` are the settings that the library holds, ``glimpse``
    is what it holds on ``imported``. With ``tour`` the first article comes with the tour.

    ``failure`` is what ended the application where that was not the user; ``left`` are lines for them about what could
    not be saved when it was not they who ended it.
    """

    TITLE = "Sayso"
    CSS_PATH = "styles/reading.tcss"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar = bindings("application")

    def __init__(
        self,
        database: Path,
        imported: Imported | None = None,
        *,
        config: Config | None = None,
        kept: Mapping[str, str] | None = None,
        glimpse: "Glimpse | None" = None,
        keymap: Keymap | None = None,
        tour: bool = False,
    ) -> None:
        super().__init__()
        if imported is None:
            # Of other screens Textual reads the styles when they come, but not of the first.
            self.stylesheet.read(Path(__file__).parent / "styles" / "library.tcss")
        self.config = config or Config()
        self.keymap = keymap or Keymap(self.config.keys, named(self.config))
        self._bindings = self.keymap.laid_over(self._bindings)
        if self.config.motion == "none":
            self.animation_level = "none"
        self.desk = Desk(database)
        self.works = Works()
        self.given = Given()
        self._daily_backup = DailyBackup(database)
        self._imported, self._glimpse = imported, glimpse
        self.tour_due = tour
        self.failure: Exception | None = None
        self._search: SearchScreen | None = None
        self.left: list[str] = []
        self.add_mode(LIBRARY_MODE, self._library)
        self.begin_in(self.config.theme or (kept or {}).get("theme"))
        self.begin_order()

    def get_driver_class(self) -> type[Driver]:
        """Textual's, for which what is pasted is text alone."""
        return taking_pastes_as_text(super().get_driver_class())

    def keep_theme(self, name: str) -> None:
        """Keep it in the library for the next time."""
        self.desk.remember("theme", name)

    def action_command_palette(self) -> None:
        """Open the list of commands."""
        from tui.screens.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def action_help(self) -> None:
        """Show the keys that work on the screen as it is."""
        from tui.dialogs.help import HelpDialog, help_on

        if isinstance(self.screen, HelpDialog):
            self.screen.dismiss(None)
        else:
            self.push_screen(help_on(self.screen))

    def action_signs(self) -> None:
        """Show what the signs mean."""
        from tui.dialogs.help import HelpDialog, signs_of

        if not isinstance(self.screen, HelpDialog):
            self.push_screen(HelpDialog((), signs=signs_of(self.screen)))

    def on_ready(self) -> None:
        # Brought back to the front, only the terminal knows what a shell has left on it.
        self.app_resume_signal.subscribe(self, self._brought_back)
        if not self.is_headless:
            # Asked to end, or left by its terminal, the program gives the terminal back and finishes its writing.
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(number, self._asked_to_end, 128 + number)
            self.set_timer(SOON, self._back_up_soon)
            self.set_interval(AGAIN, self._back_up_soon)
            self.collect_at_rest()
        # The command line stops the collector for the start; what is here now stays until the end.
        gc.freeze()
        gc.enable()

    def _brought_back(self, _: object) -> None:
        self.refresh(layout=True)
        self.on_app_focus()

    async def back_up(self) -> None:
        """Make the backup of the day if it is due."""
        problem = await self._daily_backup.make()
        if problem:
            say(self.screen, problem, wrong=True)

    def _back_up_soon(self) -> None:
        self.run_worker(self.back_up())

    def _asked_to_end(self, code: int) -> None:
        self.run_worker(self.end(code))

    @property
    def begins_in_library(self) -> bool:
        """Whether no file was named."""
        return self._imported is None

    def get_default_screen(self) -> Screen[None]:
        if self._imported is None:
            return self._library()
        imported = self._imported
        return ReaderScreen(self.desk, imported.document, imported.metadata, imported=imported, glimpse=self._glimpse)

    def _library(self) -> Screen[None]:
        # Its table would be imported before the first paint of an article, which does not need it.
        from tui.screens.library import LibraryScreen

        return LibraryScreen(self.desk)

    async def action_find(self) -> None:
        """Search the library, at first for what was looked for the last time."""
        from tui.screens.search import SearchScreen

        if not isinstance(self.screen, SearchScreen):
            last = self._search
            self._search = SearchScreen(self.desk, last.query_text, last.opened) if last else SearchScreen(self.desk)
            await self.push_screen(self._search)

    def action_stop_work(self) -> None:
        """Stop what is under way, of which a line on the screen tells."""
        work = self.works.of(self.screen)
        if work is not None and work.can_stop:
            work.stop()
        else:
            self.action_help_quit()

    def action_quit(self) -> None:  # type: ignore[override]
        """Quit from anywhere, once what is under way has been kept."""
        self.run_worker(self.end(0))

    async def end(self, code: int) -> None:
        """Keep what is being typed and where the reader is, then exit with ``code``; with 0 only if the reader may.

        Where something cannot be saved they are asked what becomes of it: that they cannot be where the program was
        asked to end.
        """
        unfinished = await self._hand_over()
        if not code:
            for workspace in list(self.desk.unsaved):
                await self.go_to_workspace(workspace)
                if not await may_leave(self, workspace):
                    return
        for screen in unfinished:
            await screen.finish()
        self.left += self.works.stop_all()
        self._daily_backup.stop()
        self.exit(return_code=code)

    async def _hand_over(self) -> list[Unfinished]:
        """Hand on what is under way to whoever keeps it, and return the screens that have any, the top one first."""
        # Not without end: a key may be held down.
        with suppress(TimeoutError):
            await asyncio.wait_for(self.keys_taken(), ARRIVES_WITHIN)
        unfinished = list(self.unfinished())
        for screen in unfinished:
            await screen.hand_over()
        return unfinished

    def action_suspend(self) -> None:
        """Go back to the shell for a while, once what is under way has been kept."""
        self.run_worker(self._suspend())

    async def _suspend(self) -> None:
        from tui import suspending

        if self._driver is None or not self._driver.can_suspend or not suspending.has_shell():
            say(self.screen, "There is no shell beneath to go back to.")
            return
        await self._hand_over()
        suspending.stop(self)

    # Two hooks of Textual's own, whose release is pinned: it would print pages of source and values of variables.

    def _handle_exception(self, error: Exception) -> None:
        self.failure = self.failure or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def close(self) -> None:
        """Finish what is being written, and rescue what could not be. After the screen has gone."""
        # A terminal that hangs up goes on besides, at which a second thread may begin to read it: of the two Textual
        # waits for one, and the other would read what has gone without end, and keep the program from ending.
        reading_ends = getattr(self._driver, "exit_event", None)
        if reading_ends is not None:
            reading_ends.set()
        self.desk.close()
        self.left += [rescue_anywhere(workspace.rescue(), self.desk.path) for workspace in self.desk.unsaved]
