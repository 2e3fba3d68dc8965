"""An article that has changed, in the reader: what changed, the notes that lost their place, the old text as it was."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from store.library import Library
from tests.e2e.hostile import all_at, breaches
from tests.tui.dialog_stage import screen_text
from tests.tui.reading import said as told_now
from tests.tui.reading import until
from tests.tui.revised import GONE, NEW, OLD, imported, keep_and_revise, note_on
from tui.app import SaysoApp
from tui.dialogs.shelf import ShelfDialog
from tui.screens.changes import ChangesScreen
from tui.screens.reading.past import PastScreen
from tui.screens.reading.reader import ReaderScreen
from tui.widgets.hint import Hint
from tui.widgets.notice import Notice


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A library with the changed article: one of its notes is in place, one to be confirmed, one lost."""
    keep_and_revise(tmp_path / "sayso.db", tmp_path)
    return tmp_path / "sayso.db"


@asynccontextmanager
async def opened(
    database: Path, text: str = NEW, size: tuple[int, int] = (120, 36)
) -> AsyncIterator[tuple[Pilot[None], ReaderScreen]]:
    """The reader on the article's file with that text in it."""
    app = SaysoApp(database, imported(database.parent, text))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.workspace.article)
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        await until(pilot, lambda: not screen.panel.loading_claims)
        yield pilot, screen
    app.close()


def places(database: Path) -> dict[str, str]:
    """Where the notes stand by now, as the library has it."""
    with Library(database) as library:
        return {a.uid: a.place for a in (*library.annotations.of(1), *library.annotations.unplaced(1))}


def said(pilot: Pilot[None], words: str) -> bool:
    """Whether the reader is told so."""
    return any(words in told for told in told_now(pilot.app))


async def shelf(pilot: Pilot[None]) -> ShelfDialog:
    await pilot.press("O")
    await until(pilot, lambda: isinstance(pilot.app.screen, ShelfDialog))
    assert isinstance(pilot.app.screen, ShelfDialog)
    return pilot.app.screen


async def changes(pilot: Pilot[None]) -> ChangesScreen:
    await pilot.press("r")
    await until(pilot, lambda: isinstance(pilot.app.screen, ChangesScreen) and pilot.app.screen.pane.document)
    await pilot.pause()
    assert isinstance(pilot.app.screen, ChangesScreen)
    return pilot.app.screen


async def select(pilot: Pilot[None], screen: ReaderScreen, words: str) -> None:
    """Select ``words`` as a mouse does."""
    start = screen.workspace.text.index(words)
    screen.pane.select(start, start + len(words))
    await pilot.pause()


# --- what changed -----------------------------------------------------------------------------------------------------


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
        assert "r shows it, O the notes" in said


async def test_opening_an_unchanged_file_tells_nothing(database: Path) -> None:
    async with opened(database) as (_, screen):
        assert "revision" not in screen.query_one(Notice).said


# --- the shelf --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_title_says_how_many_notes_need_a_place(database: Path, size: tuple[int, int]) -> None:
    async with opened(database, size=size) as (_, screen):
        assert "1 to confirm · 1 lost" in str(screen.panel.border_title)


async def test_the_shelf_lists_to_confirm_lost_and_kept(database: Path) -> None:
    async with opened(database) as (pilot, _):
        await shelf(pilot)
        seen = screen_text(pilot.app)
        assert seen.index("To confirm") < seen.index("cut a single post”") < seen.index("Lost") < seen.index("noticed”")
        assert "Now maybe on" in seen
        assert "We have not cut a single job this year" in seen.split("Now maybe on")[1]
        await pilot.press("j", "K")
        await until(pilot, lambda: "Kept without a place" in screen_text(pilot.app))
        assert "Lost" not in screen_text(pilot.app)
    assert places(database) == {"sure": "sure", "changed": "doubtful", "gone": "kept"}


async def test_enter_confirms_and_the_note_is_back_in_the_text(database: Path) -> None:
    async with opened(database) as (pilot, screen):
        await shelf(pilot)
        await pilot.press("enter", "escape")
        await until(pilot, lambda: screen.workspace.index_of("changed") is not None)
        assert "to confirm" not in str(screen.panel.border_title)
        item = screen.workspace.items[screen.workspace.index_of("changed") or 0]
        assert screen.workspace.text[slice(*item.span)].startswith("We have not cut a single job")
    assert places(database)["changed"] == "sure"


