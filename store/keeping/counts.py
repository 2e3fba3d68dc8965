"""How many claims and annotations an article has, kept with it so that a library of thousands lists at once."""

from sqlite_utils import Database

from claims.model import Reading
from store.keeping.annotation_rows import live
from store.review import merge


def recount(db: Database, article_id: int, reading: Reading | None) -> None:
    """Count the article's claims and annotations anew, inside the caller's transaction."""
    annotations = live(db, article_id)
    items = merge(reading, [annotation for annotation in annotations if annotation.place == "sure"])
    counts = {
        "claims": None if reading is None else sum(item.is_claim for item in items),
        "unreviewed": sum(item.unreviewed for item in items),
        "annotations": len(annotations),
        "unplaced": sum(annotation.place in ("doubtful", "lost") for annotation in annotations),
    }
    db.execute(
        "UPDATE articles SET claims = ?, unreviewed = ?, annotations = ?, unplaced = ? WHERE id = ?",
        [*counts.values(), article_id],
    )
