"""The outline: the headings of an article, or its paragraphs, with the claims in each, and the way there."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from store.importing.markdown import parse_markdown
from store.importing.plain import parse_plain
from tests.tui.dialog_stage import screen_text
from tests.tui.reading import reading, said, until
from tui.dialogs.outline import OutlineDialog
from tui.outline import Outline
from tui.screens.reading.reader import ReaderScreen
from tui.widgets.row_list import RowList

ARTICLE = """\
# The harbour

Intro.

## Background

“We did nothing,” Marta Lindqvist said. “We will not,” Jon Berg said.

### History

“They did all,” Marta Lindqvist said.

## End

Nothing.
"""
BOOK = "# Minutes\n\n" + "".join(f"## Day {day}\n\nOn day {day} nothing was said.\n\n" for day in range(1, 201))
PLAIN = "".join(f"Note {number} of the keeper.\n\n" for number in range(1, 101))


def told(outline: Outline, rows: object = None) -> list[tuple[int, int | None, str]]:
    parts = [outline.part(index) for index in (outline.headings if rows is None else rows)]  # type: ignore[attr-defined]
    return [(part.depth, part.number, part.words) for part in parts]


def rows(screen: OutlineDialog) -> list[str]:
    listed = screen.query_one(RowList)
    made = [listed._row(number) for number in range(listed.count)]
    return [f"{row.sign}{row.words} {row.beside}".strip() for row in made]


async def opened(pilot: Pilot[None]) -> OutlineDialog:
    await pilot.press("o")
    await until(pilot, lambda: isinstance(pilot.app.screen, OutlineDialog) and pilot.app.screen.query_one(RowList).size)
    dialog = pilot.app.screen
    assert isinstance(dialog, OutlineDialog)
    return dialog


def test_headings_are_set_in_by_level_and_paragraphs_under_them_have_their_numbers() -> None:
    outline = Outline(parse_markdown(ARTICLE), ())
    assert told(outline) == [(0, None, "The harbour"), (1, None, "Background"), (2, None, "History"), (1, None, "End")]
    assert told(outline, outline.all)[:4] == [
        (0, None, "The harbour"),
        (1, 1, "Intro."),
        (1, None, "Background"),
        (2, 2, "“We did nothing,” Marta Lindqvist said. “We will not,” Jon Berg said."),
    ]


def test_a_text_with_a_title_at_most_is_listed_by_its_paragraphs() -> None:
    assert not Outline(parse_markdown("# Title\n\nOne.\n\nTwo.\n"), ()).has_headings
    outline = Outline(parse_plain("One.\n\nTwo.\n"), ())
    assert not outline.has_headings
    assert told(outline, outline.all) == [(0, 1, "One."), (0, 2, "Two.")]


@given(st.lists(st.integers(1, 6), min_size=1, max_size=30))
def test_a_section_ends_where_the_next_begins_that_is_not_under_it(levels: list[int]) -> None:
    document = parse_markdown("".join(f"{'#' * level} Heading\n\nWords.\n\n" for level in levels))
    outline = Outline(document, ())
    parts = [outline.part(index) for index in outline.headings]
    for number, part in enumerate(parts):
        after = [
            other
            for other, level in zip(parts, levels, strict=True)
            if other.start > part.start and level <= levels[number]
        ]
        assert part.end == (after[0].start if after else len(document.text))


@given(st.integers(0, 200))
def test_the_part_that_one_is_in_is_known(offset: int) -> None:
    document = parse_markdown(ARTICLE)
    outline = Outline(document, ())
    number = outline.row_at(outline.headings, offset)
    starts = [outline.part(index).start for index in outline.headings]
    assert starts[number] == max(start for start in starts if start <= offset)


async def test_each_section_tells_its_claims_and_how_many_are_not_reviewed(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", ARTICLE) as (pilot, screen):
        await until(pilot, lambda: len(screen.workspace.items) == 3)
        await pilot.press("right_square_bracket", "y")
        await until(pilot, lambda: screen.workspace.items[0].annotation)
        dialog = await opened(pilot)
        assert rows(dialog) == ["The harbour ○2/3", "Background ○2/3", "History ○1/1", "End"]
        await pilot.press("escape", "y", "y")
        await until(pilot, lambda: all(item.annotation for item in screen.workspace.items))
        assert rows(await opened(pilot))[0] == "The harbour ✓3"


async def test_the_present_part_is_chosen_and_going_elsewhere_is_a_jump(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", BOOK) as (pilot, screen):
        await pilot.press("space")
        await until(pilot, lambda: screen.pane.top)
        top = screen.pane.top
        dialog = await opened(pilot)
        listed = dialog.query_one(RowList)
        part = dialog._outline.part(dialog._shown[listed.chosen or 0])
        assert part.start <= top < part.end
        await pilot.press(*"day", "space", *"157")
        await until(pilot, lambda: rows(dialog) == ["Day 157"])
        await pilot.press("enter")
        at = screen.pane.text.index("Day 157")
        await until(pilot, lambda: pilot.app.screen is screen and screen.pane.top == at)
        dialog = await opened(pilot)
        listed = dialog.query_one(RowList)
        assert rows(dialog)[listed.chosen or 0] == "Day 157"
        await pilot.press("escape", "alt+left")
        await until(pilot, lambda: screen.pane.top == top)


async def test_rows_are_moved_through_and_clicked_on(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", BOOK) as (pilot, screen):
        dialog = await opened(pilot)
        listed = dialog.query_one(RowList)
        await pilot.press("up")
        await until(pilot, lambda: listed.chosen == 200 and "Day 200" in screen_text(pilot.app))
        await pilot.press("down", "down", "pagedown")
        await until(pilot, lambda: listed.chosen == listed.size.height)
        await pilot.press("pageup", "pageup")
        await until(pilot, lambda: listed.chosen == 0)
        await pilot.click(RowList, offset=(8, 5))
        at = screen.pane.text.index("Day 5\n")
        await until(pilot, lambda: pilot.app.screen is screen and screen.pane.top == at)


async def test_paragraphs_are_shown_under_the_headings_on_request(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", ARTICLE) as (pilot, screen):
        dialog = await opened(pilot)
        await pilot.press("tab")
        await until(pilot, lambda: "1 Intro." in rows(dialog) and "Headings" in screen_text(pilot.app))
        await pilot.press("tab")
        await until(pilot, lambda: "1 Intro." not in rows(dialog))
        assert isinstance(screen, ReaderScreen)


async def test_a_text_without_headings_lists_its_paragraphs_and_says_so(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", PLAIN) as (pilot, screen):
        dialog = await opened(pilot)
        assert "No headings" in screen_text(pilot.app)
        assert rows(dialog)[:2] == ["1 Note 1 of the keeper.", "2 Note 2 of the keeper."]
        await pilot.press(*"80 keep", "enter")
        at = screen.pane.text.index("Note 80")
        await until(pilot, lambda: pilot.app.screen is screen and screen.pane.visible_span[0] <= at)
        low, high = screen.pane.visible_span
        assert low <= at < high


async def test_a_filter_that_nothing_fits_leaves_nothing_to_be_chosen(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", BOOK) as (pilot, _):
        dialog = await opened(pilot)
        await pilot.press(*"zzz", "down", "enter", "pagedown")
        await until(pilot, lambda: rows(dialog) == [])
        assert pilot.app.screen is dialog


async def test_a_text_of_nothing_else_has_no_outline_and_says_so(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", "| a | b |\n|---|---|\n| 1 | 2 |\n") as (pilot, screen):
        await pilot.press("o")
        await until(pilot, lambda: said(pilot.app))
        assert pilot.app.screen is screen


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36)])
async def test_it_fits_into_every_window(size: tuple[int, int], tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", BOOK, size=size) as (pilot, _):
        dialog = await opened(pilot)
        box, listed = dialog.query_one(".box"), dialog.query_one(RowList)
        assert box.region.height <= size[1]
        assert listed.region.bottom < box.region.bottom
        assert "Go" in screen_text(pilot.app)


async def test_digits_find_the_paragraph_of_that_number_first_and_go_there(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", BOOK) as (pilot, screen):
        await pilot.press("p")
        await until(pilot, lambda: "To a paragraph: o, then its number." in said(pilot.app))
        dialog = await opened(pilot)
        await pilot.press("7")
        await until(pilot, lambda: rows(dialog)[0] == "7 On day 7 nothing was said.")
        assert rows(dialog)[1] == "Day 7"
        await pilot.press("enter")
        at = screen.pane.text.index("On day 7 nothing")
        await until(pilot, lambda: pilot.app.screen is screen and screen.pane.top == at)


async def test_a_number_that_no_paragraph_has_is_looked_for_in_words(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", "# In 2027\n\nOne.\n\n## Then\n\nTwo.\n") as (pilot, _):
        dialog = await opened(pilot)
        await pilot.press(*"2027")
        await until(pilot, lambda: rows(dialog) == ["In 2027"])
