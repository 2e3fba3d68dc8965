"""A key is on the screen with one paint, whatever parts of the screen it changes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.screen import Screen
from textual.widget import Widget

from tests.tui.reading import reading, until
from tui.keymap.places import COMMANDS
from tui.screens.reading.reader import ReaderScreen
from tui.screens.settling import SettlingScreen
from tui.widgets.hint import Hint

ARTICLE = "\n\n".join(f"Ada Bo said on Monday that plan number {n} had been dropped." for n in range(60))
NINE = "\n\n".join(f"Ada Bo said that plan {'nine' if n % 3 else 'two'} had been dropped." for n in range(90))


@contextmanager
def paints(screen: ReaderScreen) -> Iterator[list[set[Widget]]]:
    """The widgets that each paint of ``screen`` in this context is for."""
    seen: list[set[Widget]] = []
    with pytest.MonkeyPatch.context() as patching:
        refresh = Screen._compositor_refresh

        def noting(self: Screen[object]) -> None:
            if self is screen:
                seen.append(set(screen._dirty_widgets))
            refresh(self)

        patching.setattr(Screen, "_compositor_refresh", noting)
        yield seen


@pytest.mark.parametrize("key", ["space", "j", "right_square_bracket"])
async def test_a_key_that_moves_the_article_and_the_cards_is_painted_once(tmp_path: Path, key: str) -> None:
    async with reading(tmp_path / "sayso.db", ARTICLE, (120, 24)) as (pilot, screen):
        # Past what is painted for the first claim only: the line of hints comes up with it.
        await pilot.press("right_square_bracket", "space", "space")
        await until(pilot, lambda: screen.query_one(Hint).said and screen.pane.scroll_y and screen.panel.scroll_y)
        await pilot.pause()
        before = screen.pane.scroll_y, screen.panel.scroll_y, screen.pane.selected
        with paints(screen) as seen:
            await pilot.press(key)
            await until(pilot, lambda: (screen.pane.scroll_y, screen.panel.scroll_y, screen.pane.selected) != before)
            await pilot.pause()
        assert len(seen) == 1
        assert {screen.pane, screen.panel} <= seen[0]


async def test_a_decision_is_painted_with_what_is_said_of_it_and_the_next_claim(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.settling._SOON", 60)  # however slow the disk is
    async with reading(tmp_path / "sayso.db", ARTICLE, (120, 24)) as (pilot, screen):
        await pilot.press("right_square_bracket")
        await until(pilot, lambda: screen.pane.selected == 0)
        await pilot.press("y")  # the line of hints has been there since
        await screen.hand_over()
        await pilot.pause()
        with paints(screen) as seen:
            await pilot.press("y")
            await until(pilot, lambda: screen.pane.selected == 2)
            await screen.hand_over()
            await until(pilot, lambda: seen)
            await pilot.pause()
        assert len(seen) == 1
        assert {screen.pane, screen.panel, screen.query_one(Hint)} <= seen[0]
        assert screen.panel.items[1].annotation is not None


async def test_what_takes_long_to_be_kept_does_not_keep_the_next_claim_from_being_painted(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db", ARTICLE, (120, 24)) as (pilot, screen):
        await pilot.press("right_square_bracket")
        await until(pilot, lambda: screen.pane.selected == 0)
        async with screen.workspace.outbox.writing:
            with paints(screen) as seen:
                await pilot.press("y")
                await until(pilot, lambda: seen)
            assert screen.pane.selected == 1
            assert screen.panel.items[0].annotation is None
        await screen.hand_over()


async def test_a_widget_that_never_gets_to_its_messages_does_not_keep_the_screen_from_being_painted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(tmp_path / "sayso.db", ARTICLE, (120, 24)) as (pilot, screen):
        monkeypatch.setattr(SettlingScreen, "_unsettled", lambda _: True)
        with paints(screen) as seen:
            await pilot.press("j")
            await until(pilot, lambda: seen)


async def test_a_letter_of_a_filter_is_painted_once_and_nothing_is_laid_out_for_it(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db", NINE, (120, 24)) as (pilot, screen):
        await pilot.press(COMMANDS["claims.filter"].keys[0], *"plan ")
        await until(pilot, lambda: screen.panel.found == "90 of 90")
        await pilot.pause()
        with paints(screen) as seen, pytest.MonkeyPatch.context() as patching:
            patching.setattr(Screen, "_refresh_layout", None)
            await pilot.press(*"nine")
            await until(pilot, lambda: screen.panel.found == "60 of 90")
            await pilot.pause()
        assert 0 < len(seen) <= len("nine")
