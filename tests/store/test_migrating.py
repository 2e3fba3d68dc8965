"""Libraries of earlier schemas: brought up to date with everything in them, or left as they were."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from store import backups
from store.checking import check
from store.errors import SaysoError
from store.keeping import migrations
from store.keeping.connection import Connection
from store.keeping.errors import DatabaseDamagedError, NewerDatabaseError
from store.library import Library
from store.searching import indexing
from store.searching.query import parse
from tests.store.make_schema import BINNED, BRIDGE, FERRY, GONE, HARBOUR, HARBOUR_LATER, LEFT_OUT, SCHEMAS, UNREAD, made

KEPT = sorted(SCHEMAS.glob("*.db"))
RENEWED = {("drafts", "writer"), ("articles", "title_key"), ("articles", "outlet_key")}
"""What is others in a later schema: all else stays as it is."""


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
    # No program ended at the second: it is what one leaves that was killed on the way from the first to the third.
    assert {int(file.stem) for file in KEPT} == set(range(1, migrations.LATEST + 1))


def test_a_library_of_an_earlier_schema_comes_with_everything_in_it(old: Path) -> None:
    before = tables(old)
    Library(old).close()
    after = tables(old)
    assert rows(old, "PRAGMA user_version")[0][0] == migrations.LATEST
    for name, kept in before.items():
        assert len(after[name]) == len(kept), name
        for was, now in zip(kept, after[name], strict=True):
            same = {field for field in was if (name, field) not in RENEWED}
            assert {field: now[field] for field in same} == {field: was[field] for field in same}


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
        assert library.articles.document(bridge).text == BRIDGE
        with library._connection.writing() as db:
            assert indexing.check(db) == []
    assert [row["source"] for row in rows(old, "SELECT source FROM revisions ORDER BY id")][:3] == [
        FERRY,
        BRIDGE,
        UNREAD,
    ]
    assert [finding.problems for finding in check(old) if finding.problems] == []


def test_later_texts_the_bin_and_what_was_refused_come_from_the_third_schema_on(path: Path) -> None:
    shutil.copy(SCHEMAS / "3.db", path)
    with Library(path) as library:
        harbour = library.articles.find("late news")
        assert [library.revisions.document(harbour.id, number).text for number in (1, 2)] == [HARBOUR, HARBOUR_LATER]
        there = [*library.annotations.of(harbour.id), *library.annotations.unplaced(harbour.id)]
        places = {a.uid: (a.place, [s.exact for s in a.selectors]) for a in there}
        assert places == {"moved": ("sure", ["opens in May"]), "lost": ("lost", [LEFT_OUT])}
        assert [a.uid for a in library.history.at_revision(harbour.id, 1)] == ["moved", "lost"]
        (refused,) = library.drafts.left(harbour.id)
        assert (refused.kind, refused.annotation.note) == ("refused", "My own words")
        assert [one.title for one in library.bin.contents() if one.kind == "article"] == [BINNED]
        library.bin.restore(library.bin.find("bin").uid)
        assert library.articles.document(library.articles.find("bin")).text == BINNED
    assert rows(path, "SELECT action, before, after FROM history WHERE subject = 'article' AND action = 'purge'")
    assert GONE[:20].encode() not in path.read_bytes()


def test_meanings_evidence_and_changes_made_as_one_come_from_the_fourth_schema_on(path: Path) -> None:
    shutil.copy(SCHEMAS / "4.db", path)
    with Library(path) as library:
        harbour = library.articles.find("late news")
        one, two, three = (library.annotations.get(uid) for uid in ("one", "two", "three"))
        assert [(e.address, e.stance, e.note) for e in two.evidence] == [
            ("https://example.org/costs", "contradicts", "page 3"),
            ("box 7", "context", ""),
        ]
        assert (two.amended, three.meaning, one.tags, three.tags) == (True, 2, ("new",), ("new", "kept"))
        assert library.settings.all() == {"theme": "night"}
        assert library.history.undo(harbour.id).summary == "tags on 2 claims and passages"  # type: ignore[union-attr]
        assert library.history.undo(harbour.id).summary == "decision, tags on 3 claims and passages"  # type: ignore[union-attr]
        assert {one.uid for one in library.annotations.all(harbour.id)} == {"moved", "lost"}


def test_titles_and_outlets_of_the_fifth_schema_are_found_without_their_accents(path: Path) -> None:
    shutil.copy(SCHEMAS / "5.db", path)
    before = "title = 'Łódź', outlet = 'Ōtāwhai', title_key = 'łódź', outlet_key = 'ōtāwhai'"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE articles SET {before} WHERE id = 1")
    with Library(path) as library:
        assert list(library.articles.matching("lodz outlet:otawhai")) == [1]


def test_evidence_that_an_earlier_schema_kept_is_found_by_its_words(path: Path) -> None:
    shutil.copy(SCHEMAS / "4.db", path)
    with Library(path) as library:
        for query in ("example.org costs", '"box 7"', "has:evidence"):
            found = library.search.find(parse(query)).results
            assert [hit.uid for result in found for hit in result.hits] == ["two"], query


def test_evidence_that_cannot_be_read_keeps_no_library_from_being_brought_up_to_date(path: Path) -> None:
    shutil.copy(SCHEMAS / "4.db", path)
    odd = ("", "[", "7", '"words"', "{}", '[1, null, {"address": 7}]')
    with closing(sqlite3.connect(path)) as connection, connection:
        uids = [uid for (uid,) in connection.execute("SELECT uid FROM annotations LIMIT ?", [len(odd)])]
        connection.executemany("UPDATE annotations SET evidence = ? WHERE uid = ?", zip(odd, uids, strict=True))
    with Library(path) as library, library._connection.writing() as db:
        assert indexing.check(db) == []


def test_a_library_brought_up_to_date_has_the_tables_of_a_new_one(old: Path, tmp_path: Path) -> None:
    Library(old).close()
    Library(tmp_path / "new.db").close()
    made_by = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite%' ORDER BY type, name"
    assert [tuple(row) for row in rows(old, made_by)] == [tuple(row) for row in rows(tmp_path / "new.db", made_by)]


def test_one_of_a_newer_program_is_refused_and_not_a_byte_of_it_changes(old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript(f"PRAGMA user_version = {migrations.LATEST + 1}; PRAGMA wal_checkpoint(TRUNCATE);")
    before = {file.name: file.read_bytes() for file in old.parent.iterdir()}
    with pytest.raises(NewerDatabaseError, match="newer version"):
        Library(old)
    assert {file.name: file.read_bytes() for file in old.parent.iterdir()} == before


def test_a_library_of_an_earlier_schema_is_backed_up_before_it_is_brought_up_to_date(old: Path) -> None:
    before = facts(old)
    Library(old).close()
    copies = list(backups.folder_of(old).glob("*.db"))
    assert [facts(copy) for copy in copies] == ([before] if before[-1] != (migrations.LATEST,) else [])


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
        assert {"ferry", "safety"} <= set(library.annotations.tags())
