"""Libraries of earlier schemas: brought up to date with everything in them, or left as they were."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from store.errors import SaysoError
from store.keeping import migrations
from store.keeping.connection import Connection
from store.keeping.errors import DatabaseDamagedError
from store.library import Library
from store.searching.indexing import check
from tests.store.make_schema import SCHEMAS, made

KEPT = sorted(SCHEMAS.glob("*.db"))


@pytest.fixture(params=KEPT, ids=[file.stem for file in KEPT])
def old(request: pytest.FixtureRequest, path: Path) -> Path:
    """A copy of the library that stands for an earlier schema."""
    shutil.copy(request.param, path)
    return path


def rows(path: Path, select: str) -> list[sqlite3.Row]:
    """What a query gives of a database, by a connection of its own."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return connection.execute(select).fetchall()


def tables(path: Path) -> dict[str, list[dict[str, object]]]:
    """Every row of every table that is neither SQLite's own nor part of an index."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
    names = [row["name"] for row in rows(path, query)]
    return {name: [dict(row) for row in rows(path, f"SELECT * FROM {name}")] for name in names if "_index" not in name}


def facts(path: Path) -> list[tuple[object, ...]]:
    """The whole of the database as it is stored."""
    with closing(sqlite3.connect(path)) as connection:
        return [(line,) for line in connection.iterdump()] + connection.execute("PRAGMA user_version").fetchall()


def test_every_schema_that_a_program_had_has_a_library_that_stands_for_it() -> None:
    # The second was only ever on the way from the first to the third.
    assert {int(file.stem) for file in KEPT} >= {1, *range(3, migrations.LATEST)}


def test_a_library_of_an_earlier_schema_comes_with_everything_in_it(old: Path) -> None:
    before = tables(old)
    Library(old).close()
    after = tables(old)
    assert rows(old, "PRAGMA user_version")[0][0] == migrations.LATEST
    for name, kept in before.items():
        assert len(after[name]) == len(kept), name
        for was, now in zip(kept, after[name], strict=True):
            assert {field: now[field] for field in was if (name, field) != ("drafts", "writer")} == {
                field: value for field, value in was.items() if (name, field) != ("drafts", "writer")
            }


def test_what_was_kept_by_an_earlier_schema_is_in_use_again(old: Path) -> None:
    with Library(old) as library:
        ferry, bridge = library.articles.find("ferry"), library.articles.find("BRIDGE IN łódź")
        assert {a.uid: (a.decision, a.note, a.tags) for a in library.annotations.of(ferry.id)} == {
            "accepted": ("accepted", "Since when?", ("safety", "ferry")),
            "checked": (None, "", ()),
            "by-hand": ("accepted", "", ()),
            "highlight": (None, "", ()),
        }
        assert library.readings.get(ferry, "tagger 1") is not None
        assert library.articles.position(ferry.id) > 0
        (draft,) = library.drafts.left(bridge.id)
        assert draft.annotation.note == "Whom did they te\udce9"
        with library._connection.writing() as db:
            assert check(db) == []


def test_undo_goes_on_where_an_earlier_schema_left_it(old: Path) -> None:
    with Library(old) as library:
        article = library.articles.find("bridge")
        (mind,) = library.annotations.of(article.id)
        assert (mind.note, mind.decision) == ("two", "rejected")
        assert library.history.redo(article.id).summary == "note on a passage"  # type: ignore[union-attr]
        states = []
        while library.history.undo(article.id):
            states.append([(a.note, a.decision) for a in library.annotations.of(article.id)])
        assert states == [[("two", "rejected")], [("two", None)], [("one", None)], []]


def test_the_history_of_an_earlier_schema_still_cannot_be_changed(old: Path) -> None:
    Library(old).close()
    with closing(sqlite3.connect(old)) as connection:
        for statement in ("UPDATE history SET at = ''", "DELETE FROM history"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                connection.execute(statement)


def test_two_copies_migrated_apart_give_their_old_changes_the_same_keys(tmp_path: Path) -> None:
    keys = []
    for name in "ab":
        shutil.copy(SCHEMAS / "1.db", tmp_path / name)
        Library(tmp_path / name).close()
        keys.append([row["key"] for row in rows(tmp_path / name, "SELECT key FROM history ORDER BY id")])
    assert keys[0] == keys[1]
    assert len(set(keys[0])) == len(keys[0]) > 10


def test_a_migration_backs_up_first_and_is_not_taken_where_that_fails(old: Path) -> None:
    before, asked = facts(old), []

    def fail(path: Path, version: int) -> None:
        asked.append((path, version))
        assert facts(path) == before
        raise SaysoError("no room for a backup")

    if int(before[-1][0]) == migrations.LATEST:  # type: ignore[call-overload]
        pytest.skip("this one is up to date")
    with pytest.raises(SaysoError, match="no room"):
        Connection(old, before_migration=fail)
    assert asked == [(old, before[-1][0])]
    assert facts(old) == before


def test_a_new_library_and_one_that_is_up_to_date_need_no_backup(path: Path) -> None:
    def never(path: Path, version: int) -> None:
        raise AssertionError(f"{path} is at {version}")

    for _ in range(2):
        Connection(path, before_migration=never).close()


def test_a_step_that_breaks_a_reference_is_not_taken(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(path)
    before = facts(path)

    def breaking(db: Database) -> None:
        db.execute("DELETE FROM articles WHERE id = 1")

    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, breaking))
    with pytest.raises(DatabaseDamagedError, match="refers to one of articles that is not there; nothing was changed"):
        Library(path)
    assert facts(path) == before


def test_references_are_held_again_after_a_migration(old: Path) -> None:
    with Library(old) as library:
        with library._connection.reading() as db:
            assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert library.annotations.tags() == ["ferry", "safety"]
