"""Cues with what tells that it is still to be said: *will tell MPs*, *is expected to announce*, *will hear her say*.

Without it a cue would tell that it has been said. *I will say this* says it.
"""

import re

from claims.attributions import Attribution
from claims.lexicon.verbs import FORMS
from claims.model import Span, Spans

_BEFORE = 60  # code points before a cue or a source that are looked at
_COMING = (
    r"(?:\b(?:will|shall|may|might)|[’']ll"
    r"|(?:\b(?:is|are|am|was|were)|[’'](?:s|re|m))\s+(?:(?:\w+ly|now|also|still)\s+)?"
    r"(?:going|due|set|expected|scheduled|likely|about|ready|poised)\s+to|\b(?:is|are)\s+to)"
)
_ADVERB = r"(?:\w+ly|also|now|then|later|soon|again|still|today|tonight|tomorrow|themselves|himself|herself|itself)"
_ENDING = re.compile(rf"{_COMING}\s+(?:{_ADVERB}\s+)*(?P<be>be\s+)?$", re.IGNORECASE)
_HEARING = re.compile(rf"{_COMING}\s+(?:{_ADVERB}\s+)*(?:hear|see|have|let|make)\s+$", re.IGNORECASE)
_OPENING = re.compile(rf"{_COMING}\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"i|we", re.IGNORECASE)


def with_foretelling(text: str, one: Attribution) -> Spans:
    """The cue of ``one`` with the words before it that put it into the future, if there are any."""
    if not one.cue or any(_FIRST_PERSON.fullmatch(text, *source) for source in one.source):
        return one.cue
    (start, end), *rest = one.cue
    form = FORMS.get(text[start:end].partition(" ")[0].lower(), (None, ""))[1]
    ahead = _ENDING.search(text, max(0, start - _BEFORE), start)
    if ahead is not None and (form == "base" or ahead["be"]):
        taken = any(first < start and ahead.start() < last for first, last in (*one.source, *one.content))
        return one.cue if taken else ((ahead.start(), end), *rest)
    if form == "base":
        for source in one.source:
            if text[source[1] : start].isspace() and (span := _heard(text, source[0])) is not None:
                return (span, *one.cue)
    return one.cue


def is_foretold(text: str, cue: Spans) -> bool:
    """Whether the ``cue``, which has with it what puts it into the future, tells of what is still to be said."""
    return any(_OPENING.match(text, start, end) is not None for start, end in cue[:1])


def _heard(text: str, end: int) -> Span | None:
    ahead = _HEARING.search(text, max(0, end - _BEFORE), end)
    return None if ahead is None else (ahead.start(), ahead.start() + len(ahead.group().rstrip()))
