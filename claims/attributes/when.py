"""When something was said, as far as the reporter's words beside the cue tell."""

import re
from collections.abc import Iterable

from claims.model import Phrase, Span

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|[a-z]+)?|March|April|May|June|July"
_WHEN = re.compile(
    rf"\b(?:(?:later|late|early|earlier)\s+)?(?:on\s+)?{_DAY}(?:\s+(?:morning|afternoon|evening|night))?\b"
    rf"|\b(?:later\s+|earlier\s+)?on\s+(?:{_MONTH})\s+\d{{1,2}}\b|\bon\s+\d{{1,2}}\s+(?:{_MONTH})\b"
    r"|\b(?:yesterday|today|tonight|overnight)(?:\s+(?:morning|afternoon|evening))?\b"
    r"|\b(?:earlier|later)\s+(?:this|last|that)\s+(?:week|month|year|day)\b"
    r"|\b(?:last|this)\s+(?:week|month|year|night|morning|evening|afternoon)\b"
    rf"|\bin\s+(?:{_MONTH})\b(?:\s+\d{{4}})?|\bin\s+(?:19|20)\d\d\b",
    re.IGNORECASE,
)


def when(text: str, beside: Iterable[Span]) -> Phrase | None:
    """The time expression beside the cue, its preposition included."""
    matches = (_WHEN.search(text, *part) for part in beside)
    match = next((match for match in matches if match is not None), None)
    return Phrase(match.group(), match.span()) if match else None
