"""Sources that nothing leads further: those who are only described, and those who are nobody in particular."""

import re

from claims.attributes.source_kind import source_kind
from claims.lexicon.words import word_set
from claims.speakers.scene import OPEN, Answer, Asked, Scene

_NOBODY = re.compile(
    r"(?:this|that|these|those|many|some|others?|neither|both|one|another|few|most)$"
    r"|(?:他|她|它|他们|她们|他們|她們|我|我们|我們|הוא|היא|הם|הן|אני|אנחנו)$"
    r"|(?:someone|somebody|anyone|no one|nobody)$"
    r"|(?:each|the other|neither) side\b|both sides\b|the (?:last|other|first) (?:one|two)$|the others$"
    r"|(?:an?|one|two|three|some|many|most|both|none|several) "
    r"(?:of (?:them|whom|these|those)\b|(?:third|second|few|other|another)$)"
)
_SEVERAL = re.compile(r"(?:the )?(?:two|three|four|five|six|several|some|many|both|all|most|few)\b")
PLURALS = word_set("people police men women gardaí staff crew management both")
"""Nouns that *they* may go back to without an s."""


def nobody(asked: Asked, _scene: Scene) -> Answer:
    """*Others*, *one of them*."""
    return OPEN if _NOBODY.match(asked.low) else None


def as_described(asked: Asked, scene: Scene) -> Answer:
    """The phrase itself, without what only describes."""
    head = asked.phrase.head
    figure = scene.figure(asked.phrase.plain, source_kind(asked.phrase.text))
    figure.plural = figure.plural or _SEVERAL.match(asked.low) is not None or head.endswith("s") or head in PLURALS
    return figure
