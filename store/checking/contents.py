"""Checks of what is kept: texts, annotations and their history, and what is derived from them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from typing import Any

from sqlite_utils import Database

from store.annotations import Annotation, Selector
from store.keeping import snapshot, structure
from store.keeping.annotation_rows import live
from store.keeping.claim_rows import spoken
from store.keeping.counts import counted
from store.keeping.readings import newest
from store.keys import days, title_key, url_key
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


def kept_history(db: Database) -> Iterator[str]:
    """Annotations that are not what the history says became of them."""

    def differing(article: int) -> Iterator[str]:
        became = {change.uid: change for change in _last_states(db, article)}
        kept = {annotation.uid: annotation for annotation in live(db, article)}
        for uid in sorted(became.keys() | kept.keys()):
            if became.get(uid) != kept.get(uid):
                yield f"annotation {label(uid)} of article {article} is not what the history says it became"

    yield from _by_article(db, differing)


def anchors(db: Database) -> Iterator[str]:
    """Annotations whose words do not stand where they say."""

    def misplaced(article: int) -> Iterator[str]:
        rows = db.execute("SELECT number, text FROM revisions WHERE article = ? ORDER BY number", [article])
        numbered: dict[int, str] = dict(rows.fetchall())
        last = max(numbered, default=0)
        for annotation in live(db, article):
            there = _stand(annotation.selectors, numbered.get(annotation.revision, ""))
            proposed = _stand(annotation.proposed, numbered.get(last, ""))
            if not there or not proposed or (annotation.place == "sure" and annotation.revision != last):
                yield f"annotation {label(annotation.uid)} of article {article} does not stand where it says"

    yield from _by_article(db, misplaced)


def keys(db: Database) -> Iterator[str]:
    """Articles and annotations whose forms for looking them up are not those of what they are."""
    rows = db.execute("SELECT id, title, url, published, added, title_key, url_key, days FROM articles")
    for article, title, url, published, added, *kept in rows:
        if [title_key(title), url_key(url), days(published, added)] != kept:
            yield f"article {article} is looked up by another title, address or day than it has"

    def differing(article: int) -> Iterator[str]:
        words = dict(db.execute("SELECT uid, words FROM annotations WHERE article = ?", [article]).fetchall())
        for annotation in live(db, article):
            if words[annotation.uid] != annotation.words:
                yield f"annotation {label(annotation.uid)} of article {article} is looked up by other words"

    yield from _derived_by_article(db, differing)


def claims(db: Database) -> Iterator[str]:
    """Articles whose claims, as they are searched, are not those of the newest reading."""

    def differing(article: int) -> Iterator[str]:
        reading = newest(db, article)
        text = _newest_text(db, article)
        kept = db.execute('SELECT start, "end", speaker, words FROM claims WHERE article = ? ORDER BY id', [article])
        made = list(spoken(reading, text)) if reading else []
        if kept.fetchall() != made and not foreign(db, article):
            yield f"article {article}: the claims to search are not those that were found in it"

    yield from _derived_by_article(db, differing)


def counts(db: Database) -> Iterator[str]:
    """Articles that are listed with other numbers than they have."""

    def differing(article: int) -> Iterator[str]:
        reading = newest(db, article)
        kept = db.execute("SELECT claims, unreviewed, annotations, unplaced FROM articles WHERE id = ?", [article])
        right: Sequence[Any] = tuple(counted(live(db, article), reading).values())
        row = kept.fetchone()
        if row != right and not foreign(db, article):
            yield f"article {article}: the numbers in the list are not those of its claims and annotations"

    yield from _derived_by_article(db, differing)


def foreign(db: Database, article: int) -> bool:
    """Whether the newest reading is one that another version of the program wrote, and this one cannot read.

    What was derived of it is left as it is.
    """
    query = "SELECT 1 FROM readings WHERE revision = (SELECT revision FROM articles WHERE id = ?) LIMIT 1"
    return newest(db, article) is None and db.execute(query, [article]).fetchone() is not None


def _by_article(db: Database, problems: Callable[[int], Iterator[str]]) -> Iterator[str]:
    for (article,) in db.execute("SELECT id FROM articles ORDER BY id").fetchall():
        try:
            yield from problems(article)
        except MALFORMED:
            yield f"article {article}: what is kept of it cannot be read"


def _derived_by_article(db: Database, problems: Callable[[int], Iterator[str]]) -> Iterator[str]:
    """What is precious and cannot be read is told by the other checks; what is derived of it is left as it is."""
    for (article,) in db.execute("SELECT id FROM articles ORDER BY id").fetchall():
        with suppress(*MALFORMED):
            yield from problems(article)


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


def _newest_text(db: Database, article: int) -> str:
    text: str = db.execute(
        "SELECT text FROM revisions WHERE id = (SELECT revision FROM articles WHERE id = ?)", [article]
    ).fetchone()[0]
    return text
