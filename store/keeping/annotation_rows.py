"""Annotations as rows, with their tags. In the caller's transaction; the rules are in `store.keeping.annotations`."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from sqlite_utils import Database

from store.annotations import Annotation
from store.keeping.snapshot import selectors


def live(db: Database, article_id: int) -> list[Annotation]:
    """Return the annotations of an article that are not deleted, in text order."""
    found = _select(db, "article = ?", article_id)
    return sorted(found, key=lambda annotation: (annotation.span, annotation.uid))


def find(db: Database, uid: str) -> Annotation | None:
    """Return the annotation, or None where there is none or it is deleted."""
    return next(iter(_select(db, "uid = ?", uid)), None)


def put(db: Database, annotation: Annotation) -> None:
    """Write the annotation in the place of the one with its uid, deleted or not."""
    row = asdict(annotation)
    del row["tags"]
    row["selectors"] = json.dumps(row["selectors"], ensure_ascii=False)
    db.table("annotations").upsert({**row, "deleted": None}, pk="uid")
    db.execute("DELETE FROM annotation_tags WHERE annotation = ?", [annotation.uid])
    for place, tag in enumerate(annotation.tags):
        db.execute("INSERT OR IGNORE INTO tags (name) VALUES (?)", [tag])
        db.execute(
            "INSERT INTO annotation_tags (annotation, tag, place) SELECT ?, id, ? FROM tags WHERE name = ?",
            [annotation.uid, place, tag],
        )


def bury(db: Database, uid: str, at: str) -> None:
    """Mark the annotation as deleted at a time; its row stays."""
    db.table("annotations").update(uid, {"deleted": at})


def _select(db: Database, where: str, value: int | str) -> Iterable[Annotation]:
    where = f"deleted IS NULL AND {where}"
    tags: defaultdict[str, list[str]] = defaultdict(list)
    for row in db.query(
        f"""SELECT annotation, name FROM annotations
        JOIN annotation_tags ON annotation = uid JOIN tags ON tags.id = tag WHERE {where} ORDER BY place""",
        [value],
    ):
        tags[row["annotation"]].append(row["name"])
    return [_annotation(row, tags[row["uid"]]) for row in db.table("annotations").rows_where(where, [value])]


def _annotation(row: dict[str, Any], tags: list[str]) -> Annotation:
    del row["deleted"]
    row["selectors"] = selectors(json.loads(row["selectors"]))
    row["by_hand"] = bool(row["by_hand"])
    return Annotation(**row, tags=tuple(tags))
