"""An annotation that was made in an earlier text, given its place in the newest. In the caller's transaction."""

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from sqlite_utils import Database

from store.annotations import Annotation
from store.rewording import remembered

if TYPE_CHECKING:
    from store.anchoring.finding import Finder
    from store.anchoring.places import Places


def settled(db: Database, annotation: Annotation, before: Annotation | None = None) -> Annotation:
    """Return ``annotation`` as it may be kept: a sure place is always one in the newest text.

    Where that text is a later one than its own, it is placed in it; others come back as they are, but for words that it
    has back, and for the claim that it was made on where that was told ``before``, in the text it had its place in.
    """
    (number,) = db.execute(
        "SELECT number FROM revisions JOIN articles ON articles.revision = revisions.id WHERE articles.id = ?",
        [annotation.article],
    ).fetchone() or (annotation.revision,)
    if annotation.place != "sure" or annotation.revision >= number:
        return remembered(_of_its_claim(db, annotation, before))
    return placed(db, annotation)


def _of_its_claim(db: Database, annotation: Annotation, before: Annotation | None) -> Annotation:
    """``annotation``, given a place again in a later text by its reader, as one of the claim that it was made on."""
    told = before is not None and before.original and before.place != "sure" and before.revision < annotation.revision
    if before is None or not told or annotation.original or annotation.place != "sure":
        return annotation
    from store.anchoring.placing import original_of

    return replace(annotation, original=original_of(before, Placer(db, annotation.article).finder(before.revision)))


def placed(db: Database, annotation: Annotation) -> Annotation:
    """Return ``annotation`` with its place in the article's newest text, whatever place it had."""
    return Placer(db, annotation.article).placed(annotation)


class Placer:
    """Places annotations of one article in its newest text, each from the text that it has its place in.

    What was worked out ``ahead`` of the transaction need not be again, if the texts are still those.
    """

    def __init__(self, db: Database, article_id: int, ahead: "Places | None" = None) -> None:
        self._db, self._article = db, article_id
        self._number, self._text = db.execute(
            """SELECT number, text FROM revisions JOIN articles ON articles.revision = revisions.id
            WHERE articles.id = ?""",
            [article_id],
        ).fetchone()
        self._ahead = ahead if ahead is not None and ahead.new == self._text else None
        self._texts: dict[int, str] = {}

    def placed(self, annotation: Annotation) -> Annotation:
        """Return ``annotation`` with its place; one kept without stays so unless its very words are back."""
        after = self._places.placed(annotation, self._of(annotation.revision), self._number)
        return annotation if annotation.place == "kept" and (after.place != "sure" or after.was) else after

    def finder(self, number: int) -> "Finder":
        """What finds in the newest text what stood in that revision."""
        return self._places.finder(self._of(number))

    @cached_property
    def _places(self) -> "Places":
        # It brings a library that nobody needs before a text has changed.
        from store.anchoring.places import Places

        return self._ahead or Places(self._text)

    def _of(self, number: int) -> str:
        if number not in self._texts:
            where = "article = ? AND number = ?"
            row = self._db.execute(f"SELECT text FROM revisions WHERE {where}", [self._article, number]).fetchone()
            # Without its text, only its quote and what stood around it are known of an annotation.
            self._texts[number] = row[0] if row else ""
        return self._texts[number]
