"""Small articles, claims and annotations to keep, and files that are no library, for the tests of the store."""

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from signal import SIGKILL

from claims.model import Claim, Reading, Span
from store.anchors import selector
from store.annotations import Annotation
from store.article import Article, Imported, Metadata
from store.document import Block, Document
from store.keeping.migrations import LATEST
from store.library import Library

TEXT = "The mayor said the bridge was safe. Engineers doubted it, they told the council on Monday."
SAFE = (15, 34)
DOUBTED = (36, 56)


def imported(text: str = TEXT, title: str = "The bridge") -> Imported:
    """An article as it comes from standard input, of one paragraph: whatever its text, no place makes it known."""
    document = Document(text, (Block("paragraph", 0, len(text)),))
    return Imported(document, Metadata(title), text, "plain", file_sha256="0" * 64)


def note(article: Article, uid: str = "u1", note: str = "Who measured?", span: Span = SAFE) -> Annotation:
    """A note on a claim of `TEXT`, not yet saved."""
    selectors = (selector(TEXT, *span, role="content"),)
    return Annotation(uid=uid, article=article.id, kind="claim", selectors=selectors, note=note)


def resave(library: Library, annotation: Annotation) -> Annotation:
    """Save an annotation as one who has read what it takes the place of."""
    kept = (one.rev for one in library.annotations.of(annotation.article) if one.uid == annotation.uid)
    return library.annotations.save(replace(annotation, rev=next(kept, 0)))


def revise(library: Library, article: Article, text: str) -> Article:
    """Give the article another text, as its next revision."""
    return library.articles.add(imported(text), known_as=article).article


def passage(article: Article, uid: str = "p1", span: Span = DOUBTED) -> Annotation:
    """A highlighted passage of `TEXT`, not yet saved."""
    return Annotation(uid=uid, article=article.id, kind="passage", selectors=(selector(TEXT, *span, role="passage"),))


def reading(*spans: Span, engine: str = "rules 1") -> Reading:
    """What an engine found: a claim a span."""
    return Reading(engine, tuple(Claim(content=(span,)) for span in spans))


def another_program(path: Path) -> None:
    """Write a database as another program has it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE bookmarks (url TEXT); PRAGMA user_version = 1;")


def made_by_a_newer_version(path: str | Path, killed: bool = False) -> None:
    """Write a library of a version to come; ``killed`` ends this process, before SQLite has emptied its log."""
    Library(Path(path)).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"CREATE TABLE things_to_come (id INTEGER); PRAGMA user_version = {LATEST + 1};")
        if killed:
            os.kill(os.getpid(), SIGKILL)