async def test_nothing_is_confirmed_that_has_no_place_to_confirm(database: Path) -> None:
    async with opened(database) as (pilot, _):
        await shelf(pilot)
        await pilot.press("j", "enter")
        await until(pilot, lambda: said(pilot, "l links it anew"))
    assert places(database)["gone"] == "lost"


async def test_a_note_is_linked_to_what_is_selected_and_undo_takes_it_back(database: Path) -> None:
    async with opened(database) as (pilot, screen):
        await shelf(pilot)
        await pilot.press("j", "l")
        await until(pilot, lambda: pilot.app.screen is screen and "belongs now" in screen_text(pilot.app))
        await select(pilot, screen, "The minister was seen")
        await pilot.press("enter")
        await until(pilot, lambda: screen.workspace.index_of("gone") is not None)
        item = screen.workspace.items[screen.workspace.index_of("gone") or 0]
        assert (screen.workspace.text[slice(*item.span)], item.note) == ("The minister was seen", "All?")
        await pilot.press("U")
        await until(pilot, lambda: screen.workspace.index_of("gone") is None)
        assert "1 lost" in str(screen.panel.border_title)
    assert places(database)["gone"] == "lost"


async def test_a_note_is_linked_by_keyboard_alone(database: Path) -> None:
    async with opened(database) as (pilot, screen):
        await shelf(pilot)
        await pilot.press("j", "l", "v", "e", "enter")
        await until(pilot, lambda: screen.workspace.index_of("gone") is not None)
    assert places(database)["gone"] == "sure"


async def test_escape_leaves_the_note_where_it_was(database: Path) -> None:
    async with opened(database) as (pilot, screen):
        await shelf(pilot)
        await pilot.press("j", "l", "escape")
        await until(pilot, lambda: "belongs now" not in screen_text(pilot.app))
        await select(pilot, screen, "The minister was seen")
        await pilot.press("enter")
        await until(pilot, lambda: any(i.content and i.annotation and not i.note for i in screen.workspace.items))
    assert places(database)["gone"] == "lost"


async def test_two_keys_in_a_row_bin_two_notes_and_a_third_nothing_of_the_article(database: Path) -> None:
    async with opened(database) as (pilot, screen):
        screen.select(screen.workspace.index_of("sure"))
        await shelf(pilot)
        await pilot.press("D", "D", "D")
        await until(pilot, lambda: "Everything has its place" in screen_text(pilot.app))
        await until(pilot, lambda: not screen.workspace.unplaced)
        assert places(database) == {"sure": "sure"}
        await pilot.press("escape", "U")
        await until(pilot, lambda: said(pilot, "Undone: deleting note on “Passengers noticed”"))
    assert places(database) == {"sure": "sure", "gone": "lost"}


async def test_the_proposed_place_is_shown_in_the_text(database: Path) -> None:
    async with opened(database) as (pilot, screen):
        await shelf(pilot)
        await pilot.press("s")
        await until(pilot, lambda: "This place is proposed" in screen_text(pilot.app))
        assert pilot.app.screen is screen


async def test_what_a_script_settles_leaves_the_open_shelf(database: Path) -> None:
    async with opened(database) as (pilot, _):
        await shelf(pilot)
        with Library(database) as library:
            library.annotations.delete("gone", origin="script")
        await until(pilot, lambda: "Lost" not in screen_text(pilot.app))
        assert "To confirm" in screen_text(pilot.app)


async def test_where_a_newer_text_was_added_elsewhere_the_shelf_waits_and_the_changes_are_shown(database: Path) -> None:
    async with opened(database) as (pilot, screen):
        with Library(database) as library:
            library.articles.add(imported(database.parent, NEW.replace("pier", "beach")))
        await until(pilot, lambda: said(pilot, "r shows what changed"))
        await pilot.press("O")
        await until(pilot, lambda: said(pilot, "f5 goes to it"))
        assert pilot.app.screen is screen
        await changes(pilot)
        assert "revision 2 → 3 of 3" in screen_text(pilot.app)
        assert "[-pier-]{+beach+}" in screen_text(pilot.app)


