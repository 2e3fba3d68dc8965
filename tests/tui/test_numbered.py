"""Paragraphs are numbered on request: in the margin, at every width the same, and never in what is copied."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.tui.pane_drafts import Draft, PaneApp, claim, painted, paragraphs
from tests.tui.reading import reading, until

WORDS = "word " * 30
LONG = paragraphs(*(f"{WORDS}of {n}" for n in range(1, 121)))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


def numbers(rows: list[str]) -> list[int]:
    """The numbers at the beginnings of rows."""
    return [int(found[1]) for row in rows if (found := re.match(r"\s*(\d+) ", row))]


@pytest.mark.parametrize("width", [30, 60, 100, 140])
async def test_a_number_stands_before_its_paragraph_at_every_width(width: int) -> None:
    app = PaneApp(LONG)
    async with app.run_test(size=(width, 30)) as pilot:
        app.pane.show_numbers(True)
        app.pane.reveal(*(LONG.text.index("of 57"),) * 2)
        await pilot.pause()
        rows = painted(app.pane)
        assert 57 in numbers(rows)
        for row, following in pairwise(rows):
            if number := numbers([following]):
                assert not row.strip()
                assert following.index(f"{number[0]} ") < following.index("word")
        assert {len(row) for row in rows} <= {app.pane.size.width, app.pane.size.width - 1}


async def test_numbers_leave_the_text_on_the_screen_where_it_is() -> None:
    for width in (30, 60, 140):
        app = PaneApp(LONG)
        async with app.run_test(size=(width, 20)) as pilot:
            app.pane.show(LONG, at=LONG.text.index("of 57"))
            await pilot.pause()
            top = painted(app.pane)[0].strip()
            app.pane.show_numbers(True)
            await pilot.pause()
            assert "of 57" in painted(app.pane)[0]
            app.pane.show_numbers(False)
            await pilot.pause()
            assert painted(app.pane)[0].strip() == top


async def test_where_the_margin_has_room_no_word_moves() -> None:
    app = PaneApp(LONG)
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.pause()
        before = [row.find("word") for row in painted(app.pane)]
        app.pane.show_numbers(True)
        await pilot.pause()
        assert [row.find("word") for row in painted(app.pane)] == before
        assert numbers(painted(app.pane))[0] == 1


async def test_a_number_stands_beside_the_state_of_a_claim_which_is_found_by_a_click_all_the_same() -> None:
    document = paragraphs("Nothing.", "Russia said it had won.")
    app = PaneApp(document, [claim(document, "it had won", "Russia", "said")])
    async with app.run_test(size=(64, 20)) as pilot:
        app.pane.show_numbers(True)
        await pilot.pause()
        y, row = next((y, row) for y, row in enumerate(painted(app.pane)) if "Russia" in row)
        assert re.match(r"2 ○   ", row)
        await pilot.click(app.pane, offset=(row.index("○"), y))
        assert app.said[-1].items == (0,)  # type: ignore[attr-defined]


async def test_headings_tables_and_notes_have_no_number_and_items_and_quotations_have() -> None:
    draft = Draft().add("Title", "heading", level=1).add("one").table(["a", "b"], ["c", "d"])
    draft.add("two", within=[draft.item()]).add("three")
    app = PaneApp(draft.document)
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.show_numbers(True)
        await pilot.pause()
        told = [row.split() for row in painted(app.pane) if re.match(r"\d", row.strip())]
        assert told == [["1", "one"], ["2", "•", "two"], ["3", "three"]]


async def test_numbers_are_never_in_what_is_copied() -> None:
    app = PaneApp(LONG)
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.show_numbers(True)
        app.pane.select(0, len(LONG.text))
        await pilot.pause()
        assert app.screen.get_selected_text() == LONG.text


async def test_the_choice_is_kept_for_the_next_time(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        assert not numbers(painted(screen.pane))
        await pilot.press("p")
        assert numbers(painted(screen.pane)) == [1, 2, 3, 4]
    async with reading(database) as (pilot, screen):
        await until(pilot, lambda: screen.pane.numbered)
        assert numbers(painted(screen.pane)) == [1, 2, 3, 4]
        await pilot.press("p")
        assert not numbers(painted(screen.pane))
