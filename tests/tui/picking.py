"""Choosing files in tests."""

from textual.pilot import Pilot

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
    return dialog
