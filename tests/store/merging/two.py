"""Two libraries side by side, and what is in each told without the numbers that are its own."""

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from time import sleep
from typing import Any

from store.checking import check
from store.library import Library
from store.merging import Merged, merge


def a_moment() -> None:
    """Let the clock go on, so that what comes next is later."""
    sleep(0.002)


def told(path: Path) -> dict[str, Any]:
    """What a reader sees in the library: by its newest text each article, and by uid all annotations on it."""
    found: dict[str, Any] = {}
    with Library(path) as library, closing(sqlite3.connect(path)) as connection:
        for article_id, text, deleted in connection.execute(
            "SELECT articles.id, text, deleted IS NOT NULL FROM articles JOIN revisions ON revisions.id = revision"
        ).fetchall():
            annotations = [*library.annotations.of(article_id), *library.annotations.unplaced(article_id)]
            found[text] = (bool(deleted), {one.uid: (one.note, one.tags, one.decision) for one in annotations})
    return found


def everything(path: Path) -> list[str]:
    """The whole of a library as it is stored, line by line."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def sound(path: Path) -> bool:
    return [finding for finding in check(path) if finding.problems] == []


def merged_copy(path: Path, other: Path) -> Merged:
    """Merge ``other`` into ``path`` twice: the second time, nothing is left to do."""
    merged = merge(path, other)
    before = path.read_bytes()
    again = merge(path, other)
    assert again.backup is None
    assert path.read_bytes() == before
    return merged


def both_ways(one: Path, two: Path) -> None:
    """Merge each library into the other as they are now."""
    first, second = (shutil.copy(path, path.with_suffix(".before")) for path in (one, two))
    merged_copy(one, Path(second))
    merged_copy(two, Path(first))


def change(path: Path, uid: str, **fields: Any) -> None:
    """Change an annotation as one who has read it."""
    a_moment()
    with Library(path) as library:
        library.annotations.save(replace(library.annotations.get(uid), **fields))


def remembered(path: Path, uid: str) -> list[str]:
    """The notes that the history knows an annotation to have had."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT after FROM history WHERE uid = ? AND after IS NOT NULL", [uid]).fetchall()
    return [json.loads(after)["note"] for (after,) in rows]
