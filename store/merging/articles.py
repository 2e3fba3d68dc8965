"""Which article here one of another library is, and its texts added to those that are here."""

from dataclasses import dataclass

from sqlite_utils import Database

from store.keeping import structure
from store.keeping.bin import put_away, take_out
from store.keeping.change import ArticleState
from store.keeping.changes import make_article, state_of
from store.keeping.revisions import as_article, revise
from store.merging.reading import TheirArticle
from store.merging.records import TheirRevision
from store.searching.indexing import everything_of, indexed


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an article of another library is here: its id, and by the numbers of its texts there those here.

    ``new`` is whether it came with this merge, ``revised`` whether its newest text did.
    """

    id: int
    numbers: dict[int, int]
    new: bool = False
    revised: bool = False


def counterpart(db: Database, theirs: TheirArticle) -> int | None:
    """Return the id of the article here: by its identifier, else by any of its texts, the newest first."""
    row = db.execute("SELECT id FROM articles WHERE uid = ?", [theirs.uid]).fetchone()
    for revision in reversed(theirs.revisions):
        if row is None:
            query = "SELECT max(article) FROM revisions WHERE text_sha256 = ? HAVING max(article) IS NOT NULL"
            row = db.execute(query, [revision.digest]).fetchone()
    return None if row is None else int(row[0])


def purged(db: Database, theirs: TheirArticle) -> str:
    """Return when it was deleted for good here, the last time; '' where it never was."""
    query = "SELECT max(at) FROM history WHERE uid = ? AND action = 'purge'"
    (at,) = db.execute(query, [theirs.uid]).fetchone()
    return at or ""


def changed(db: Database, article_id: int) -> str:
    """Return when somebody last changed anything of an article that is here."""
    (added, at) = db.execute(
        """SELECT added, (
            SELECT max(at) FROM history WHERE article = articles.id
            AND action NOT IN ('place', 'merge', 'purge') AND origin NOT IN ('rule', 'merge')
        ) FROM articles WHERE id = ?""",
        [article_id],
    ).fetchone()
    return max(str(added), str(at or ""))


def insert(db: Database, theirs: TheirArticle) -> Placed:
    """Write an article that is not here, with all its texts. What is remembered of it is the caller's."""
    newest = theirs.revisions[-1].imported
    article_id = (
        db.table("articles")
        .insert(
            {
                **as_article(newest.metadata, theirs.added),
                "uid": theirs.uid,
                "added": theirs.added,
                "path": newest.path,
                "file_sha256": newest.file_sha256,
                "deleted": theirs.deleted,
            }
        )
        .last_pk
    )
    assert isinstance(article_id, int)
    with indexed(db, *everything_of(article_id)):
        for number, revision in enumerate(theirs.revisions, 1):
            revision_id = _insert_text(db, article_id, number, revision)
        db.execute("UPDATE articles SET revision = ? WHERE id = ?", [revision_id, article_id])
    if theirs.position:
        db.execute('INSERT INTO positions (article, "offset") VALUES (?, ?)', [article_id, theirs.position])
    return Placed(article_id, {one.number: here for here, one in enumerate(theirs.revisions, 1)}, new=True)


def join(db: Database, article_id: int, theirs: TheirArticle) -> Placed:
    """Add the texts that are not here to an article that is, so that the one that came last of all is the newest.

    Numbers are never dealt anew, since the history names them: where a text of here stays the newest but others come
    before it, it is put on top once more, with the time at which it came.
    """
    digests = _digests(db, article_id)
    last, (at, digest) = theirs.revisions[-1], _newest(db, article_id)
    wins = (last.at, last.digest) > (at, digest) and last.digest != digest
    earlier = [one for one in theirs.revisions if one.digest not in digests and not (wins and one is last)]
    before = state_of(db, article_id)
    for one in earlier:
        before = _slip_in(db, article_id, before, one)
    if wins:
        _put_on_top(db, article_id, last)
    elif earlier:
        _put_on_top(db, article_id, _again(db, article_id, digest))
    digests = _digests(db, article_id)
    numbers = {one.number: digests[one.digest] for one in theirs.revisions}
    return Placed(article_id, numbers, revised=bool(wins or earlier))


def bin_or_restore(db: Database, article_id: int, theirs: TheirArticle, changed_here: str) -> bool:
    """Put the article into the bin, or take it out, if it is not where it is there and nothing was done here since.

    Returns whether it is where it is there.
    """
    here = state_of(db, article_id).deleted
    if (here is None) == (theirs.deleted is None):
        return True
    if theirs.at > changed_here or (theirs.at == changed_here and theirs.deleted is None):
        (take_out if theirs.deleted is None else put_away)(db, article_id, origin="merge")
        return True
    return False


def _slip_in(db: Database, article_id: int, before: ArticleState, one: TheirRevision) -> ArticleState:
    """Add a text that is not to be the newest; nothing is placed in it."""
    (number,) = db.execute("SELECT max(number) + 1 FROM revisions WHERE article = ?", [article_id]).fetchone()
    _insert_text(db, article_id, number, one)
    after = ArticleState(one.imported.metadata.title, number, one.digest, before.deleted)
    make_article(db, article_id, "revise", before, after, origin="merge")
    return after


def _put_on_top(db: Database, article_id: int, one: TheirRevision) -> None:
    revise(db, article_id, one.imported, one.digest, origin="merge")
    db.execute(
        """UPDATE revisions SET imported = ?, came = 'merge', version = ?
        WHERE id = (SELECT revision FROM articles WHERE id = ?)""",
        [one.at, one.version, article_id],
    )


def _again(db: Database, article_id: int, digest: str) -> TheirRevision:
    """A text of here."""
    from store.merging.records import revision

    where = "article = ? AND text_sha256 = ? ORDER BY number DESC LIMIT 1"
    return revision(next(db.query(f"SELECT * FROM revisions WHERE {where}", [article_id, digest])))


def _insert_text(db: Database, article_id: int, number: int, one: TheirRevision) -> int:
    imported = one.imported
    revision_id = (
        db.table("revisions")
        .insert(
            {
                **imported.metadata._asdict(),
                "article": article_id,
                "number": number,
                "format": imported.format,
                "source": imported.source,
                "text": str(imported.document.text),
                "structure": structure.dump(imported.document),
                "text_sha256": one.digest,
                "imported": one.at,
                "came": "merge",
                "path": imported.path,
                "file_sha256": imported.file_sha256,
                "version": one.version,
            }
        )
        .last_pk
    )
    assert isinstance(revision_id, int)
    return revision_id


def _digests(db: Database, article_id: int) -> dict[str, int]:
    """The article's texts by their hashes, with their numbers; of one that was put back, the last."""
    query = "SELECT text_sha256, number FROM revisions WHERE article = ? ORDER BY number"
    return dict(db.execute(query, [article_id]).fetchall())


def _newest(db: Database, article_id: int) -> tuple[str, str]:
    query = """SELECT imported, text_sha256 FROM revisions JOIN articles ON articles.revision = revisions.id
        WHERE articles.id = ?"""
    at, digest = db.execute(query, [article_id]).fetchone()
    return at, digest
