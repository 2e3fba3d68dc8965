"""The frame names the article while the text that is in sight does not."""

from pathlib import Path

import pytest

from store.importing.markdown import parse_markdown
from store.importing.plain import parse_plain
from tests.tui.reading import reading, until
from tui.screens.reading.titling import title_ends

BODY = "".join(f"Paragraph {n} of the minutes.\n\n" for n in range(60))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


@pytest.mark.parametrize(
    ("article", "title"),
    [
        (f"# Harbour board\n\n{BODY}", "Harbour board"),
        (f"---\ntitle: Harbour board\n---\n\n{BODY}", "Harbour board"),
        (
            f"The ferry company will not pay for the night crossing, its director said on Monday, and left.\n\n{BODY}",
            "The ferry company will not pay for the night crossing, its director said on…",
        ),
    ],
    ids=["heading", "front matter", "opening words"],
)
async def test_a_title_that_opens_the_text_is_in_the_frame_only_once_it_is_out_of_sight(
    database: Path, article: str, title: str
) -> None:
    async with reading(database, article, size=(130, 30)) as (pilot, screen):
        assert not screen.pane.border_title
        await pilot.press("space")
        await until(pilot, lambda: screen.pane.border_title == title)
        await pilot.press("g")
        await until(pilot, lambda: not screen.pane.border_title)


async def test_a_title_that_stands_elsewhere_is_in_the_frame_from_the_start(database: Path) -> None:
    async with reading(database, f"News from the coast.\n\n# Harbour board\n\n{BODY}") as (_, screen):
        assert screen.pane.border_title == "Harbour board"


def test_where_a_title_ends_in_the_text() -> None:
    assert title_ends(parse_markdown("# The  Ugly *one*\n\nx"), "the ugly one") == 12
    assert title_ends(parse_plain("One. Two."), "One…") == 3
    assert title_ends(parse_plain("One. Two."), "One") == 0
    assert title_ends(parse_plain(""), "One") == 0
    assert title_ends(parse_plain("One"), "") == 0
