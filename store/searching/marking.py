"""What is found in a row that is shown, marked in its words."""

import json
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from sqlite_utils import Database

from store.keeping import driver
from store.searching.indexing import COLUMNS
from store.searching.matching import Matching
from store.searching.snippets import CLOSE, OPEN

_TOKENIZER = "unicode61 remove_diacritics 2"
"""That of the indexes."""


class Marker:
    """Marks what is found in the rows of one search. To be closed."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def marked(self, way: Matching, row: int, *columns: int) -> tuple[str, ...]:
        """Return the ``columns`` of the row, which ``way`` finds, with `OPEN` and `CLOSE` around what was found."""
        index, expression = f"{way.subject}_index", way.to_highlight
        shown = ", ".join(f"highlight({index}, {column}, '{OPEN}', '{CLOSE}')" for column in columns)
        # The index would gather all rows with all the words of a long beginning, anew for each row.
        if way.long_beginning and (alone := self._marked_alone(way, row, shown)) is not None:
            return alone
        matches, looked_for = (f"{index} MATCH ? AND", [expression]) if expression else ("", [])
        select = f"SELECT {shown} FROM {index} WHERE {matches} rowid = ?"
        texts: tuple[str, ...] = self._db.execute(select, [*looked_for, row]).fetchone()
        return texts

    def _marked_alone(self, way: Matching, row: int, shown: str) -> tuple[str, ...] | None:
        """The same without the index; None where that is wrong about the row, or nothing is to be marked."""
        return next(iter(self._alone_among(way, [row], shown, way.to_highlight)), None)

    def found_among(self, way: Matching, rows: Sequence[int]) -> list[int]:
        """Return those of ``rows`` that ``way`` finds, in the time that they take alone, however many there are."""
        return [row for (row,) in self._alone_among(way, rows, "rowid", way.dated(way.everywhere))]

    def _alone_among(self, way: Matching, rows: Sequence[int], shown: str, expression: str) -> list[tuple[Any, ...]]:
        """What is ``shown`` of those of ``rows`` that match, in an index of these alone."""
        index, columns = f"{way.subject}_index", COLUMNS[way.subject]
        among = "id IN (SELECT value FROM json_each(?))"
        kept = f"SELECT id, {', '.join(columns)} FROM shown_{way.subject}s WHERE {among}"
        words = self._db.execute(kept, [json.dumps(rows)]).fetchall() if expression else []
        if not words:
            return []
        into = f"INSERT INTO {index} (rowid, {', '.join(columns)}) VALUES ({', '.join('?' * (len(columns) + 1))})"
        self._alone.execute("BEGIN")
        self._alone.executemany(into, words)
        select = f"SELECT {shown} FROM {index} WHERE {index} MATCH ?"
        found: list[tuple[Any, ...]] = self._alone.execute(select, [expression]).fetchall()
        self._alone.execute("ROLLBACK")
        return found

    @cached_property
    def _alone(self) -> driver.Connection:
        """Indexes like those of the library, with nothing in them."""
        memory = driver.in_memory()
        for subject, columns in COLUMNS.items():
            like = f"{', '.join(columns)}, tokenize='{_TOKENIZER}'"
            memory.execute(f"CREATE VIRTUAL TABLE {subject}_index USING fts5({like})")
        return memory

    def close(self) -> None:
        """Let go of what it was done with."""
        if "_alone" in self.__dict__:
            self._alone.close()
