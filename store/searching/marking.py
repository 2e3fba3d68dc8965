"""What is found in a row that is shown, marked in its words."""

from functools import cached_property

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
        index, columns = f"{way.subject}_index", COLUMNS[way.subject]
        kept = f"SELECT {', '.join(columns)} FROM shown_{way.subject}s WHERE id = ?"
        words = self._db.execute(kept, [row]).fetchone()
        if words is None or not way.to_highlight:
            return None
        self._alone.execute("BEGIN")
        self._alone.execute(f"INSERT INTO {index} VALUES ({', '.join('?' * len(columns))})", words)
        select = f"SELECT {shown} FROM {index} WHERE {index} MATCH ?"
        texts: tuple[str, ...] | None = self._alone.execute(select, [way.to_highlight]).fetchone()
        self._alone.execute("ROLLBACK")
        return texts

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
