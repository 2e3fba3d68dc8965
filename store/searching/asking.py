"""One index, asked for the rows that hold all that is looked for, the best first, however many there are.

Rows go by BM25 (Robertson and Zaragoza, 2009), which weighs each word by how rare it is. For that every row with the
word has to be counted, so that where there are many the newest come first instead.
"""

import json
from collections.abc import Iterator, Sequence
from functools import cached_property

from sqlite_utils import Database

from store.searching.days import IN_RANGE
from store.searching.indexing import Subject
from store.searching.matching import Matching, quoted

CANDIDATES, SOME = 1000, 200
"""The most rows that are put in order, and the most that are looked at where a word is common."""
COMMON = 5_000
"""A word that stands in more rows than these is."""
_IN_VAIN = 4
"""Rows of other days that may be looked at for one of the days that are asked for."""
_NEWEST = 2**63 - 1

# In the order of the columns of each index.
_WEIGHTS: dict[Subject, str] = {
    "article": "10, 1, 4, 1, 0",
    "annotation": "3, 4, 5, 5, 4, 0, 0, 0, 0, 0",
    "claim": "3, 4, 0, 0",
}
_OF_THE_DAYS: dict[Subject, str] = {
    "article": f"(SELECT {IN_RANGE} FROM articles WHERE id = %s)",
    "annotation": f"(SELECT {IN_RANGE} FROM articles JOIN annotations n ON articles.id = n.article WHERE n.id = %s)",
    "claim": f"(SELECT {IN_RANGE} FROM articles JOIN claims c ON articles.id = c.article WHERE c.id = %s)",
}


class Asked:
    """The index of ``way``. Nothing is looked up before it is asked for: the titles may hold all that is shown."""

    def __init__(self, db: Database, way: Matching) -> None:
        self.way = way
        self._db = db
        self._index = f"{way.subject}_index"
        # The index has to put the lists of all parts of a range together; a long one is cheaper to see from each row.
        self._days_by_row = way.many_days and bool(way.everywhere)

    def telling(self, expression: str, *, however_old: bool = False) -> Sequence[int]:
        """The rows that match ``expression`` as well, among those that are looked at, or among all."""
        if however_old and self._common and not self.way.days:
            return self._newest(expression)  # in no better order, and maybe all that is shown
        rows, whole = self._looked_at
        if not rows:
            return []
        found = self._newest(expression, 0 if however_old else rows[-1])
        return sorted(self._places.keys() & found, key=self._places.__getitem__) if whole else found

    def anywhere(self) -> Iterator[int]:
        """All rows, the best first; where they are too many for that the newest first, as long as they are taken."""
        rows, whole = self._looked_at
        yield from self._places if whole else rows
        while rows and not whole:
            yield from (rows := self._newest(self.way.everywhere, newest=rows[-1] - 1))

    @cached_property
    def _looked_at(self) -> tuple[list[int], bool]:
        """The newest rows that match, the newest first, and whether they are all."""
        if self._days_by_row:
            rows = self._rows(self.way.everywhere)
            fitting, whole = self._of_the_days(rows), len(rows) <= self._most
            if whole or len(rows) <= _IN_VAIN * len(fitting):
                return fitting, whole
            self._days_by_row = False
        rows = self._newest(self.way.everywhere)
        return rows, len(rows) <= self._most

    @cached_property
    def _places(self) -> dict[int, int]:
        """Of all rows, where these are looked at, the place of each."""
        rows, _ = self._looked_at
        if len(rows) > 1 and not self._common and (self._days_by_row or not self.way.days):
            weighed = f"bm25({self._index}, {_WEIGHTS[self.way.subject]}), rowid DESC"
            some = set(rows)
            rows = [row for row in self._rows(self.way.everywhere, order=weighed) if row in some]
        return {row: place for place, row in enumerate(rows)}

    @cached_property
    def _common(self) -> bool:
        count = f"SELECT count(*) FROM (SELECT 1 FROM {self._index} WHERE {self._index} MATCH ? LIMIT {COMMON + 1})"
        return any(self._db.execute(count, [quoted(word)]).fetchone()[0] > COMMON for word in self.way.words)

    @property
    def _most(self) -> int:
        return SOME if self._common else CANDIDATES

    def _newest(self, expression: str, oldest: int = 0, newest: int = _NEWEST) -> list[int]:
        """The newest rows that match ``expression`` and are of the days that are asked for."""
        if self._days_by_row:
            condition = _OF_THE_DAYS[self.way.subject] % f"{self._index}.rowid"
            return self._rows(expression, oldest, newest, f"AND {condition}", self.way.ends)
        return self._rows(self.way.dated(expression), oldest, newest)

    def _rows(
        self,
        expression: str,
        oldest: int = 0,
        newest: int = _NEWEST,
        condition: str = "",
        values: Sequence[str] = (),
        order: str = "rowid DESC",
    ) -> list[int]:
        """At most one row more than are looked at."""
        select = f"SELECT rowid FROM {self._index} WHERE {self._index} MATCH ? AND rowid BETWEEN ? AND ? {condition}"
        limited = f"{select} ORDER BY {order} LIMIT {self._most + 1}"
        return [row for (row,) in self._db.execute(limited, [expression, oldest, newest, *values])]

    def _of_the_days(self, rows: list[int]) -> list[int]:
        condition = _OF_THE_DAYS[self.way.subject] % "value"
        select = f"SELECT value FROM json_each(?) WHERE {condition} ORDER BY value DESC"
        return [row for (row,) in self._db.execute(select, [json.dumps(rows), *self.way.ends])]
