"""Adding many files: how many are done and how long the rest takes, and what an interruption costs."""

import io
import os
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path

import click
import pytest

from store.errors import SaysoError
from tests.tui.commands.conftest import Sayso
from tui.commands import reading as reading_files
from tui.commands.progress import MANY, Count


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number}.txt" for number in range(5)]
    for path in paths:
        path.write_text(f"The {path.stem} mayors said the bridge was safe.", encoding="utf-8")
    return paths


def titles(sayso: Sayso) -> list[str]:
    return sorted(article["title"] for article in sayso("list", "--json").json)


def test_adding_that_was_interrupted_goes_on_where_it_was_and_adds_nothing_twice(
    sayso: Sayso, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def reading(path: str) -> object:
        if len(read) == 3:
            raise KeyboardInterrupt
        read.append(path)
        return whole(path)

    whole = reading_files.read_file
    monkeypatch.setattr(reading_files, "read_file", reading)
    interrupted = sayso("add", *files)
    assert interrupted.code == 130
    assert interrupted.err == "sayso: interrupted; 3 of 5 files are done; the same command goes on with the rest\n"
    assert len(titles(sayso)) == 3
    monkeypatch.setattr(reading_files, "read_file", lambda path: (read.append(path), whole(path))[1])
    went_on = sayso("add", *files)
    assert went_on.code == 0
    assert went_on.out.count("already there") == 3
    assert went_on.out.count("\tadded") == 2
    # None of them was read twice.
    assert read == [str(path) for path in files]
    assert len(titles(sayso)) == 5


def test_a_file_that_is_known_is_parsed_again_once_it_is_another_or_its_article_in_the_bin(
    sayso: Sayso, files: list[Path]
) -> None:
    sayso("add", *files)
    files[0].write_text("The 0 mayors said the bridge was not safe.", encoding="utf-8")
    sayso("bin", "put", "2")
    ran = sayso("add", *files[:3])
    assert [line.split("\t")[2].split(",")[0] for line in ran.out.splitlines()] == [
        "revision 2: 1 word changed",
        "already there",
        "already there",
    ]
    assert ", out of the bin again" in ran.out
    assert len(titles(sayso)) == 5


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 2


def test_the_time_left_is_reckoned_from_the_files_that_took_work(monkeypatch: pytest.MonkeyPatch) -> None:
    now = iter((0, 1, 2, 5, 11))
    monkeypatch.setattr(time, "monotonic", lambda: next(now))
    count = Count(1_000)
    count.done(worked=False)
    count.done(worked=False)
    assert str(count) == "2 of 1,000 files"
    count.done(worked=True)
    assert str(count) == "3 of 1,000 files, 0:49:51 left"
    count.done(worked=True)
    assert str(count) == "4 of 1,000 files, 1:14:42 left"


@pytest.mark.parametrize(("total", "shown"), [(MANY - 1, False), (MANY, True)])
def test_only_of_many_files_the_number_is_shown_and_it_fits_the_line(
    monkeypatch: pytest.MonkeyPatch, total: int, shown: bool
) -> None:
    terminal = _Terminal()
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", terminal)
        patched.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((12, 24)))
        count = Count(total)
        count.done(worked=True)
        count.clear()
    lines = terminal.getvalue().replace("\x1b[K", "").split("\r")
    assert max(map(len, lines)) <= 11
    assert (f"1 of {MANY} file"[:11] in lines) is shown
    assert bool(terminal.getvalue()) is shown


def test_new_files_are_written_together_and_each_is_told_of_once_it_is_kept(
    sayso: Sayso, files: list[Path], database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files[3].write_text("", encoding="utf-8")
    sayso("add", files[1])
    told: list[tuple[str, int]] = []
    echo = click.echo

    def watched(line: str = "", **options: object) -> None:
        with closing(sqlite3.connect(database)) as connection:
            told.append((line, connection.execute("SELECT count(*) FROM articles").fetchone()[0]))
        echo(line, **options)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(click, "echo", watched)
        ran = sayso("add", *files)
    assert ran.code == 2
    words = [line.split("\t")[-1].split(",")[0] for line, _ in told]
    assert words[0] == "added"
    assert words[1] == "already there"
    assert words[2] == "added"
    assert words[3].endswith("3.txt holds no text to read")
    assert words[4] == "added"
    assert [kept for _, kept in told] == [2, 2, 3, 3, 4]


def test_where_none_of_them_can_be_written_each_is_named_and_none_is_there(
    sayso: Sayso, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    sayso("add", files[0])

    def full(*_: object) -> None:
        raise SaysoError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr("store.keeping.readings.Readings.keep", full)
        ran = sayso("add", *files[1:])
    assert ran.code == 2
    assert ran.err.count("the disk is full") == 4
    assert len(titles(sayso)) == 1


def test_twice_the_same_text_at_once_is_one_article(sayso: Sayso, files: list[Path]) -> None:
    files[1].write_bytes(files[0].read_bytes())
    ran = sayso("add", *files)
    assert [line.split("\t")[0] for line in ran.out.splitlines()] == ["1", "1", "2", "3", "4"]
    assert ran.out.count("\tadded") == 4
