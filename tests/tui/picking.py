"""Choosing files in tests."""

from textual.pilot import Pilot

from tests.tui.dialog_stage import screen_text
from tests.tui.reading import until
from tui.dialogs.picker import PickerDialog
from tui.screens.library import LibraryScreen


async def picker(pilot: Pilot[None]) -> PickerDialog:
    """The dialog, which shows the folder."""
    await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen) and pilot.app.screen._version is not None)
    await pilot.press("a")
    await until(pilot, lambda: isinstance(pilot.app.screen, PickerDialog))
    dialog = pilot.app.screen
    assert isinstance(dialog, PickerDialog)
    await until(pilot, lambda: dialog._contents.entries)
    await until(pilot, lambda: 0 < dialog.query_one(".keys").region.bottom <= pilot.app.size.height)
    await until(pilot, lambda: "Cancel" in screen_text(pilot.app))
    return dialog
