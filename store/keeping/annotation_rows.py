"""Annotations as rows, with their tags. In the caller's transaction; the rules are in `store.keeping.annotations`."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from sqlite_utils import Database

from store.annotations import Annotation
from store.keeping.errors import readable
from store.keeping.snapshot import evidence, plain, selectors

_COLUMNS = (*(f.name for f in fields(Annotation) if f.name not in ("tags", "rev")), "words")
_READ = (*_COLUMNS[:-1], "rev")
_PUT = f"""INSERT INTO annotations ({", ".join(_COLUMNS)}) VALUES ({", ".join(f":{column}" for column in _COLUMNS)})
    ON CONFLICT (uid) DO UPDATE SET {", ".join(f"{column} = excluded.{column}" for column in _COLUMNS[1:])},
    deleted = NULL, rev = rev + 1"""


def live(db: Database, article_id: int) -> list[Annotation]:
    """Return the annotations of an article that are not deleted, those without a sure place too, in text order."""
    found = _select(db, "article = ?", article_id)
    with readable():
        return sorted(found, key=lambda annotation: (annotation.span, annotation.uid))


def find(db: Database, uid: str) -> Annotation | None:
    """Return the annotation, or None where there is none or it is deleted."""
    return next(iter(_select(db, "uid = ?", uid)), None)


def find_deleted(db: Database, uid: str) -> Annotation | None:
    """Return the annotation as it was when it was deleted, or None where there is none or it is not deleted."""
    return next(iter(_select(db, "uid = ?", uid, deleted=True)), None)


def put(db: Database, annotation: Annotation) -> int:
    """Write the annotation in the place of the one with its uid, deleted or not, and return its new counter."""
    put_all(db, [annotation])
    rev: int = db.execute("SELECT rev FROM annotations WHERE uid = ?", [annotation.uid]).fetchone()[0]
    return rev


def put_all(db: Database, annotations: Sequence[Annotation]) -> None:
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
    for field in ("selectors", "proposed", "evidence"):
        row[field] = json.dumps(plain(row[field]), ensure_ascii=False)
    return row


def move(db: Database, annotation: Annotation) -> None:
    """Write where the annotation, which is there, has its place now, and nothing else of it."""
    selectors, proposed = (
        json.dumps(plain(some), ensure_ascii=False) for some in (annotation.selectors, annotation.proposed)
    )
    db.execute(
        """UPDATE annotations SET selectors = ?, proposed = ?, revision = ?, place = ?, score = ?, words = ?,
        was = ?, rev = rev + 1 WHERE uid = ?""",
        [
            selectors,
            proposed,
            annotation.revision,
            annotation.place,
            annotation.score,
            annotation.words,
            annotation.was,
            annotation.uid,
        ],
    )


def bury(db: Database, uid: str, at: str) -> None:
    """Mark the annotation as deleted at a time; its row stays."""
    db.execute("UPDATE annotations SET deleted = ?, rev = rev + 1 WHERE uid = ?", [at, uid])


def _select(db: Database, where: str, value: int | str, *, deleted: bool = False) -> Iterable[Annotation]:
    where = f"deleted IS {'NOT ' if deleted else ''}NULL AND {where}"
    tags: defaultdict[str, list[str]] = defaultdict(list)
    for uid, name in db.execute(
        f"""SELECT annotation, name FROM annotations
        JOIN annotation_tags ON annotation = uid JOIN tags ON tags.id = tag WHERE {where}
        ORDER BY annotation_tags.place""",
        [value],
    ):
        tags[uid].append(name)
    rows = db.execute(f"SELECT {', '.join(_READ)} FROM annotations WHERE {where}", [value])
    with readable():
        return [_annotation(dict(zip(_READ, row, strict=True)), tags) for row in rows]


def _annotation(row: dict[str, Any], tags: dict[str, list[str]]) -> Annotation:
    for field in ("selectors", "proposed"):
        row[field] = selectors(json.loads(row[field]))
    row["evidence"] = evidence(json.loads(row["evidence"]))
    row["by_hand"], row["amended"] = bool(row["by_hand"]), bool(row["amended"])
    return Annotation(**row, tags=tuple(tags.get(row["uid"], ())))
