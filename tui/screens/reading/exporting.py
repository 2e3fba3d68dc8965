"""The part of the reading screen that writes the article with its annotations to a file."""

import asyncio
from abc import abstractmethod

from store.errors import SaysoError
from tui.config.schema import config_of
from tui.screens.reading.keeping import KeepingScreen
from tui.turns import Turns
from tui.working import Work, works_of

_MADE = 0.95
"""Share of an export until it is made; then it is written to the disk."""


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
                # Not in turn with the changes: nothing that is being written waits for it, nor it for them.
                self.run_worker(self._export(*answer), group="export")

        article = self.workspace.article
        dialog = ExportDialog(suggested_path(self.workspace.metadata), lambda path: is_source(path, article))
        self.app.push_screen(dialog, closed)

    async def _export(self, path: str, unreviewed: bool) -> None:
        from store.exporting import write_file

        work = Work("Exporting")
        exporting = self.workspace.exporting(unreviewed=unreviewed, meanings=config_of(self.app).meanings)
        try:
            with works_of(self.app).doing(work):
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
            self.say("Export stopped: nothing was written.")
            return
        except SaysoError as error:
            self.say(str(error), wrong=True)
            return
        so_far = " It is still being read: claims may be missing." if unreviewed and self.being_read else ""
        self.say(f"Wrote {path}." + (f" The file that stood there is now {kept}." if kept else "") + so_far)
