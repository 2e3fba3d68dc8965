"""Driving the reading screen in tests: an app on an article of the test's own, and waiting for what is asserted."""

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.app import App
from textual.pilot import Pilot

from store.importing import read_stream
from tui.app import SaysoApp
from tui.config.schema import Config
from tui.keymap.applying import Keymap
from tui.screens.reading.reader import ReaderScreen
from tui.widgets.hint import Hint

ARTICLE = """# Harbour board rejects ferry plan

The harbour board said on Monday that it had rejected the plan. Its reasons filled one page.

“We have not cut a single post,” Marta Lindqvist, the company's chief executive, told reporters.

The union, according to its newsletter, counts six people where there had been nine.

Passengers noticed nothing.
"""


PATIENCE = 60.0
"""Seconds after which what did not come will not come, also on a slow machine that is busy."""


async def until(pilot: Pilot[None], true: Callable[[], object]) -> None:
    """Wait until ``true()`` holds; AssertionError after more seconds than any machine needs."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, f"never came true: {true}"
        await pilot.pause(0.02)


def said(app: App[None]) -> list[str]:
    """What the reader has been told a moment ago: over the footer, and in the corner."""
    told = [hint.told for hint in app.screen.query(Hint) if hint.has_class("-told")]
    return [*told, *(one.message for one in app._notifications)]


@asynccontextmanager
async def reading(
    database: Path,
    article: str = ARTICLE,
    size: tuple[int, int] = (120, 40),
    keymap: Keymap | None = None,
    config: Config | None = None,
) -> AsyncIterator[tuple[Pilot[None], ReaderScreen]]:
    """The reader open on ``article``, once its claims are on display."""
    import io

    app = SaysoApp(database, read_stream(io.BytesIO(article.encode())), keymap=keymap, config=config)
    async with app.run_test(size=size) as pilot:
        # A draft may have been offered already, on top of it.
        await until(pilot, lambda: any(isinstance(one, ReaderScreen) for one in app.screen_stack))
        screen = next(one for one in app.screen_stack if isinstance(one, ReaderScreen))
        await until(pilot, lambda: screen.workspace.article and not screen.panel.loading_claims)
        yield pilot, screen
    app.close()


def index_of(screen: ReaderScreen, words: str) -> int:
    """Which item's content begins with ``words``."""
    text = screen.workspace.text
    return next(i for i, item in enumerate(screen.workspace.items) if text[item.content[0][0] :].startswith(words))


async def go_to(pilot: Pilot[None], screen: ReaderScreen, words: str) -> None:
    """Step with ``]`` to the item whose content begins with ``words``."""
    index = index_of(screen, words)
    while screen.pane.selected != index:
        before = screen.pane.selected
        await pilot.press("right_square_bracket")
        await until(pilot, lambda before=before: screen.pane.selected != before)
