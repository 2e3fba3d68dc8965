"""Two readers and a script on one library, and a library that goes from under a reader, in real terminals."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from store.library import Library
from tests.e2e.added import add
from tests.terminal import Terminal, at_the_first_claim, reader, run

ARTICLE = "The harbour board said on Monday that the lamp was sound.\n\nZeb Ash said that it was not.\n"
QUOTE = "that the lamp was sound"


@pytest.fixture
def article(database: Path, tmp_path: Path) -> str:
    path = tmp_path / "lamp.md"
    path.write_text(ARTICLE, encoding="utf-8")
    add(database, path)
    return str(path)


def leave(terminal: Terminal) -> None:
    terminal.press("q")
    assert terminal.wait() == 0


def test_two_readers_and_a_script_see_each_others_changes(database: Path, article: str) -> None:
    with reader(database, article) as first, reader(database, article) as second:
        for terminal in (first, second):
            at_the_first_claim(terminal)
        first.press("y")
        first.until("¹✓")
        second.until("¹✓")
        assert run(database, "note", "1", "--quote", QUOTE, "--note", "From a script.").returncode == 0
        for terminal in (first, second):
            terminal.until("✎ From a script.")
            leave(terminal)
    with Library(database) as library:
        (annotation,) = library.annotations.of(1)
        assert (annotation.decision, annotation.note) == ("accepted", "From a script.")


def test_a_note_written_in_two_windows_keeps_both_and_asks(database: Path, article: str) -> None:
    with reader(database, article) as first, reader(database, article) as second:
        for terminal in (first, second):
            at_the_first_claim(terminal)
            terminal.press("a")
            terminal.until("Save and close")
        first.press("Ask the board.", "ctrl+s")
        first.until("✎ Ask the board.")
        second.press("Ask the keeper.", "ctrl+s")
        second.until("Changed elsewhere meanwhile")
        second.until(lambda words: "Ask the board." in words and "Ask the keeper." in words)
        second.press("b")
        second.until(lambda words: "✎ Ask the board." in words and "Ask the keeper." in words)
        first.until("Ask the keeper.")
        for terminal in (first, second):
            leave(terminal)
    with Library(database) as library:
        assert [annotation.note for annotation in library.annotations.of(1)] == ["Ask the board.\n\nAsk the keeper."]


@pytest.mark.torture
def test_while_another_program_writes_for_twelve_seconds_nothing_is_said_of_locks_and_everything_is_saved(
    database: Path, article: str
) -> None:
    with reader(database, article) as terminal, closing(sqlite3.connect(database, isolation_level=None)) as other:
        at_the_first_claim(terminal)
        other.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        terminal.press("y")
        terminal.until("not saved")
        terminal.press("]", "x")
        while time.monotonic() - began < 12:  # longer than one attempt
            terminal.feed()
            assert not any(word in terminal.words for word in ("locked", "busy", "in use"))
        other.execute("COMMIT")
        terminal.until(lambda words: "saved" not in words)
        leave(terminal)
    with Library(database) as library:
        assert [annotation.decision for annotation in library.annotations.of(1)] == ["accepted", "rejected"]


@pytest.mark.parametrize(("columns", "rows"), [(120, 36), (60, 20)])
def test_a_library_that_is_deleted_under_the_reader_is_told_of_and_what_is_on_the_screen_is_rescued(
    database: Path, article: str, tmp_path: Path, columns: int, rows: int
) -> None:
    with reader(database, article, columns=columns, rows=rows, cwd=tmp_path) as terminal:
        terminal.until("¹The harbour")
        terminal.press("]", "a")
        terminal.until("Save and close")
        terminal.press("Kept.", "ctrl+s")
        terminal.until("✎")
        database.unlink()
        terminal.until("Nothing can be saved")
        terminal.press("y")
        terminal.until("Not saved: 1 change (W rescues it)")
        terminal.press("q")
        terminal.until("1 change is not saved yet")
        terminal.press("W")
        terminal.until("Rescue what is on the screen")
        terminal.press("enter")
        assert terminal.wait() == 0
    assert not database.exists()
    (rescued,) = tmp_path.glob("sayso-unsaved-*.db")
    with Library(rescued) as library:
        (annotation,) = library.annotations.of(1)
        assert (annotation.note, annotation.decision) == ("Kept.", "accepted")
