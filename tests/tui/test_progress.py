"""How far one has read stands in the frame of the article, in words that fit."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from store.document import Block, Document
from store.importing.markdown import parse_markdown
from tests.tui.reading import reading, until
from tui.widgets.article.progress import Progress, beside

LONG = "# Minutes\n\n" + "".join(f"Paragraph {number} of the minutes.\n\n" for number in range(1, 201))
WORDS = st.text(alphabet="ab 漢é", max_size=60).map(str.strip)


def of(text: str) -> tuple[Progress, int]:
    document = parse_markdown(text)
    return Progress(document), len(document.text)


def test_share_paragraph_and_minutes_are_told_as_there_is_room() -> None:
    progress, length = of("word " * 229 + "word\n\n" + "word " * 689 + "word")
    seen = (length // 5 + 9, length // 5 * 2)  # of what is not in sight a quarter is above
    assert [progress.told(seen, room) for room in (44, 43, 29)] == [
        "25 % · ¶ 1/2 · 3 min left",
        "25 % · ¶ 1/2",
        "25 %",
    ]


def test_all_is_read_at_the_end_and_not_before() -> None:
    progress, length = of(LONG)
    assert progress.told((length - 300, length - 1), 80) == "99 % · ¶ 191/200 · 1 min left"
    assert progress.told((length - 300, length), 80) == "100 % · ¶ 200/200"


def test_at_the_start_nothing_is_read_and_one_is_in_the_first_paragraph_however_much_is_in_sight() -> None:
    progress, length = of(LONG)
    assert {progress.told((0, seen), 40) for seen in (100, length // 2, length - 1)} == {"0 % · ¶ 1/200"}


def test_who_sees_all_of_a_text_has_it_all() -> None:
    progress, length = of("One.\n\nTwo.")
    assert progress.told((0, length), 80) == "100 % · ¶ 2/2"


@given(st.lists(st.tuples(st.integers(0, 8000), st.integers(0, 8000)), min_size=2, max_size=2))
def test_it_only_grows_as_one_scrolls_and_is_of_what_is_in_sight(ends: list[tuple[int, int]]) -> None:
    progress, length = of(LONG)
    (first, last), (earlier, later) = (sorted(min(one, length) for one in pair) for pair in zip(*ends, strict=True))
    before, after = sorted((first, earlier)), sorted((last, later))
    views = [view for view in zip(before, after, strict=True) if view[0] < view[1]]
    places = [progress.place((start, end)) for start, end in views]
    assert places == sorted(places)
    assert all(start <= at <= end for at, (start, end) in zip(places, views, strict=True))


def test_of_a_book_hours_are_told() -> None:
    progress, _ = of("word " * 230 * 150)
    assert progress.told((0, 1), 80).endswith(" · 2 h left")


def test_a_text_without_spaces_between_words_is_read_by_letters() -> None:
    progress, _ = of("漢" * 5_000)
    assert progress.told((2_499, 2_501), 80) == "50 % · ¶ 1/1 · 5 min left"


def test_a_text_without_prose_has_no_paragraphs_to_be_told() -> None:
    assert Progress(Document("Title", (Block("heading", 0, 5, level=1),))).told((0, 5), 80) == "100 %"


@given(WORDS, st.integers(0, 80))
def test_what_stands_beside_it_is_cut_to_the_room_and_it_never_is(words: str, room: int) -> None:
    line = beside(words, "34 % · ¶ 12/40", room)
    assert line.endswith("34 % · ¶ 12/40")
    assert cell_len(line) <= max(room, 14)
    assert line.startswith(words) or "…" in line or line == "34 % · ¶ 12/40"


@pytest.mark.parametrize(
    ("size", "told"),
    [((160, 30), "min left"), ((100, 30), "min left"), ((80, 24), "/200"), ((40, 12), "/200"), ((30, 12), " %")],
)
async def test_it_follows_the_reader_to_the_end_at_every_size(size: tuple[int, int], told: str, tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", LONG, size=size) as (pilot, screen):
        assert told in str(screen.pane.border_subtitle)
        assert str(screen.pane.border_subtitle).startswith("0 %")
        assert "100 %" not in str(screen.pane.border_subtitle)
        await pilot.press("G")
        await until(pilot, lambda: "100 %" in str(screen.pane.border_subtitle))
        await pilot.press("g")
        await until(pilot, lambda: "100 %" not in str(screen.pane.border_subtitle))


async def test_it_is_told_anew_in_another_width_and_beside_the_byline(tmp_path: Path) -> None:
    article = f"---\nauthor: Marta Lindqvist and Jon Berg\n---\n\n{LONG}"
    async with reading(tmp_path / "l.db", article, size=(140, 30)) as (pilot, screen):
        assert str(screen.pane.border_subtitle).startswith("Marta Lindqvist and Jon Berg ── ")
        await pilot.resize_terminal(40, 30)
        await until(pilot, lambda: str(screen.pane.border_subtitle).startswith("Marta Lindqvist… ──"))


async def test_a_step_that_scrolls_nothing_leaves_the_frame_alone(tmp_path: Path) -> None:
    article = "“We did nothing,” Marta Lindqvist said.\n\n“They did all,” Marta Lindqvist said.\n"
    async with reading(tmp_path / "l.db", article) as (pilot, screen):
        frame = screen.pane._border_subtitle
        await pilot.press("right_square_bracket", "right_square_bracket")
        await until(pilot, lambda: screen.pane.selected == 1)
        assert screen.pane._border_subtitle is frame


def test_the_paragraph_told_is_the_one_at_the_top_or_the_first_in_sight_under_a_heading() -> None:
    document = parse_markdown("One.\n\nTwo.\n\n## Then\n\nThree.\n\nFour.\n\nFive.")
    text, progress = document.text, Progress(document)

    def told(words: str, end: str) -> str:
        return progress.told((text.index(words), text.index(end)), 40).partition(" · ")[2]

    assert told("wo.", "Five") == "¶ 2/5"
    assert told("Then", "Five") == "¶ 3/5"
    assert told("Then", "Three") == "¶ 2/5"
    assert told("our.", "Five") == "¶ 4/5"
