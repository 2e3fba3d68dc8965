"""Rows of another library as what they stand for, or `UnreadableError`: nothing in them is believed unseen."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal, get_args

from claims.model import QuoteKind, Reading
from store.annotations import (
    FINDINGS,
    MEANINGS,
    PROGRESS,
    STANCES,
    Annotation,
    Decision,
    Evidence,
    Kind,
    Place,
    Role,
    Selector,
)
from store.article import Format, Imported, Metadata
from store.document import Block, Document, Mark
from store.keeping import structure
from store.keeping.change import Action, Origin
from store.keeping.readings import parsed
from store.merging import values
from store.merging.shapes import conforms
from store.merging.values import UnreadableError
from store.safety import label, safe

Row = Mapping[str, Any]

_MALFORMED = (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError)
_ROLES: dict[Kind, tuple[Role, ...]] = {"claim": ("source", "cue", "content"), "passage": ("passage",)}
_NEEDED: dict[Kind, Role] = {"claim": "content", "passage": "passage"}
# Asked for once: some ten thousand records of a library ask whether a value is one of them.
_KINDS, _PLACES, _ALL_ROLES = get_args(Kind), get_args(Place), get_args(Role)
_ACTIONS, _ORIGINS = get_args(Action), get_args(Origin)
_QUOTES, _DECISIONS = (None, *get_args(QuoteKind)), (None, *get_args(Decision))
_FINDINGS = (None, *FINDINGS)
_MEANINGS = (None, *range(1, len(MEANINGS) + 1))


@dataclass(frozen=True, slots=True)
class TheirRevision:
    """A text of an article there, ``number`` there, and when it came to be there."""

    number: int
    imported: Imported
    digest: str
    at: str
    version: str


@dataclass(frozen=True, slots=True)
class TheirChange:
    """A row of the history there. ``before`` and ``after`` are parsed JSON; ``target`` is an ``id`` there."""

    id: int
    at: str
    uid: str
    action: Action
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    version: str
    key: str
    subject: Literal["annotation", "article"]
    origin: Origin
    target: int | None
    together: str | None


@contextmanager
def believed_only(what: str) -> Iterator[None]:
    """Whatever reading a record may raise is that it cannot be read."""
    try:
        yield
    except _MALFORMED as error:
        raise UnreadableError(what) from error


def revision(row: Row) -> TheirRevision:
    """Return the text that a row of ``revisions`` holds."""
    text, digest = values.text(row["text"], "text"), values.sha256(row["text_sha256"])
    if safe(text) != text or sha256(text.encode()).hexdigest() != digest:
        raise UnreadableError("text")
    with believed_only("structure"):
        document = structure.load(text, values.text(row["structure"], "structure"))
        if not _sound(document):
            raise UnreadableError("structure")
    imported = Imported(
        document=document,
        metadata=metadata(row),
        source=values.text(row["source"], "source"),
        format=values.one_of(row["format"], get_args(Format), "format"),
        file_sha256=values.sha256(row["file_sha256"]),
        path=None if row["path"] is None else values.text(row["path"], "path").replace("\0", ""),
    )
    at = values.time(row["imported"], "time")
    return TheirRevision(
        values.number(row["number"], "number"), imported, digest, at, values.line(row["version"], "version")
    )


def metadata(row: Row) -> Metadata:
    """Return what a row of ``articles`` or ``revisions`` says of the article."""
    others = (name for name in Metadata._fields if name != "title")
    return Metadata(values.title(row["title"]), **{name: values.line(row[name], name) for name in others})


def annotation(row: Row, tags: Sequence[Any]) -> Annotation:
    """Return the annotation that a row of ``annotations`` or a parsed snapshot holds, with its ``tags``."""
    kind: Kind = values.one_of(row["kind"], _KINDS, "kind")
    own = tuple(_selector(one) for one in values.listed(row["selectors"], "place"))
    if any(one.role not in _ROLES[kind] for one in own) or all(one.role != _NEEDED[kind] for one in own):
        raise UnreadableError("place")
    score = row.get("score", 1.0)
    if type(score) not in (int, float) or not 0 <= score <= 1:
        raise UnreadableError("score")
    names = (label(values.text(tag, "tags")) for tag in tags)
    return Annotation(
        uid=values.uid(row["uid"]),
        article=values.number(row["article"], "article"),
        kind=kind,
        selectors=own,
        by_hand=bool(values.one_of(int(row["by_hand"]), (0, 1), "mark")),
        speaker=None if row["speaker"] is None else values.text(row["speaker"], "speaker"),
        quote=values.one_of(row["quote"], _QUOTES, "kind of quotation"),
        decision=values.one_of(row["decision"], _DECISIONS, "decision"),
        progress=values.one_of(row["progress"], PROGRESS, "progress"),
        finding=values.one_of(row["finding"], _FINDINGS, "finding"),
        reason=values.text(row["reason"], "reason"),
        note=values.text(row["note"], "note"),
        tags=tuple(dict.fromkeys(name for name in names if name)),
        created=_time_or_none(row["created"]),
        modified=_time_or_none(row["modified"]),
        revision=values.number(row.get("revision", 1), "revision"),
        place=values.one_of(row.get("place", "sure"), _PLACES, "place"),
        proposed=tuple(_selector(one) for one in values.listed(row.get("proposed", []), "place")),
        score=float(score),
        meaning=values.one_of(row.get("meaning"), _MEANINGS, "meaning"),
        evidence=tuple(_evidence(one) for one in values.listed(row.get("evidence", []), "evidence")),
        amended=bool(values.one_of(int(row.get("amended", 0)), (0, 1), "mark")),
        original=tuple(_selector(one) for one in values.listed(row.get("original", []), "place")),
        was=safe(values.text(row.get("was", ""), "place")),
    )


def stands(selectors: Sequence[Selector], text: str) -> bool:
    """Return whether selectors stand in ``text`` where they say."""
    return all(text[one.start : one.end] == one.exact for one in selectors)


def change(row: Row) -> TheirChange:
    """Return the change that a row of ``history`` remembers."""
    subject: Literal["annotation", "article"] = values.one_of(row["subject"], ("annotation", "article"), "subject")
    states = []
    for name in ("before", "after"):
        state = None if row[name] is None else json.loads(values.text(row[name], "state"))
        if state is not None:
            state = _article_state(state) if subject == "article" else _annotation_state(state)
        states.append(state)
    return TheirChange(
        id=values.number(row["id"], "number"),
        at=values.time(row["at"], "time"),
        uid=values.uid(row["uid"]),
        action=values.one_of(row["action"], _ACTIONS, "action"),
        before=states[0],
        after=states[1],
        version=values.line(row["version"], "version"),
        key=values.uid(row["key"], "key"),
        subject=subject,
        origin=values.one_of(row["origin"], _ORIGINS, "origin"),
        target=None if row["target"] is None else values.number(row["target"], "target"),
        together=None if row["together"] is None else values.uid(row["together"], "key"),
    )


def is_reading(dumped: str, text: str) -> bool:
    """Return whether what is kept as a reading is one of ``text``."""
    try:
        reading = parsed(dumped)
    except _MALFORMED:
        return False
    if reading is None:
        return False
    caveats = range(len(reading.caveats))
    return conforms(reading, Reading, len(text)) and all(
        claim.content and all(one in caveats for one in claim.caveats) for claim in reading.claims
    )


def _annotation_state(state: dict[str, Any]) -> dict[str, Any]:
    annotation(state, values.listed(state["tags"], "tags"))
    return state


def _article_state(state: dict[str, Any]) -> dict[str, Any]:
    return {
        "title": values.title(state["title"]),
        "number": values.number(state["number"], "number"),
        "text_sha256": values.sha256(state["text_sha256"]),
        "deleted": None if state["deleted"] is None else values.time(state["deleted"], "time"),
    }


def _selector(data: dict[str, Any]) -> Selector:
    role: Role = values.one_of(data["role"], _ALL_ROLES, "place")
    start, end = values.number(data["start"], "place"), values.number(data["end"], "place")
    exact, prefix, suffix = (safe(values.text(data[name], "place")) for name in ("exact", "prefix", "suffix"))
    if not exact or end - start != len(exact):
        raise UnreadableError("place")
    return Selector(role, start, end, exact, prefix, suffix)


def _evidence(data: dict[str, Any]) -> Evidence:
    return Evidence(
        address=values.line(data["address"], "evidence"),
        stance=values.one_of(data["stance"], STANCES, "evidence"),
        note=values.line(data["note"], "evidence"),
    )


def _time_or_none(value: object) -> str:
    return "" if value == "" else values.time(value, "time")


def _sound(document: Document) -> bool:
    """Whether blocks follow one another and marks nest in them, so that any part of the program can show it."""
    if not conforms(document, Document, len(document.text)):
        return False
    at = -1
    for block in document.blocks:
        if block.start != at + 1 or block.end < block.start:
            return False
        at = block.end
    return at == len(document.text) and _nested(document.marks, document.blocks)


def _nested(marks: Sequence[Mark], blocks: Sequence[Block]) -> bool:
    open_ends: list[int] = []
    at, block = 0, 0
    for mark in marks:
        while block < len(blocks) and blocks[block].end < mark.end:
            block += 1
            open_ends.clear()
        while open_ends and open_ends[-1] <= mark.start:
            open_ends.pop()
        inside = block < len(blocks) and max(at, blocks[block].start) <= mark.start <= mark.end
        if not inside or (open_ends and mark.end > open_ends[-1]):
            return False
        open_ends.append(mark.end)
        at = mark.start
    return True
