"""The claims filtered as one types, sorted and grouped: what is shown, what steps lead to, and that nothing is lost."""

from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui.dialog_stage import screen_text
from tests.tui.reading import go_to, index_of, reading, said, until
from tests.tui.test_deciding import all_kept, verdicts
from tests.tui.test_layers import look
from tui.config.schema import Cards, Config
from tui.screens.reading.reader import ReaderScreen
from tui.widgets.filter_line import FilterLine
from tui.widgets.hint import Hint

ARTICLE = """Ada Bo said that one fell.

Cy Do said that two fell.

Ada Bo said that three stood.

“Four fell,” Ed Fu told reporters.
"""
ONE, TWO, THREE, FOUR = "that one", "that two", "that three", "“Four"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


def shown(screen: ReaderScreen) -> list[int]:
    return list(screen.panel.listing.shown)


async def filtered(pilot: Pilot[None], screen: ReaderScreen, text: str) -> None:
    """Open the filter line and have ``text`` in it, typed."""
    await pilot.press("backslash")
    await until(pilot, lambda: isinstance(screen.focused, Input))
    assert isinstance(screen.focused, Input)
    screen.focused.value = text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("stood", [THREE]),
        ("speaker:ada", [ONE, THREE]),
        ("FELL", [ONE, TWO, FOUR]),
        ("kind:direct", [FOUR]),
        ("is:unreviewed speaker:do", [TWO]),
        ("is:rejected", []),
        ("", [ONE, TWO, THREE, FOUR]),
    ],
)
async def test_only_what_the_filter_lets_through_has_a_card(database: Path, text: str, words: list[str]) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await filtered(pilot, screen, text)
        await until(pilot, lambda: shown(screen) == [index_of(screen, one) for one in words])
        if text:
            await until(pilot, lambda: f"{len(words)} of 4" in str(screen.panel.border_title))
            await until(pilot, lambda: screen_text(pilot.app).count(f"{len(words)} of 4") == 2)


