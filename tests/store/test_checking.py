"""`check` names each kind of damage; `repair` builds what is derived anew and leaves the rest byte for byte."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from store import backups
from store.checking import check, repair
from tests.store.make_schema import made

# What an index or a count may be built of again. All other tables are precious.
DERIVED = ("article_index", "annotation_index", "claim_index", "claims")
DERIVED_COLUMNS = {
    "articles": {
        *("revision", "title_key", "outlet_key", "url_key", "days", "day"),
        *("claims", "unreviewed", "annotations", "unplaced", "notes"),
    },
    "annotations": {"words"},
}

# By what check names it, and what then does not: damage, and whether it can be built anew.
DAMAGE = (
    ("schema", "DROP INDEX articles_by_url", True),
    ("schema", "DROP TRIGGER history_is_never_changed", True),
    ("foreign keys", "UPDATE annotation_tags SET tag = 99 WHERE annotation = 'binned'", False),
    ("orphans", "UPDATE articles SET revision = 2 WHERE id = 1", True),
    ("orphans", "UPDATE annotations SET revision = 7 WHERE uid = 'mind'", False),
    ("orphans", "INSERT INTO purging VALUES ('mind')", False),
    ("texts", "UPDATE revisions SET text = replace(text, 'will hold', 'will fall') WHERE id = 2", False),
    ("texts", "UPDATE revisions SET text = CAST(x'ff41' AS TEXT) WHERE id = 3", False),
    ("texts", "UPDATE revisions SET structure = '[' WHERE id = 2", False),
    ("history", "UPDATE annotations SET note = 'forged' WHERE uid = 'mind'", False),
    ("history", "UPDATE annotations SET deleted = '2026' WHERE uid = 'mind'", False),
    ("history", "DELETE FROM annotations WHERE uid = 'mind'", False),
    ("history", "UPDATE annotations SET selectors = '[{}]' WHERE uid = 'mind'", False),
    (
        "anchors",
        "UPDATE annotations SET selectors = replace(selectors, 'hold', 'fall') WHERE uid = 'mind'",
        False,
    ),
    ("look-up keys", "UPDATE articles SET days = '' WHERE id = 1", True),
    ("look-up keys", "UPDATE articles SET outlet_key = 'x' WHERE id = 1", True),
    ("look-up keys", "UPDATE articles SET day = '' WHERE id = 1", True),
    ("look-up keys", "UPDATE annotations SET words = 'x' WHERE uid = 'mind'", True),
    ("claims", "DELETE FROM claims WHERE article = 1", True),
    ("counts", "UPDATE articles SET unreviewed = 7", True),
    ("counts", "UPDATE articles SET notes = 7", True),
    ("history", "UPDATE annotations SET meaning = 3 WHERE uid = 'mind'", False),
    ("history", "UPDATE annotations SET evidence = '[]x' WHERE uid = 'mind'", False),
    ("full-text index", "UPDATE article_index_data SET block = x'00'", True),
    ("full-text index", "DELETE FROM annotation_index_data", True),
    ("full-text index", "DELETE FROM claim_index_config", True),
    ("full-text index", "DROP TABLE article_index_idx", True),
)


@pytest.fixture(scope="module")
def something_of_everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "sayso.db"
    made(path)
    return path


@pytest.fixture
def full(something_of_everything: Path, path: Path) -> Path:
    """A library with something of everything that can be kept."""
    shutil.copy(something_of_everything, path)
    return path


def wrong(path: Path) -> set[str]:
    return {finding.name for finding in check(path) if finding.problems}


def precious(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every value that cannot be built anew, by table."""
    with closing(sqlite3.connect(path)) as connection:
        tables = {}
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            if not name.startswith(DERIVED):
                columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
                kept = [f"hex({column})" for column in columns if column not in DERIVED_COLUMNS.get(name, ())]
                tables[name] = connection.execute(f"SELECT {', '.join(kept)} FROM {name} ORDER BY 1").fetchall()
        return tables


def damage(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"PRAGMA foreign_keys = OFF; PRAGMA writable_schema = ON; {statement};")


def test_a_library_with_something_of_everything_is_sound(full: Path) -> None:
    assert wrong(full) == set()


@pytest.mark.parametrize(("name", "statement", "derived"), DAMAGE, ids=[statement for _, statement, _ in DAMAGE])
def test_each_kind_of_damage_is_named_and_what_is_derived_is_built_anew(
    full: Path, name: str, statement: str, derived: bool
) -> None:
    damage(full, statement)
    before = precious(full)
    assert name in wrong(full)
    repair(full)
    assert precious(full) == before
    assert wrong(full) <= (set() if derived else {"foreign keys", "orphans", "texts", "history", "anchors", name})
    assert (name in wrong(full)) is not derived


def test_damaged_pages_are_named(full: Path) -> None:
    with closing(sqlite3.connect(full)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'readings'").fetchone()
    data = bytearray(full.read_bytes())
    data[(page - 1) * 4096 : (page - 1) * 4096 + 200] = b"\xff" * 200
    full.write_bytes(data)
    assert "integrity" in wrong(full)


def test_an_index_of_sqlites_that_lacks_a_row_is_named_and_built_anew(full: Path) -> None:
    of_titles = "UPDATE sqlite_master SET sql = replace(sql, '({})', '({})') WHERE name = 'articles_by_title'"
    damage(full, of_titles.format("title_key", "days"))
    damage(full, "UPDATE articles SET days = 'x' WHERE id = 1")
    damage(full, of_titles.format("days", "title_key"))
    assert "integrity" in wrong(full)
    repair(full)
    assert wrong(full) == set()


def test_checking_changes_nothing(full: Path) -> None:
    damage(full, "UPDATE articles SET unreviewed = 7")
    before = full.read_bytes()
    check(full)
    assert full.read_bytes() == before


def test_the_library_is_backed_up_before_it_is_repaired(full: Path) -> None:
    damage(full, "UPDATE articles SET unreviewed = 7")
    backup = repair(full)
    assert backups.described(backup).kind == "before-repair"
    assert "counts" in wrong(backup)


def test_of_many_problems_some_are_shown_and_all_are_counted(full: Path) -> None:
    with closing(sqlite3.connect(full)) as connection:
        connection.executemany("INSERT INTO purging VALUES (?)", [(f"u{number}",) for number in range(25)])
        connection.commit()
    (problems,) = (finding.problems for finding in check(full) if finding.problems)
    assert len(problems) == 11
    assert problems[-1] == "and 15 more"


def test_it_is_told_how_far_the_checking_has_come_and_it_can_be_stopped(full: Path) -> None:
    told: list[tuple[int, int]] = []
    check(full, lambda *now: told.append(now))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]

    def enough(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    before = full.read_bytes()
    with pytest.raises(KeyboardInterrupt):
        check(full, enough)
    assert full.read_bytes() == before
