"""Cues with what turns them round: *has not disclosed*, *never said*, *declined to name*, *nor did she say*.

Without it a cue would tell the contrary. The finders mark it or not, as the verb is one that they know so.
"""

import re

from claims.attributions import Attribution
from claims.lexicon.words import AUXILIARIES
from claims.model import Span, Spans

_BEFORE = 60  # code points before a cue that are looked at
_HELPING = "|".join(sorted(word for word in AUXILIARIES if word.isalpha() and word != "to"))
_ADVERB = (
    r"(?:(?!only\b)[a-z]+ly|yet|ever|even|once|so\sfar|at\sfirst|quite|now|also|still|then|again|be|been|being"
    r"|itself|himself|herself|themselves)"
)
_NOT = (
    rf"(?:(?:{_HELPING})\s+(?:{_ADVERB}\s+){{0,2}})?(?:not|never|neither|no\slonger)(?!\s+(?:only|just|merely|simply)\b)"
    rf"|(?:{_HELPING}|ca|wo)n[’']t(?!\s+(?:only|just|merely|simply)\b)|cannot"
)
_UNTOLD = (
    r"(?:declin|refus)(?:e|es|ed|ing)\s+to|(?:fail|neglect)(?:s|ed|ing)?\s+to|stop(?:s|ped|ping)?\s+short\s+of|without"
    rf"|(?:(?:{_HELPING})\s+)?(?:unable|unwilling|reluctant|not\s+(?:able|willing|prepared|ready))\s+to"
)
_NEGATION = rf"(?<![\w’'])(?:{_NOT}|{_UNTOLD})\b(?:\s+{_ADVERB})*"
_ENDING = re.compile(rf"{_NEGATION}\s+$", re.IGNORECASE)
_OPENING = re.compile(rf"(?:{_NEGATION}|nor\b|neither\b)", re.IGNORECASE)
_INVERTED = re.compile(rf"(?<!\w)(?:nor|neither|never)\s+(?:{_HELPING})\s+$", re.IGNORECASE)
_NEITHER = re.compile(r"\bneither\s$", re.IGNORECASE)
_NEITHER_NOR = re.compile(r"\bneither\s(?:(?!\b(?:neither|nor)\b)[^,;.:\n])+\snor\s$", re.IGNORECASE)
_NOBODY = re.compile(r"(?:neither|nobody|no one|no-one|none|no)\b", re.IGNORECASE)


def with_negation(text: str, one: Attribution) -> Spans:
    """The cue of ``one`` with the words before it that negate it, if there are any."""
    if not one.cue:
        return one.cue
    (start, end), *rest = one.cue
    if (before := _ending(text, start, _ENDING)) is not None:
        taken = any(first < start and before < last for first, last in (*one.source, *one.content))
        return one.cue if taken else ((before, end), *rest)
    for source in one.source:
        if text[source[1] : start].isspace() and (span := _inverted(text, source[0])) is not None:
            return (span, *one.cue)
    return one.cue


def with_neither(text: str, one: Attribution) -> Spans:
    """The sources of ``one``, the first from *neither* on where it is the last of *neither the mayor nor the union*."""
    if not one.source:
        return one.source
    (start, end), *rest = one.source
    before = _ending(text, start, _NEITHER if " nor " in text[start:end] else _NEITHER_NOR)
    return one.source if before is None else ((before, end), *rest)


def is_negated(text: str, one: Attribution) -> bool:
    """Whether the cue, which has its negation with it, or its subject, as in *neither would say*, negates it."""
    cue = any(_OPENING.match(text, start, end) is not None for start, end in one.cue[:1])
    nobody = any(_NOBODY.match(text, start, end) is not None for start, end in one.source[:1])
    return cue is not nobody


def _ending(text: str, end: int, pattern: re.Pattern[str]) -> int | None:
    found = pattern.search(text, max(0, end - _BEFORE), end)
    return found.start() if found is not None else None


def _inverted(text: str, end: int) -> Span | None:
    start = _ending(text, end, _INVERTED)
    return None if start is None else (start, start + len(text[start:end].rstrip()))
