"""What cannot be opened, through the real command in a terminal: one plain line, exit code 2, nothing painted."""

import os
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal import PATIENCE, SAYSO, Terminal, reader

ARTICLE = "The mayor said that the bridge was safe.\n"
ANYTHING_PAINTED = (b"\x1b[?1049h", b"\x1b[?1000h", b"\x1b[2J")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "place"
    place.mkdir()
    (place / "article.md").write_text(ARTICLE, encoding="utf-8")
    return place


def missing(place: Path) -> list[str]:
    return ["--db", str(place / "sayso.db"), str(place / "nowhere.md")]


def folder(place: Path) -> list[str]:
    return ["--db", str(place / "sayso.db"), str(place)]


def binary(place: Path) -> list[str]:
    (place / "photo.md").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    return ["--db", str(place / "sayso.db"), str(place / "photo.md")]


def empty(place: Path) -> list[str]:
    (place / "empty.md").write_bytes(b" \n\n")
    return ["--db", str(place / "sayso.db"), str(place / "empty.md")]


def newer_database(place: Path) -> list[str]:
    subprocess.run([SAYSO, "add", str(place / "article.md"), "--db", str(place / "sayso.db")], check=True)
    with sqlite3.connect(place / "sayso.db") as connection:
        connection.execute("PRAGMA user_version = 999")
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    return ["--db", str(place / "sayso.db"), str(place / "article.md")]


def no_database(place: Path) -> list[str]:
    (place / "letter.db").write_text("Dear editor, " * 100, encoding="utf-8")
    return ["--db", str(place / "letter.db"), str(place / "article.md")]


def another_programs_database(place: Path) -> list[str]:
    with sqlite3.connect(place / "music.db") as connection:
        connection.execute("CREATE TABLE songs (title)")
    connection.close()
    return ["--db", str(place / "music.db")]


def a_folder_for_a_database(place: Path) -> list[str]:
    return ["--db", str(place), str(place / "article.md")]


def a_file_for_a_folder(place: Path) -> list[str]:
    return ["--db", str(place / "article.md" / "sayso.db"), str(place / "article.md")]


def read_only_place(place: Path) -> list[str]:
    locked = place / "locked"
    locked.mkdir(mode=0o500)
    # Permissions do not hold the superuser; the kernel's own files do.
    where = Path("/proc/self") if os.geteuid() == 0 else locked
    return ["--db", str(where / "sayso.db"), str(place / "article.md")]


REFUSED: dict[Callable[[Path], list[str]], str] = {
    missing: "nowhere.md: no such file",
    folder: "is a folder",
    binary: "photo.md is not text",
    empty: "empty.md holds no text to read",
    newer_database: "newer version of Sayso",
    no_database: "letter.db is not a Sayso database",
    another_programs_database: "another program's database",
    a_folder_for_a_database: "is a folder",
    a_file_for_a_folder: "is not a folder",
    read_only_place: "sayso.db cannot be",
}


def snapshot(place: Path) -> dict[str, bytes | None]:
    """Everything under ``place``: names, and contents of files."""
    return {str(path): path.read_bytes() if path.is_file() else None for path in sorted(place.rglob("*"))}


@pytest.mark.parametrize("prepare", REFUSED, ids=lambda prepare: prepare.__name__)
def test_it_is_refused_in_one_line_and_nothing_is_painted_or_changed(
    place: Path, prepare: Callable[[Path], list[str]]
) -> None:
    arguments = prepare(place)
    before = snapshot(place)
    with Terminal([SAYSO, *arguments], columns=200) as terminal:
        assert terminal.wait() == 2
        (line,) = terminal.raw.decode().splitlines()
    assert line.startswith("sayso: ")
    assert REFUSED[prepare] in line
    assert not any(painted in terminal.raw for painted in ANYTHING_PAINTED)
    assert snapshot(place) == before


def test_into_a_pipe_the_article_goes_as_words_and_nothing_is_changed(place: Path) -> None:
    before = snapshot(place)
    done = subprocess.run(
        [SAYSO, "--db", str(place / "sayso.db"), str(place / "article.md")],
        capture_output=True,
        text=True,
        check=False,
        timeout=2 * PATIENCE,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Claim 1. " in done.stdout
    assert not any(painted.decode() in done.stdout for painted in ANYTHING_PAINTED)
    assert snapshot(place) == before


def test_a_dumb_terminal_is_told_how_it_can_show_the_article(place: Path) -> None:
    arguments = [SAYSO, "--db", str(place / "sayso.db")]
    with Terminal([*arguments, str(place / "article.md")], environment={"TERM": "dumb"}) as terminal:
        assert terminal.wait() == 2
        assert terminal.raw.decode().splitlines() == [
            "sayso: this terminal (TERM=dumb) cannot show the reader; use: sayso read --plain FILE"
        ]
    with Terminal([*arguments, "--plain", str(place / "article.md")], environment={"TERM": "dumb"}) as terminal:
        assert terminal.wait() == 0
        assert "Claim 1. " in terminal.raw.decode()
        assert b"\x1b" not in terminal.raw


def test_a_width_is_for_words_and_not_for_the_window(place: Path) -> None:
    with reader(place / "sayso.db", "--width", "40", str(place / "article.md"), columns=200) as terminal:
        assert terminal.wait() == 2
        assert "--width is for --plain" in terminal.raw.decode()


def test_a_text_in_an_old_encoding_is_read_and_the_encoding_is_said(place: Path) -> None:
    (place / "old.txt").write_bytes(
        "Der Bürgermeister sagte: «Die Brücke ist schön und gewiß sicher.»\n".encode("cp1252")
    )
    with reader(place / "sayso.db", str(place / "old.txt")) as terminal:
        terminal.until("Bürgermeister sagte")
        terminal.until("not UTF-8")
        terminal.press("q")
        assert terminal.wait() == 0


def test_a_runtime_that_complains_and_cannot_be_imported_leaves_the_screen_alone_and_the_rules(place: Path) -> None:
    (place / "onnxruntime.py").write_text(
        "import os; os.write(2, b'W: GPU device discovery failed'); raise ImportError('libgone.so: no such file')"
    )
    arguments = (place / "sayso.db", str(place / "article.md"))
    with reader(*arguments, environment={"PYTHONPATH": str(place)}) as terminal:
        terminal.until("¹The mayor")
        terminal.until("found by rules")
        terminal.until("the trained model cannot be used (onnxruntime cannot be imported: libgone.so: no such file)")
        assert b"device discovery" not in terminal.raw
        terminal.press("q")
        assert terminal.wait() == 0
        assert b"device discovery" not in terminal.raw


def test_an_unknown_article_and_a_title_that_two_have_are_refused(place: Path) -> None:
    database = str(place / "sayso.db")
    (place / "second.md").write_text("# Bridge again\n\nIt is closed.\n", encoding="utf-8")
    (place / "first.md").write_text("# Bridge opens\n\nIt is open.\n", encoding="utf-8")
    subprocess.run([SAYSO, "add", str(place / "first.md"), str(place / "second.md"), "--db", database], check=True)
    for article, why in (("Tunnel", "no article"), ("Bridge", "Bridge opens")):
        with Terminal([SAYSO, "export", article, "--db", database], columns=200) as terminal:
            assert terminal.wait() == 2
            (line,) = terminal.raw.decode().splitlines()
            assert line.startswith("sayso: ")
            assert why in line
