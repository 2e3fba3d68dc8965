"""Two who both deny or do not say it: *neither the mayor nor the union*."""

import re

from claims.attributes.source_kind import source_kind
from claims.source_phrases import read_phrase
from claims.speakers.scene import Answer, Asked, Scene

_NEITHER = re.compile(r"neither (?P<one>[^,;]+?) nor (?P<other>[^,;]+)", re.IGNORECASE)


def neither_of_two(asked: Asked, scene: Scene) -> Answer:
    """*The mayor and the union*: the *neither* belongs to what they do, and would read as nobody's voice."""
    two = _NEITHER.fullmatch(asked.phrase.text)
    if two is None:
        return None
    kinds = {source_kind(one) if _has_name(one) else "unknown" for one in two.groups()}
    both = scene.figure(
        f"{read_phrase(two['one']).plain} and {two['other']}", kinds.pop() if len(kinds) == 1 else "unknown"
    )
    both.plural = True
    return both


def _has_name(phrase: str) -> bool:
    return any(word[0].isupper() for word in phrase.split())
