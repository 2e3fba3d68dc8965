"""An article and what is known of it, before and after it is in the library."""

from typing import Literal, NamedTuple

from store.document import Document

Format = Literal["markdown", "plain"]
Came = Literal["file", "standard input", "merge"]


class Metadata(NamedTuple):
    """What an article says of itself. ``title`` is never empty; all values are one safe line each."""

    title: str
    byline: str = ""
    outlet: str = ""
    url: str = ""
    published: str = ""
    language: str = ""


class Imported(NamedTuple):
    """A file or standard input, read and made safe, not yet in the library.

    ``source`` is the whole text as it came, decoded (so not yet safe). ``notice`` is a line for the reader where
    something had to be guessed, such as the encoding. ``path`` is None for standard input. ``export_of`` is the SHA-256
    of the text that an export says it is of, '' where this is none.

    Of a ``beginning`` there is more in the file: it is to be looked at meanwhile, and never kept.
    """

    document: Document
    metadata: Metadata
    source: str
    format: Format
    file_sha256: str
    path: str | None = None
    notice: str = ""
    export_of: str = ""
    beginning: bool = False


class Article(NamedTuple):
    """An article in the library. Times are ISO 8601 in UTC.

    ``revision`` is the row id of its newest revision and ``number`` that one's number, from 1. ``deleted`` is since
    when it has been in the bin, None where it is not.
    """

    id: int
    uid: str
    metadata: Metadata
    added: str
    revision: int
    path: str | None = None
    file_sha256: str = ""
    number: int = 1
    deleted: str | None = None


class Revision(NamedTuple):
    """One text of an article, and what came with it. ``id`` is its row's, ``number`` counts from 1.

    ``imported`` is when it came, ISO 8601 in UTC; ``version`` is the program's that added it, '' where that is not
    known; ``path`` is None but for a file.
    """

    id: int
    article: int
    number: int
    metadata: Metadata
    imported: str
    came: Came
    path: str | None
    file_sha256: str
    text_sha256: str
    version: str


def changes_told(words: int, moved: int) -> str:
    """Return in plain words how many words of a text changed, and how many paragraphs only moved, if any did."""
    changed = f"{words:,} {'word' if words == 1 else 'words'} changed"
    return f"{changed}, {moved:,} {'paragraph' if moved == 1 else 'paragraphs'} moved" if moved else changed


class Summary(NamedTuple):
    """An article's line in the library. The counts leave rejected claims out of ``unreviewed`` but not of ``claims``.

    ``claims`` is None while no engine has read the article; ``unplaced`` are the annotations, among all of them, that
    the reader should find a place for, ``notes`` those with a note. ``day`` is when the article was published, else
    added, as far as that is known: ``2026-03-02``, ``2026-03``, ``2026`` or ''.
    """

    article: Article
    claims: int | None
    unreviewed: int
    annotations: int
    unplaced: int = 0
    notes: int = 0
    day: str = ""
