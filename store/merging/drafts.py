"""What was being typed in another library: brought along where nothing that came later took its place."""

from dataclasses import replace

from sqlite_utils import Database

from store.keeping import snapshot
from store.keeping.annotation_rows import find
from store.keeping.writer import this_program
from store.merging.annotations import content, here
from store.merging.articles import Placed
from store.merging.reading import TheirAnnotation, TheirArticle


def bring(db: Database, article: Placed, theirs: TheirArticle) -> None:
    """Keep each draft there as one here, unless there is one of the same annotation or it was changed since."""
    kept = {one.annotation.uid: one for one in theirs.annotations}
    for draft in theirs.drafts:
        uid = draft.annotation.uid
        mine = here(db, article.id, [uid]).get(uid)
        if mine is None:
            continue
        there = db.execute("SELECT 1 FROM drafts WHERE uid = ?", [uid]).fetchone()
        number = article.numbers.get(draft.annotation.revision)
        if there is None and not mine.purged and draft.at > mine.at and number is not None:
            annotation = replace(draft.annotation, article=article.id, revision=number)
            db.execute(
                """INSERT INTO drafts (uid, article, annotation, base, at, writer, kind)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                [
                    uid,
                    article.id,
                    snapshot.dump(annotation),
                    _base(db, kept.get(uid)),
                    draft.at,
                    this_program(),
                    draft.kind,
                ],
            )


def _base(db: Database, theirs: TheirAnnotation | None) -> int:
    """The counter here of what the draft was begun on; 0 where that is not what is here, so that both are shown."""
    mine = find(db, theirs.annotation.uid) if theirs is not None else None
    return mine.rev if mine is not None and theirs is not None and content(mine) == content(theirs.annotation) else 0
