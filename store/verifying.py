"""Whether an article is still what came: its texts against the hashes kept with them, and the files it came from."""

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from claims.text import Text
from store.article import Article, Revision

if TYPE_CHECKING:
    from store.library import Library

FileState = Literal["as it came", "changed since", "replaced since", "no longer there", "cannot be read"]


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found out about one revision.

    ``text_sha256`` is that of the text as it is now, ``revision.text_sha256`` of the text as it came. ``file`` is what
    stands by now at the path that it came from, and ``file_sha256`` its hash; of standard input there is neither. It
    was ``replaced since`` where a later text, that of the revision ``replaced_by``, came from the same path.
    """

    revision: Revision
    text_sha256: str
    file: FileState | None
    file_sha256: str | None
    replaced_by: int | None = None

    @property
    def file_is_sound(self) -> bool:
        """Whether the file is not known to hold anything but what came from it last."""
        return self.file != "changed since"

    @property
    def text_is_sound(self) -> bool:
        """Whether the text is the very one that came."""
        return self.text_sha256 == self.revision.text_sha256


def text_sha256(text: Text) -> str:
    """Return the SHA-256 of a text as it is shown, in UTF-8."""
    return sha256(str(text).encode()).hexdigest()


def verify(library: "Library", article: Article) -> Sequence[Verified]:
    """Compare each revision of ``article`` with what is kept of how it came, the oldest first."""
    verified = []
    revisions = library.revisions.of(article.id)
    for at, revision in enumerate(revisions):
        text = library.revisions.document(article.id, revision.number).text
        file, digest = file_of(revision.path, revision.file_sha256, library.path)
        after = (one.number for one in revisions[at + 1 :] if revision.path is not None and one.path == revision.path)
        replaced_by = next(after, None) if file == "changed since" else None
        if replaced_by is not None:
            file = "replaced since"
        verified.append(Verified(revision, text_sha256(text), file, digest, replaced_by))
    return verified


def file_of(path: str | None, file_sha256: str, database: Path) -> tuple[FileState | None, str | None]:
    """What became of the file at ``path`` that had ``file_sha256``, and its SHA-256 now; None of what was no file.

    ``database`` is the library's own file, which is no text.
    """
    if path is None:
        return None, None
    try:
        # A pipe would be waited for; and to open and close the database takes away the locks that SQLite has on it.
        facts = Path(path).stat()
        if not stat.S_ISREG(facts.st_mode) or os.path.samestat(facts, database.stat()):
            return "no longer there", None
        with Path(path).open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return "no longer there", None
    except (OSError, ValueError):
        return "cannot be read", None
    return ("as it came" if digest == file_sha256 else "changed since"), digest
