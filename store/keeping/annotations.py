"""The reader's annotations, kept: every change at once durable, remembered in the history and counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlite_utils import Database

from store.anchors import new_uid
from store.annotations import Annotation, Evidence
from store.errors import SaysoError
from store.keeping import changes
from store.keeping.annotation_rows import find, live, of_words, some
from store.keeping.change import Origin
from store.keeping.changes import Step
from store.keeping.connection import Connection, now, storable
from store.keeping.drafts import discard, refuse
from store.rebasing import Counterparts, rebased
from store.safety import label

FAR = 4_000
"""Code points of an address: links with all their parameters are long."""


class UnknownAnnotationError(SaysoError):
    """No annotation has that identifier, or it is deleted."""

    def __init__(self, uid: str) -> None:
        super().__init__(f"no annotation {label(uid)} is in the library")


class StaleEditError(SaysoError):
    """What was changed is not what is kept any more. ``mine`` lies among the drafts; ``theirs`` is None if deleted."""

    def __init__(self, mine: Annotation, theirs: Annotation | None) -> None:
        done = "changed" if theirs else "deleted"
        super().__init__(f"this {mine.kind} was {done} elsewhere meanwhile; both versions are kept")
        self.mine = mine
        self.theirs = theirs


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of changes that were made as one: those ``done``, as kept, those ``refused``, as they were meant."""

    done: tuple[Annotation, ...]
    refused: tuple[Annotation, ...]


class Annotations:
    """The annotations of all articles."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, article_id: int) -> list[Annotation]:
        """Return the article's annotations that have a sure place in its newest text, in text order."""
        with self._connection.reading() as db:
            return [annotation for annotation in live(db, article_id) if annotation.place == "sure"]

    def all(self, article_id: int, uids: Iterable[str] | None = None) -> list[Annotation]:
        """Return the article's annotations, those without a sure place too, or those with ``uids``, in text order."""
        with self._connection.reading() as db:
            return live(db, article_id) if uids is None else some(db, article_id, uids)

    def unplaced(self, article_id: int | None = None) -> list[Annotation]:
        """Return the annotations whose place in the newest text is not known or not sure, of one article or of all.

        Those of articles in the bin are none of all.
        """
        with self._connection.reading() as db:
            articles = [article_id] if article_id is not None else _with_unplaced(db)
            return [annotation for one in articles for annotation in live(db, one) if annotation.place != "sure"]

    def reworded(self, article_id: int | None = None) -> list[Annotation]:
        """Return the annotations that stand on other words than they were made on, of one article or of all.

        Those of articles in the bin are none of all.
        """
        with self._connection.reading() as db:
            articles = [article_id] if article_id is not None else _with_reworded(db)
            return [one for article in articles for one in live(db, article) if one.reworded]

    def get(self, uid: str) -> Annotation:
        """Return one annotation. Raises `UnknownAnnotationError`."""
        with self._connection.reading() as db:
            return _existing(db, uid)

    def tags(self) -> list[str]:
        """Return every tag that an annotation bears, by the alphabet."""
        with self._connection.reading() as db:
            rows = db.execute(
                """SELECT name FROM tags WHERE EXISTS (
                    SELECT 1 FROM annotation_tags JOIN annotations ON uid = annotation
                    WHERE tag = tags.id AND deleted IS NULL
                )"""
            ).fetchall()
        return sorted((name for (name,) in rows), key=lambda name: (name.casefold(), name))

    def save(self, annotation: Annotation, *, origin: Origin = "reader") -> Annotation:
        """Keep ``annotation`` in the place of the one with its uid, and return it as kept, with its times and counter.

        Nothing is written where nothing changed; one that is `Annotation.empty` goes. Its draft goes in any case.
        Raises `StaleEditError` where the one that is kept is not the one that was changed; one without a counter is
        new, and may come in the place of a deleted one.
        """
        annotation = _tidy(annotation)
        with self._connection.writing() as db:
            theirs = find(db, annotation.uid)
            rev = theirs.rev if theirs else 0
            if rev == annotation.rev or (theirs is not None and _dated(annotation, theirs) == theirs):
                return _keep(db, theirs, annotation, origin)
            refuse(db, annotation)
        raise StaleEditError(annotation, theirs)

    def apply(self, before: Annotation, after: Annotation, *, origin: Origin = "reader") -> Annotation:
        """Keep what was changed from ``before`` to ``after``, and return the annotation as kept.

        Only that: what was changed meanwhile on the same annotation, or on another of the same claim, stays, and it
        may be that one's uid under which the change is kept. Raises `StaleEditError` where both changed the same
        thing differently, or it was deleted; one without a counter is new.
        """
        before, after = _tidy(before), _tidy(after)
        with self._connection.writing() as db:
            there = find(db, after.uid)
            near = [there] if there is not None else of_words(db, after.article, after.words)
            theirs, mine = _applied(Counterparts(near), before, after)
            if mine is not None:
                return _keep(db, theirs, mine, origin)
            refuse(db, after)
        raise StaleEditError(after, theirs)

    def apply_all(
        self,
        pairs: Sequence[tuple[Annotation, Annotation | None]],
        *,
        whole: bool = False,
        origin: Origin = "reader",
    ) -> "Applied":
        """Keep what was changed from the first to the second of each of ``pairs``, all of one article, as one change.

        One transaction, and one step for `History.undo`; None for the second deletes the annotation. What cannot be
        kept, since it was changed elsewhere meanwhile, is left as it is there; with ``whole`` nothing is kept then.
        """
        done: list[Annotation] = []
        refused: list[Annotation] = []
        steps: dict[str, Step] = {}
        with self._connection.writing() as db:
            kept = Counterparts(live(db, pairs[0][0].article) if pairs else ())
            for before, after in pairs:
                theirs, mine = _applied(kept, _tidy(before), _tidy(after)) if after else (kept.of(before), None)
                step = _step(theirs, mine)
                if after is not None and (mine is None or (step is not None and step.uid in steps)):
                    refused.append(after)
                elif step is not None:
                    steps[step.uid] = step
                elif mine is not None:
                    done.append(mine)
            if refused and whole:
                return Applied((), tuple(after for _, after in pairs if after is not None))
            for uid in {one.uid for before, after in pairs for one in (before, after) if one and after not in refused}:
                discard(db, uid)
            if steps:
                together = new_uid() if len(steps) > 1 else None
                article = pairs[0][0].article
                made = changes.make_all(db, article, list(steps.values()), origin=origin, together=together)
                done += [change.after for change in made if change.after is not None]
        return Applied(tuple(done), tuple(refused))

    def delete(self, uid: str, *, origin: Origin = "reader") -> None:
        """Delete an annotation and its draft; the history keeps it. Raises `UnknownAnnotationError`."""
        with self._connection.writing() as db:
            before = _existing(db, uid)
            discard(db, uid)
            changes.make(db, before.article, "delete", before, None, origin=origin)


