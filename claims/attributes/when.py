"""When something was said, as far as the reporter's words about the saying tell.

The day of another event beside it is none: *she left on Thursday and said …*, *after talks on Monday, he said …*.
"""

import re

from claims.attributions import Attribution
from claims.lexicon.verbs import FORMS
from claims.lexicon.words import ADVERBS, AUXILIARIES, PREPOSITIONS, TIMES
from claims.model import Phrase, Span
from claims.spans import overlap

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
# What begins to tell of something else, or what a thing is about: *after talks on Monday*, *a crash in 2019*.
_ELSE = re.compile(
    r"\b(?:after|before|since|until|till|following|when|while|where|who|whom|whose|which|because|as|if|whether|that|into"
    r"|about|over|ahead\s+of|born|died|killed|injured|arrested|elected|appointed)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\b(?:and|but|or)\b")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LEADS_IN = (
    (PREPOSITIONS - {"after", "before", "since", "until", "following", "like", "unlike", "as"}) | ADVERBS | TIMES
)
_BESIDE = ADVERBS | AUXILIARIES


def when(text: str, one: Attribution, clause: Span | None, own: Span | None) -> Phrase | None:
    """The time expression beside the cue of ``one``, its preposition included.

    ``clause`` is the cue's, see `claims.cue_clause`, and ``own`` what of it is round the cue and in no other content.
    """
    if clause is None or own is None:
        return None
    cue = one.cue[0]
    sources = [span for span in one.source if overlap(span, own)]
    told = [*sources, cue]
    last, first = max(end for _, end in told), min(start for start, _ in told)
    match = _after(text, last, own[1])
    if match is None and sources and sources[-1][1] <= cue[0]:
        match = _between(text, sources[-1][1], cue)
    match = match or _before(text, own[0], first)
    if match is None and not sources and one.source and one.source[0][0] < cue[0]:
        match = _before(text, clause[0], one.source[0][0])  # *On Monday she said that …, and asked him to …*
    return Phrase(match.group(), match.span()) if match is not None else None


def _after(text: str, start: int, end: int) -> re.Match[str] | None:
    """*said on Monday*, *told a rally in Kalvo on Monday*."""
    match = _WHEN.search(text, start, end)
    return match if match is not None and _ELSE.search(text, start, match.start()) is None else None


def _between(text: str, start: int, cue: Span) -> re.Match[str] | None:
    """*The ministry yesterday said*; *The ministry said on Monday, adding*, which has it from the verb before."""
    word = _WORD.search(text, start, cue[0])
    if word is not None and word.group().lower() in FORMS and text[slice(*cue)].lower().endswith("ing"):
        return _after(text, word.end(), cue[0])
    match = _WHEN.search(text, start, cue[0])
    if match is None or "," in text[start : cue[0]].rstrip(" ,"):
        return None
    around = _WORD.findall(text[start : match.start()] + " " + text[match.end() : cue[0]])
    return match if all(word.lower() in _BESIDE for word in around) else None


def _before(text: str, start: int, end: int) -> re.Match[str] | None:
    """*On Monday, Holm said*; *At a rally in Kalvo on Monday, Holm said*; *Speaking on Monday, she said*."""
    match = _WHEN.search(text, start, end)
    opener = _WORD.search(text, start, end)
    if match is None or opener is None or _ELSE.search(text, start, match.start()) is not None:
        return None
    word = opener.group().lower()
    leads_in = word in _LEADS_IN or word in ("asked", "interviewed", "questioned") or word.endswith(("ing", "ly"))
    return match if leads_in and _AND.search(text, match.end(), end) is None else None
