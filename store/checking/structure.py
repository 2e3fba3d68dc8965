"""Checks of the database as such: its pages, its tables, and what one row says of another."""

from collections.abc import Iterator

from sqlite_utils import Database

from store.keeping import migrations, soundness
from store.safety import label
from store.searching import indexing

# What is wrong of the article, annotation or change with the number or uid that a query gives.
_ORPHANS = (
    (
        "article {}: the text that it names as its newest is not that",
        """SELECT id FROM articles WHERE revision IS NOT
        (SELECT id FROM revisions WHERE article = articles.id ORDER BY number DESC LIMIT 1)""",
    ),
    ("article {} has no text", "SELECT id FROM articles WHERE id NOT IN (SELECT article FROM revisions)"),
    (
        "annotation {} is on a text that its article does not have",
        """SELECT uid FROM annotations WHERE NOT EXISTS
        (SELECT 1 FROM revisions WHERE article = annotations.article AND number = annotations.revision)""",
    ),
    (
        "change {} undoes or redoes no change that is there",
        """SELECT id FROM history WHERE action IN ('undo', 'redo')
        AND origin != 'import' AND target NOT IN (SELECT id FROM history) OR target >= id""",
    ),
    ("{} was being deleted for good, which did not end", "SELECT uid FROM purging"),
)


def integrity(db: Database) -> Iterator[str]:
    """Damaged pages, and rows that an index of SQLite's does not have."""
    for line in soundness.problems(db.conn, "integrity_check"):
        yield label(line)


def schema(db: Database) -> Iterator[str]:
    """Tables, indexes and triggers that are not there, or not as they were made."""
    there = _objects(db)
    for (kind, name), sql in made_objects().items():
        if (kind, name) not in there:
            yield f"the {kind} {name} is missing"
        elif there[kind, name] != sql:
            yield f"the {kind} {name} is not as it was made"


def foreign_keys(db: Database) -> Iterator[str]:
    """Rows that refer to one that is not there."""
    for table, row, other, _ in db.execute("PRAGMA foreign_key_check"):
        yield f"row {row} of {label(str(table))} refers to one of {label(str(other))} that is not there"


def orphans(db: Database) -> Iterator[str]:
    """Rows that belong to nothing, and articles whose newest text is not the one that they show."""
    for line, query in _ORPHANS:
        for (name,) in db.execute(query):
            yield line.format(label(str(name)))


def full_text_index(db: Database) -> Iterator[str]:
    """Indexes that do not agree with what is kept. In a transaction that may write."""
    for subject in indexing.check(db):
        yield f"that of {subject}s does not agree with what is kept"


def made_objects() -> dict[tuple[str, str], str]:
    """The statements that make a new database, by the kind and the name of what they make."""
    sound = Database(memory=True, execute_plugins=False)
    try:
        for step in migrations.MIGRATIONS:
            step(sound)
        return _objects(sound)
    finally:
        sound.close()


def _objects(db: Database) -> dict[tuple[str, str], str]:
    rows = db.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
    return {(kind, name): " ".join(sql.split()) for kind, name, sql in rows}