def _applied(kept: Counterparts, before: Annotation, after: Annotation) -> tuple[Annotation | None, Annotation | None]:
    """What is kept of what is to be changed, and what that would become; None for that where it must not be changed."""
    theirs = kept.of(after)
    if theirs is None:
        return None, after if before.rev == 0 else None
    return theirs, rebased(before, after, theirs)


def _keep(db: Database, before: Annotation | None, after: Annotation, origin: Origin) -> Annotation:
    discard(db, after.uid)
    step = _step(before, after)
    if step is None:
        return before or _dated(after, None)
    (made,) = changes.make_all(db, after.article, [step], origin=origin)
    return made.after or _dated(after, before)


def _step(before: Annotation | None, after: Annotation | None) -> Step | None:
    """The change from ``before``, which is kept, to ``after``; None where nothing changes. What is empty goes."""
    after = _dated(after, before) if after else None
    if after is None or after.empty:
        return Step("delete", before, None) if before is not None else None
    if after == before:
        return None
    return Step("change" if before else "add", before, replace(after, modified=now()))


def _with_unplaced(db: Database) -> list[int]:
    rows = db.execute(
        """SELECT DISTINCT article FROM annotations JOIN articles ON articles.id = article
        WHERE place != 'sure' AND annotations.deleted IS NULL AND articles.deleted IS NULL ORDER BY article"""
    )
    return [article for (article,) in rows.fetchall()]


def _with_reworded(db: Database) -> list[int]:
    rows = db.execute(
        """SELECT DISTINCT article FROM annotations JOIN articles ON articles.id = article
        WHERE was != '' AND annotations.deleted IS NULL AND articles.deleted IS NULL ORDER BY article"""
    )
    return [article for (article,) in rows.fetchall()]


def _dated(annotation: Annotation, before: Annotation | None) -> Annotation:
    """``annotation`` with the times of the one before it, or of a new one."""
    if before is not None:
        return replace(annotation, created=before.created, modified=before.modified)
    at = now()
    return replace(annotation, created=annotation.created or at, modified=at)


def _existing(db: Database, uid: str) -> Annotation:
    found = find(db, uid)
    if found is None:
        raise UnknownAnnotationError(uid)
    return found


def _tidy(annotation: Annotation) -> Annotation:
    """The annotation as it can be stored: each tag and each address one line and there once."""
    tags = (label(tag) for tag in annotation.tags)
    evidence = (Evidence(label(one.address, FAR), one.stance, label(one.note, FAR)) for one in annotation.evidence)
    return replace(
        annotation,
        tags=tuple(dict.fromkeys(tag for tag in tags if tag)),
        evidence=tuple(dict.fromkeys(one for one in evidence if one.address or one.note)),
        note=storable(annotation.note),
        reason=storable(annotation.reason),
        speaker=storable(annotation.speaker) if annotation.speaker else annotation.speaker,
    )
