"""An article that has changed, in the reader: that it has, what went and what came, change by change."""

from pathlib import Path

import pytest

from tests.tui.changed_article import changes, opened, said
from tests.tui.dialog_stage import screen_text
from tests.tui.reading import until
from tests.tui.revised import NEW, OLD, keep_and_revise
from tui.widgets.notice import Notice


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A library with the changed article: one of its notes is in place, one to be confirmed, one lost."""
    keep_and_revise(tmp_path / "sayso.db", tmp_path)
    return tmp_path / "sayso.db"


async def test_r_shows_what_went_and_came_and_the_claims_there_without_colour(database: Path) -> None:
    async with opened(database) as (pilot, _):
        await changes(pilot)
        await until(pilot, lambda: "³“" in screen_text(pilot.app))  # once the new text has been read for claims
        seen = screen_text(pilot.app)
        for words in ("[-one page-]{+two pages+}", "[-post-]", "{+job this year+}", "revision 1 → 2 of 2"):
            assert words in seen
        assert "³ Marta Lindqvist: “We have not cut a single job this year,” · its words changed" in seen
        assert "“Passengers noticed” · lost · ✎ All?" in seen


async def test_an_article_with_one_text_has_no_changes(tmp_path: Path) -> None:
    async with opened(tmp_path / "new.db", OLD) as (pilot, screen):
        await pilot.press("r")
        await until(pilot, lambda: said(pilot, "one text so far"))
        assert pilot.app.screen is screen


async def test_n_goes_from_change_to_change_and_round_the_end(database: Path) -> None:
    async with opened(database, size=(100, 12)) as (pilot, _):
        await changes(pilot)
        for number in (1, 2, 3, 1):
            await pilot.press("n")
            await until(pilot, lambda number=number: f"Change {number} of 3" in screen_text(pilot.app))
        await pilot.press("N")
        await until(pilot, lambda: "Change 3 of 3" in screen_text(pilot.app))
        assert "{+The minister was seen" in screen_text(pilot.app)


async def test_earlier_changes_are_a_key_away(database: Path) -> None:
    async with opened(database, NEW.replace("pier", "beach")) as (pilot, _):
        await changes(pilot)
        assert "revision 2 → 3 of 3" in screen_text(pilot.app)
        await pilot.press("left_square_bracket")
        await until(
            pilot, lambda: "revision 1 → 2 of 3" in screen_text(pilot.app) and "[-post-]" in screen_text(pilot.app)
        )
        await pilot.press("right_square_bracket")
        await until(pilot, lambda: "revision 2 → 3 of 3" in screen_text(pilot.app))


async def test_opening_a_changed_file_tells_of_the_new_revision_and_its_counts(database: Path) -> None:
    async with opened(database, NEW.replace("pier", "beach")) as (_, screen):
        said = screen.query_one(Notice).said
        assert "New revision: 1 word changed, 1 note moved along, 1 to confirm, 1 lost" in said
        assert "r shows it, O what waits" in said


async def test_opening_an_unchanged_file_tells_nothing(database: Path) -> None:
    async with opened(database) as (_, screen):
        assert "revision" not in screen.query_one(Notice).said
