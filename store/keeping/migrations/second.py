"""Step 2: several revisions an article, a counter a row, a history with targets and origins, a bin, drafts refused."""

import json
from collections import Counter, defaultdict
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from store.keeping.migrations.script import run
from store.keys import days, title_key, url_key

if TYPE_CHECKING:
    from sqlite_utils import Database


def second(db: "Database") -> None:
    """Build the tables anew where their columns change, and fill the new columns."""
    run(db, _REVISIONS)
    for row in db.query("SELECT id, title, url, published, added FROM articles"):
        keys = (title_key(row["title"]), url_key(row["url"]), days(row["published"], row["added"]))
        db.execute("UPDATE articles SET title_key = ?, url_key = ?, days = ? WHERE id = ?", [*keys, row["id"]])
    run(db, _ANNOTATIONS)
    for row in db.query("SELECT id, selectors FROM annotations"):
        db.execute("UPDATE annotations SET words = ? WHERE id = ?", [_words(row["selectors"]), row["id"]])
    run(db, _NEW_HISTORY)
    _copy_history(db)
    run(db, _HISTORY)
    run(db, _DRAFTS)


def _words(selectors: str) -> str:
    return " … ".join(s["exact"] for s in json.loads(selectors) if s["role"] in ("content", "passage"))


def _copy_history(db: "Database") -> None:
    """Copy the rows with their numbers, and give each a key, and those of undo and redo their target."""
    standing: defaultdict[int, list[int]] = defaultdict(list)
    undone: defaultdict[int, list[int]] = defaultdict(list)
    times: Counter[str] = Counter()
    for row in db.query("SELECT * FROM history ORDER BY id"):
        done, taken_back = standing[row["article"]], undone[row["article"]]
        target = None
        if row["action"] == "undo":
            target = done.pop()
            taken_back.append(target)
        elif row["action"] == "redo":
            target = taken_back.pop()
            done.append(target)
        else:
            done.append(row["id"])
            taken_back.clear()
        db.execute(
            """INSERT INTO new_history (id, at, article, uid, action, before, after, version, key, target)
            VALUES (:id, :at, :article, :uid, :action, :before, :after, :version, :key, :target)""",
            {**row, "key": _key(row, times), "target": target},
        )


def _key(row: dict[str, Any], times: Counter[str]) -> str:
    """The same for the same row in every copy of the library, so that copies migrated apart can be merged."""
    said = json.dumps([row[field] for field in ("at", "uid", "action", "before", "after")])
    times[said] += 1
    return sha256(f"{times[said]} {said}".encode()).hexdigest()[:18]


# What came with each text; the articles keep what came with the newest, for lists. The numbers of what was deleted for
# good are never given again: a window or a script may still know them.
_REVISIONS = """
CREATE TABLE new_revisions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles (id),
    number INTEGER NOT NULL,
    format TEXT NOT NULL,
    source TEXT NOT NULL,
    text TEXT NOT NULL,
    structure TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    imported TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    byline TEXT NOT NULL DEFAULT '',
    outlet TEXT NOT NULL DEFAULT '',
    url TEXT NOT NULL DEFAULT '',
    published TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    path TEXT,
    file_sha256 TEXT NOT NULL DEFAULT '',
    came TEXT NOT NULL DEFAULT 'file',
    version TEXT NOT NULL DEFAULT '',
    UNIQUE (article, number)
);
INSERT INTO new_revisions SELECT revisions.id, article, number, format, source, text, structure, text_sha256, imported,
    title, byline, outlet, url, published, language, path, file_sha256,
    CASE WHEN path IS NULL THEN 'standard input' ELSE 'file' END, ''
FROM revisions JOIN articles ON articles.id = article ORDER BY revisions.id;
DROP TABLE revisions;
ALTER TABLE new_revisions RENAME TO revisions;
CREATE INDEX revisions_by_text ON revisions (text_sha256);
CREATE INDEX revisions_by_file ON revisions (file_sha256);

CREATE TABLE new_articles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
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
    annotations INTEGER NOT NULL DEFAULT 0,
    revision INTEGER REFERENCES revisions (id),
    title_key TEXT NOT NULL DEFAULT '',
    url_key TEXT NOT NULL DEFAULT '',
    days TEXT NOT NULL DEFAULT '',
    deleted TEXT,
    rev INTEGER NOT NULL DEFAULT 1,
    unplaced INTEGER NOT NULL DEFAULT 0
);
INSERT INTO new_articles (id, uid, title, byline, outlet, url, published, language, added, path, file_sha256, claims,
    unreviewed, annotations, revision)
SELECT id, uid, title, byline, outlet, url, published, language, added, path, file_sha256, claims,
    unreviewed, annotations, (SELECT id FROM revisions WHERE article = articles.id ORDER BY number DESC LIMIT 1)
FROM articles ORDER BY id;
DROP TABLE articles;
ALTER TABLE new_articles RENAME TO articles;
CREATE INDEX articles_by_revision ON articles (revision);
CREATE INDEX articles_by_title ON articles (title_key);
CREATE INDEX articles_by_path ON articles (path) WHERE path IS NOT NULL;
CREATE INDEX articles_by_url ON articles (url_key) WHERE url_key != '';
CREATE INDEX articles_shown ON articles (id) WHERE deleted IS NULL;
CREATE INDEX articles_binned ON articles (deleted) WHERE deleted IS NOT NULL;
"""

