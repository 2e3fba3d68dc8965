"""What may happen to the library's file under the reader, in a real terminal: told, and what is on the screen rescued.

That the file is deleted is among what two windows may see (`test_two_windows`).
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store.checking import check
from store.library import Library
from tests.disk import fill, small_disk
from tests.store.make_schema import SCHEMAS
from tests.terminal import Terminal, at_the_first_claim, reader, run

ARTICLE = "The harbour board said on Monday that the lamp was sound.\n\nZeb Ash said that it was not.\n"


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "lamp.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


@pytest.fixture
def disk() -> Iterator[Path]:
    with small_disk() as folder:
        yield folder


def note(terminal: Terminal, words: str) -> None:
    terminal.press("a")
    terminal.until("Save and close")
    terminal.press(words, "ctrl+s")
    terminal.until(lambda shown: f"✎ {words}" in shown and "Save and close" not in shown)


def rescued(terminal: Terminal, folder: Path) -> list[tuple[str | None, str]]:
    """Leave by way of rescuing, and return what is in the file."""
    terminal.press("q")
    terminal.until("not saved yet")
    terminal.press("W")
    terminal.until("Rescue what is on the screen")
    terminal.press("enter")
    assert terminal.wait() == 0
    (file,) = folder.glob("sayso-unsaved-*.db")
    with Library(file) as library:
        return [(annotation.decision, annotation.note) for annotation in library.annotations.of(1)]


@pytest.mark.torture
def test_on_a_full_disk_what_is_on_the_screen_stays_is_rescued_elsewhere_and_saved_once_there_is_room(
    disk: Path, article: str, tmp_path: Path
) -> None:
    database = disk / "sayso.db"
    words = "Who looked, and when? " * 8000
    with reader(database, article, cwd=tmp_path) as terminal:
        at_the_first_claim(terminal)
        note(terminal, "Kept.")
        filling = fill(disk)
        terminal.press("]", "a")
        terminal.until("Save and close")
        terminal.paste(words)
        terminal.press("ctrl+s")
        terminal.until("Not saved: 1 change (W rescues it)")
        terminal.press("W")
        terminal.until("Rescue what is on the screen")
        terminal.press("enter")
        terminal.until("Wrote ")
        filling.unlink()
        terminal.until(lambda shown: "Not saved" not in shown)
        terminal.press("q")
        assert terminal.wait() == 0
    (file,) = tmp_path.glob("sayso-unsaved-*.db")
    for one in (file, database):
        with Library(one) as library:
            assert [annotation.note for annotation in library.annotations.of(1)] == ["Kept.", words.strip()]
        assert not any(finding.problems for finding in check(one))


@pytest.mark.torture
def test_on_a_full_disk_every_verb_says_so_in_one_line_and_what_was_kept_is_there(disk: Path, article: str) -> None:
    database = disk / "sayso.db"
    assert run(database, "add", article).returncode == 0
    filling = fill(disk)
    verbs = (
        ("note", "1", "--quote", "the lamp was sound", "--note", "Who looked?"),
        ("add", article),
        ("bin", "put", "1"),
        ("db", "merge", str(SCHEMAS / "3.db")),
        ("db", "restore", str(SCHEMAS / "3.db"), "--yes"),
        ("db", "backup", str(disk / "copy.db")),
        ("list",),
    )
    for verb in verbs:
        ran = run(database, *verb)
        assert (ran.returncode, ran.stdout, len(ran.stderr.splitlines())) == (2, "", 1), verb
        assert "no room is left" in ran.stderr or "no space left" in ran.stderr, verb
        assert "3.db" not in ran.stderr, verb
    filling.unlink()
    assert run(database, "list", "--json").stdout.count('"id"') == 1
    assert not any(finding.problems for finding in check(database))


def replaced_by_garbage(database: Path) -> None:
    other = database.with_name("garbage")
    other.write_bytes(b"Dear diary\n" * 5000)
    other.replace(database)


def cut_in_half(database: Path) -> None:
    os.truncate(database, database.stat().st_size // 2)


@pytest.mark.parametrize("fault", [replaced_by_garbage, pytest.param(cut_in_half, marks=pytest.mark.torture)])
def test_a_library_that_is_spoilt_under_the_reader_is_told_of_and_what_is_on_the_screen_is_rescued(
    database: Path, article: str, tmp_path: Path, fault: Callable[[Path], None]
) -> None:
    with reader(database, article, cwd=tmp_path) as terminal:
        at_the_first_claim(terminal)
        note(terminal, "Kept.")
        fault(database)
        terminal.press("y")
        terminal.until("Not saved: 1 change (W rescues it)")
        assert rescued(terminal, tmp_path) == [("accepted", "Kept.")]


def test_a_log_that_is_cut_short_under_the_reader_costs_nothing(database: Path, article: str) -> None:
    with reader(database, article) as terminal:
        at_the_first_claim(terminal)
        note(terminal, "Kept.")
        log = database.with_name(f"{database.name}-wal")
        os.truncate(log, log.stat().st_size // 2)
        terminal.press("y")
        terminal.until("¹✓")
        terminal.press("q")
        assert terminal.wait() == 0
    with Library(database) as library:
        assert [(one.decision, one.note) for one in library.annotations.of(1)] == [("accepted", "Kept.")]
    assert not any(finding.problems for finding in check(database))
