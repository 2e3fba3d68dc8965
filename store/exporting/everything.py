"""The whole library out into plain files, which can be read without this program."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from claims.model import Reading
from store.copying import Progress, as_far_as_readable, copy_database, opened_to_read
from store.exporting.files import CannotWriteError, export, provenance_of
from store.exporting.titles import name_of
from store.importing.front_matter import own_tags
from store.keeping import driver
from store.keeping.articles import UnknownArticleError
from store.keeping.connection import now
from store.keeping.errors import DatabaseDamagedError
from store.library import Library
from store.safety import json_safe, label
from store.salvaging import salvage
from store.version import program_version

_MALFORMED = (ValueError, KeyError, TypeError, AttributeError, IndexError)
_SUFFIXES = {"markdown": "md", "plain": "txt"}
_PARSED = ("selectors", "proposed", "original", "evidence", "before", "after", "annotation")
# What only serves to find a row, or says the same as another column.
_LEFT_OUT = frozenset(
    {
        *("id", "article", "revision_id", "words", "structure", "source"),
        *("title_key", "outlet_key", "url_key", "days", "day"),
    }
)


@dataclass(slots=True)
class ExportedAll:
    """How much was written, and a line for each article that could not be written whole.

    ``damaged`` is whether the library is: then the problems begin with what of it cannot be read.
    """

    articles: int = 0
    annotations: int = 0
    problems: list[str] = field(default_factory=list)
    damaged: bool = False


def export_all(database: Path, folder: Path, progress: Progress | None = None) -> ExportedAll:
    """Write all that is in the library into ``folder``, which must be absent or empty; interrupted, nothing is there.

    ``index.json`` names a folder for each article, also of those in the bin: the annotated ``article.md``,
    ``article.json`` with everything that is kept of it, and each text as it came. ``progress`` is called with the
    articles done and all of them. Of a damaged library all that can be read is written. Raises SaysoError where it
    cannot be read at all, or nothing can be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotWriteError(f"{label(str(folder))} is not an empty folder; choose another place")
    done = ExportedAll()
    with _plain_errors(folder), tempfile.TemporaryDirectory(prefix=".part-", dir=folder.absolute().parent) as part:
        # Of a copy, so that all of it is of one moment, and nobody who writes meanwhile has to wait.
        copy, made = Path(part) / "library.db", Path(part) / "files"
        try:
            copy_database(database, copy)
        except DatabaseDamagedError:
            done.damaged = True
            done.problems += salvage(database, copy)
        made.mkdir()
        with Library(copy) as library:
            _write_all(library, made, done, progress)
        if folder.exists():
            folder.rmdir()
        made.rename(folder)
    return done


def _write_all(library: Library, folder: Path, done: ExportedAll, progress: Progress | None) -> None:
    index = []
    with opened_to_read(library.path) as connection:
        connection.text_factory = as_far_as_readable
        articles = _rows(connection, "SELECT * FROM articles ORDER BY id")
        for number, row in enumerate(articles, 1):
            name = f"{row['id']:05}-{name_of(str(row['title']))}".rstrip("-")
            own = folder / name
            own.mkdir()
            annotations = _write_article(connection, library, own, row, done)
            index.append({"folder": name, "number": row["id"], **_shown(row), "annotations": annotations})
            done.articles += 1
            done.annotations += annotations
            if progress is not None:
                progress(number, len(articles))
    _write_json(folder / "index.json", {"made": now(), "by": f"sayso {program_version()}", "articles": index})


def _write_article(
    connection: driver.Connection, library: Library, folder: Path, row: dict[str, Any], done: ExportedAll
) -> int:
    """Write what there is of one article; return how many annotations that are not in the bin."""
    revisions = []
    for one in _rows(connection, "SELECT * FROM revisions WHERE article = ? ORDER BY number", row["id"]):
        name = f"revision-{one['number']}.{_SUFFIXES.get(one['format'], 'txt')}"
        source = str(one["source"]).encode("utf-8", "replace")
        (folder / name).write_bytes(source)
        gave = own_tags(str(one["source"])) if one["format"] == "markdown" else ()
        digest = sha256(source).hexdigest()
        revisions.append({**_shown(one), "tags": list(gave), "file": name, "file_as_text_sha256": digest})
    annotations = _rows(connection, "SELECT * FROM annotations WHERE article = ? ORDER BY id", row["id"])
    for one in annotations:
        tags = "SELECT name FROM annotation_tags JOIN tags ON tags.id = tag WHERE annotation = ? ORDER BY place"
        one["tags"] = [tag["name"] for tag in _rows(connection, tags, one["uid"])]
    kept = {
        **_shown(row),
        "revisions": revisions,
        "annotations": [_shown(one, keep=("revision",)) for one in annotations],
        "drafts": [_shown(one) for one in _rows(connection, "SELECT * FROM drafts WHERE article = ?", row["id"])],
        "history": [
            {"id": one["id"], **_shown(one)}
            for one in _rows(connection, "SELECT * FROM history WHERE article = ? ORDER BY id", row["id"])
        ],
    }
    _write_json(folder / "article.json", kept)
    try:
        (folder / "article.md").write_text(_annotated(library, row["id"]), encoding="utf-8", newline="\n")
    except (*_MALFORMED, UnknownArticleError):
        done.problems.append(f"article {row['id']} has no article.md: not all of it can be read (sayso db check)")
    return sum(one["deleted"] is None for one in annotations)


def _annotated(library: Library, article_id: int) -> str:
    article = library.articles.get(article_id)
    reading = library.revisions.reading(article_id, article.number) or Reading("")
    return export(
        library.articles.document(article),
        article.metadata,
        library.annotations.of(article_id),
        reading,
        unplaced=library.annotations.unplaced(article_id),
        own_tags=library.revisions.own_tags(article),
        provenance=provenance_of(article),
    ).markdown


def _rows(connection: driver.Connection, query: str, *values: Any) -> list[dict[str, Any]]:
    with closing(connection.execute(query, values)) as cursor:
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]


def _shown(row: dict[str, Any], keep: tuple[str, ...] = ()) -> dict[str, Any]:
    """A row as it is exported, with the JSON in it as such."""
    return {name: _parsed(name, value) for name, value in row.items() if name not in _LEFT_OUT or name in keep}


def _parsed(name: str, value: Any) -> Any:
    if isinstance(value, bytes):
        return as_far_as_readable(value)
    if name in _PARSED and isinstance(value, str):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _write_json(path: Path, value: object) -> None:
    path.write_text(json_safe(json.dumps(value, ensure_ascii=False, indent=2)) + "\n", encoding="utf-8")


@contextmanager
def _plain_errors(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = (error.strerror or "it cannot be written").lower()
        raise CannotWriteError(f"cannot write {label(str(folder))}: {reason}; choose another place") from error
