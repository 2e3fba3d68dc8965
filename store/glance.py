"""What the screen asks of a library before it opens it, so that its first frame is as it was left."""

from contextlib import closing
from pathlib import Path

from store.keeping import driver


def settings(path: Path) -> dict[str, str]:
    """Return the settings that are kept in the library at ``path``, by their names; none where it has none yet.

    The place has been checked (`store.place.check`) and nothing of it is open. Nothing is changed or created.
    """
    if not path.exists():
        return {}
    # As in checking: read-only, SQLite would still lay a log beside the file.
    mode = "mode=ro" if path.with_name(path.name + "-wal").exists() else "immutable=1"
    try:
        with closing(driver.connect(path, mode)) as connection:
            rows = connection.execute("SELECT name, value FROM settings").fetchall()
    except driver.errors():  # of an earlier version, or empty
        return {}
    return {name: value for name, value in rows if isinstance(name, str) and isinstance(value, str)}
