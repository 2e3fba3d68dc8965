"""What looks like a button on the reading screen is one: keys in words, the voices, the title over the claims."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.style import Style
from textual.widget import Widget

from tests.tui.reading import go_to, reading, said, until
from tests.tui.test_tour import beginning
from tui.dialogs.assess import AssessDialog
from tui.keymap.keyed import marked, plain
from tui.keymap.pressing import pressable
from tui.widgets.filter_line import FilterLine
from tui.widgets.hint import Hint
from tui.widgets.panel.claims_panel import ClaimsPanel
from tui.widgets.search_bar import SearchBar
from tui.widgets.voices import VoicesBar

BOARD = "that it had rejected"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


async def click_words(pilot: Pilot[None], part: Widget, words: str) -> None:
    """Click the first of ``words`` in a part of the screen, once they are painted there."""

    def painted() -> list[str]:
        lines = pilot.app.screen._compositor.render_strips()
        left, right = part.region.x, part.region.right
        texts = ["".join(segment.text for segment in line) for line in lines]
        return [text[left:right] for text in texts[part.region.y : part.region.bottom]]

    await until(pilot, lambda: any(words in line for line in painted()))
    row = next(row for row, line in enumerate(painted()) if words in line)
    await pilot.click(part, offset=(painted()[row].index(words), row))


def test_a_key_and_what_is_said_of_it_can_be_clicked_and_nothing_else() -> None:
    words = pressable(f"Deleted. {marked('U')} brings it back. Then {marked('w')} {marked('b')} words · the rest")
    spans = [
        (words.plain[span.start : span.end], span.style.meta["pressed"][1])
        for span in words.spans
        if isinstance(span.style, Style)
    ]
    assert spans == [("U", "U"), (" brings it back", "U"), ("w", "w"), (" ", "w"), ("b", "b"), (" words", "b")]


def test_what_has_no_key_is_not_marked_and_marks_are_taken_off() -> None:
    assert marked("") == ""
    assert plain(f"{marked('U')} takes it back") == "U takes it back"


async def test_the_digits_under_the_text_can_be_clicked_by_name(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, BOARD)
        await click_words(pilot, screen.query_one(Hint), "awaiting")
        await until(pilot, lambda: screen.workspace.annotations and any("awaiting" in one for one in said(pilot.app)))
        await click_words(pilot, screen.query_one(Hint), "takes it back")
        await until(pilot, lambda: not screen.workspace.annotations)


async def test_a_mode_is_left_by_a_click_on_the_words(database: Path) -> None:
    async with reading(database, size=(80, 24)) as (pilot, screen):
        await go_to(pilot, screen, BOARD)
        await pilot.press("E")
        await click_words(pilot, screen.query_one(Hint), "leave")
        await until(pilot, lambda: screen.mode is None)


async def test_what_is_selected_by_mouse_stays_while_a_line_is_clicked_and_grows(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        start = screen.workspace.text.index("rejected the plan")
        screen.pane.select(start, start + 8)
        screen.pane.selected_by_mouse()
        await pilot.press("+")
        await until(pilot, lambda: screen.pane.selection and screen.pane.selection[1] - screen.pane.selection[0] > 8)
        await pilot.press("-")
        await until(pilot, lambda: screen.pane.selection == (start, start + 8))
        await click_words(pilot, screen.query_one(Hint), "important")
        await until(pilot, lambda: [one.meaning for one in screen.workspace.annotations] == [1])


async def test_the_search_is_confirmed_by_a_click(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await pilot.press("/", *"plan")
        await click_words(pilot, screen.query_one(SearchBar), "go there")
        await until(pilot, lambda: screen.pane.hit is not None and not screen.query_one(SearchBar).display)


async def test_the_tour_can_be_walked_by_clicks_on_its_words(database: Path) -> None:
    async with beginning(database) as (pilot, screen):
        await click_words(pilot, screen.query_one("TourStrip"), "goes to the next one")
        await until(pilot, lambda: screen.pane.selected is not None)


async def test_a_click_on_a_voice_shows_what_it_says_and_again_all(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        all_of_them = len(screen.panel.listing.shown)
        await click_words(pilot, screen.query_one(VoicesBar), "Marta Lindqvist")
        await until(pilot, lambda: screen.panel.filtered and len(screen.panel.listing.shown) == 1)
        await until(pilot, lambda: screen.selected_item and screen.selected_item.speaker == "Marta Lindqvist")
        assert any("What Marta Lindqvist says." in words for words in said(pilot.app))
        await click_words(pilot, screen.query_one(VoicesBar), "Marta Lindqvist")
        await until(pilot, lambda: len(screen.panel.listing.shown) == all_of_them)
        assert not screen.query_one(FilterLine).display


UNNAMED = (
    "Ida Holm had met Lena Ost and Ana Bang. She said the dam was safe.\n\n"
    "The trial was told that the bridge was late.\n\nA nurse who was there said that it rained.\n"
)


async def test_a_click_on_anonymous_shows_all_claims_of_those_who_are_not_named(database: Path) -> None:
    async with reading(database, UNNAMED) as (pilot, screen):
        await click_words(pilot, screen.query_one(VoicesBar), "anonymous")
        await until(pilot, lambda: screen.panel.filtered and screen.query_one(FilterLine).text == "speaker:anonymous")
        assert len(screen.panel.listing.shown) == 2
        assert any("What anonymous sources say." in words for words in said(pilot.app))


async def test_a_click_on_a_guessed_voice_says_that_guesses_are_among_what_it_shows(database: Path) -> None:
    async with reading(database, UNNAMED) as (pilot, screen):
        await click_words(pilot, screen.query_one(VoicesBar), "Ida Holm?")
        await until(pilot, lambda: len(screen.panel.listing.shown) == 1)
        assert any("What Ida Holm says, guesses too." in words for words in said(pilot.app))


async def test_a_click_on_the_title_puts_the_claims_in_another_order_and_offers_to_group_them(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await pilot.click(ClaimsPanel, offset=(4, 0))
        await until(pilot, lambda: screen.panel.arrangement.order == "speaker")
        await click_words(pilot, screen.query_one(Hint), "a speaker's together")
        await until(pilot, lambda: screen.panel.arrangement.grouped)


async def test_where_digits_stand_together_a_click_on_them_opens_the_dialog_that_names_them(database: Path) -> None:
    async with reading(database, size=(80, 24)) as (pilot, screen):
        await go_to(pilot, screen, BOARD)
        await click_words(pilot, screen.query_one(Hint), "how far checked")
        await until(pilot, lambda: isinstance(pilot.app.screen, AssessDialog))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        await click_words(pilot, screen.query_one(Hint), "1–3")
        await until(pilot, lambda: isinstance(pilot.app.screen, AssessDialog))
