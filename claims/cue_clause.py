"""The clause that a cue stands in: what the reporter tells of the saying, and not of anything else in the sentence."""

import re

from claims.attributions import Attribution
from claims.model import Span
from claims.spans import overlap

# *…, and Holm said*; *…, while the army said*; *… – Holm said*.
_BORDER = re.compile(
    r"[;:](?=\s)|\s[–—](?=\s)|,\s(?:and|but|or|so|yet|nor|while|whereas|though|although|as)\b"
    r"|\b(?:while|whereas|although|because)\b"
)
_RELATIVE = re.compile(r"\b(?:who|whom|whose|which)\b|,\s(?:where|when)\b")
_RELATIVE_BETWEEN = re.compile(r"\s*,?\s*(?:who|whom|whose|which)\b")


def cue_clause(text: str, one: Attribution, frame: Span) -> Span:
    """The part of ``frame``, the reporter's words round the cue of ``one``, that is the cue's own clause."""
    told = [span for span in (*one.source, one.cue[0]) if overlap(span, frame)]
    first, last = min(start for start, _ in told), max(end for _, end in told)
    start = max((match.end() for match in _BORDER.finditer(text, frame[0], first)), default=frame[0])
    ends = (pattern.search(text, last, frame[1]) for pattern in (_BORDER, _RELATIVE))
    return start, min((match.start() for match in ends if match is not None), default=frame[1])


def parts_of(text: str, one: Attribution, clause: Span) -> list[Span]:
    """``clause`` without what tells, between the source of ``one`` and its cue, who the source is."""
    cue = one.cue[0]
    before = [end for start, end in one.source if clause[0] <= start and end <= cue[0]]
    if before and _RELATIVE_BETWEEN.match(text, before[-1], cue[0]):
        return [(clause[0], before[-1]), (cue[0], clause[1])]
    return [clause]
