"""Whatever the other library is, and wherever merging stops: the other is left as it was, and this one is whole."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlite_utils import Database

from store import backups
from store.errors import SaysoError
from store.keeping.connection import Connection
from store.library import Library
from store.merging import merge
from tests.store.kept import TEXT, another_program, imported, made_by_a_newer_version, note, reading
from tests.store.make_schema import SCHEMAS
from tests.store.merging.two import (
    change,
    everything,
    merged_copy,
    sound,
    told,
)


@pytest.mark.parametrize(("schema", "articles"), [(1, 3), (2, 3), (3, 5), (4, 5), (5, 5)])
def test_the_other_library_is_left_as_it_was_whatever_its_schema(
    mine: Path, tmp_path: Path, schema: int, articles: int
) -> None:
    old = tmp_path / "there" / "old.db"
    old.parent.mkdir()
    shutil.copy(SCHEMAS / f"{schema}.db", old)
    merged = merged_copy(mine, old)
    assert (merged.articles, merged.problems) == (articles, ())
    assert old.read_bytes() == (SCHEMAS / f"{schema}.db").read_bytes()
    assert list(old.parent.iterdir()) == [old]
    assert sound(mine)


def test_the_library_is_backed_up_before_it_is_merged_into(mine: Path, theirs: Path) -> None:
    change(theirs, "u1", note="Later")
    before = told(mine)
    backup = merge(mine, theirs).backup
    assert backup is not None
    assert told(backup) == before


def test_where_it_cannot_be_backed_up_nothing_is_merged(mine: Path, theirs: Path) -> None:
    change(theirs, "u1", note="Later")
    backups.folder_of(mine).write_text("in the way")
    before = everything(mine)
    with pytest.raises(SaysoError):
        merge(mine, theirs)
    assert everything(mine) == before


def test_what_is_no_library_is_refused_and_nothing_is_changed(mine: Path, tmp_path: Path) -> None:
    text, other, newer, half = (tmp_path / name for name in ("notes.txt", "bookmarks.db", "newer.db", "half.db"))
    text.write_text("precious " * 1000)
    another_program(other)
    made_by_a_newer_version(newer)
    half.write_bytes(mine.read_bytes()[:20_000])
    before = mine.read_bytes()
    for wrong in (text, other, newer, half, tmp_path, tmp_path / "missing.db", mine):
        with pytest.raises(SaysoError):
            merge(mine, wrong)
    assert mine.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE annotations SET selectors = 'x' WHERE uid = 'u2'", "annotation u2 skipped: its place"),
        (
            "UPDATE annotations SET selectors = replace(selectors, 'doubted', 'shouted')",
            "annotation u2 skipped: its place",
        ),
        ("UPDATE annotations SET progress = 'done' WHERE uid = 'u2'", "annotation u2 skipped: its progress"),
        ("UPDATE annotations SET modified = 'never' WHERE uid = 'u2'", "annotation u2 skipped: its time"),
        ("UPDATE annotations SET note = 7 WHERE uid = 'u2'", ""),
        ("UPDATE annotations SET note = x'00ff' WHERE uid = 'u2'", "annotation u2 skipped: its note"),
        ("UPDATE revisions SET text_sha256 = '' WHERE article = 2", "text 1 of article 2 skipped"),
        ("UPDATE revisions SET structure = '[]' WHERE article = 2", "text 1 of article 2 skipped"),
        ("UPDATE articles SET added = 'long ago' WHERE id = 2", "article 2 skipped: its time"),
    ],
)
def test_one_bad_record_costs_only_itself(mine: Path, theirs: Path, statement: str, named: str) -> None:
    with Library(theirs) as library:
        article = library.articles.get(1)
        library.annotations.save(note(article, uid="u2", span=(36, 56)))
        library.annotations.save(note(article, uid="u3", note="Sound", span=(58, 62)))
        library.articles.add(imported("Another text.", "Another"))
    with closing(sqlite3.connect(theirs)) as connection:
        connection.executescript(statement)
    merged = merge(mine, theirs)
    assert len(merged.problems) >= bool(named)
    assert all(named.split(" skipped")[0] in line or "article 2" in line for line in merged.problems)
    assert named in " ".join(merged.problems)
    assert told(mine)[TEXT][1]["u3"][0] == "Sound"
    assert sound(mine)


def test_readings_of_another_text_are_not_believed(mine: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "there.db"
    with Library(theirs) as library:
        article = library.articles.add(imported("Short.", "Short")).article
        library.readings.keep(article, reading((0, 5)))
    with closing(sqlite3.connect(theirs)) as connection:
        connection.execute("UPDATE readings SET reading = replace(reading, '[0, 5]', '[0, 5000]')")
        connection.commit()
    merge(mine, theirs)
    with Library(mine) as library:
        assert library.readings.get(library.articles.find("Short"), "rules 1") is None
    assert sound(mine)


def test_interrupted_at_any_step_nothing_is_merged_and_nothing_is_left_behind(mine: Path, theirs: Path) -> None:
    change(theirs, "u1", note="Later")
    before, beside = everything(mine), sorted(path.name for path in mine.parent.iterdir())
    steps: list[str] = []

    def interrupt_at(step: str) -> Callable[[str, int, int], None]:
        def told(doing: str, _done: int, _total: int) -> None:
            steps.append(doing)
            if doing == step:
                raise KeyboardInterrupt

        return told

    for step in ("Reading", "Merging", "Backing up"):
        with pytest.raises(KeyboardInterrupt):
            merge(mine, theirs, interrupt_at(step))
        assert steps[-1] == step
        assert everything(mine) == before
    assert list(backups.folder_of(mine).iterdir()) == []
    assert sorted(path.name for path in mine.parent.iterdir()) == sorted([*beside, backups.folder_of(mine).name])
    assert merge(mine, theirs).theirs == 1


def test_an_interruption_that_comes_after_all_was_merged_comes_too_late(
    mine: Path, theirs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(theirs, "u1", note="Later")
    writing = Connection.writing

    @contextmanager
    def interrupted_at_its_end(connection: Connection) -> Iterator[Database]:
        with writing(connection) as db:
            yield db
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Connection, "writing", interrupted_at_its_end)
        assert merge(mine, theirs).theirs == 1
    assert told(mine)[TEXT][1]["u1"][0] == "Later"
