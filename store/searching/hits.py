"""What is shown of a row that was found: what it is, where in the article it is, and its words."""

from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

from claims.model import Span
from store.annotations import Annotation
from store.keeping import annotation_rows
from store.searching.marking import Marker
from store.searching.matching import Matching
from store.searching.snippets import OPEN, Snippet, best, plain, snippet, unmarked

Kind = Literal["text", "title", "byline", "outlet", "note", "passage", "claim", "rejected"]

ABOUT_ARTICLE: frozenset[Kind] = frozenset(("text", "title", "byline", "outlet"))
"""Kinds of which there is but one hit in an article."""
_OWNERS = {
    "article": "SELECT id FROM articles WHERE id = ?",
    "annotation": "SELECT article FROM annotations WHERE id = ?",
    "claim": "SELECT article FROM claims WHERE id = ?",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that was found. ``span`` is in code points of the article's newest text, None where it has no place.

    ``uid`` is the annotation's where it is one. ``times`` is how often it stands in a whole text: 1 for several words.
    """

    kind: Kind
    span: Span | None
    snippet: Snippet
    uid: str | None = None
    times: int = 1


def article_of(db: Database, way: Matching, row: int) -> int:
    """Return the id of the article that the row belongs to."""
    article: int = db.execute(_OWNERS[way.subject], [row]).fetchone()[0]
    return article


def hit(db: Database, marker: Marker, way: Matching, row: int) -> Hit:
    """Return what is shown of the row, which ``way`` finds."""
    if way.subject == "article":
        return _article(*marker.marked(way, row, 0, 2, 3, 1), several=len(way.terms) > 1)
    if way.subject == "annotation":
        (uid,) = db.execute("SELECT uid FROM annotations WHERE id = ?", [row]).fetchone()
        annotation = annotation_rows.find(db, uid)
        assert annotation is not None, "the index holds only annotations that are there"
        return _annotation(annotation, *marker.marked(way, row, 0, 1, 2, 3, 4))
    span = db.execute('SELECT start, "end" FROM claims WHERE id = ?', [row]).fetchone()
    words, speaker = marker.marked(way, row, 0, 1)
    return Hit("claim", span, _said(speaker, words))


def _article(title: str, byline: str, outlet: str, marked: str, *, several: bool) -> Hit:
    text, spans = unmarked(marked)
    place = best(text, spans)
    if place is None:
        about: tuple[tuple[Kind, str], ...] = (("title", title), ("byline", byline), ("outlet", outlet))
        for kind, words in about:
            if OPEN in words:
                return Hit(kind, (0, 0), _cut(words))
    times = 1 if several else max(1, len(spans))
    return Hit("text", place or (0, 0), snippet(text, spans, place or (0, 0)), times=times)


def _annotation(annotation: Annotation, words: str, speaker: str, note: str, tags: str, evidence: str) -> Hit:
    quoted = not note.strip() or OPEN in words + speaker
    parts = [_said(speaker, words)] if quoted else []
    parts += [_cut(note.strip())] if note.strip() else []
    parts += [(*plain("#"), *_cut(tag)) for tag in tags.split("\n") if tag]
    where = [(*plain("– "), *_cut(one)) for one in evidence.split("\n") if one]
    # A row may have room for little: evidence that was found stands before a note that is not what was looked for.
    parts = [*where, *parts] if OPEN in evidence and OPEN not in note + tags else [*parts, *where]
    shown = parts[0] + tuple(piece for part in parts[1:] for piece in (*plain(" "), *part))
    return Hit(kind_of(annotation), place_of(annotation), shown, annotation.uid)


def kind_of(annotation: Annotation) -> Kind:
    """Return what an annotation that was found is shown as."""
    if annotation.note:
        return "note"
    return "rejected" if annotation.decision == "rejected" else annotation.kind


def place_of(annotation: Annotation) -> Span | None:
    """Return where in the newest text what it is about stands, or may stand; None for nowhere."""
    selectors = {"sure": annotation.selectors, "doubtful": annotation.proposed}.get(annotation.place, ())
    spans = [(s.start, s.end) for s in selectors if s.role in ("content", "passage")]
    return (min(spans)[0], max(spans)[1]) if spans else None


def _said(speaker: str, words: str) -> Snippet:
    return (*_cut(speaker), *plain(": " if speaker else ""), *_cut(words))


def _cut(marked: str) -> Snippet:
    text, spans = unmarked(marked)
    return snippet(text, spans, best(text, spans) or (0, 0))
