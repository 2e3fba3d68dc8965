"""Libraries of any size out of made-up articles, the same at every run."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any

from sqlite_utils import Database

from claims import tagger
from claims.as_json import reading_to_lines
from claims.model import Claim, Reading, Span
from store.anchors import selector
from store.annotations import FINDINGS, PROGRESS, Annotation, Selector
from store.document import Block, Document
from store.keeping import structure
from store.keeping.claim_rows import spoken
from store.keys import article_keys
from store.library import Library
from store.searching.indexing import rebuild
from store.version import program_version

PARAGRAPHS, WORDS = 5, 60
"""Of an article, and of each of its paragraphs."""
ANNOTATIONS = 10
_CLAIMED, CLAIMS = 6, 8
"""Of an article's annotations so many are of claims, of so many that it makes."""
_TAGS = 200
_POOL = 20_000
"""So many paragraphs there are; where articles need more, they share them, as those of one agency do."""
_BATCH = 1_000
_SYLLABLES = "ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu".split()  # noqa: SIM905
_AT = "2026-03-02T10:00:00.000Z"


@dataclass(frozen=True)
class Paragraph:
    """A text, and three spans of eight words in it that do not overlap."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class Vocabulary:
    """Words of which the n-th is n times rarer than the first, as in any language (Zipf)."""

    words: tuple[str, ...]
    weights: tuple[float, ...]

    def some(self, random: Random, count: int) -> list[str]:
        """Return ``count`` words."""
        return random.choices(self.words, cum_weights=self.weights, k=count)


def vocabulary(size: int = 20_000) -> Vocabulary:
    """Return made-up words, none of which means anything."""
    base = len(_SYLLABLES)
    words = tuple(
        "".join(_SYLLABLES[n // base**place % base] for place in range(1 + (n >= base) + (n >= base**2)))
        for n in range(size)
    )
    return Vocabulary(words, tuple(accumulate(1 / rank for rank in range(1, size + 1))))


def fill(database: Path, articles: int, seed: int = 1) -> None:
    """Write a new library of that many articles, each with ten annotations, two tags an annotation, and eight claims.

    Directly, and the index built at the end: through `Library` it would take hours.
    """
    random, words = Random(seed), vocabulary()
    pool = [_paragraph(random, words) for _ in range(min(_POOL, PARAGRAPHS * articles))]
    with Library(database) as library:
        with library._connection.writing() as db:
            _insert(db, "tags", [{"id": number, "name": f"tag{number}"} for number in range(1, _TAGS + 1)])
        for start in range(1, articles + 1, _BATCH):
            with library._connection.writing() as db:
                db.execute("PRAGMA defer_foreign_keys = ON")  # an article and its text name each other
                numbers = range(start, min(start + _BATCH, articles + 1))
                rows = [row for number in numbers for row in _article(number, random, words, random.sample(pool, 5))]
                for table in _TABLES:
                    _insert(db, table, [row for of, row in rows if of == table])
        with library._connection.writing() as db:
            rebuild(db)


_TABLES = ("articles", "revisions", "readings", "claims", "annotations", "annotation_tags", "history")
Row = tuple[str, dict[str, Any]]
"""The table, and the values by their columns."""


def _article(number: int, random: Random, words: Vocabulary, paragraphs: list[Paragraph]) -> Iterator[Row]:
    text, spans, shape = _text(paragraphs)
    spans = random.sample(spans, CLAIMS + ANNOTATIONS - _CLAIMED)
    title = " ".join(words.some(random, 6)).capitalize()
    day = f"{random.randrange(2006, 2026)}-{random.randrange(1, 13):02}-{random.randrange(1, 29):02}"
    claims = tuple(Claim(content=(span,), speaker=_name(random, words)) for span in spans[:CLAIMS])
    reading = Reading(tagger.NAME, claims)
    digest = sha256(text.encode()).hexdigest()
    came = {"title": title, "byline": _name(random, words), "outlet": f"Outlet {number % 40}", "url": ""}
    came |= {"published": day, "language": "en", "path": f"/news/{number}.txt", "file_sha256": digest}
    keys = article_keys(title=title, outlet=came["outlet"], url="", published=day, added=_AT)
    counts = {"claims": CLAIMS, "unreviewed": CLAIMS - _CLAIMED, "annotations": ANNOTATIONS, "notes": ANNOTATIONS}
    yield "articles", {"id": number, "uid": f"a{number}", "added": _AT, "revision": number, **came, **keys, **counts}
    revision = {"id": number, "article": number, "number": 1, "format": "plain", "source": text, "text": text}
    yield "revisions", {**revision, "structure": shape, "text_sha256": digest, "imported": _AT, **came}
    lines = "\n".join(reading_to_lines(reading))
    yield "readings", {"revision": number, "engine": reading.engine, "reading": lines}
    for start, end, speaker, said in spoken(reading, text):
        yield "claims", {"article": number, "start": start, '"end"': end, "speaker": speaker, "words": said}
    for one in _annotations(number, text, reading, spans[CLAIMS:], random, words):
        yield from _annotation(one)


def _annotations(
    article: int, text: str, reading: Reading, passages: list[Span], random: Random, words: Vocabulary
) -> Iterator[Annotation]:
    """Some on claims, which are accepted, the others on passages elsewhere."""
    for place in range(ANNOTATIONS):
        claim = reading.claims[place] if place < _CLAIMED else None
        span = claim.content[0] if claim else passages[place - _CLAIMED]
        yield Annotation(
            uid=f"n{article}-{place}",
            article=article,
            kind="claim" if claim else "passage",
            selectors=(selector(text, *span, role="content" if claim else "passage"),),
            speaker=claim.speaker if claim else None,
            decision="accepted" if claim else None,
            progress=random.choice(PROGRESS),
            finding=random.choice(FINDINGS) if place == 0 else None,
            note=" ".join(words.some(random, 8)),
            tags=tuple(f"tag{number}" for number in random.sample(range(1, _TAGS + 1), 2)),
            created=_AT,
            modified=_AT,
        )


def _annotation(one: Annotation) -> Iterator[Row]:
    # By hand, since a million of them through `asdict` would take most of the time.
    fields = {field: getattr(one, field) for field in Annotation.__dataclass_fields__ if field != "rev"}
    fields["selectors"] = [{field: getattr(s, field) for field in Selector.__dataclass_fields__} for s in one.selectors]
    happened = {"at": _AT, "article": one.article, "uid": one.uid, "action": "add", "after": json.dumps(fields)}
    yield "history", {**happened, "version": program_version(), "key": one.uid}
    del fields["tags"]
    selectors = json.dumps(fields["selectors"], ensure_ascii=False)
    stored = {**fields, "selectors": selectors, "proposed": "[]", "original": "[]", "evidence": "[]"}
    yield "annotations", {**stored, "words": one.words}
    for place, tag in enumerate(one.tags):
        yield "annotation_tags", {"annotation": one.uid, "tag": int(tag.removeprefix("tag")), "place": place}


def _paragraph(random: Random, words: Vocabulary) -> Paragraph:
    chosen = words.some(random, WORDS)
    starts = list(accumulate((len(word) + 1 for word in chosen), initial=0))
    return Paragraph(" ".join(chosen), tuple((starts[at], starts[at + 8] - 1) for at in range(0, WORDS, WORDS // 3)))


def _text(paragraphs: list[Paragraph]) -> tuple[str, list[Span], str]:
    """The text of an article, the spans in it, and its structure as it is kept."""
    spans, blocks, start = [], [], 0
    for paragraph in paragraphs:
        spans += [(start + first, start + last) for first, last in paragraph.spans]
        blocks.append(Block("paragraph", start, start + len(paragraph.text)))
        start += len(paragraph.text) + 1
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    return text, spans, structure.dump(Document(text, tuple(blocks)))


def _name(random: Random, words: Vocabulary) -> str:
    return " ".join(word.capitalize() for word in words.some(random, 2))


def _insert(db: Database, table: str, rows: list[dict[str, Any]]) -> None:
    """Insert rows that all have the same columns."""
    values = [tuple(row.values()) for row in rows]
    columns = list(rows[0])
    marks = ", ".join("?" * len(columns))
    db.conn.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", values)
