"""Step 7: where the claim stood whose words a reader changed, so that the annotation stays that claim's."""

from typing import TYPE_CHECKING

from store.keeping.migrations.script import run

if TYPE_CHECKING:
    from sqlite_utils import Database


def seventh(db: "Database") -> None:
    """Add the column: selectors as JSON. What was amended before is known by its own words, as it was."""
    run(db, "ALTER TABLE annotations ADD COLUMN original TEXT NOT NULL DEFAULT '[]';")
