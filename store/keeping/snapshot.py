"""An annotation as JSON: the whole of it as it was at one moment, for the history and for drafts."""

import json
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from store.annotations import Annotation, Evidence, Selector
from store.keeping.errors import readable

_FIELDS = tuple(field.name for field in fields(Annotation) if field.compare)
SELECTORS = ("selectors", "proposed", "original")
"""The fields that hold them."""
_SELECTOR = tuple(field.name for field in fields(Selector))
_EVIDENCE = tuple(field.name for field in fields(Evidence))


def dump(annotation: Annotation) -> str:
    """Return ``annotation`` as JSON, without its counter."""
    data = {field: getattr(annotation, field) for field in _FIELDS}
    data |= {field: plain(data[field]) for field in (*SELECTORS, "evidence")}
    # Escaped to ASCII, since a draft may hold what the database cannot store as text (lone surrogates).
    return json.dumps(data)


def load(snapshot: str) -> Annotation:
    """Return the annotation that `dump` made ``snapshot`` of.

    Fields that an earlier version did not know yet have their defaults; those that only a later one knows are ignored.
    Raises `UnreadableRecordError`.
    """
    with readable():
        data = {field: value for field, value in json.loads(snapshot).items() if field in _FIELDS}
        for field in SELECTORS:
            data[field] = selectors(data.get(field, []))
        data["evidence"] = evidence(data.get("evidence", []))
        data["tags"] = tuple(data["tags"])
        return Annotation(**data)


def plain(parts: Sequence[Selector | Evidence]) -> list[dict[str, Any]]:
    """Return selectors or evidence as what JSON can hold.

    Field by field: dataclasses' own way takes ten times as long.
    """
    fields_of = {Selector: _SELECTOR, Evidence: _EVIDENCE}
    return [{field: getattr(one, field) for field in fields_of[type(one)]} for one in parts]


def selectors(data: list[dict[str, Any]]) -> tuple[Selector, ...]:
    """Return the selectors that a parsed JSON array holds."""
    return tuple(Selector(**selector) for selector in data)


def evidence(data: list[dict[str, Any]]) -> tuple[Evidence, ...]:
    """Return the evidence that a parsed JSON array holds."""
    return tuple(Evidence(**one) for one in data)
