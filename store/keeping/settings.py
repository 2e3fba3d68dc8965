"""How the reader last set up the screen. Of this library alone: neither merged nor exported."""

from store.keeping.connection import Connection, storable


class Settings:
    """Short texts by their names, such as the theme."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> dict[str, str]:
        """Return every setting that was ever kept, by its name."""
        with self._connection.reading() as db:
            rows = db.execute("SELECT name, value FROM settings ORDER BY name").fetchall()
        return {name: value for name, value in rows if isinstance(name, str) and isinstance(value, str)}

    def get(self, name: str) -> str | None:
        """Return one setting, or None where it was never kept."""
        return self.all().get(name)

    def keep(self, name: str, value: str | None) -> None:
        """Keep a setting in the place of what it was; None forgets it."""
        with self._connection.writing() as db:
            db.execute("DELETE FROM settings WHERE name = ?", [storable(name)])
            if value is not None:
                db.execute("INSERT INTO settings VALUES (?, ?)", [storable(name), storable(value)])
