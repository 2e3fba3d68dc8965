"""Step 5: the full-text index holds evidence too, and what there is of each annotation. Derived, as all of it is."""

from typing import TYPE_CHECKING

from store.keeping.migrations.script import run

if TYPE_CHECKING:
    from sqlite_utils import Database


def fifth(db: "Database") -> None:
    """Make the index of the annotations anew, and fill it with what is there."""
    run(db, _AGAIN)


# Of evidence its address and its note are words to find, a line each; what cannot be read has none, and stops nothing.
# "has" holds the names of what there is, for the filter of that name. Counted by hand, since
# an index cannot be built over a view with json_each.
_AGAIN = """
DROP TABLE annotation_index;
DROP VIEW shown_annotations;
CREATE VIEW shown_annotations AS
SELECT n.id, n.words, coalesce(n.speaker, '') AS speaker, n.note || char(10) || n.reason AS note,
    coalesce((SELECT group_concat(name, char(10)) FROM (
        SELECT name FROM annotation_tags JOIN tags ON tags.id = tag WHERE annotation = n.uid ORDER BY place
    )), '') AS tags,
    CASE WHEN n.evidence != '[]' AND json_valid(n.evidence) THEN coalesce((
        WITH RECURSIVE places(at) AS (
            SELECT 0 UNION ALL SELECT at + 1 FROM places WHERE at + 1 < json_array_length(n.evidence)
        )
        SELECT group_concat(trim(
            coalesce(json_extract(n.evidence, '$[' || at || '].address'), '') || ' ' ||
            coalesce(json_extract(n.evidence, '$[' || at || '].note'), '')
        ), char(10)) FROM places
    ), '') ELSE '' END AS evidence,
    coalesce(n.finding, '') AS finding, n.progress,
    CASE n.evidence WHEN '[]' THEN '' ELSE 'evidence' END AS has, a.outlet, a.days
FROM annotations n JOIN articles a ON a.id = n.article WHERE n.deleted IS NULL AND a.deleted IS NULL;
CREATE VIRTUAL TABLE annotation_index USING fts5(
    words, speaker, note, tags, evidence, finding, progress, has, outlet, days, content='shown_annotations',
    content_rowid='id', tokenize="unicode61 remove_diacritics 2", prefix='2 3'
);
INSERT INTO annotation_index (annotation_index) VALUES ('rebuild');
"""
