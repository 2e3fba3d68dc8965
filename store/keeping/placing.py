"""An annotation that was made in an earlier text, given its place in the newest."""

from dataclasses import replace

from sqlite_utils import Database

from store.anchors import locate, selector
from store.annotations import Annotation


def settled(db: Database, annotation: Annotation) -> Annotation:
    """Return ``annotation`` as it may be kept: a sure place is always one in the newest text.

    Where that text is a later one than its own, it is placed in it; others come back as they are.
    """
    (number,) = db.execute(
        "SELECT number FROM revisions JOIN articles ON articles.revision = revisions.id WHERE articles.id = ?",
        [annotation.article],
    ).fetchone() or (annotation.revision,)
    if annotation.place != "sure" or annotation.revision >= number:
        return annotation
    return placed(db, annotation)


def placed(db: Database, annotation: Annotation) -> Annotation:
    """Return ``annotation`` with its place in the article's newest text, whatever place it had."""
    number, text = db.execute(
        "SELECT number, text FROM revisions JOIN articles ON articles.revision = revisions.id WHERE articles.id = ?",
        [annotation.article],
    ).fetchone()
    found = [(one, locate(one, text)) for one in annotation.selectors]
    here = tuple(selector(text, *span, role=one.role) for one, span in found if span is not None)
    if len(here) < len(found):
        return replace(annotation, place="lost", proposed=(), score=0.0)
    return replace(annotation, selectors=here, revision=number, place="sure", proposed=(), score=1.0)
