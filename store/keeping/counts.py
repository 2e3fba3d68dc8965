"""How many claims and annotations an article has, kept with it so that a library of thousands lists at once."""

from sqlite_utils import Database

from claims.model import Reading
from store.keeping.annotation_rows import live
from store.review import merge


def recount(db: Database, article_id: int, reading: Reading | None) -> None:
    """Count the article's claims and annotations anew, inside the caller's transaction."""
    annotations = live(db, article_id)
    items = merge(reading, annotations)
    counts = {
        "claims": None if reading is None else sum(item.is_claim for item in items),
        "unreviewed": sum(item.unreviewed for item in items),
        "annotations": len(annotations),
    }
    db.table("articles").update(article_id, counts)