async def test_hostile_notes_are_words_on_the_shelf_and_among_the_changes(database: Path) -> None:
    with Library(database) as library:
        gone = next(a for a in library.annotations.unplaced(1) if a.uid == "gone")
        library.annotations.save(replace(gone, note=all_at("note"), tags=(all_at("tag"),)))
        article = library.articles.get(1)
        text = library.articles.document(article).text
        library.annotations.save(note_on(article, text, "The minister was seen", "evil", all_at("note")))
    async with opened(database) as (pilot, _):
        for key, screen in (("O", ShelfDialog), ("r", ChangesScreen)):
            await pilot.press(key)
            await until(pilot, lambda screen=screen: isinstance(pilot.app.screen, screen))
            await pilot.press("j")
            await until(pilot, lambda: "ZQnotecolour" in screen_text(pilot.app))
            assert not list(breaches(screen_text(pilot.app).encode()))
            await pilot.press("escape")


async def test_an_orphan_is_never_in_the_text_and_never_missing_from_shelf_and_export(database: Path) -> None:
    async with opened(database) as (pilot, screen):
        assert screen.workspace.index_of("gone") is None
        assert "All?" not in screen_text(pilot.app)
        await shelf(pilot)
        assert "“Passengers noticed”" in screen_text(pilot.app)
        assert GONE in screen.workspace.exporting(unreviewed=True)().markdown


# --- the old text -----------------------------------------------------------------------------------------------------


async def old_text(pilot: Pilot[None]) -> PastScreen:
    await changes(pilot)
    await pilot.press("o")
    await until(pilot, lambda: isinstance(pilot.app.screen, PastScreen))
    past = pilot.app.screen
    assert isinstance(past, PastScreen)
    await until(pilot, lambda: past.workspace.items and not past.panel.loading_claims)
    return past


async def test_an_old_text_is_as_it_was_notes_and_all(database: Path) -> None:
    async with opened(database) as (pilot, screen):
        past = await old_text(pilot)
        assert "Revision 1 of 2, read-only" in str(past.pane.border_title)
        assert {a.uid: a.note for a in past.workspace.annotations} == {
            "sure": "Count them.",
            "changed": "Says who?",
            "gone": "All?",
        }
        await until(pilot, lambda: "Passengers noticed▏✎ nothing at all" in screen_text(pilot.app))
        await pilot.press("q", "escape")
        await until(pilot, lambda: pilot.app.screen is screen)


async def test_nothing_of_an_old_text_can_be_changed(database: Path) -> None:
    with Library(database) as library:
        before = library.history.latest(1)
    async with opened(database) as (pilot, _):
        past = await old_text(pilot)
        past.select(past.workspace.index_of("sure"))
        for key in "ayxstmhDUROW":
            past.query_one(Hint).leave_off()
            await pilot.press(key)
            await until(pilot, lambda: said(pilot, "as it was: r shows what changed since"))
            assert pilot.app.screen is past
    with Library(database) as library:
        assert library.history.latest(1) == before


async def test_a_selection_in_an_old_text_is_not_highlighted(database: Path) -> None:
    async with opened(database) as (pilot, _):
        past = await old_text(pilot)
        await select(pilot, past, "The mayor")
        await pilot.press("enter")
        await until(pilot, lambda: said(pilot, "as it was"))
        assert len(past.workspace.annotations) == 3


async def test_r_in_an_old_text_shows_what_became_of_it(database: Path) -> None:
    async with opened(database, NEW.replace("pier", "beach")) as (pilot, _):
        await changes(pilot)
        await pilot.press("left_square_bracket")
        await until(pilot, lambda: "revision 1 → 2 of 3" in screen_text(pilot.app))
        await pilot.press("o")
        await until(pilot, lambda: isinstance(pilot.app.screen, PastScreen))
        await pilot.press("r")
        await until(pilot, lambda: "revision 1 → 2 of 3" in screen_text(pilot.app))
