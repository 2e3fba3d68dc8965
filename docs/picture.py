"""Makes the README's picture out of the running reader: ``make picture``.

It opens a sample in a library of its own, judges and notes a few claims as a reader would, and exports the screen.
"""

import asyncio
import re
import tempfile
from pathlib import Path

from textual.pilot import Pilot

from store.importing import read_file
from tui.app import SaysoApp
from tui.screens.reading.reader import ReaderScreen

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "reader.svg"
NOTE = "Which General Staff bulletin? Ask for the one before it."
KEYS = {" ": "space", "?": "question_mark", ".": "full_stop"}


async def until(pilot: Pilot[None], true: object) -> None:
    """Wait for a condition; ``true`` is called until it holds."""
    assert callable(true)
    for _ in range(400):
        if true():
            return
        await pilot.pause(0.02)
    raise AssertionError("the reader never got there")


async def make() -> None:
    """Drive the reader and save the picture."""
    with tempfile.TemporaryDirectory() as folder:
        app = SaysoApp(Path(folder) / "picture.db", read_file(ROOT / "samples" / "war-wire.md"))
        async with app.run_test(size=(120, 36)) as pilot:
            screen = app.screen
            assert isinstance(screen, ReaderScreen)
            await until(pilot, lambda: screen.workspace.reading is not None and not screen.panel.loading_claims)
            await pilot.press("]", "y")
            await until(pilot, lambda: len(screen.workspace.annotations) == 1)
            await pilot.press("]", "]", "a")
            await until(pilot, lambda: app.screen is not screen)
            await pilot.press(*(KEYS.get(char, char) for char in NOTE), "ctrl+s")
            await until(pilot, lambda: len(screen.workspace.annotations) == 2 and app.screen is screen)
            svg = app.export_screenshot(title="Sayso")
        app.close()
    # Fonts are the viewer's own: a picture must not fetch anything.
    PICTURE.write_text(re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL), encoding="utf-8")
    print(f"wrote {PICTURE.relative_to(ROOT)}")


if __name__ == "__main__":
    asyncio.run(make())