# revision is the number of the one that the selectors are offsets into. The index for full text is tied to id, which
# has to be a declared key: VACUUM may deal undeclared ones anew.
_ANNOTATIONS = """
CREATE TABLE new_annotations (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
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
    deleted TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    place TEXT NOT NULL DEFAULT 'sure',
    proposed TEXT NOT NULL DEFAULT '[]',
    score REAL NOT NULL DEFAULT 1,
    rev INTEGER NOT NULL DEFAULT 1,
    words TEXT NOT NULL DEFAULT ''
);
INSERT INTO new_annotations (uid, article, kind, selectors, by_hand, speaker, quote, decision, progress, finding,
    reason, note, created, modified, deleted)
SELECT uid, article, kind, selectors, by_hand, speaker, quote, decision, progress, finding,
    reason, note, created, modified, deleted FROM annotations ORDER BY rowid;
DROP TABLE annotations;
ALTER TABLE new_annotations RENAME TO annotations;
CREATE INDEX annotations_by_article ON annotations (article);
CREATE INDEX annotations_binned ON annotations (deleted) WHERE deleted IS NOT NULL;
CREATE INDEX annotations_unplaced ON annotations (article) WHERE place != 'sure' AND deleted IS NULL;
"""

# The article may be NULL: what remains of one that was deleted for good has none.
_NEW_HISTORY = """
CREATE TABLE new_history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    article INTEGER REFERENCES articles (id),
    uid TEXT NOT NULL,
    action TEXT NOT NULL,
    before TEXT,
    after TEXT,
    version TEXT NOT NULL,
    key TEXT NOT NULL,
    subject TEXT NOT NULL DEFAULT 'annotation',
    origin TEXT NOT NULL DEFAULT 'reader',
    target INTEGER REFERENCES history (id)
);
"""

# purging holds identifiers only inside the transaction that deletes what they name for good.
_HISTORY = """
DROP TABLE history;
ALTER TABLE new_history RENAME TO history;
CREATE INDEX history_by_article ON history (article);
CREATE INDEX history_by_uid ON history (uid, id);
CREATE UNIQUE INDEX history_by_key ON history (key);
CREATE INDEX history_by_target ON history (target) WHERE target IS NOT NULL;
CREATE TABLE purging (
    uid TEXT PRIMARY KEY
);
CREATE TRIGGER history_is_never_changed BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_is_never_deleted BEFORE DELETE ON history
WHEN NOT EXISTS (SELECT 1 FROM purging WHERE uid = OLD.uid)
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
"""

# base is the counter of the annotation that was being changed, 0 of a new one.
_DRAFTS = """
CREATE TABLE new_drafts (
    uid TEXT PRIMARY KEY NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (id),
    annotation TEXT NOT NULL,
    base INTEGER NOT NULL,
    at TEXT NOT NULL,
    writer TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT 'typing'
);
INSERT INTO new_drafts (uid, article, annotation, base, at, writer)
SELECT uid, article, annotation, EXISTS (SELECT 1 FROM annotations WHERE annotations.uid = drafts.uid),
    at, writer || ' ' FROM drafts;
DROP TABLE drafts;
ALTER TABLE new_drafts RENAME TO drafts;
CREATE INDEX drafts_by_article ON drafts (article);
"""
