"""What is derived, built anew from what is precious, of which nothing is touched."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from store import backups
from store.checking.contents import MALFORMED, foreign
from store.checking.structure import made_objects
from store.copying import as_far_as_readable, require_writable
from store.keeping import driver
from store.keeping.annotation_rows import live
from store.keeping.claim_rows import refill
from store.keeping.connection import Connection
from store.keeping.counts import recount
from store.keeping.readings import newest
from store.keys import article_keys
from store.searching import indexing


def repair(database: Path) -> Path:
    """Build the indexes, the keys, the claims to search and the counts anew; return the backup made before.

    All in one transaction. What cannot be read is passed over. Raises SaysoError where the database cannot be backed
    up or written.
    """
    require_writable(database)
    backup = backups.keep(database, "before-repair")
    connection = Connection(database, backups.before_migration)
    try:
        with connection.writing() as db:
            db.conn.text_factory = as_far_as_readable
            _make_what_is_missing(db)
            db.execute("REINDEX")
            articles = [article for (article,) in db.execute("SELECT id FROM articles ORDER BY id").fetchall()]
            for article in articles:
                with _passing_over(db):
                    _look_up_anew(db, article)
            _index_anew(db)
            for article in articles:
                with _passing_over(db):
                    _derive_anew(db, article)
    finally:
        connection.close()
    return backup


@contextmanager
def _passing_over(db: Database) -> Iterator[None]:
    """Do all inside, or nothing where a row is met that cannot be read."""
    db.execute("SAVEPOINT article")
    try:
        yield
    except MALFORMED:
        db.execute("ROLLBACK TO article")
    db.execute("RELEASE article")


def _make_what_is_missing(db: Database) -> None:
    there = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
    for (kind, name), sql in made_objects().items():
        if name not in there and (kind in ("index", "trigger", "view") or name == "claims"):
            try:
                db.execute(sql)
            except driver.errors() as error:
                # A unique index cannot be made while there are doubles.
                if not driver.name_of(error).startswith("SQLITE_CONSTRAINT"):
                    raise


def _look_up_anew(db: Database, article: int) -> None:
    """Fill what the article and its annotations are found by. Outside `indexed`: the index is built anew after it."""
    db.execute(
        """UPDATE articles SET revision = (
            SELECT id FROM revisions WHERE article = articles.id ORDER BY number DESC LIMIT 1
        ) WHERE id = ?""",
        [article],
    )
    row = next(db.query("SELECT title, outlet, url, published, added FROM articles WHERE id = ?", [article]))
    db.table("articles").update(article, article_keys(**row))
    for annotation in live(db, article):
        db.execute("UPDATE annotations SET words = ? WHERE uid = ?", [annotation.words, annotation.uid])


def _derive_anew(db: Database, article: int) -> None:
    if not foreign(db, article):
        reading = newest(db, article)
        refill(db, article, reading)
        recount(db, article, reading)


def _index_anew(db: Database) -> None:
    db.execute("SAVEPOINT indexing")
    try:
        indexing.rebuild(db)
    except driver.errors():
        db.execute("ROLLBACK TO indexing")
        _make_indexes_anew(db)
    db.execute("RELEASE indexing")


def _make_indexes_anew(db: Database) -> None:
    """Make indexes that are too damaged to be opened, and therefore to be dropped in the usual way."""
    made = {name: sql for (_, name), sql in made_objects().items()}
    indexes = tuple(f"{subject}_index" for subject in indexing.COLUMNS)
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        if name.startswith(tuple(f"{index}_" for index in indexes)):
            db.execute(f"DROP TABLE {name}")
    db.execute("PRAGMA writable_schema = ON")
    for index in indexes:
        db.execute("DELETE FROM sqlite_master WHERE type = 'table' AND name = ?", [index])
    db.execute("PRAGMA writable_schema = RESET")
    for index in indexes:
        db.execute(made[index])
    indexing.rebuild(db)
