"""An annotation that was made in an earlier text, given its place in the newest. In the caller's transaction."""

from typing import TYPE_CHECKING

from sqlite_utils import Database

from store.annotations import Annotation

if TYPE_CHECKING:
    from store.anchoring.finding import Finder


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
    return Placer(db, annotation.article).placed(annotation)


class Placer:
    """Places annotations of one article in its newest text, each from the text that it has its place in."""

    def __init__(self, db: Database, article_id: int) -> None:
        self._db, self._article = db, article_id
        self._number, self._text = db.execute(
            """SELECT number, text FROM revisions JOIN articles ON articles.revision = revisions.id
            WHERE articles.id = ?""",
            [article_id],
        ).fetchone()
        self._finders: dict[int, Finder] = {}

    def placed(self, annotation: Annotation) -> Annotation:
        """Return ``annotation`` with its place; one that the reader keeps without stays so unless it is sure."""
        # It brings a library that nobody needs before a text has changed.
        from store.anchoring.placing import placed as found

        after = found(annotation, self.finder(annotation.revision), self._number)
        return annotation if annotation.place == "kept" and after.place != "sure" else after

    def finder(self, number: int) -> "Finder":
        """What finds in the newest text what stood in that revision."""
        from store.anchoring.finding import Finder

        if number not in self._finders:
            where = "article = ? AND number = ?"
            row = self._db.execute(f"SELECT text FROM revisions WHERE {where}", [self._article, number]).fetchone()
            # Without its text, only its quote and what stood around it are known of an annotation.
            self._finders[number] = Finder(row[0] if row else "", self._text)
        return self._finders[number]
