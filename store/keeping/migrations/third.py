"""Step 3: the full-text index, and the claims of each article's newest text, which it needs. Both are derived."""

from typing import TYPE_CHECKING

from store.keeping.migrations.script import run

if TYPE_CHECKING:
    from sqlite_utils import Database


def third(db: "Database") -> None:
    """Create the tables and fill them with what is there."""
    # Imported here: whoever asks whether a database can be opened needs only the number of the latest step.
    from store.keeping.claim_rows import spoken
    from store.keeping.readings import parsed

    run(db, _CLAIMS + _VIEWS + _INDEXES)
    newest = """SELECT article, text,
        (SELECT reading FROM readings WHERE readings.revision = revisions.id ORDER BY id DESC LIMIT 1) AS reading
        FROM revisions WHERE id IN (SELECT revision FROM articles)"""
    for row in db.query(newest):
        reading = parsed(row["reading"]) if row["reading"] is not None else None
        for claim in spoken(reading, row["text"]) if reading else ():
            values = [row["article"], *claim]
            db.execute('INSERT INTO claims (article, start, "end", speaker, words) VALUES (?, ?, ?, ?, ?)', values)
    for index in ("article_index", "annotation_index", "claim_index"):
        db.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")


_CLAIMS = """
CREATE TABLE claims (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    speaker TEXT NOT NULL,
    words TEXT NOT NULL
);
CREATE INDEX claims_by_article ON claims (article);
"""

# What can be found. The indexes read it from here, so that no text is kept twice.
_VIEWS = """
CREATE VIEW shown_articles AS
SELECT a.id, a.title, r.text, a.byline, a.outlet, a.days
FROM articles a JOIN revisions r ON r.id = a.revision WHERE a.deleted IS NULL;
CREATE VIEW shown_annotations AS
SELECT n.id, n.words, coalesce(n.speaker, '') AS speaker, n.note || char(10) || n.reason AS note,
    coalesce((SELECT group_concat(name, char(10)) FROM (
        SELECT name FROM annotation_tags JOIN tags ON tags.id = tag WHERE annotation = n.uid ORDER BY place
    )), '') AS tags,
    coalesce(n.finding, '') AS finding, n.progress, a.outlet, a.days
FROM annotations n JOIN articles a ON a.id = n.article WHERE n.deleted IS NULL AND a.deleted IS NULL;
CREATE VIEW shown_claims AS
SELECT c.id, c.words, c.speaker, a.outlet, a.days
FROM claims c JOIN articles a ON a.id = c.article WHERE a.deleted IS NULL;
"""

_OPTIONS = """content_rowid='id', tokenize="unicode61 remove_diacritics 2", prefix='2 3'"""
_INDEXES = f"""
CREATE VIRTUAL TABLE article_index USING fts5(
    title, text, byline, outlet, days, content='shown_articles', {_OPTIONS}
);
CREATE VIRTUAL TABLE annotation_index USING fts5(
    words, speaker, note, tags, finding, progress, outlet, days, content='shown_annotations', {_OPTIONS}
);
CREATE VIRTUAL TABLE claim_index USING fts5(
    words, speaker, outlet, days, content='shown_claims', {_OPTIONS}
);
"""
