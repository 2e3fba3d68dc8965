"""The Textual application: the two screens, the way between them, and the command palette."""

import gc
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.screen import Screen

from store.article import Imported
from tui.desk import Desk
from tui.screens.reader import ReaderScreen
from tui.themes import DAY, NIGHT

LIBRARY_MODE = "library"
UNNAMED = frozenset(
    {
        "answer",
        "unanswer",
        "stop_marking",
        "command_palette",
        "help_quit",
        "app.focus_next",
        "app.focus_previous",
        "screen.copy_text",
    }
)
"""Actions that mean something only while something else is under way: no commands to look for by name."""


class SaysoApp(App[None]):
    """Opens ``imported`` in the reader, or the library where it is None. ``database`` has been checked.

    ``failure`` is what ended the application where that was not the user.
    """

    TITLE = "Sayso"
    CSS_PATH = "sayso.tcss"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar = [Binding("ctrl+q", "quit", "Quit at once", show=False, priority=True)]

    def __init__(self, database: Path, imported: Imported | None = None) -> None:
        super().__init__()
        self.desk = Desk(database)
        self._imported = imported
        self.failure: Exception | None = None
        self.add_mode(LIBRARY_MODE, self._library)
        self.register_theme(NIGHT)
        self.register_theme(DAY)
        # Set without its watcher, which would parse all styles anew: none has been parsed yet.
        self.set_reactive(SaysoApp.theme, NIGHT.name)
        self.stylesheet.set_variables(self.get_css_variables())

    def on_ready(self) -> None:
        # The command line stops the collector for the start; what is here now stays until the end.
        gc.freeze()
        gc.enable()

    def get_default_screen(self) -> Screen[None]:
        if self._imported is None:
            return self._library()
        imported = self._imported
        return ReaderScreen(self.desk, imported.document, imported.metadata, imported=imported)

    def _library(self) -> Screen[None]:
        # Its table would be imported before the first paint of an article, which does not need it.
        from tui.screens.library import LibraryScreen

        return LibraryScreen(self.desk)

    async def action_open(self, article_id: int) -> None:
        """Open an article of the library."""
        article, document = await self.desk.do(
            lambda library: (
                found := library.articles.get(article_id),
                library.articles.document(found),
            )
        )
        await self.push_screen(ReaderScreen(self.desk, document, article.metadata, article=article))

    async def action_library(self) -> None:
        """Go to the library: it lies beneath an article that was opened from it, else it takes the article's place."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            await self.switch_mode(LIBRARY_MODE)

    def action_leave(self) -> None:
        """One screen back, out at the last."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.exit()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the keys of ``screen`` do, by name, each once; then the themes."""
        offered: set[str] = set()
        for node, binding, enabled, _ in screen.active_bindings.values():
            if node not in (screen, self) or not enabled or binding.action in offered | UNNAMED:
                continue
            offered.add(binding.action)
            key = self.get_key_display(binding)
            yield SystemCommand(
                binding.tooltip or binding.description,
                f"Key: {key}",
                lambda action=binding.action: self.run_action(action, screen),
            )
        yield SystemCommand("Theme", "Choose other colours", self.action_change_theme)

    # Two hooks of Textual's own, whose release is pinned: it would print pages of source and values of variables.

    def _handle_exception(self, error: Exception) -> None:
        self.failure = self.failure or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def close(self) -> None:
        """Finish what is being written. After the screen has gone."""
        self.desk.close()
