"""Going back and forth through jumps: what a reader jumped from is found again."""

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.tui.reading import reading, said, until
from tui.app import SaysoApp
from tui.jumps import MOST, Jumps
from tui.screens.reading.reader import ReaderScreen

PLACES = st.integers(0, 20)
LONG = "# Minutes\n\n" + "".join(f"Paragraph {number} of the minutes.\n\n" for number in range(1, 201))


def after(pushed: list[int]) -> Jumps:
    jumps = Jumps()
    for place in pushed:
        jumps.push(place)
    return jumps


@given(st.lists(PLACES, min_size=1), PLACES, st.integers(1, 5))
def test_back_then_forth_is_where_one_was(pushed: list[int], here: int, steps: int) -> None:
    jumps, way = after(pushed), [here]
    while len(way) <= steps and (there := jumps.back(way[-1])) is not None:
        way.append(there)
    while len(way) > 1:
        assert jumps.forth(way.pop()) == way[-1]
    assert jumps.forth(here) is None


@given(st.lists(PLACES), PLACES)
def test_every_step_leads_elsewhere_and_backwards_through_what_was_jumped_from(pushed: list[int], here: int) -> None:
    jumps, way = after(pushed), [here]
    while (there := jumps.back(way[-1])) is not None:
        way.append(there)
    assert all(one != other for one, other in pairwise(way))
    rest = iter(reversed(pushed))
    assert all(place in rest for place in way[1:])


@given(st.lists(PLACES, min_size=1), PLACES, PLACES)
def test_after_a_new_jump_nothing_lies_ahead(pushed: list[int], here: int, from_there: int) -> None:
    jumps = after(pushed)
    jumps.back(here)
    jumps.push(from_there)
    assert jumps.forth(here) is None


def test_of_many_jumps_the_last_hundred_are_kept() -> None:
    jumps, here, steps = after(list(range(1000))), 1000, 0
    while (there := jumps.back(here)) is not None:
        here, steps = there, steps + 1
    assert (steps, here) == (MOST, 1000 - MOST)


async def test_back_and_forth_through_the_ends_of_an_article(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", LONG) as (pilot, screen):
        await pilot.press("space", "j")
        await until(pilot, lambda: screen.pane.top > 300)
        read = screen.pane.visible_span
        await pilot.press("G")
        await until(pilot, lambda: screen.pane.visible_span[1] == len(screen.pane.text))
        end = screen.pane.visible_span
        await pilot.press("g")
        await until(pilot, lambda: screen.pane.top == 0)
        await pilot.press("alt+left")
        await until(pilot, lambda: screen.pane.visible_span == end)
        await pilot.press("ctrl+o")
        await until(pilot, lambda: screen.pane.top == read[0])
        await pilot.press("alt+left")
        await until(pilot, lambda: said(pilot.app) == ["Nothing further back."])
        assert screen.pane.top == read[0]
        await pilot.press("alt+right", "ctrl+i")
        await until(pilot, lambda: screen.pane.top == 0)
        await pilot.press("alt+right")
        await until(pilot, lambda: said(pilot.app) == ["Nothing further forth."])


async def test_steps_within_what_is_in_sight_are_no_jumps_and_those_out_of_it_are(tmp_path: Path) -> None:
    article = (
        LONG.replace("Paragraph 9 of", "“We did nothing,” Marta Lindqvist said in")
        .replace("Paragraph 11 of", "“They did all,” Marta Lindqvist said in")
        .replace("Paragraph 150 of", "“We never met,” the mayor said in")
    )
    async with reading(tmp_path / "l.db", article) as (pilot, screen):
        await until(pilot, lambda: len(screen.workspace.items) == 3)
        await pilot.press("right_square_bracket", "right_square_bracket")
        await until(pilot, lambda: screen.pane.selected == 1)
        await pilot.press("alt+left")
        await until(pilot, lambda: said(pilot.app) == ["Nothing further back."])
        read = screen.pane.visible_span
        await pilot.press("right_square_bracket")
        await until(pilot, lambda: screen.pane.top > read[1])
        await pilot.press("alt+left")
        await until(pilot, lambda: screen.pane.top == read[0])


async def test_in_another_width_the_same_words_are_gone_back_to(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", LONG) as (pilot, screen):
        await pilot.press("space", "space")
        await until(pilot, lambda: screen.pane.top > 300)
        top = screen.pane.top
        await pilot.press("G")
        await until(pilot, lambda: screen.pane.visible_span[1] == len(screen.pane.text))
        await pilot.resize_terminal(60, 20)
        await pilot.press("alt+left")
        await until(pilot, lambda: screen.pane.top == top)


async def test_an_article_opened_at_a_place_that_was_found_goes_back_to_where_it_was_left(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", LONG) as (pilot, screen):
        await pilot.press("space")
        await until(pilot, lambda: screen.pane.top)
        top, at = screen.pane.top, screen.pane.text.index("Paragraph 150")
        await pilot.press("q")
        await until(pilot, lambda: not pilot.app.is_running)
    app = SaysoApp(tmp_path / "l.db")
    async with app.run_test(size=(120, 40)) as pilot:
        await app.action_open(1, at, None, at + 9)
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.workspace.article)
        found = app.screen
        assert isinstance(found, ReaderScreen)
        await until(pilot, lambda: found.pane.visible_span[0] <= at < found.pane.visible_span[1])
        await until(pilot, lambda: not found.panel.loading_claims)
        await pilot.press("alt+left")
        await until(pilot, lambda: found.pane.top == top)
    app.close()


async def test_a_place_beyond_the_end_of_a_text_that_took_the_place_of_another_is_its_end(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", LONG) as (pilot, screen):
        screen.pane.jumps.push(10**9)
        await pilot.press("alt+left")
        await until(pilot, lambda: screen.pane.visible_span[1] == len(screen.pane.text))


async def test_the_caret_jumps_and_comes_back_too(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", LONG) as (pilot, screen):
        await pilot.press("v", "j", "G")
        await until(pilot, lambda: screen.pane.caret is not None and screen.pane.caret > len(screen.pane.text) - 3)
        await pilot.press("alt+left")
        await until(pilot, lambda: screen.pane.top == 0 and screen.pane.caret is not None and screen.pane.caret < 50)
        await pilot.press("j")
        assert screen.pane.top == 0
