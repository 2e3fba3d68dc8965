"""Two articles side by side."""

import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from store.errors import SaysoError
from store.importing import read_stream
from store.importing.markdown import parse_markdown
from store.library import Library
from tests.tui.dialog_stage import screen_text
from tests.tui.reading import ARTICLE, reading, said, until
from tui.app import SaysoApp
from tui.dialogs.switcher import SwitcherDialog
from tui.screens.comparing import CompareScreen
from tui.screens.library import LibraryScreen
from tui.screens.reading.reader import ReaderScreen
from tui.waited_for import LEADS
from tui.widgets.hint import Hint
from tui.workspace import Workspace

OTHER = """# Ferry company answers

“We will sail on Sunday,” Marta Lindqvist, the company's chief executive, told reporters on Friday.

Lindqvist said that the plan was sound. The weather office said that it would rain\x1b[31m\u202e.
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sayso.db"
    with Library(path) as library:
        for text in (ARTICLE, OTHER, "# Nobody\n\nIt rained."):
            library.articles.add(read_stream(io.BytesIO(text.encode())))
    return path


@asynccontextmanager
async def in_library(database: Path, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Pilot[None]]:
    app = SaysoApp(database)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen.chosen is not None)
        yield pilot
    app.close()


async def compared(pilot: Pilot[None]) -> CompareScreen:
    await until(pilot, lambda: isinstance(pilot.app.screen, CompareScreen) and pilot.app.screen._sides)
    screen = pilot.app.screen
    assert isinstance(screen, CompareScreen)
    await until(pilot, lambda: screen.query_one(OptionList).option_count)
    return screen


async def test_two_that_are_marked_are_shown_with_who_speaks_in_both(database: Path) -> None:
    async with in_library(database) as pilot:
        await pilot.press("j", "space", "j", "space")
        await until(pilot, lambda: screen_text(pilot.app).count("● ") == 2)
        await pilot.press("equals_sign")
        screen = await compared(pilot)
        await until(pilot, lambda: "Marta Lindqvist  2 here · 1 there" in screen_text(pilot.app))
        here, there = screen.panes
        # The first that they say in each is chosen.
        await until(pilot, lambda: here.selected is not None and there.selected is not None)
        first = here.selected
        await pilot.press("tab", "tab")
        await until(pilot, lambda: screen.query_one(OptionList).has_focus)
        await pilot.press("enter")
        await until(pilot, lambda: here.selected not in (None, first))
        assert "Friday" in screen_text(pilot.app)
        assert "cut a single post" in screen_text(pilot.app)
        assert not {"\x1b", "\u202e"} & set(screen_text(pilot.app))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))


async def test_from_an_article_another_is_chosen_and_enter_opens_its_claim(database: Path) -> None:
    async with in_library(database) as pilot:
        await pilot.app.action_open(1)  # type: ignore[attr-defined]
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen) and pilot.app.screen.workspace.article)
        reader = pilot.app.screen
        await pilot.press("equals_sign")
        await until(pilot, lambda: isinstance(pilot.app.screen, SwitcherDialog))
        dialog = pilot.app.screen
        assert isinstance(dialog, SwitcherDialog)
        await until(pilot, lambda: [goal.article for goal in dialog._goals] == [3, 2])
        await pilot.press("down", "enter")
        screen = await compared(pilot)
        await pilot.press("tab", "right_square_bracket", "right_square_bracket")
        await until(pilot, lambda: screen.panes[1].selected == 2)
        await pilot.press("left_square_bracket", "enter")
        await until(
            pilot,
            lambda: (
                isinstance(pilot.app.screen, ReaderScreen)
                and pilot.app.screen is not reader
                and pilot.app.screen.selected_item is not None
            ),
        )
        assert pilot.app.screen.workspace.article.id == 2  # type: ignore[attr-defined]
        await pilot.press("q")
        await until(pilot, lambda: pilot.app.screen is screen)


async def test_an_article_on_its_way_into_the_library_is_not_waited_for(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def not_yet(*_: object) -> None:
        raise SaysoError("somebody else has the library")

    monkeypatch.setattr(Workspace, "enter", not_yet)
    app = SaysoApp(database, read_stream(io.BytesIO(ARTICLE.encode())))
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await pilot.press("equals_sign")
        await until(pilot, lambda: any("on its way into the library" in words for words in said(app)))
        assert not any(one.group.startswith(LEADS) for one in app.workers)
    app.close()


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_in_a_narrow_window_one_is_shown_at_a_time(database: Path, size: tuple[int, int]) -> None:
    async with in_library(database, size) as pilot:
        await pilot.app.push_screen(CompareScreen(pilot.app.desk, 1, 2))  # type: ignore[attr-defined]
        screen = await compared(pilot)
        here, there = screen.panes
        await until(pilot, lambda: here.display and not there.display)
        await pilot.press("tab")
        await until(pilot, lambda: there.display and not here.display and there.has_focus)


async def test_the_mouse_chooses_speakers_and_claims(database: Path) -> None:
    async with in_library(database) as pilot:
        await pilot.app.push_screen(CompareScreen(pilot.app.desk, 1, 2))  # type: ignore[attr-defined]
        screen = await compared(pilot)
        here, there = screen.panes
        await until(pilot, lambda: here.selected is not None)
        before = there.selected
        await pilot.click(OptionList, offset=(4, 1))
        await until(pilot, lambda: there.selected != before)


async def test_where_nobody_speaks_in_both_it_is_said_and_one_marked_goes_with_that_under_the_cursor(
    database: Path,
) -> None:
    async with in_library(database) as pilot:
        await pilot.press("equals_sign")
        await until(pilot, lambda: "Mark two articles first with Space." in screen_text(pilot.app))
        await pilot.press("space", "j", "equals_sign")
        await compared(pilot)
        await until(pilot, lambda: "Nobody speaks in both." in screen_text(pilot.app))


async def test_a_wide_table_is_moved_in_the_text_that_has_the_keys(database: Path) -> None:
    years = [str(year) for year in range(2001, 2031)]
    table = f"| Country | {' | '.join(years)} |\n|{'---|' * 31}\n| Norway | {' | '.join(years)} |\n"
    with Library(database) as library:
        for title in ("One", "Two"):
            library.articles.add(read_stream(io.BytesIO(f"# {title}\n\nIt rained.\n\n{table}".encode())))
    async with in_library(database) as pilot:
        await pilot.app.push_screen(CompareScreen(pilot.app.desk, 4, 5))  # type: ignore[attr-defined]
        await until(pilot, lambda: screen_text(pilot.app).count("Country │ 2001") == 2)
        await pilot.press("tab", "greater_than_sign")
        await until(pilot, lambda: "Country │ 2001" in screen_text(pilot.app) and "‹ 2002" in screen_text(pilot.app))
        here, there = pilot.app.screen.panes  # type: ignore[attr-defined]
        assert there.has_focus
        assert "‹" not in "".join(here.render_line(y).text for y in range(here.rows))
        here.show(parse_markdown("No table."))
        there.show(parse_markdown("None here."))
        await pilot.press("greater_than_sign")
        assert "No table in sight" in said(pilot.app)[-1]


async def test_the_line_tells_of_the_claim_of_the_side_that_has_the_keys(database: Path) -> None:
    async with in_library(database) as pilot:
        await pilot.app.push_screen(CompareScreen(pilot.app.desk, 1, 2))  # type: ignore[attr-defined]
        screen = await compared(pilot)
        await until(pilot, lambda: screen.panes[1].selected is not None)
        screen.panes[0].focus()
        await pilot.press("right_square_bracket")
        await until(pilot, lambda: "Lindqvist" not in screen.query_one(Hint).said)
        await pilot.press("tab")
        await until(pilot, lambda: screen.panes[1].has_focus)
        await until(pilot, lambda: "Marta Lindqvist" in screen.query_one(Hint).said)


async def test_without_colours_it_is_seen_where_the_keys_are(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with in_library(database) as pilot:
        await pilot.app.push_screen(CompareScreen(pilot.app.desk, 1, 2))  # type: ignore[attr-defined]
        screen = await compared(pilot)
        for title in ("Harbour board", "Ferry company", "Who speaks in both"):
            await until(pilot, lambda title=title: turned_round(screen).startswith(title))  # type: ignore[misc]
            await pilot.press("tab")


def turned_round(screen: CompareScreen) -> str:
    """The title that is shown in reverse."""
    rows = [screen._compositor.render_strips()[row] for row in (0, screen.query_one(OptionList).region.y)]
    pieces = [piece for row in rows for piece in row if piece.style and piece.style.reverse]
    return "".join(piece.text for piece in pieces).strip()


async def test_beside_the_only_article_there_is_none_to_choose(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        await pilot.press("equals_sign")
        await until(pilot, lambda: "There is no other article." in screen_text(pilot.app))
        assert "Enter Go" not in screen_text(pilot.app)

        await pilot.press("down", "enter", "x")
        await until(pilot, lambda: "No article is like that." in screen_text(pilot.app))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
