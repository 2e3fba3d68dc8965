"""The part of the reading screen that writes the article with its annotations to a file."""

import asyncio
from abc import abstractmethod
from pathlib import Path

from textual.app import App

from store.errors import SaysoError
from store.safety import label
from tui.config.schema import config_of
from tui.screens.reading.keeping import KeepingScreen
from tui.turns import Turns
from tui.widgets.hint import Hint
from tui.working import Work, works_of

_MADE = 0.95
"""Share of an export until it is made; then it is written to the disk."""
_NAME = 20
"""Cells of a path by which a file is known, however narrow the window is."""


class ExportingScreen(KeepingScreen):
    """A screen whose workspace can be exported, also while its article is `being_read`."""

    @property
    @abstractmethod
    def being_read(self) -> bool:
        """Whether there may be more claims than are known."""

    def action_export(self) -> None:
        """Write the article with its annotations to a file."""
        from store.exporting import is_source, suggested_path
        from tui.dialogs.export import ExportDialog

        def closed(answer: tuple[str, bool] | None) -> None:
            if answer is not None:
                # Not in turn with the changes: nothing that is being written waits for it, nor it for them. And of the
                # application's: it goes on where the article is left.
                self.app.run_worker(self._export(*answer), group="export")

        article = self.workspace.article
        dialog = ExportDialog(suggested_path(self.workspace.metadata), lambda path: is_source(path, article))
        self.app.push_screen(dialog, closed)

    async def _export(self, path: str, unreviewed: bool) -> None:
        from store.exporting import write_file
        from tui.dialogs.export import UNREVIEWED

        app, work = self.app, Work("Exporting")
        exporting = self.workspace.exporting(
            unreviewed=unreviewed, unread=self.being_read, meanings=config_of(app).meanings
        )
        try:
            with works_of(app).doing(work):
                with Turns(lambda share: work.at(_MADE * share)) as turns:
                    making = asyncio.ensure_future(asyncio.to_thread(exporting, progress=turns))
                    work.stops_by(making.cancel)
                    exported = await making
                work.at(_MADE)
                work.stops_by(None)  # what is being written is written whole
                kept = await asyncio.to_thread(write_file, path, exported.markdown)
        except asyncio.CancelledError:
            if not work.stopped:
                raise
            self._tell_of_export(app, "Export stopped: nothing was written.")
            return
        except SaysoError as error:
            self._tell_of_export(app, str(error), wrong=True)
            return
        # Beside it, unless a link led elsewhere.
        beside = kept.name if kept and kept.parent == Path(path).absolute().parent else kept
        before = f" The file that stood there is now {beside}." if kept else ""
        told = exported.told(f"tick “{UNREVIEWED}” to include these")
        where = str(Path(path).absolute())
        if app.screen is self and not self.query_one(Hint).has_room_for(f"Wrote {where}: {told}{before}"):
            from tui.typed_paths import end_of

            where = end_of(where, _NAME)  # the dialog has shown all of it
        self._tell_of_export(app, f"Wrote {where}: {told}{before}")

    def _tell_of_export(self, app: App[None], words: str, *, wrong: bool = False) -> None:
        if app.screen is self:
            self.say(words, wrong=wrong)
        else:
            app.notify(label(words, 400), severity="error" if wrong else "information", markup=False)
