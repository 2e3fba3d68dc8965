"""Deleting for good, the one way in which anything ever leaves the history. In the caller's transaction."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from store.keeping.change import Origin
from store.keeping.changes import record_purge
from store.keeping.connection import now
from store.searching.indexing import compact


@dataclass(frozen=True, slots=True)
class Purged:
    """How many articles were deleted for good, and how many annotations, those on the articles among them."""

    articles: int
    annotations: int


_ARTICLES = "SELECT id FROM articles WHERE uid IN (SELECT uid FROM purging)"

# What is in the bin alone; and with an article all that ever was on it, what had been deleted for good before too,
# since its trace refers to the article.
_CHOSEN = """INSERT OR IGNORE INTO purging
SELECT ? WHERE EXISTS (SELECT 1 FROM articles WHERE uid = ?1 AND deleted IS NOT NULL)
OR EXISTS (SELECT 1 FROM annotations WHERE uid = ?1 AND deleted IS NOT NULL)"""
_ALONG = (
    f"INSERT OR IGNORE INTO purging SELECT uid FROM annotations WHERE article IN ({_ARTICLES})",
    f"INSERT OR IGNORE INTO purging SELECT uid FROM history WHERE article IN ({_ARTICLES})",
    f"INSERT OR IGNORE INTO purging SELECT uid FROM drafts WHERE article IN ({_ARTICLES})",
)

# What nothing refers to any more goes first. What is in the bin is not in the index: it need not be told.
_STEPS = (
    "DELETE FROM annotation_tags WHERE annotation IN (SELECT uid FROM purging)",
    "DELETE FROM tags WHERE NOT EXISTS (SELECT 1 FROM annotation_tags WHERE tag = tags.id)",
    "DELETE FROM drafts WHERE uid IN (SELECT uid FROM purging)",
    "DELETE FROM annotations WHERE uid IN (SELECT uid FROM purging)",
    "DELETE FROM history WHERE uid IN (SELECT uid FROM purging)",
    f"DELETE FROM claims WHERE article IN ({_ARTICLES})",
    f"DELETE FROM positions WHERE article IN ({_ARTICLES})",
    f"DELETE FROM readings WHERE revision IN (SELECT id FROM revisions WHERE article IN ({_ARTICLES}))",
    f"UPDATE articles SET revision = NULL WHERE id IN ({_ARTICLES})",
    f"DELETE FROM revisions WHERE article IN ({_ARTICLES})",
    "DELETE FROM articles WHERE uid IN (SELECT uid FROM purging)",
)


def purge(db: Database, uids: Sequence[str], *, origin: Origin) -> Purged:
    """Delete for good what of ``uids`` is in the bin, and leave of each a row of history that says only that."""
    for uid in uids:
        db.execute(_CHOSEN, [uid])
    for statement in _ALONG:
        db.execute(statement)
    traces = db.execute(
        """SELECT purging.uid, articles.id IS NOT NULL, annotations.id IS NOT NULL, annotations.article
        FROM purging LEFT JOIN articles USING (uid) LEFT JOIN annotations ON annotations.uid = purging.uid"""
    ).fetchall()
    gone = {article_id for (article_id,) in db.execute(_ARTICLES)}
    for statement in _STEPS:
        db.execute(statement)
    at = now()
    for uid, is_article, _, article_id in traces:
        left = article_id if article_id not in gone else None
        record_purge(db, left, uid, "article" if is_article else "annotation", at=at, origin=origin)
    db.execute("DELETE FROM purging")
    compact(db)
    return Purged(sum(trace[1] for trace in traces), sum(trace[2] for trace in traces))
