"""However the other library is damaged: it is refused in one line, or merged but for what cannot be read."""

import os
import random
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from store.errors import SaysoError
from store.library import Library
from store.merging import Merged, merge
from tests.store.kept import TEXT, imported, note
from tests.store.make_schema import SCHEMAS, made
from tests.store.merging.two import sound, told

CASES = int(os.environ.get("SAYSO_FUZZ", "15"))
VALUES: tuple[object, ...] = (
    None,
    0,
    -1,
    2**63 - 1,
    1.5,
    float("inf"),
    "",
    "x",
    "1",
    "[]",
    "{}",
    "[{}]",
    "null",
    "[" * 5000,
    '{"uid": "\\ud800"}',
    "\x1b[31m\u202e",
    "2026-03-02T00:00:00Z",
    "claim",
    "a" * 100_000,
    b"\xff\xfe",
    b"",
)
TABLES = (
    "articles",
    "revisions",
    "annotations",
    "annotation_tags",
    "tags",
    "history",
    "readings",
    "positions",
    "drafts",
)


def cell(path: Path, chance: random.Random) -> None:
    """Put any value into any cell, or the value of another cell of the column."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript("PRAGMA foreign_keys = OFF; DROP TRIGGER history_is_never_changed;")
        changed = 0
        while not changed:
            table = chance.choice(TABLES)
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            (row,) = chance.choice(connection.execute(f"SELECT rowid FROM {table}").fetchall())
            column = chance.choice(columns)
            value = chance.choice(VALUES)
            with suppress(sqlite3.Error, OverflowError):
                changed = connection.execute(
                    f'UPDATE {table} SET "{column}" = ? WHERE rowid = ?', [value, row]
                ).rowcount


def pages(path: Path, chance: random.Random) -> None:
    """Write anything anywhere, or cut the file short."""
    data = bytearray(path.read_bytes())
    if chance.random() < 0.1:
        data = data[: chance.randrange(len(data))]
    for _ in range(chance.choice((1, 1, 5, 50))):
        at = chance.randrange(len(data)) if data else 0
        data[at : at + 4] = chance.randbytes(chance.choice((1, 4)))
    path.write_bytes(data)


def outcome(mine: Path, theirs: Path) -> tuple[Merged | None, str]:
    """What came of a merge, or why it was refused."""
    try:
        return merge(mine, theirs), ""
    except SaysoError as error:
        return None, str(error)


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A library of this schema and one of the first."""
    newest = tmp_path_factory.mktemp("others") / "newest.db"
    made(newest)
    return [newest, SCHEMAS / "1.db"]


@pytest.mark.parametrize("damage", [cell, pages])
def test_any_damage_to_the_other_is_one_line_and_this_one_is_whole(
    damage: object, others: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    start, mine, theirs = tmp_path / "start.db", tmp_path / "mine.db", tmp_path / "theirs.db"
    with Library(start) as library:
        library.annotations.save(note(library.articles.add(imported()).article))
    before = start.read_bytes()
    refused = partly = whole = 0
    for seed in range(CASES):
        chance = random.Random(f"{damage.__name__} {seed}")  # type: ignore[attr-defined]
        shutil.copy(start, mine)
        shutil.copy(others[seed % 2], theirs)
        damage(theirs, chance)  # type: ignore[operator]
        merged, line = outcome(mine, theirs)
        if merged is None:
            refused += 1
            assert len(line.splitlines()) == 1, seed
            assert mine.read_bytes() == before, seed
            continue
        partly, whole = partly + bool(merged.problems), whole + (not merged.problems)
        assert all(len(line.splitlines()) == 1 for line in merged.problems), seed
        assert TEXT in told(mine), seed
        assert sound(mine), seed
    with capsys.disabled():
        print(
            f"\n{CASES} libraries with a damaged {damage.__name__.rstrip('s')}: "  # type: ignore[attr-defined]
            f"{refused} refused, {partly} merged but for bad records, {whole} merged whole, 0 tracebacks"
        )
