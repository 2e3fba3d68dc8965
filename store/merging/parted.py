"""What was changed on both sides of a merge since they were one: which version stays, and what the other one said."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

from store.annotations import Annotation
from store.exporting.telling import judgement
from store.keeping.annotation_rows import live
from store.keeping.changes import state_of
from store.merging.annotations import Here, content
from store.merging.reading import TheirAnnotation, TheirArticle, counts
from store.quoting import quoted
from store.safety import label

Side = Literal["here", "there"]
_SHORT = 60


@dataclass(frozen=True, slots=True)
class Parted:
    """An annotation, or an article itself, of which two versions met.

    ``stays`` is where the version was made that stays; ``stayed`` and ``other`` say in a few words what they are.
    ``words`` are those of the article that the annotation is about, '' of an article. The ``uid`` has the history.
    """

    uid: str
    article: int
    title: str
    words: str
    stays: Side
    stayed: str
    other: str

    @property
    def line(self) -> str:
        """All of it in one line, safe to print."""
        about = f"{quoted(self.words)} in {quoted(self.title)}" if self.words else quoted(self.title)
        elsewhere = "there" if self.stays == "here" else "here"
        return (
            f"Changed on both sides: {about}: what was made of it {self.stays} stays: {self.stayed}; "
            f"{elsewhere}: {self.other} (sayso history {self.uid})"
        )


def both_changed(db: Database, article: TheirArticle, staying: Iterable[tuple[Here, TheirAnnotation]]) -> list[str]:
    """Return the uids of the annotations that were changed here and there, neither of which knows of the other.

    Before anything of their history is brought over.
    """
    theirs: defaultdict[str, set[str]] = defaultdict(set)
    for change in article.changes:
        if change.subject == "annotation" and counts(change):
            theirs[change.uid].add(change.key)
    uids = [one.annotation.uid for mine, one in staying if mine.known and not mine.purged]
    ours: defaultdict[str, set[str]] = defaultdict(set)
    for uid, key in db.execute(
        """SELECT uid, key FROM history WHERE uid IN (SELECT value FROM json_each(?)) AND subject = 'annotation'
        AND action NOT IN ('place', 'merge', 'purge') AND origin NOT IN ('rule', 'merge')""",
        [json.dumps(uids)],
    ):
        ours[uid].add(key)
    return [uid for uid in uids if theirs[uid] - ours[uid] and ours[uid] - theirs[uid]]


def parted(db: Database, article_id: int, both: Iterable[tuple[Here, TheirAnnotation]]) -> list[Parted]:
    """Return what became of each of ``both``, which are pairs as they were before the merge, after it."""
    kept = {one.uid: one for one in live(db, article_id)}
    title = state_of(db, article_id).title
    found = []
    for mine, theirs in both:
        ours, others = mine.annotation, None if theirs.deleted else theirs.annotation
        if content(ours) == content(others):
            continue
        stays: Side = "here" if content(kept.get(theirs.annotation.uid)) == content(ours) else "there"
        stayed, other = (ours, others) if stays == "here" else (others, ours)
        words = theirs.annotation.words
        found.append(
            Parted(theirs.annotation.uid, article_id, title, words, stays, _said(stayed, other), _said(other, stayed))
        )
    return found


def binning_is_news(db: Database, article: TheirArticle) -> bool:
    """Return whether the article was put into the bin there, or taken out, and that is not known here yet."""
    keys = [one.key for one in article.changes if one.subject == "article" and one.action in ("delete", "restore")]
    (known,) = db.execute(
        "SELECT count(*) FROM history WHERE key IN (SELECT value FROM json_each(?))", [json.dumps(keys)]
    ).fetchone()
    return bool(known < len(set(keys)))


def stays_out_or_in(db: Database, article_id: int, theirs: TheirArticle) -> Parted:
    """Return of an article that is in the bin on one side alone that it stays where it is here."""
    (uid,) = db.execute("SELECT uid FROM articles WHERE id = ?", [article_id]).fetchone()
    title, kept, binned = state_of(db, article_id).title, "kept", "put into the bin"
    stayed, other = (kept, binned) if theirs.deleted else (binned, kept)
    return Parted(uid, article_id, title, "", "here", stayed, other)


def _said(one: Annotation | None, other: Annotation | None) -> str:
    """What an annotation says, of which the ``other`` says something else."""
    if one is None:
        return "deleted"
    if one.note and (other is None or one.note != other.note):
        return quoted(one.note, _SHORT)
    facts = ", ".join(label(fact, _SHORT) for fact in judgement(one))
    return facts or (quoted(one.note, _SHORT) if one.note else "without a note")
