"""Checks of what is kept: texts, annotations and their history, and what is derived from them."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from hashlib import sha256
from typing import Any

from sqlite_utils import Database

from claims.model import Reading
from store.annotations import Annotation, Selector
from store.keeping import snapshot, structure
from store.keeping.annotation_rows import live
from store.keeping.claim_rows import spoken
from store.keeping.counts import counted
from store.keeping.readings import newest
from store.keys import article_keys
from store.safety import label

MALFORMED = (ValueError, KeyError, TypeError, AttributeError, IndexError)
"""What reading a row raises that no program of ours wrote."""


def texts(db: Database) -> Iterator[str]:
    """Texts that are not those that were added, or whose structure cannot be read."""
    rows = db.execute("SELECT article, number, text, structure, text_sha256 FROM revisions ORDER BY article, number")
    for article, number, text, blocks, digest in rows:
        if not isinstance(text, str) or sha256(text.encode()).hexdigest() != digest:
            yield f"article {article}, revision {number}: the text is not the one that was added"
            continue
        try:
            structure.load(text, blocks)
        except MALFORMED:
            yield f"article {article}, revision {number}: its structure cannot be read"


class Kept:
    """What is kept of one article, each part read once, however many checks look at it."""

    def __init__(self, db: Database, article: int) -> None:
        self.db, self.article = db, article

    @cached_property
    def annotations(self) -> Sequence[Annotation]:
        """Those that are not deleted."""
        return live(self.db, self.article)

    @cached_property
    def texts(self) -> dict[int, str]:
        """The texts by their numbers."""
        query = "SELECT number, text FROM revisions WHERE article = ? ORDER BY number"
        return dict(self.db.execute(query, [self.article]).fetchall())

    @cached_property
    def reading(self) -> Reading | None:
        """The newest of the newest text, if this version can read it."""
        return newest(self.db, self.article)


def kept_history(kept: Kept) -> Iterator[str]:
    """Annotations that are not what the history says became of them."""
    became = {annotation.uid: annotation for annotation in _last_states(kept.db, kept.article)}
    there = {annotation.uid: annotation for annotation in kept.annotations}
    for uid in sorted(became.keys() | there.keys()):
        if became.get(uid) != there.get(uid):
            yield f"annotation {label(uid)} of article {kept.article} is not what the history says it became"


def anchors(kept: Kept) -> Iterator[str]:
    """Annotations whose words do not stand where they say."""
    last = max(kept.texts, default=0)
    for annotation in kept.annotations:
        there = _stand((*annotation.selectors, *annotation.original), kept.texts.get(annotation.revision, ""))
        proposed = _stand(annotation.proposed, kept.texts.get(last, ""))
        if not there or not proposed or (annotation.place == "sure" and annotation.revision != last):
            yield f"annotation {label(annotation.uid)} of article {kept.article} does not stand where it says"


def keys(kept: Kept) -> Iterator[str]:
    """Whether the article and its annotations have other forms for looking them up than those of what they are."""
    row = next(kept.db.query("SELECT * FROM articles WHERE id = ?", [kept.article]))
    made = article_keys(**{name: row[name] for name in ("title", "outlet", "url", "published", "added")})
    if any(row[name] != value for name, value in made.items()):
        yield f"article {kept.article} is looked up by another title, outlet, address or day than it has"
    query = "SELECT uid, words FROM annotations WHERE article = ?"
    words = dict(kept.db.execute(query, [kept.article]).fetchall())
    for annotation in kept.annotations:
        if words[annotation.uid] != annotation.words:
            yield f"annotation {label(annotation.uid)} of article {kept.article} is looked up by other words"


def claims(kept: Kept) -> Iterator[str]:
    """Whether the claims of the article, as they are searched, are not those of the newest reading."""
    query = 'SELECT start, "end", speaker, words FROM claims WHERE article = ? ORDER BY id'
    made = list(spoken(kept.reading, kept.texts[max(kept.texts)])) if kept.reading else []
    if kept.db.execute(query, [kept.article]).fetchall() != made and not foreign(kept.db, kept.article):
        yield f"article {kept.article}: the claims to search are not those that were found in it"


def counts(kept: Kept) -> Iterator[str]:
    """Whether the article is listed with other numbers than it has."""
    query = "SELECT claims, unreviewed, annotations, unplaced, notes FROM articles WHERE id = ?"
    right: Sequence[Any] = tuple(counted(kept.annotations, kept.reading).values())
    if kept.db.execute(query, [kept.article]).fetchone() != right and not foreign(kept.db, kept.article):
        yield f"article {kept.article}: the numbers in the list are not those of its claims and annotations"


def foreign(db: Database, article: int) -> bool:
    """Whether the newest reading is one that another version of the program wrote, and this one cannot read.

    What was derived of it is left as it is.
    """
    query = "SELECT 1 FROM readings WHERE revision = (SELECT revision FROM articles WHERE id = ?) LIMIT 1"
    return newest(db, article) is None and db.execute(query, [article]).fetchone() is not None


def _last_states(db: Database, article: int) -> Iterator[Annotation]:
    rows = db.execute(
        """SELECT after FROM history WHERE after IS NOT NULL AND id IN (
            SELECT max(id) FROM history
            WHERE article = ? AND subject = 'annotation' AND origin != 'import' GROUP BY uid
        )""",
        [article],
    )
    return (snapshot.load(after) for (after,) in rows)


def _stand(selectors: Sequence[Selector], text: str) -> bool:
    return all(text[selector.start : selector.end] == selector.exact for selector in selectors)
