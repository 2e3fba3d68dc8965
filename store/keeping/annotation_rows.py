"""Annotations as rows, with their tags. In the caller's transaction; the rules are in `store.keeping.annotations`."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from store.annotations import Annotation
from store.keeping.errors import readable
from store.keeping.snapshot import SELECTORS, evidence, plain, selectors

if TYPE_CHECKING:
    from sqlite_utils import Database

    from store.keeping.driver import Connection

_COLUMNS = (*(f.name for f in fields(Annotation) if f.name not in ("tags", "rev")), "words")
_READ = (*_COLUMNS[:-1], "rev")
_PUT = f"""INSERT INTO annotations ({", ".join(_COLUMNS)}) VALUES ({", ".join(f":{column}" for column in _COLUMNS)})
    ON CONFLICT (uid) DO UPDATE SET {", ".join(f"{column} = excluded.{column}" for column in _COLUMNS[1:])},
    deleted = NULL, rev = rev + 1"""


_Known = tuple[tuple[Any, ...], tuple[str, ...], Annotation]
"""A row, its tags, and the annotation that they are."""

# By the rows themselves, so that nothing ever has to be invalidated: every note counts the others of its article.
_last_read: dict[str, _Known] = {}


def live(db: "Database | Connection", article_id: int) -> list[Annotation]:
    """Return the annotations of an article that are not deleted, those without a sure place too, in text order."""
    global _last_read
    read = {one.uid: (row, tags, one) for row, tags, one in _rows(db, "article = ?", article_id, known=_last_read)}
    _last_read = read
    with readable():
        return sorted((one for *_, one in read.values()), key=lambda one: (one.span, one.uid))


def some(db: "Database", article_id: int, uids: Iterable[str]) -> list[Annotation]:
    """Return those of some annotations that are the article's and not deleted, in text order."""
    among = "article = ? AND uid IN (SELECT value FROM json_each(?))"
    found = _select(db, among, article_id, json.dumps(list(uids)))
    with readable():
        return sorted(found, key=lambda one: (one.span, one.uid))


def of_rows(db: "Database", rows: Iterable[int]) -> list[Annotation]:
    """Return those of some rows that are not deleted."""
    return _select(db, "annotations.id IN (SELECT value FROM json_each(?))", json.dumps(list(rows)))


def of_words(db: "Database", article_id: int, words: str) -> list[Annotation]:
    """Return the annotations of the article's claims that have these words and are not deleted."""
    return list(_select(db, "article = ? AND kind = 'claim' AND words = ?", article_id, words))


def find(db: "Database", uid: str) -> Annotation | None:
    """Return the annotation, or None where there is none or it is deleted."""
    return next(iter(_select(db, "uid = ?", uid)), None)


def revs(db: "Database", uids: Iterable[str]) -> dict[str, int]:
    """Return the counters of annotations, deleted or not."""
    query = "SELECT uid, rev FROM annotations WHERE uid IN (SELECT value FROM json_each(?))"
    return dict(db.execute(query, [json.dumps(list(uids))]).fetchall())


def find_deleted(db: "Database", uid: str) -> Annotation | None:
    """Return the annotation as it was when it was deleted, or None where there is none or it is not deleted."""
    return next(iter(_select(db, "uid = ?", uid, deleted=True)), None)


def put_all(db: "Database", annotations: Sequence[Annotation]) -> None:
    """Write annotations in the places of those with their uids, deleted or not."""
    db.conn.executemany(_PUT, [_row(annotation) for annotation in annotations])
    db.conn.executemany("DELETE FROM annotation_tags WHERE annotation = ?", [[one.uid] for one in annotations])
    tagged = [(one.uid, place, tag) for one in annotations for place, tag in enumerate(one.tags)]
    db.conn.executemany("INSERT OR IGNORE INTO tags (name) VALUES (?)", [[tag] for _, _, tag in tagged])
    db.conn.executemany(
        "INSERT INTO annotation_tags (annotation, place, tag) SELECT ?, ?, id FROM tags WHERE name = ?", tagged
    )


def _row(annotation: Annotation) -> dict[str, Any]:
    row = {column: getattr(annotation, column) for column in _COLUMNS}
    for field in (*SELECTORS, "evidence"):
        row[field] = json.dumps(plain(row[field]), ensure_ascii=False)
    return row


def move(db: "Database", annotation: Annotation) -> None:
    """Write where the annotation, which is there, has its place now, and nothing else of it."""
    places = [json.dumps(plain(getattr(annotation, field)), ensure_ascii=False) for field in SELECTORS]
    db.execute(
        f"""UPDATE annotations SET {", ".join(f"{field} = ?" for field in SELECTORS)},
        revision = ?, place = ?, score = ?, words = ?, was = ?, rev = rev + 1 WHERE uid = ?""",
        [
            *places,
            annotation.revision,
            annotation.place,
            annotation.score,
            annotation.words,
            annotation.was,
            annotation.uid,
        ],
    )


def bury(db: "Database", uid: str, at: str) -> None:
    """Mark the annotation as deleted at a time; its row stays."""
    db.execute("UPDATE annotations SET deleted = ?, rev = rev + 1 WHERE uid = ?", [at, uid])


def _select(db: "Database", where: str, *values: int | str, deleted: bool = False) -> list[Annotation]:
    return [one for *_, one in _rows(db, where, *values, deleted=deleted)]


def _rows(
    db: "Database | Connection",
    where: str,
    *values: int | str,
    deleted: bool = False,
    known: Mapping[str, _Known] = MappingProxyType({}),
) -> list[_Known]:
    """Rows with their tags, and the annotations that they are; those that are ``known`` are not made anew."""
    where = f"deleted IS {'NOT ' if deleted else ''}NULL AND {where}"
    tags: defaultdict[str, list[str]] = defaultdict(list)
    for uid, name in db.execute(
        f"""SELECT annotation, name FROM annotations
        JOIN annotation_tags ON annotation = uid JOIN tags ON tags.id = tag WHERE {where}
        ORDER BY annotation_tags.place""",
        list(values),
    ):
        tags[uid].append(name)
    rows = db.execute(f"SELECT {', '.join(_READ)} FROM annotations WHERE {where}", list(values))
    with readable():
        return [_read(row, tuple(tags.get(row[0], ())), known.get(row[0])) for row in rows]


def _read(row: tuple[Any, ...], tags: tuple[str, ...], known: _Known | None) -> _Known:
    if known is not None and known[:2] == (row, tags):
        return known
    return row, tags, _annotation(dict(zip(_READ, row, strict=True)), tags)


def _annotation(row: dict[str, Any], tags: tuple[str, ...]) -> Annotation:
    for field in SELECTORS:
        row[field] = selectors(json.loads(row[field]))
    row["evidence"] = evidence(json.loads(row["evidence"]))
    row["by_hand"], row["amended"] = bool(row["by_hand"]), bool(row["amended"])
    return Annotation(**row, tags=tags)
