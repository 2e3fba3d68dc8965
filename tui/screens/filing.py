"""The part of the library's screen that adds files, in the background."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.app import App

from store.errors import SaysoError
from tui.saying import say
from tui.screens.binning import BinningScreen
from tui.waited_for import LEADS
from tui.working import Work, works_of

if TYPE_CHECKING:
    from tui.desk import Desk

SETTING = "picker.folder"


class FilingScreen(BinningScreen):
    """A screen from which files are added. It goes on being used meanwhile, and so do all others."""

    @work(group=f"{LEADS}.add", exclusive=True)
    async def action_add(self) -> None:
        """Choose files, and add them to the library."""
        from tui.dialogs.picker import PickerDialog

        def closed(files: list[Path] | None) -> None:
            if files:
                self.desk.remember(SETTING, str(files[0].parent))
                self.add(files)

        await self.app.push_screen(PickerDialog(await self._folder()), closed)

    @work(group=f"{LEADS}.add", exclusive=True)
    async def action_sample(self) -> None:
        """Open the article that comes with the program."""
        from tui.sample import sample
        from tui.screens.reading.reader import ReaderScreen
        from tui.tabs import TabbedApp

        imported = sample()
        if isinstance(self.app, TabbedApp):
            await self.app.open_tab(
                lambda: ReaderScreen(self.desk, imported.document, imported.metadata, imported=imported)
            )

    def add(self, files: list[Path]) -> None:
        """Add ``files``, whatever screen the reader goes to."""
        self.app.run_worker(add_in_background(self.app, self.desk, files), group="adding")

    async def _folder(self) -> Path:
        """Where files were chosen the last time, else where the program was started."""
        try:
            kept = await self.desk.do(lambda library: library.settings.get(SETTING))
        except SaysoError:
            kept = None
        return Path(kept) if kept and Path(kept).is_dir() else Path.cwd()


async def add_in_background(app: App[None], desk: "Desk", files: list[Path]) -> None:
    """Add ``files`` and tell what became of them."""
    from tui.adding import Adding
    from tui.dialogs.lines import LinesDialog

    adding, work = Adding(desk), Work("Adding", len(files), counted="files" if len(files) > 1 else "")
    work.stops_by(adding.stop)
    with works_of(app).doing(work):
        report = await adding.all(files, work)
    stopped = "Stopped: " if work.stopped else ""
    say(app.screen, f"{stopped}{report}.")
    if report.refused:
        await app.push_screen(LinesDialog(f"Not added: {len(report.refused):,}", report.refused))
