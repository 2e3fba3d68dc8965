"""Searching an article while the words are typed: count, place and marks follow; Esc goes back to where one was."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui.reading import go_to, reading, said, until
from tui.screens.reading.reader import ReaderScreen
from tui.widgets.article import searching
from tui.widgets.search_bar import SearchBar

LONG = "# Minutes\n\n" + "".join(f"Paragraph {number} of the minutes.\n\n" for number in range(1, 201))


def told(screen: ReaderScreen) -> str:
    """What the search line says of what was found."""
    return str(screen.query_one(SearchBar).query_one(".found").render())


def in_sight(screen: ReaderScreen) -> str:
    low, high = screen.pane.visible_span
    return screen.pane.text[low:high]


async def open_and_type(pilot: Pilot[None], screen: ReaderScreen, words: str) -> None:
    await pilot.press("slash")
    await until(pilot, lambda: screen.query(SearchBar) and screen.query_one(SearchBar).query_one(Input).has_focus)
    await pilot.press(*(" " if letter == " " else letter for letter in words))
    await until(pilot, lambda: screen.pane.searched_for == words)


@pytest.fixture(params=[True, False], ids=["at once", "a slice at a time"], autouse=True)
def _slices(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if not request.param:
        monkeypatch.setattr(searching, "SLICE", 200)


async def test_count_and_place_follow_what_is_typed(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", LONG) as (pilot, screen):
        await open_and_type(pilot, screen, "h 15")
        await until(pilot, lambda: told(screen) == "1 of 11" and "Paragraph 15 " in in_sight(screen))
        await pilot.press("7")
        await until(pilot, lambda: told(screen) == "1 of 1" and "Paragraph 157 " in in_sight(screen))
        await pilot.press("backspace", "backspace")
        await until(pilot, lambda: told(screen) == "1 of 111" and "Paragraph 1 " in in_sight(screen))


async def test_the_first_place_is_looked_for_from_where_one_is_and_round_the_end(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", LONG) as (pilot, screen):
        await pilot.press("G")
        await until(pilot, lambda: "Paragraph 200 " in in_sight(screen))
        await open_and_type(pilot, screen, "h 19")
        await until(pilot, lambda: told(screen).endswith(" of 11") and not told(screen).startswith("1 "))
        await pilot.press("backspace", "5")
        await until(pilot, lambda: told(screen) == "1 of 11" and "Paragraph 15 " in in_sight(screen))


async def test_esc_goes_back_to_where_the_search_began_and_to_what_was_searched_for_before(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", LONG) as (pilot, screen):
        await open_and_type(pilot, screen, "minutes")
        await pilot.press("enter", "space")
        await until(pilot, lambda: screen.pane.has_focus and screen.pane.top > 300)
        top = screen.pane.top
        await open_and_type(pilot, screen, "h 180")
        await until(pilot, lambda: "Paragraph 180 " in in_sight(screen))
        await pilot.press("escape")
        await until(pilot, lambda: screen.pane.has_focus and screen.pane.top == top)
        await until(pilot, lambda: screen.pane.searched_for == "minutes" and screen.pane.hits == 201)
        await pilot.press("alt+left")
        await until(pilot, lambda: said(pilot.app) == ["Nothing further back."])


async def test_enter_stays_and_is_a_jump(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", LONG) as (pilot, screen):
        read = screen.pane.visible_span
        await open_and_type(pilot, screen, "h 180")
        await pilot.press("enter")
        await until(pilot, lambda: "Hit 1 of 1" in str(screen.query_one("Hint").render()))
        assert "Paragraph 180 " in in_sight(screen)
        await pilot.press("alt+left")
        await until(pilot, lambda: screen.pane.top == read[0])


async def test_what_is_not_there_is_told_while_it_is_typed_and_the_place_stays(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", LONG) as (pilot, screen):
        read = screen.pane.visible_span
        await open_and_type(pilot, screen, "h 180x")
        await until(pilot, lambda: told(screen) == "not found" and screen.pane.top == read[0])
        await pilot.press("enter")
        await until(pilot, lambda: said(pilot.app) == ["Not found: h 180x"])
        assert screen.pane.top == read[0]


async def test_looking_for_nothing_is_told(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", LONG) as (pilot, screen):
        await open_and_type(pilot, screen, "  ")
        assert told(screen) == ""
        await pilot.press("enter")
        await until(pilot, lambda: said(pilot.app) == ["Nothing to look for: no words were typed."])


async def test_who_clicks_at_what_was_found_stays_there(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", LONG) as (pilot, screen):
        read = screen.pane.visible_span
        await open_and_type(pilot, screen, "h 180")
        await until(pilot, lambda: "Paragraph 180 " in in_sight(screen))
        found = screen.pane.visible_span
        await pilot.click(screen.pane, offset=(10, 5))
        await until(pilot, lambda: not screen.query_one(SearchBar).display)
        assert screen.pane.top == found[0]
        await pilot.press("alt+left")
        await until(pilot, lambda: screen.pane.top == read[0])


async def test_a_caret_that_is_out_goes_along_to_the_hit_and_to_those_after_it(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", LONG) as (pilot, screen):
        await pilot.press("v")
        await open_and_type(pilot, screen, "h 15")
        await until(pilot, lambda: told(screen) == "1 of 11")
        await pilot.press("enter")
        await until(pilot, lambda: screen.pane.caret == screen.pane.text.index("h 15 "))
        await pilot.press("n")
        await until(pilot, lambda: screen.pane.caret == screen.pane.text.index("h 150 "))


async def test_a_selection_that_was_begun_goes_on_to_the_hit(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", LONG) as (pilot, screen):
        await pilot.press("v", "v")
        await open_and_type(pilot, screen, "h 3")
        await pilot.press("enter")
        await until(pilot, lambda: screen.pane.selection == (0, screen.pane.text.index("h 3 ") + 3))


async def test_what_is_marked_after_a_search_is_what_was_found(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db") as (pilot, screen):
        await pilot.press("m")
        await open_and_type(pilot, screen, "nothing")
        await pilot.press("enter")
        await until(pilot, lambda: screen.pane.caret == screen.pane.text.index("nothing"))
        await pilot.press("v", "w", "enter", "enter", "enter")
        await until(pilot, lambda: screen.mode is None and any(one.by_hand for one in screen.workspace.annotations))
        (marked,) = [one for one in screen.workspace.annotations if one.by_hand]
        assert marked.words == "nothing"


async def test_while_a_claim_is_amended_the_hit_is_what_can_come_to_it(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db") as (pilot, screen):
        await go_to(pilot, screen, "that it had rejected")
        pieces = len(screen.selected_item.content)  # type: ignore[union-attr]
        await pilot.press("E")
        await open_and_type(pilot, screen, "nothing")
        await pilot.press("enter")
        await until(pilot, lambda: screen.pane.selection == span_of(screen, "nothing"))
        await pilot.press("a", "c", "enter")
        await until(pilot, lambda: screen.mode is None and any(one.amended for one in screen.workspace.annotations))
        content = screen.selected_item.content  # type: ignore[union-attr]
        assert len(content) == pieces + 1
        assert content[-1] == span_of(screen, "nothing")


def span_of(screen: ReaderScreen, words: str) -> tuple[int, int]:
    start = screen.pane.text.index(words)
    return start, start + len(words)
