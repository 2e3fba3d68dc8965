"""Step 1: articles with their texts and readings, annotations with tags and drafts, and the history."""

from typing import TYPE_CHECKING

from store.keeping.migrations.script import run

if TYPE_CHECKING:
    from sqlite_utils import Database

# "Says" in ASCII: tells our files from other programs' (https://www.sqlite.org/pragma.html#pragma_application_id).
APPLICATION_ID = 0x53617973


def first(db: "Database") -> None:
    """Create the tables."""
    run(db, f"PRAGMA application_id = {APPLICATION_ID};" + _ARTICLES + _ANNOTATIONS + _HISTORY)


# claims, unreviewed and annotations are counts kept for the list of the library; claims is NULL before any reading.
_ARTICLES = """
CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    byline TEXT NOT NULL,
    outlet TEXT NOT NULL,
    url TEXT NOT NULL,
    published TEXT NOT NULL,
    language TEXT NOT NULL,
    added TEXT NOT NULL,
    path TEXT,
    file_sha256 TEXT NOT NULL,
    claims INTEGER,
    unreviewed INTEGER NOT NULL DEFAULT 0,
    annotations INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE revisions (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (id),
    number INTEGER NOT NULL,
    format TEXT NOT NULL,
    source TEXT NOT NULL,
    text TEXT NOT NULL,
    structure TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    imported TEXT NOT NULL,
    UNIQUE (article, number)
);
CREATE INDEX revisions_by_text ON revisions (text_sha256);
CREATE TABLE readings (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES revisions (id),
    engine TEXT NOT NULL,
    reading TEXT NOT NULL,
    UNIQUE (revision, engine)
);
CREATE TABLE positions (
    article INTEGER PRIMARY KEY REFERENCES articles (id),
    "offset" INTEGER NOT NULL
);
"""

_ANNOTATIONS = """
CREATE TABLE annotations (
    uid TEXT PRIMARY KEY NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (id),
    kind TEXT NOT NULL,
    selectors TEXT NOT NULL,
    by_hand INTEGER NOT NULL,
    speaker TEXT,
    quote TEXT,
    decision TEXT,
    progress TEXT NOT NULL,
    finding TEXT,
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    created TEXT NOT NULL,
    modified TEXT NOT NULL,
    deleted TEXT
);
CREATE INDEX annotations_by_article ON annotations (article);
CREATE TABLE tags (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);
CREATE TABLE annotation_tags (
    annotation TEXT NOT NULL REFERENCES annotations (uid),
    tag INTEGER NOT NULL REFERENCES tags (id),
    place INTEGER NOT NULL,
    PRIMARY KEY (annotation, tag)
);
CREATE INDEX annotation_tags_by_tag ON annotation_tags (tag);
CREATE TABLE drafts (
    uid TEXT PRIMARY KEY NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (id),
    annotation TEXT NOT NULL,
    at TEXT NOT NULL,
    writer INTEGER NOT NULL
);
"""

_HISTORY = """
CREATE TABLE history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (id),
    uid TEXT NOT NULL,
    action TEXT NOT NULL,
    before TEXT,
    after TEXT,
    version TEXT NOT NULL
);
CREATE INDEX history_by_article ON history (article);
CREATE TRIGGER history_is_never_changed BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_is_never_deleted BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
"""
