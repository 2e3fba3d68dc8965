"""When the library cannot take a change it stays on the screen, said to be unsaved, until it can, or is rescued."""

import asyncio
import os
import sqlite3
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from itertools import count
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from store.keeping.errors import DatabaseFullError
from store.library import Library
from tests.store.kept import imported, note
from tests.tui.dialog_stage import screen_text
from tests.tui.reading import ARTICLE, PATIENCE, go_to, reading, said, until
from tui.dialogs.note import NoteDialog
from tui.dialogs.unsaved import UnsavedDialog
from tui.screens.reading import keeping
from tui.screens.reading.reader import ReaderScreen
from tui.widgets.unsaved_line import UnsavedLine

QUOTE = "“We have not cut a single post,”"
Fault = Callable[[ReaderScreen, Path], None]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    (tmp_path / "library").mkdir()
    return tmp_path / "library" / "sayso.db"


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was not taken is offered again soon, and another program is not waited for long."""
    monkeypatch.setattr(keeping, "EVERY", 0.1)
    monkeypatch.setattr(keeping, "TRY_AGAIN", 0.2)
    monkeypatch.setattr("store.keeping.connection.BUSY_TIMEOUT", 0.3)


def full_disk(screen: ReaderScreen, _: Path) -> None:
    """Leave no room: what SQLite does at this limit of the connection is what it does when the disk is full."""
    library = screen.workspace.desk._doing._library
    assert library is not None
    article = library.articles.add(imported())[0]
    library._connection._db.execute("PRAGMA max_page_count = 1")
    length = 2**14
    for number in count():
        try:
            library.annotations.save(note(article, f"filling{number}", "x" * length))
        except DatabaseFullError:
            if length == 1:
                return
            length //= 2


def read_only(screen: ReaderScreen, _: Path) -> None:
    connection = screen.workspace.desk._doing._library._connection  # type: ignore[union-attr]
    connection._db.execute("PRAGMA query_only = ON")


def deleted(_: ReaderScreen, database: Path) -> None:
    database.unlink()


def moved(_: ReaderScreen, database: Path) -> None:
    database.rename(database.with_name("elsewhere.db"))


def replaced_by_garbage(_: ReaderScreen, database: Path) -> None:
    other = database.with_name("garbage")
    other.write_bytes(b"Dear diary\n" * 5000)
    other.replace(database)


def overwritten_with_garbage(_: ReaderScreen, database: Path) -> None:
    write_over(database, os.urandom(database.stat().st_size))


def emptied(_: ReaderScreen, database: Path) -> None:
    write_over(database, b"")


def write_over(path: Path, contents: bytes) -> None:
    time.sleep(0.02)  # file systems count time in steps of some milliseconds
    with path.open("r+b") as file:
        file.truncate(0)
        file.write(contents)


FAULTS = (full_disk, read_only, deleted, moved, replaced_by_garbage, overwritten_with_garbage, emptied)


@asynccontextmanager
async def unsaved(database: Path, fault: Fault = moved) -> AsyncIterator[tuple[Pilot[None], ReaderScreen]]:
    """The reader with one note kept, then the fault, and then a claim accepted that could not be saved."""
    async with reading(database) as (pilot, screen):
        await pilot.press("right_square_bracket", "a")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteDialog))
        await pilot.press(*"Kept", "escape")
        await until(pilot, lambda: screen.workspace.annotations)
        fault(screen, database)
        await go_to(pilot, screen, QUOTE)
        await pilot.press("y")
        await until(pilot, lambda: len(screen.workspace.annotations) == 2 and screen.workspace.unsaved)
        yield pilot, screen
        if pilot.app.is_running:
            screen.workspace.outbox.give_up()


async def write_to(pilot: Pilot[None], path: Path) -> None:
    await until(pilot, lambda: pilot.app.screen.query(Input))
    pilot.app.screen.query_one(Input).value = str(path)
    await pilot.press("enter")


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
async def test_after_each_of_7_faults_the_change_is_shown_said_to_be_unsaved_and_in_the_rescued_file(
    database: Path, tmp_path: Path, fault: Fault
) -> None:
    rescued, exported = tmp_path / "rescued.db", tmp_path / "out.md"
    async with unsaved(database, fault) as (pilot, _):
        await until(pilot, lambda: "⚠ not saved" in screen_text(pilot.app))
        await until(pilot, lambda: "Not saved: 1 change (W rescues it): " in screen_text(pilot.app))
        await pilot.press("e")
        await write_to(pilot, exported)
        await until(pilot, exported.exists)
        await pilot.press("W")
        await write_to(pilot, rescued)
        await until(pilot, lambda: any(f"Wrote {rescued}" in said.message for said in pilot.app._notifications))
    with Library(rescued) as library:
        noted, accepted = library.annotations.of(1)
        assert (accepted.decision, noted.note) == ("accepted", "Kept")
    assert exported.read_text(encoding="utf-8").count("<mark>") == 2


async def test_what_could_not_be_saved_is_saved_in_order_when_the_library_is_back(database: Path) -> None:
    async with unsaved(database) as (pilot, screen):
        await pilot.press("right_square_bracket", "x")
        await until(pilot, lambda: len(screen.workspace.outbox.waiting) == 2)
        await until(pilot, lambda: "Not saved: 2 changes" in screen_text(pilot.app))
        database.with_name("elsewhere.db").rename(database)
        await until(pilot, lambda: not screen.workspace.outbox)
        await until(pilot, lambda: "ot saved" not in screen_text(pilot.app))
    with Library(database) as library:
        assert [annotation.decision for annotation in library.annotations.of(1)] == [None, "accepted", "rejected"]
        assert [c.after.decision for c in library.history.of(1)[-2:] if c.after] == ["accepted", "rejected"]


async def test_undo_takes_back_first_what_is_not_saved(database: Path) -> None:
    async with unsaved(database) as (pilot, screen):
        await pilot.press("U")
        await until(pilot, lambda: not screen.workspace.outbox)
        assert [annotation.note for annotation in screen.workspace.annotations] == ["Kept"]


@pytest.mark.parametrize("key", ["q", "L", "ctrl+q"])
async def test_leaving_with_something_unsaved_asks_and_esc_stays(database: Path, key: str) -> None:
    async with unsaved(database) as (pilot, screen):
        await pilot.press(key)
        await until(pilot, lambda: isinstance(pilot.app.screen, UnsavedDialog))
        assert "1 change is not saved yet" in screen_text(pilot.app).replace("C", "c")
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert screen.workspace.unsaved


async def test_leaving_can_write_it_to_a_file_first(database: Path, tmp_path: Path) -> None:
    async with unsaved(database) as (pilot, _):
        await pilot.press("q")
        await until(pilot, lambda: isinstance(pilot.app.screen, UnsavedDialog))
        await pilot.press("W")
        await write_to(pilot, tmp_path / "rescued.db")
        await until(pilot, lambda: not pilot.app.is_running)
    with Library(tmp_path / "rescued.db") as library:
        assert len(library.annotations.of(1)) == 2


async def test_leaving_can_go_without_it(database: Path, tmp_path: Path) -> None:
    async with unsaved(database) as (pilot, _):
        await pilot.press("q")
        await until(pilot, lambda: isinstance(pilot.app.screen, UnsavedDialog))
        await pilot.press("X")
        await until(pilot, lambda: not pilot.app.is_running)
    assert not list(tmp_path.rglob("sayso-unsaved*"))


async def test_a_program_that_is_ended_from_outside_rescues_what_is_unsaved_beside_the_library(
    database: Path,
) -> None:
    async with unsaved(database) as (pilot, _):
        app = pilot.app
        await app.end(143)  # type: ignore[attr-defined]
        await until(pilot, lambda: not app.is_running)
    (rescued,) = database.parent.glob("sayso-unsaved*.db")
    assert [line.split(";")[0] for line in app.left] == [f"what could not be saved is in {rescued}"]  # type: ignore[attr-defined]
    with Library(rescued) as library:
        assert len(library.annotations.of(1)) == 2


async def test_while_another_program_writes_nothing_is_said_of_locks_and_then_all_is_saved(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        with closing(sqlite3.connect(database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await go_to(pilot, screen, QUOTE)
            await pilot.press("y", "left_square_bracket", "x", "y")
            await until(pilot, lambda: "⚠ not saved" in screen_text(pilot.app))
            await until(pilot, lambda: "Another program is writing" in screen_text(pilot.app))
            await asyncio.sleep(1)
            shown = screen_text(pilot.app)
            assert not any(word in shown for word in ("locked", "busy", "in use"))
            assert not [said for said in pilot.app._notifications if said.severity == "error"]
            other.execute("COMMIT")
        await until(pilot, lambda: not screen.workspace.outbox)
        await until(pilot, lambda: "ot saved" not in screen_text(pilot.app))
    with Library(database) as library:
        assert [annotation.decision for annotation in library.annotations.of(1)] == ["accepted"]


async def test_a_draft_that_cannot_be_kept_is_told_of_and_kept_when_it_can_be(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, QUOTE)
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteDialog))
        moved(screen, database)
        await pilot.press(*"Half a thought")
        await until(pilot, lambda: "Not saved: a note being typed" in screen.query_one(UnsavedLine).said)
        database.with_name("elsewhere.db").rename(database)
        with Library(database) as library:
            kept = library.drafts.of
            await until(pilot, lambda: [draft.annotation.note for draft in kept(1)] == ["Half a thought"])
        await until(pilot, lambda: not screen.workspace.outbox)


async def test_a_draft_does_not_wait_for_an_export_or_a_slow_question(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slow(*_: object) -> None:
        assert go_on.wait(PATIENCE)

    monkeypatch.setattr("store.exporting.write_file", slow)
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, QUOTE)
        await pilot.press("e")
        await write_to(pilot, tmp_path / "out.md")
        question = screen.workspace.desk.ask(slow)
        await until(pilot, lambda: pilot.app.screen is screen)
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteDialog))
        await pilot.press(*"Half")
        with Library(database) as library:
            await until(pilot, lambda: any(d.annotation.note == "Half" for d in library.drafts.of(1)))
        assert not question.done()
        go_on.set()
        await question


async def test_an_article_can_be_read_while_the_library_cannot_be_opened_and_comes_in_when_it_can(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    from textual.app import App

    from store.importing import read_stream
    from tui.app import SaysoApp
    from tui.screens.reading import opening

    monkeypatch.setattr(opening, "TRY_AGAIN", 0.1)
    database.write_bytes(b"Dear diary\n" * 500)
    app: App[None] = SaysoApp(database, read_stream(io.BytesIO(ARTICLE.encode())))
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        await until(pilot, lambda: screen.workspace.items)
        await until(pilot, lambda: "is not a Sayso database" in screen.query_one(UnsavedLine).said)
        await pilot.press("right_square_bracket", "y", "a")
        await until(pilot, lambda: any("on its way into the library" in words for words in said(app)))
        assert app.screen is screen
        database.unlink()
        await until(pilot, lambda: screen.workspace.article)
        await until(pilot, lambda: "not a Sayso database" not in screen.query_one(UnsavedLine).said)
        await pilot.press("y")
        await until(pilot, lambda: screen.workspace.annotations and not screen.workspace.outbox)
    app.close()  # type: ignore[attr-defined]
    with Library(database) as library:
        assert [annotation.decision for annotation in library.annotations.of(1)] == ["accepted"]
