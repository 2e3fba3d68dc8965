"""Which of two versions of an annotation stays: the one that somebody changed later."""

from dataclasses import dataclass, replace
from typing import Literal

from sqlite_utils import Database

from store.annotations import Annotation
from store.keeping import snapshot
from store.keeping.annotation_rows import bury, find, put
from store.keeping.changes import record
from store.keeping.connection import now
from store.keeping.placing import Placer
from store.merging.articles import Placed
from store.merging.reading import TheirAnnotation
from store.merging.values import UnreadableError
from store.searching.indexing import annotation, indexed

Verdict = Literal["new", "theirs", "ours", "same"]


@dataclass(frozen=True, slots=True)
class Here:
    """What is here of an annotation: it, or None where it is in the bin or not here; when somebody last changed it.

    It is ``known`` if it ever was here, and ``purged`` if it was deleted for good.
    """

    annotation: Annotation | None
    known: bool
    purged: bool
    at: str


def here(db: Database, article_id: int, uid: str) -> Here:
    """Return what is here of the annotation. Raises `UnreadableError` where it is on another article."""
    row = db.execute("SELECT article FROM annotations WHERE uid = ?", [uid]).fetchone()
    if row is not None and row[0] != article_id:
        raise UnreadableError("article")
    # What was deleted for good is gone since then, with all that was remembered of it.
    (at,) = db.execute(
        """SELECT max(at) FROM history WHERE uid = ? AND subject = 'annotation'
        AND action NOT IN ('place', 'merge') AND origin NOT IN ('rule', 'merge')""",
        [uid],
    ).fetchone()
    return Here(find(db, uid), row is not None or at is not None, row is None and at is not None, at or "")


def stays_away(mine: Here, theirs: TheirAnnotation) -> bool:
    """Whether it was deleted for good here, and not changed there since."""
    return mine.purged and theirs.at <= mine.at


def join(
    db: Database, article: Placed, mine: Here, theirs: TheirAnnotation, placer: Placer, newest: int | None
) -> Verdict:
    """Keep the later of the two, in the caller's transaction; the earlier is in the history, which the caller brings.

    ``newest`` is the number of the article's newest text if that is the same here and there.
    """
    ours, others = content(mine.annotation), content(None if theirs.deleted else theirs.annotation)
    if mine.known and (theirs.at, others) <= (mine.at, ours):
        return "same" if ours == others else "ours"
    translated = _translated(article, mine.annotation, theirs.annotation, placer, newest)
    after = None if theirs.deleted else translated
    if mine.known and after == mine.annotation:
        return "same"
    before = mine.annotation
    uid = translated.uid
    with indexed(db, annotation(uid)):
        if after is not None or not mine.known or mine.purged:
            put(db, translated)
        if after is None:
            # What was deleted there lies in the bin here.
            bury(db, uid, theirs.deleted or now())
            before = before or translated
    record(db, article.id, "merge", uid, before, after, at=now(), origin="merge")
    return "theirs" if mine.known else "new" if after else "same"


def content(state: Annotation | None) -> str:
    """Return what somebody made of it, as a text to compare: not where it stands, which follows from the texts."""
    if state is None:
        return ""
    bare = replace(state, article=0, selectors=(), revision=0, place="sure", proposed=(), score=1.0, modified="")
    return snapshot.dump(bare)


def _translated(
    article: Placed, mine: Annotation | None, theirs: Annotation, placer: Placer, newest: int | None
) -> Annotation:
    """Their annotation as one of this library, with its place in the newest text here."""
    number = article.numbers[theirs.revision]
    moved = replace(theirs, article=article.id, revision=number)
    if mine is not None and mine.kind == theirs.kind and number < mine.revision:
        # They had not seen the text in which it has its place here.
        return replace(
            moved,
            selectors=mine.selectors,
            revision=mine.revision,
            place=mine.place,
            proposed=mine.proposed,
            score=mine.score,
        )
    return moved if newest is not None and (theirs.place != "sure" or number == newest) else placer.placed(moved)
