"""Step 4: meanings, evidence and earlier words, changes made as one, articles listed by any column, and settings."""

from typing import TYPE_CHECKING

from store.keeping.migrations.script import run
from store.keys import day, title_key

if TYPE_CHECKING:
    from sqlite_utils import Database


def fourth(db: "Database") -> None:
    """Add the columns, and fill those that lists are sorted by."""
    run(db, _COLUMNS)
    for row in db.query("SELECT id, outlet, published, added FROM articles"):
        keys = (title_key(row["outlet"]), day(row["published"], row["added"]))
        db.execute("UPDATE articles SET outlet_key = ?, day = ? WHERE id = ?", [*keys, row["id"]])
    db.execute(
        """UPDATE articles SET notes = (
            SELECT count(*) FROM annotations WHERE article = articles.id AND deleted IS NULL AND note != ''
        )"""
    )
    run(db, _INDEXES + _SETTINGS)


# evidence is JSON; was is other words than there are now, or ''; together is shared by changes that were made as one,
# and are undone as one.
_COLUMNS = """
ALTER TABLE annotations ADD COLUMN meaning INTEGER;
ALTER TABLE annotations ADD COLUMN evidence TEXT NOT NULL DEFAULT '[]';
ALTER TABLE annotations ADD COLUMN amended INTEGER NOT NULL DEFAULT 0;
ALTER TABLE annotations ADD COLUMN was TEXT NOT NULL DEFAULT '';
ALTER TABLE history ADD COLUMN together TEXT;
ALTER TABLE articles ADD COLUMN notes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE articles ADD COLUMN outlet_key TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN day TEXT NOT NULL DEFAULT '';
"""
_INDEXES = """
CREATE INDEX annotations_reworded ON annotations (article) WHERE was != '' AND deleted IS NULL;
CREATE INDEX history_by_together ON history (together) WHERE together IS NOT NULL;
CREATE INDEX articles_by_outlet ON articles (outlet_key, id) WHERE deleted IS NULL;
CREATE INDEX articles_by_day ON articles (day, id) WHERE deleted IS NULL;
CREATE INDEX articles_by_claims ON articles (claims, id) WHERE deleted IS NULL;
CREATE INDEX articles_by_unreviewed ON articles (unreviewed, id) WHERE deleted IS NULL;
CREATE INDEX articles_by_notes ON articles (notes, id) WHERE deleted IS NULL;
CREATE INDEX articles_by_unplaced ON articles (unplaced, id) WHERE deleted IS NULL;
"""
# How the screen was last set up: of this library alone, neither merged nor exported.
_SETTINGS = """
CREATE TABLE settings (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
);
"""
