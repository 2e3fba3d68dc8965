"""How many claims and annotations an article has, kept with it so that a library of thousands lists at once."""

from collections.abc import Sequence

from sqlite_utils import Database

from claims.model import Reading
from store.annotations import Annotation
from store.keeping.annotation_rows import live
from store.review import merge


def counted(annotations: Sequence[Annotation], reading: Reading | None) -> dict[str, int | None]:
    """Return what is counted of an article's live ``annotations`` and the reading of its newest text, by column."""
    items = merge(reading, [annotation for annotation in annotations if annotation.place == "sure"])
    return {
        "claims": None if reading is None else sum(item.is_claim for item in items),
        "unreviewed": sum(item.unreviewed for item in items),
        "annotations": len(annotations),
        "unplaced": sum(annotation.place in ("doubtful", "lost") for annotation in annotations),
        "notes": sum(bool(annotation.note) for annotation in annotations),
    }


def recount(db: Database, article_id: int, reading: Reading | None) -> None:
    """Count the article's claims and annotations anew, inside the caller's transaction."""
    counts = counted(live(db, article_id), reading)
    db.execute(
        "UPDATE articles SET claims = ?, unreviewed = ?, annotations = ?, unplaced = ?, notes = ? WHERE id = ?",
        [*counts.values(), article_id],
    )
