"""How many claims and annotations an article has, kept with it so that a library of thousands lists at once."""

from collections.abc import Sequence

from sqlite_utils import Database

from claims.model import Reading
from store.annotations import Annotation
from store.keeping.annotation_rows import live
from store.review import Review


def counted(annotations: Sequence[Annotation], reading: Reading | None) -> dict[str, int | None]:
    """Return what is counted of an article's live ``annotations`` and the reading of its newest text, by column."""
    claims, unreviewed = _claims(reading, [annotation for annotation in annotations if annotation.place == "sure"])
    return {
        "claims": None if reading is None else claims,
        "unreviewed": unreviewed,
        "annotations": len(annotations),
        "unplaced": sum(annotation.place in ("doubtful", "lost") for annotation in annotations),
        "notes": sum(bool(annotation.note) for annotation in annotations),
    }


# Taken out while it is at work, since threads with libraries of their own may count at the same time.
_last_review: list[Review] = []


def _claims(reading: Reading | None, annotations: Sequence[Annotation]) -> tuple[int, int]:
    """How many claims there are, and how many of them wait for the reader."""
    try:
        review = _last_review.pop()
    except IndexError:
        review = None
    if review is not None and reading is not None and review.reading is reading:
        review.changed(annotations)
    else:
        review = Review(reading, annotations)
    _last_review[:] = [review]
    return review.claims, review.unreviewed


def recount(db: Database, article_id: int, reading: Reading | None) -> None:
    """Count the article's claims and annotations anew, inside the caller's transaction."""
    counts = counted(live(db, article_id), reading)
    db.execute(
        "UPDATE articles SET claims = ?, unreviewed = ?, annotations = ?, unplaced = ?, notes = ? WHERE id = ?",
        [*counts.values(), article_id],
    )
