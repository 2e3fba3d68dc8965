"""An annotation as JSON: the whole of it as it was at one moment, for the history and for drafts."""

import json
from dataclasses import asdict
from typing import Any

from store.annotations import Annotation, Selector


def dump(annotation: Annotation) -> str:
    """Return ``annotation`` as JSON."""
    # Escaped to ASCII, since a draft may hold what the database cannot store as text (lone surrogates).
    return json.dumps(asdict(annotation))


def load(snapshot: str) -> Annotation:
    """Return the annotation that `dump` made ``snapshot`` of; fields that it did not know yet have their defaults."""
    data = json.loads(snapshot)
    data["selectors"] = selectors(data["selectors"])
    data["tags"] = tuple(data["tags"])
    return Annotation(**data)


def selectors(data: list[dict[str, Any]]) -> tuple[Selector, ...]:
    """Return the selectors that a parsed JSON array holds."""
    return tuple(Selector(**selector) for selector in data)
