"""Which of two versions of an annotation stays: the one that somebody changed later."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from sqlite_utils import Database

from store.annotations import Annotation
from store.keeping import snapshot
from store.keeping.annotation_rows import bury, live, put_all
from store.keeping.changes import record
from store.keeping.connection import now
from store.keeping.placing import Placer
from store.merging.articles import Placed
from store.merging.reading import TheirAnnotation
from store.rewording import since
from store.searching.indexing import annotations, indexed

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


def here(db: Database, article_id: int, uids: Iterable[str]) -> dict[str, Here]:
    """Return what is here of each of some annotations, but for those that are on another article."""
    asked = json.dumps(list(uids))
    among = "uid IN (SELECT value FROM json_each(?))"
    on: dict[str, int] = dict(db.execute(f"SELECT uid, article FROM annotations WHERE {among}", [asked]).fetchall())
    # What was deleted for good is gone since then, with all that was remembered of it.
    changed: dict[str, str] = dict(
        db.execute(
            f"""SELECT uid, max(at) FROM history WHERE {among} AND subject = 'annotation'
            AND action NOT IN ('place', 'merge') AND origin NOT IN ('rule', 'merge') GROUP BY uid""",
            [asked],
        ).fetchall()
    )
    kept = {one.uid: one for one in live(db, article_id)} if on else {}
    return {
        uid: Here(kept.get(uid), uid in on or uid in changed, uid not in on and uid in changed, changed.get(uid, ""))
        for uid in json.loads(asked)
        if on.get(uid, article_id) == article_id
    }


def stays_away(mine: Here, theirs: TheirAnnotation) -> bool:
    """Whether it was deleted for good here, and not changed there since."""
    return mine.purged and theirs.at <= mine.at


def join(
    db: Database,
    article: Placed,
    both: Iterable[tuple[Here, TheirAnnotation]],
    placer: Placer,
    newest: int | None,
) -> Counter[Verdict]:
    """Keep the later of each two, in the caller's transaction; the earlier is in the history, which the caller brings.

    ``newest`` is the number of the article's newest text if that is the same here and there.
    """
    verdicts: Counter[Verdict] = Counter()
    changes: list[tuple[Here, TheirAnnotation, Annotation]] = []
    for mine, theirs in both:
        ours, others = content(mine.annotation), content(None if theirs.deleted else theirs.annotation)
        if mine.known and (theirs.at, others) <= (mine.at, ours):
            verdicts["same" if ours == others else "ours"] += 1
            continue
        translated = _translated(article, mine.annotation, theirs.annotation, placer, newest)
        if mine.known and (None if theirs.deleted else translated) == mine.annotation:
            continue
        changes.append((mine, theirs, translated))
        verdicts["theirs" if mine.known else "same" if theirs.deleted else "new"] += 1
    if changes:
        _write(db, article, changes)
    return verdicts


def _write(db: Database, article: Placed, changes: list[tuple[Here, TheirAnnotation, Annotation]]) -> None:
    # All at once, since the index takes its time for each change by itself.
    with indexed(db, annotations(translated.uid for _, _, translated in changes)):
        put_all(db, [new for mine, theirs, new in changes if not theirs.deleted or not mine.known or mine.purged])
        for _, theirs, translated in changes:
            if theirs.deleted:
                # What was deleted there lies in the bin here.
                bury(db, translated.uid, theirs.deleted)
    for mine, theirs, translated in changes:
        before = mine.annotation or (translated if theirs.deleted else None)
        after = None if theirs.deleted else translated
        record(db, article.id, "merge", translated.uid, before, after, now(), "merge")


def content(state: Annotation | None) -> str:
    """Return what somebody made of it, as a text to compare: not where it stands, which follows from the texts."""
    if state is None:
        return ""
    bare = replace(state, article=0, selectors=(), original=(), revision=0, place="sure", proposed=())
    return snapshot.dump(replace(bare, score=1.0, was="", modified=""))


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
            original=mine.original,
            revision=mine.revision,
            place=mine.place,
            proposed=mine.proposed,
            score=mine.score,
            was=since(theirs, mine.words),
        )
    return moved if newest is not None and (theirs.place != "sure" or number == newest) else placer.placed(moved)
