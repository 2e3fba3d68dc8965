"""Makes the README's pictures out of the running program: ``make picture``.

Samples are opened in a library of its own, some claims judged and noted as a reader would, and the screen exported.
"""

import asyncio
import io
import os
import re
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, redirect_stdout
from pathlib import Path

from textual.pilot import Pilot

from store.importing import read_file
from tui.app import SaysoApp
from tui.commands.add import add
from tui.screens.library import LibraryScreen
from tui.screens.reading.reader import ReaderScreen
from tui.widgets.article_table import ArticleTable
from tui.widgets.hint import Hint

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs"
NOTE = "Which General Staff bulletin? Ask for the one before it."
SAMPLES = ("war-wire.md", "earthquake.md", "election.md", "health-scare.md", "obituary.md", "science-release.md")
KEYS = {" ": "space", "?": "question_mark", ".": "full_stop"}


async def until(pilot: Pilot[None], true: Callable[[], object]) -> None:
    """Wait until ``true()`` holds."""
    for _ in range(400):
        if true():
            return
        await pilot.pause(0.02)
    raise AssertionError("the reader never got there")


@asynccontextmanager
async def reader(database: Path, size: tuple[int, int]) -> AsyncIterator[tuple[Pilot[None], ReaderScreen]]:
    """The reader on a sample, once its claims are there."""
    app = SaysoApp(database, read_file(ROOT / "samples" / SAMPLES[0]))
    async with app.run_test(size=size) as pilot:
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        await until(pilot, lambda: screen.workspace.reading is not None and not screen.panel.loading_claims)
        yield pilot, screen
    app.close()


async def at_work(database: Path) -> AsyncIterator[tuple[str, str]]:
    """The article beside its claims, one accepted and a note on another; then the claims as a drawer."""
    async with reader(database, (120, 36)) as (pilot, screen):
        await pilot.press("]", "y")
        await until(pilot, lambda: len(screen.workspace.annotations) == 1)
        await pilot.press("]", "]", "a")
        await until(pilot, lambda: pilot.app.screen is not screen)
        await pilot.press(*(KEYS.get(char, char) for char in NOTE), "ctrl+s")
        await until(pilot, lambda: len(screen.workspace.annotations) == 2 and pilot.app.screen is screen)
        screen.query_one(Hint).leave_off()
        await pilot.pause()
        yield "reader", _drawn(pilot)
        await pilot.resize_terminal(60, 24)
        await pilot.press("tab")
        await until(pilot, lambda: screen.panel.has_focus)
        yield "narrow", _drawn(pilot)


async def without_colour(database: Path) -> AsyncIterator[tuple[str, str]]:
    """The same with NO_COLOR, which Textual takes away again."""
    os.environ["NO_COLOR"] = "1"
    try:
        async with reader(database, (80, 24)) as (pilot, screen):
            await pilot.press("]", "]")
            await until(pilot, lambda: screen.pane.selected == 1)
            yield "no-colour", _drawn(pilot)
    finally:
        os.environ.pop("NO_COLOR", None)


async def library(database: Path) -> AsyncIterator[tuple[str, str]]:
    """The library with some samples in it."""
    files = [str(ROOT / "samples" / name) for name in SAMPLES[1:]]
    with redirect_stdout(io.StringIO()):
        add.main([*files, "--db", str(database)], standalone_mode=False)
    app = SaysoApp(database)
    async with app.run_test(size=(100, 12)) as pilot:
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        await until(pilot, lambda: screen.query_one(ArticleTable).row_count == len(SAMPLES))
        yield "library", _drawn(pilot)
    app.close()


async def pictures() -> dict[str, str]:
    """The pictures by their names, each an SVG."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "picture.db"
        return {name: svg for draw in (at_work, without_colour, library) async for name, svg in draw(database)}


def _drawn(pilot: Pilot[None]) -> str:
    svg = pilot.app.export_screenshot(title="Sayso")
    # Fonts are the viewer's own: a picture must not fetch anything.
    return re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)


if __name__ == "__main__":
    for name, svg in asyncio.run(pictures()).items():
        path = PICTURES / f"{name}.svg"
        path.write_text(svg, encoding="utf-8")
        print(f"wrote {path.relative_to(ROOT)}")
