"""An article of the library out into a file, which never destroys the file that stood there."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from claims.model import Reading
from store.annotations import MEANINGS, Annotation
from store.article import Article, Metadata
from store.document import Document
from store.errors import SaysoError
from store.exporting.annotated import Progress, annotated_markdown
from store.exporting.choosing import Exported, is_exported, left_out
from store.exporting.titles import name_of
from store.importing.exported import LEFT_OUT, TEXT
from store.review import merge
from store.safety import label
from store.verifying import text_sha256

if TYPE_CHECKING:
    from store.library import Library


class CannotWriteError(SaysoError):
    """The place that an export should go to cannot be written."""


class SourceFileError(CannotWriteError):
    """An export would take the place of the file that its article came from."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{label(path)} is the file that the article came from, and an export would take its place; choose another"
        )


def export_article(
    library: "Library",
    article: Article,
    *,
    reading: Reading | None = None,
    unreviewed: bool = False,
    meanings: Sequence[str] = MEANINGS,
    progress: Progress | None = None,
) -> Exported:
    """``article`` as annotated Markdown, with ``unreviewed`` also the detected claims not yet reviewed.

    ``reading`` is by default the one of the engine in use, which reads the article now where it has yet to;
    ``progress`` hears of the writing as that of `export` does.
    """
    reading = reading or library.readings.read(article)
    document, annotations = library.articles.document(article), library.annotations.of(article.id)
    return export(
        document,
        article.metadata,
        annotations,
        reading,
        unplaced=library.annotations.unplaced(article.id),
        own_tags=library.revisions.own_tags(article),
        provenance=provenance_of(article),
        unreviewed=unreviewed,
        meanings=meanings,
        progress=progress,
    )


def export(
    document: Document,
    metadata: Metadata,
    annotations: Sequence[Annotation],
    reading: Reading,
    *,
    unplaced: Sequence[Annotation] = (),
    provenance: Mapping[str, str | int] = MappingProxyType({}),
    own_tags: Sequence[str] = (),
    unreviewed: bool = False,
    unread: bool = False,
    meanings: Sequence[str] = MEANINGS,
    progress: Progress | None = None,
) -> Exported:
    """Do the same for what is at hand, without asking any library; ``provenance`` goes into the front matter.

    ``unplaced`` are the annotations that have no place in the text: they are exported too. ``own_tags`` are those
    that the article gives itself, ``meanings`` the names of those of highlights. ``unread`` is whether ``reading``
    is not of all of it yet. ``progress`` is called with the parts done and all of them; what it raises comes through.
    """
    provenance = {**provenance, TEXT: text_sha256(document.text)}
    items = merge(reading, annotations, text=document.text)
    absent = left_out(items, unreviewed=unreviewed, unread=unread)
    shown = [item for item in items if is_exported(item, unreviewed=unreviewed)]
    markdown = annotated_markdown(
        metadata,
        document,
        items,
        caveats=reading.caveats,
        sentences=reading.sentences,
        unreviewed=unreviewed,
        left_out=absent.told(LEFT_OUT),
        provenance=provenance,
        unplaced=unplaced,
        meanings=meanings,
        own_tags=own_tags,
        progress=progress,
    )
    notes = [*(item.note for item in shown), *(annotation.note for annotation in unplaced)]
    claims = sum(item.is_claim for item in shown)
    return Exported(markdown, claims=claims, notes=sum(map(bool, notes)), left_out=absent)


def provenance_of(article: Article) -> dict[str, str | int]:
    """Which file this was, for whoever has to show it. Not in which folder: exports are handed on."""
    return {
        "revision": article.number,
        "added": article.added,
        "added-from": label(Path(article.path).name) if article.path else "standard input",
        "file-sha256": article.file_sha256,
    }


def suggested_path(metadata: Metadata) -> str:
    """A file name made of the title, in the current folder."""
    return f"{name_of(metadata.title) or 'article'}.annotated.md"


def is_source(path: str | Path, article: Article | None) -> bool:
    """Return whether ``path`` leads to the file that the newest text of ``article`` came from."""
    if article is None or article.path is None:
        return False
    try:
        return Path(path).expanduser().samefile(article.path)
    except (OSError, ValueError):
        return False  # one of them is not there


def write_file(path: str | Path, text: str) -> Path | None:
    """Write ``text`` to ``path`` in one step, so that a crash leaves the old file or the new one, never half of one.

    A different file that stood there is kept as ``path~`` (or ``path~2`` …), which is returned. A device or a pipe is
    written to as it is. Raises CannotWriteError.
    """
    target = Path(os.path.realpath(Path(path).expanduser()))
    data = text.encode("utf-8")
    kept = None
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            # A device or a pipe, such as /dev/stdout, is written to, not replaced.
            target.write_bytes(data)
            return None
        if target.exists() and target.read_bytes() != data:
            kept = next(free for free in _backups(target) if not free.exists())
        descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).chmod(_mode(target))
            if kept is not None:
                shutil.copy2(target, kept)
            Path(temporary).replace(target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or "it cannot be written"
        raise CannotWriteError(f"cannot write {label(str(target))}: {reason}; choose another place") from error
    return kept


def _backups(target: Path) -> Iterator[Path]:
    """``name~``, ``name~2``, ``name~3`` …: what was kept before is not written over either."""
    yield target.with_name(f"{target.name}~")
    yield from (target.with_name(f"{target.name}~{number}") for number in count(2))


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or what the user's umask gives a new one."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
