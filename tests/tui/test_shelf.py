"""Notes that lost their place when their article changed: listed, confirmed, linked anew, binned, never missing."""

from dataclasses import replace
from pathlib import Path

import pytest

from store.library import Library
from tests.e2e.hostile import all_at, breaches
from tests.tui.changed_article import changes, opened, places, said, select, shelf
from tests.tui.dialog_stage import screen_text
from tests.tui.reading import until
from tests.tui.revised import GONE, NEW, imported, keep_and_revise, note_on
from tui.dialogs.dialog import KeyButton
from tui.dialogs.shelf import EMPTY, ShelfDialog
from tui.screens.changes import ChangesScreen
from tui.widgets.hint import Hint
from tui.widgets.notice import Notice


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A library with the changed article: one of its notes is in place, one to be confirmed, one lost."""
    keep_and_revise(tmp_path / "sayso.db", tmp_path)
    return tmp_path / "sayso.db"


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_title_says_how_many_notes_need_a_place(database: Path, size: tuple[int, int]) -> None:
    async with opened(database, size=size) as (_, screen):
        assert "1 to confirm · 1 lost" in str(screen.panel.border_title)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_click_on_their_number_in_the_title_shows_them(database: Path, size: tuple[int, int]) -> None:
    async with opened(database, size=size) as (pilot, screen):
        order = screen.panel.arrangement
        title = str(screen.panel.border_title)
        await pilot.click(screen.panel, offset=(2 + title.index("1 to confirm"), 0))
        await until(pilot, lambda: isinstance(pilot.app.screen, ShelfDialog))
        assert screen.panel.arrangement == order


async def test_the_title_counts_what_was_kept_without_a_place_too(database: Path) -> None:
    async with opened(database) as (pilot, screen):
        await shelf(pilot)
        await pilot.press("enter", "K")
        await until(pilot, lambda: places(database) == {"sure": "sure", "changed": "sure", "gone": "kept"})
        await until(pilot, lambda: " · 1 kept (O)" in str(screen.panel.border_title))


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


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)])
async def test_while_a_place_is_asked_for_the_line_begins_with_the_words_that_the_note_had(
    database: Path, size: tuple[int, int]
) -> None:
    async with opened(database, size=size) as (pilot, screen):
        await shelf(pilot)
        await pilot.press("j", "l")
        line = screen.query_one(Hint)
        begins = "“Passengers noticed” · Select where this passage belongs"
        await until(pilot, lambda: " ".join(str(line.content).split()).startswith(begins))
        await until(pilot, lambda: "“Passengers noticed” · Select" in screen_text(pilot.app))
        await pilot.press("escape")
        await until(pilot, lambda: "Passengers noticed” · " not in screen_text(pilot.app))


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
        await until(pilot, lambda: said(pilot, "Undone: deletion of note on “Passengers noticed”"))
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


async def test_once_all_is_settled_the_shelf_offers_nothing_more_and_no_line_says_that_something_waits(
    database: Path,
) -> None:
    async with opened(database, NEW.replace("pier", "beach")) as (pilot, screen):
        notice = screen.query_one(Notice)
        await until(pilot, lambda: "1 to confirm, 1 lost" in notice.said)
        await shelf(pilot)
        buttons = pilot.app.screen.query(KeyButton)
        assert [button.display for button in buttons if "Close" not in button.words] == [True] * 5
        await pilot.press("enter")
        await until(pilot, lambda: "New revision: 1 word changed, 1 lost: r shows it, O what waits." in notice.said)
        await pilot.press("D")
        await until(pilot, lambda: EMPTY in screen_text(pilot.app))
        await until(pilot, lambda: "New revision: 1 word changed: r shows it." in notice.said)
        assert [button.words for button in buttons if button.display] == ["Close"]
