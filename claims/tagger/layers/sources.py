"""What a source cannot be: those who only hear it, a lone article, a verb at its end (*Some will*)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.attributions import Attribution
from claims.context import Context
from claims.lexicon.words import AUXILIARIES
from claims.model import Span, Spans
from claims.rules.hearings import HEARERS

_HEAR = frozenset(("heard", "hears", "hear"))
_TOLD = re.compile(r"told\s*(?:[.,;:)]|$|on \w+day\b|yesterday|today)", re.MULTILINE)
_ARTICLES = frozenset(("a", "an", "the"))


def without_impossible_sources(
    context: Context, found: Sequence[Attribution], by_rules: Sequence[Attribution]
) -> list[Attribution]:
    """See `claims.tagger.layers.Layer`."""
    del by_rules
    return [_possible(context.text, one) for one in found]


def _possible(text: str, one: Attribution) -> Attribution:
    source = _sources(text, one) if one.source else ()
    return one if source == one.source else replace(one, source=source)


def _sources(text: str, one: Attribution) -> Spans:
    if one.cue and _hears(text, one):
        return ()
    clipped = (_without_verb(text, source) for source in one.source)
    return tuple(source for source in clipped if text[slice(*source)].lower() not in _ARTICLES)


def _hears(text: str, one: Attribution) -> bool:
    """Whether the source only listens: *…, the jury heard*; *…, court told*."""
    start, end = one.cue[0]
    if text[start:end].lower() in _HEAR:
        return True
    return text[slice(*one.source[-1])].lower().split()[-1] in HEARERS and _TOLD.match(text, start) is not None


def _without_verb(text: str, source: Span) -> Span:
    start, end = source
    words = text[start:end].split(" ")
    if len(words) > 1 and words[-1] in AUXILIARIES - {"to"}:
        return start, end - len(words[-1]) - 1
    return source