async def test_what_is_typed_filters_at_every_key_and_escape_shows_all_again(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await pilot.press("backslash", "f")
        await until(pilot, lambda: shown(screen) == [index_of(screen, words) for words in (ONE, TWO, FOUR)])
        await pilot.press("o")
        await until(pilot, lambda: shown(screen) == [index_of(screen, FOUR)])
        await pilot.press("escape")
        await until(pilot, lambda: len(shown(screen)) == 4)
        assert screen.pane.has_focus


@pytest.mark.parametrize("selected", [None, ONE, TWO])
async def test_enter_goes_to_the_first_that_is_shown_and_steps_pass_over_the_rest(
    database: Path, selected: str | None
) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        if selected is not None:
            await go_to(pilot, screen, selected)
        await filtered(pilot, screen, "speaker:ada")
        await until(pilot, lambda: len(screen.panel.matching) == 2)
        await pilot.press("enter")
        await until(pilot, lambda: screen.pane.selected == index_of(screen, ONE))
        await pilot.press("right_square_bracket")
        assert screen.pane.selected == index_of(screen, THREE)
        await pilot.press("left_square_bracket")
        assert screen.pane.selected == index_of(screen, ONE)


async def test_deciding_goes_through_what_is_shown_and_what_is_decided_leaves_the_unreviewed(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await filtered(pilot, screen, "is:unreviewed speaker:ada")
        await until(pilot, lambda: len(shown(screen)) == 2)
        await pilot.press("enter", "y")
        assert screen.pane.selected == index_of(screen, THREE)
        await all_kept(pilot, screen)
        assert shown(screen) == [index_of(screen, THREE)]
        await pilot.press("x")
        await all_kept(pilot, screen)
        assert [one[0] for one in verdicts(database)] == ["accepted", "rejected"]


async def test_a_claim_that_is_selected_in_the_text_has_a_card_though_it_is_filtered_out(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await filtered(pilot, screen, "speaker:ada")
        await until(pilot, lambda: len(shown(screen)) == 2)
        screen.select(index_of(screen, TWO))
        assert shown(screen) == [index_of(screen, words) for words in (ONE, TWO, THREE)]
        await pilot.press("enter")
        await until(pilot, lambda: screen.pane.has_focus)
        screen.select(index_of(screen, THREE))
        assert shown(screen) == [index_of(screen, words) for words in (ONE, THREE)]


async def test_nothing_found_is_said_with_the_key_that_shows_all(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await filtered(pilot, screen, "zebra")
        await until(pilot, lambda: "No claim is like that." in screen_text(pilot.app))
        await pilot.press("y", "right_square_bracket")
        await pilot.press("escape")
        await until(pilot, lambda: len(shown(screen)) == 4)
        assert verdicts(database) == []


async def test_sorting_and_grouping_are_said_lead_the_steps_and_are_there_the_next_time(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await go_to(pilot, screen, ONE)
        await pilot.press("tab")
        await until(pilot, lambda: screen.panel.has_focus)
        await pilot.press("greater_than_sign")
        order = [index_of(screen, words) for words in (ONE, THREE, TWO, FOUR)]
        await until(pilot, lambda: shown(screen) == order)
        await until(pilot, lambda: "Ada Bo · 2" in screen_text(pilot.app))
        await pilot.press("j")
        await until(pilot, lambda: screen.pane.selected == index_of(screen, THREE))
        await pilot.press("right_square_bracket")
        await until(pilot, lambda: screen.pane.selected == index_of(screen, TWO))
    async with reading(database, ARTICLE) as (pilot, screen):
        await until(pilot, lambda: shown(screen) == order)


async def test_what_comes_together_with_the_key_of_the_filter_is_written_in_it(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        for key, letter in (("backslash", "\\"), *((one, one) for one in "speak"), ("enter", None)):
            pilot.app.post_message(Key(key, letter))
        await until(pilot, lambda: screen.panel.filtered and screen.query_one(FilterLine).text == "speak")
        await until(pilot, lambda: screen.focused is screen.pane)
        assert pilot.app.screen is screen


async def test_from_the_text_the_claims_beside_it_are_ordered_and_grouped_as_at_the_claims(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await pilot.press("less_than_sign", "greater_than_sign")
        await until(pilot, lambda: screen.panel.arrangement == ("speaker", True))
        assert screen.pane.has_focus
        await pilot.press("c", "less_than_sign")
        await until(pilot, lambda: "c shows the claims" in screen.query_one(Hint).said)
        assert screen.panel.arrangement == ("speaker", True)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_the_order_is_told_in_one_line(database: Path, size: tuple[int, int]) -> None:
    async with reading(database, ARTICLE, size=size) as (pilot, screen):
        await pilot.press("tab", "less_than_sign", "less_than_sign", "greater_than_sign")
        await until(pilot, lambda: screen.query_one(Hint).said.startswith("Claims by progress, grouped"))
        await until(pilot, lambda: screen.query_one(Hint).size.height == 1)


async def test_a_click_on_a_card_leaves_the_keys_with_the_text(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await pilot.click(screen.panel, offset=(10, 6))
        await until(pilot, lambda: screen.pane.selected == index_of(screen, TWO))
        assert screen.pane.has_focus
        await pilot.press("tab", "v")
        await until(pilot, lambda: screen.pane.has_focus and screen.pane.caret is not None)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_in_a_small_window_what_is_filtered_is_in_sight_while_it_is_typed(
    database: Path, size: tuple[int, int]
) -> None:
    async with reading(database, ARTICLE, size=size) as (pilot, screen):
        await go_to(pilot, screen, ONE)
        await filtered(pilot, screen, "speaker:ed")
        await until(pilot, lambda: "Ed Fu" in screen_text(pilot.app) and "Cy Do" not in screen_text_of_panel(screen))


def screen_text_of_panel(screen: ReaderScreen) -> str:
    panel = screen.panel
    return "\n".join(panel.render_line(y).text for y in range(panel.size.height))


def numbered(screen: ReaderScreen) -> list[str]:
    """The numbers of claims that stand in the text."""
    return [sign.text[0] for sign in screen.pane.drawn.signs((0, len(screen.workspace.text))) if sign.item >= 0]


async def test_where_the_rest_is_dimmed_only_what_the_filter_shows_is_drawn_in_the_text(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await filtered(pilot, screen, "speaker:ada")
        await until(pilot, lambda: len(shown(screen)) == 2)
        assert numbered(screen) == [*"¹²³⁴"]
        await pilot.press("enter", "f")
        await until(pilot, lambda: numbered(screen) == [*"¹³"])
        await until(pilot, lambda: "Only the claims that are shown · ] [ go on" in screen_text(pilot.app))
        assert [bool(look(screen.pane, words)[0]) for words in (ONE, TWO, THREE)] == [True, False, True]
        assert screen_text(pilot.app).count("○") == 4  # beside the text and on the cards
        await pilot.press("y")  # what is decided stays, among what is shown
        await all_kept(pilot, screen)
        assert numbered(screen) == [*"¹³"]
        await filtered(pilot, screen, "speaker:do")
        await until(pilot, lambda: "²" in numbered(screen) and "¹" not in numbered(screen))
        await pilot.press("escape")
        await until(pilot, lambda: numbered(screen) == [*"¹²³⁴"])
        await until(pilot, lambda: "This claim only" in screen_text(pilot.app))


async def test_with_a_filter_that_shows_nothing_all_is_dimmed(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await filtered(pilot, screen, "is:rejected")
        await until(pilot, lambda: not shown(screen))
        await pilot.press("enter", "f")
        await until(pilot, lambda: numbered(screen) == [])
        assert not look(screen.pane, ONE)[0]


@pytest.mark.parametrize(("cards", "lines"), [("auto", 2), ("long", 3), ("short", 2)])
async def test_cards_are_as_high_as_the_settings_say(database: Path, cards: Cards, lines: int) -> None:
    async with reading(database, ARTICLE, size=(100, 20), config=Config(cards=cards)) as (pilot, screen):
        await until(pilot, lambda: screen.panel._stack.tops[-1] == 4 * lines)
    async with reading(database, ARTICLE, size=(100, 40), config=Config(cards=cards)) as (pilot, screen):
        await until(pilot, lambda: screen.panel._stack.tops[-1] == 4 * (2 if cards == "short" else 3))


@pytest.mark.parametrize("key", ["y", "x", "5", "1", "a", "t", "D", "E", "X", ".", "right_square_bracket"])
async def test_no_key_is_about_a_claim_that_a_filter_hides_with_all_others(database: Path, key: str) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await go_to(pilot, screen, TWO)
        await filtered(pilot, screen, "zzzz")
        await until(pilot, lambda: not shown(screen))
        await pilot.press("enter")
        await until(pilot, lambda: screen.pane.has_focus and "verify" not in screen.query_one(Hint).said)
        await pilot.press(key)
        await until(pilot, lambda: said(pilot.app))
        assert said(pilot.app) == [screen.worded("No claim is shown: {read.clear-search} shows all again.")]
        assert screen.mode is None
        await screen.hand_over()
        assert not screen.workspace.annotations
        # One that is on the list against the filter, since it is selected, is seen to be.
        screen.query_one(FilterLine).write("fell")
        await until(pilot, lambda: shown(screen))
        await pilot.press("y")
        await until(pilot, lambda: screen.workspace.annotations)
