"""Leaving an article with changes that are not saved: the reader says what becomes of them."""

import asyncio
import tempfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App

from store.errors import SaysoError
from store.safety import label
from tui.changing import PATIENCE

if TYPE_CHECKING:
    from store.rescuing import Rescue
    from tui.workspace import Workspace


async def may_leave(app: App[None], workspace: "Workspace") -> bool:
    """Whether the article may go from the screen: all of it is saved, or the reader has decided. In a worker."""
    from tui.dialogs.unsaved import UnsavedDialog

    outbox = workspace.outbox
    if outbox:
        await asyncio.wait({asyncio.ensure_future(outbox.try_again())}, timeout=PATIENCE)
    while outbox and not outbox.rescued_in:
        answer = await app.push_screen_wait(UnsavedDialog(len(outbox.waiting), len(outbox.drafts), outbox.fault))
        if answer is None:
            return False
        if answer == "leave":
            outbox.give_up()
        elif await rescue(app, workspace):
            break
    outbox.give_up()
    return True


async def rescue(app: App[None], workspace: "Workspace") -> bool:
    """Write the article as it is on the screen to a new library file, if the reader names one. In a worker."""
    from store.rescuing import write_rescue
    from tui.dialogs.rescue import RescueDialog

    path = await app.push_screen_wait(RescueDialog(file_name()))
    if path is None:
        return False
    outbox = workspace.outbox
    rescued = (str(Path(path).absolute()), list(outbox.waiting), dict(outbox.drafts))
    try:
        await asyncio.to_thread(write_rescue, Path(path), workspace.rescue(), workspace.desk.path)
    except SaysoError as error:
        app.notify(label(str(error), 400), severity="error", timeout=6, markup=False)
        return False
    outbox.rescue = rescued
    # In the corner, which stays where the screen is left for another.
    app.notify(
        label(f"Wrote {path}. sayso db merge brings it into the library when that can be written again.", 400),
        markup=False,
    )
    return True


def rescue_anywhere(rescued: "Rescue", beside: Path) -> str:
    """Write what nobody can be asked about any more, and say where in one line: beside the library, else elsewhere."""
    from store.rescuing import write_rescue

    for folder in (beside.parent, Path.home(), Path(tempfile.gettempdir())):
        path = folder / file_name()
        try:
            write_rescue(path, rescued, beside)
        except SaysoError:
            continue
        return f"what could not be saved is in {label(str(path))}; sayso db merge brings it into the library"
    return "what was not saved could not be written anywhere, and is lost"


def file_name() -> str:
    """A name that says what it is, and that no file had a second ago."""
    return f"sayso-unsaved-{datetime.now():%Y-%m-%d-%H%M%S}.db"
