"""Step 6: titles and outlets are found and sorted without accents too."""

from typing import TYPE_CHECKING

from store.keys import title_key

if TYPE_CHECKING:
    from sqlite_utils import Database


def sixth(db: "Database") -> None:
    """Make the keys anew that are others by now."""
    for row in list(db.query("SELECT id, title, outlet, title_key, outlet_key FROM articles")):
        title, outlet = title_key(row["title"]), title_key(row["outlet"])
        if (title, outlet) != (row["title_key"], row["outlet_key"]):
            db.execute("UPDATE articles SET title_key = ?, outlet_key = ? WHERE id = ?", [title, outlet, row["id"]])
