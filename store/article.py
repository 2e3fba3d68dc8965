"""An article and what is known of it, before and after it is in the library."""

from dataclasses import dataclass
from typing import Literal

from store.document import Document

Format = Literal["markdown", "plain"]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What an article says of itself. ``title`` is never empty; all values are one safe line each."""

    title: str
    byline: str = ""
    outlet: str = ""
    url: str = ""
    published: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """A file or standard input, read and made safe, not yet in the library.

    ``source`` is the whole text as it came, decoded (so not yet safe). ``notice`` is a line for the reader where
    something had to be guessed, such as the encoding. ``path`` is None for standard input.
    """

    document: Document
    metadata: Metadata
    source: str
    format: Format
    file_sha256: str
    path: str | None = None
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """An article in the library. ``revision`` is the row id of its newest revision; ``added`` is ISO 8601 in UTC."""

    id: int
    uid: str
    metadata: Metadata
    added: str
    revision: int
    path: str | None = None
    file_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """An article's line in the library. The counts leave rejected claims out of ``unreviewed`` but not of ``claims``.

    ``claims`` is None while no engine has read the article.
    """

    article: Article
    claims: int | None
    unreviewed: int
    annotations: int
