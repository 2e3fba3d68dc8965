"""Claims of a short text, by their words."""

from typing import Any

from claims.model import Claim, Spans
from store.items import Item


def claimed(
    text: str, content: str | tuple[str, ...], cue: str = "", source: str = "", number: int = 1, **facts: Any
) -> Item:
    """The claim whose parts are these words of ``text``, the first time that they stand there; '' for none."""
    pieces = (content,) if isinstance(content, str) else content
    return Item(
        number,
        Claim(_spans(text, *pieces), _spans(text, cue), _spans(text, source), **{"quote": "indirect"} | facts),
        None,
    )


def _spans(text: str, *pieces: str) -> Spans:
    return tuple((text.index(words), text.index(words) + len(words)) for words in pieces if words)
