"""What is told when an article is deleted for good, gets another text, or cannot be saved, while it is open."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from store.importing import read_file
from store.library import Library
from tests.tui.reading import said, until
from tests.tui.revised import NEW, OLD, article_file, imported, keep_and_revise
from tests.tui.test_unsaved import soon as soon
from tests.tui.test_unsaved import unsaved, write_to
from tui.app import SaysoApp
from tui.screens.reading.past import PastScreen
from tui.screens.reading.reader import ReaderScreen
from tui.widgets.key_footer import KeyFooter
from tui.widgets.unsaved_line import UnsavedLine


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "sayso.db"


def line(screen: ReaderScreen) -> str:
    return screen.query_one(UnsavedLine).said


async def opened(pilot: Pilot[None]) -> ReaderScreen:
    await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen) and pilot.app.screen.workspace.seen)
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    await until(pilot, lambda: screen.workspace.reading is not None)
    return screen


async def test_what_is_rescued_is_said_to_be_and_where_until_something_else_is_changed(
    database: Path, tmp_path: Path
) -> None:
    async with unsaved(database) as (pilot, screen):
        await until(pilot, lambda: line(screen).startswith("Not saved: 1 change"))
        await pilot.press("W")
        await write_to(pilot, tmp_path / "rescued.db")
        await until(pilot, lambda: line(screen).startswith(f"Rescued in {tmp_path / 'rescued.db'}"))
        await pilot.press("x")
        await until(pilot, lambda: line(screen).startswith("Not saved: 2 changes"))


async def test_what_is_rescued_is_no_matter_to_ask_about_on_leaving(database: Path, tmp_path: Path) -> None:
    async with unsaved(database) as (pilot, screen):
        await pilot.press("W")
        await write_to(pilot, tmp_path / "rescued.db")
        await until(pilot, lambda: line(screen).startswith("Rescued in"))
        await pilot.press("q")
        await until(pilot, lambda: not pilot.app.is_running or pilot.app.screen is not screen)


async def test_of_an_article_that_is_deleted_for_good_meanwhile_the_title_is_told_and_it_can_be_rescued(
    database: Path, tmp_path: Path
) -> None:
    app = SaysoApp(database, imported(tmp_path, OLD))
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot)
        with Library(database) as library:
            library.bin.put(library.articles.get(1))
            library.bin.purge([library.articles.get(1).uid])
        await until(pilot, lambda: "“Harbour board rejects ferry plan” was deleted for good" in line(screen))
        await pilot.press("W")
        await write_to(pilot, tmp_path / "rescued.db")
        await until(pilot, (tmp_path / "rescued.db").exists)
    app.close()
    with Library(tmp_path / "rescued.db") as library:
        (rescued,) = library.articles.list()
        assert rescued.article.metadata.title == "Harbour board rejects ferry plan"


async def test_a_library_that_may_only_be_read_opens_with_a_word_on_that_and_keeps_its_permissions(
    database: Path, tmp_path: Path
) -> None:
    with Library(database) as library:
        library.articles.add(imported(tmp_path, OLD))
    database.chmod(0o444)
    app = SaysoApp(database, imported(tmp_path, OLD))
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot)
        await until(pilot, lambda: screen.workspace.items)
        await pilot.press("right_square_bracket", "y")
        await until(pilot, lambda: "may only be read" in line(screen))
        screen.workspace.outbox.give_up()
    app.close()
    assert database.stat().st_mode & 0o777 == 0o444


async def test_f5_goes_to_a_text_that_came_while_another_was_open(database: Path, tmp_path: Path) -> None:
    app = SaysoApp(database, imported(tmp_path, OLD))
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot)
        with Library(database) as library:
            library.articles.add(read_file(article_file(tmp_path, NEW)))
        await until(pilot, lambda: screen.workspace.newest and screen.workspace.newest.number == 2)
        await pilot.press("f5")
        await until(pilot, lambda: pilot.app.screen is not screen and isinstance(pilot.app.screen, ReaderScreen))
        assert "The minister was seen on the pier." in pilot.app.screen.workspace.text  # type: ignore[attr-defined]
    app.close()


async def test_f5_brings_in_what_was_changed_in_the_file_as_opening_it_again_would(
    database: Path, tmp_path: Path
) -> None:
    app = SaysoApp(database, imported(tmp_path, OLD))
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot)
        await pilot.press("f5")
        await until(pilot, lambda: "The file “ferry.md” has not changed since it was read." in said(app))
        article_file(tmp_path, NEW)
        await pilot.press("f5")
        await until(pilot, lambda: pilot.app.screen is not screen and isinstance(pilot.app.screen, ReaderScreen))
        now = await opened(pilot)
        await until(pilot, lambda: now.revised.startswith("New revision: 14 words changed"))
        assert now.workspace.article
        assert (now.workspace.article.id, now.workspace.article.number) == (1, 2)
        (tmp_path / "ferry.md").unlink()
        await pilot.press("f5")
        await until(pilot, lambda: any("“ferry.md” is no longer there" in words for words in said(app)))
    app.close()


async def test_the_number_of_notes_that_wait_names_the_key_that_shows_them(database: Path, tmp_path: Path) -> None:
    keep_and_revise(database, tmp_path)
    app = SaysoApp(database, imported(tmp_path, NEW))
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot)
        await until(pilot, lambda: screen.panel.unplaced == "1 to confirm · 1 lost (O)")
    app.close()


async def test_an_old_text_is_left_with_escape_and_its_footer_offers_only_what_can_be_done(
    database: Path, tmp_path: Path
) -> None:
    keep_and_revise(database, tmp_path)
    app = SaysoApp(database, imported(tmp_path, NEW))
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot)
        await app.run_action("app.open(1, None, 1)")
        await until(pilot, lambda: isinstance(app.screen, PastScreen) and app.screen.workspace.items)
        offered = {entry.words for entry in app.screen.query_one(KeyFooter).entries()}
        assert offered & {"Search", "Quit", "Help"}
        assert not offered & {"Note", "Accept", "Reject", "Assess", "Mark", "Tags", "Highlight"}
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
    app.close()
