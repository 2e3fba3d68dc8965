"""What the screen asks of a library before it opens it, so that its first frame is as it was left."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claims.model import Reading
from store.annotations import Annotation
from store.document import Document
from store.errors import SaysoError

if TYPE_CHECKING:
    from store.keeping.driver import Connection

_LONGEST = 200_000
"""Code points of a text, and of what was found in it: of more, the first frame would come later than it has to."""


class Glimpse(NamedTuple):
    """What some engine found in an article, and the annotations that have a sure place in it."""

    reading: Reading
    annotations: tuple[Annotation, ...]


def settings(path: Path) -> dict[str, str]:
    """Return the settings that are kept in the library at ``path``, by their names; none where it has none yet.

    The place has been checked (`store.place.check`) and nothing of it is open. Nothing is changed or created.
    """
    if not path.exists():
        return {}
    from store.keeping import driver

    try:
        with _opened(path) as connection:
            rows = connection.execute("SELECT name, value FROM settings").fetchall()
    except driver.errors():  # of an earlier version, or empty
        return {}
    return {name: value for name, value in rows if isinstance(name, str) and isinstance(value, str)}


def glimpse(path: Path, document: Document) -> Glimpse | None:
    """Return what the library at ``path`` holds on the article whose newest text is that of ``document``.

    None where it holds nothing, or that is long: whoever opens the library hears of it all a moment later. The place
    is as for `settings`.
    """
    if len(document.text) > _LONGEST or not path.exists():
        return None
    from store.keeping import driver

    try:
        with _opened(path) as connection:
            return _glimpse(connection, sha256(str(document.text).encode()).hexdigest())
    # Of another version, or damaged: opening it says so.
    except driver.errors():
        return None
    except (SaysoError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _glimpse(connection: "Connection", digest: str) -> Glimpse | None:
    found = connection.execute(
        """SELECT articles.id, number, reading FROM articles
        JOIN revisions ON revisions.id = articles.revision JOIN readings ON readings.revision = revisions.id
        WHERE text_sha256 = ? AND deleted IS NULL AND length(reading) < ?
        ORDER BY articles.id DESC, readings.id DESC LIMIT 1""",
        [digest, _LONGEST],
    ).fetchone()
    if found is None:
        return None
    from claims.as_json import reading_from_lines
    from store.keeping.annotation_rows import live

    article, number, reading = found
    annotations = (one for one in live(connection, article) if one.place == "sure" and one.revision == number)
    return Glimpse(reading_from_lines(reading.split("\n")), tuple(annotations))


@contextmanager
def _opened(path: Path) -> Iterator["Connection"]:
    # Imported here: who has no library yet waits for none of it.
    from store.keeping import driver

    # As in checking: read-only, SQLite would still lay a log beside the file.
    mode = "mode=ro" if path.with_name(path.name + "-wal").exists() else "immutable=1"
    with closing(driver.connect(path, mode)) as connection:
        yield connection
