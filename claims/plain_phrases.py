"""A source's noun phrase without what only describes: *a clerk who wore a scarf* is a clerk, and no less to be found.

What tells which one it is stays: *people familiar with the inquiry*, *the union that represents the cutters*.
"""

import re

from claims.lexicon.sources import DOCUMENTS
from claims.lexicon.words import MONTHS, WEEKDAYS
from claims.noun_phrases import NUMBERS, is_participle, words_to_head

RELATIVE = re.compile(r"\s(?:who|whom|whose|which|that|where)\s")
_NUMBER = rf"(?:\d+|{'|'.join(sorted(NUMBERS))})"
_OPENING = re.compile(
    rf"^(?:(?:country|nation|world)[’']s|only|own|same|(?:all|any|each)(?: of)?(?: the)?(?: {_NUMBER})?"
    r"|latest|subsequent|recent|confidential)\s(?=\S)",
    re.IGNORECASE,
)
_MEASURED = re.compile(rf"\b{_NUMBER}-(?:year-old|page|member|judge|strong|point|line)\s(?=\S)", re.IGNORECASE)
_DAY = rf"(?:{'|'.join(sorted(word for word in MONTHS | WEEKDAYS if len(word) > 3))})"
_DATE = rf"(?:the )?(?:\d{{1,2}} )?{_DAY}(?: \d{{1,2}})?(?: \d{{4}})?"
_WHEN = re.compile(
    rf"\s(?:yesterday|today|earlier|(?:earlier )?(?:last|this) (?:week|month|year|night)|on {_DATE})(?=\s|$)",
    re.IGNORECASE,
)
_WHEN_LAST = re.compile(rf"(?<=\w)\s(?:and )?(?:in|on|dated|between) {_DATE}(?: and {_DATE})?$", re.IGNORECASE)
_WHERE_LAST = re.compile(r"(?<=\w)\s(?:here|there)$")
_SEEN_BY = re.compile(r"(?<=[^\Ws])\s(?:seen|sighted|viewed) by\s.*")
_DOING = re.compile(r"(?<=s)\s(?:investigating|assisting|prosecuting|representing|monitoring)\s.*")
_OF_ONE = re.compile(
    r"(?<! the)(?<! an)(?<! a)\s(?:(?!named|called)\w{3,}ed\b|quoted|seen|shown|told|with \d+ years).*"
)
_MADE_PUBLIC = re.compile(
    r"(?<=\w)\s(?:(?:published|posted|released|issued|presented|interviewed)(?: in\b.*)?$|issued to\b.*)"
)
_AND_WHO = re.compile(r"\s(?:and|but) (?:who|whom|whose|which)\s.*")
_AND_DONE = re.compile(r"\s\w+(?:ed|[ae]n|ut)\s.*?(?P<too>\sand\s\w{2,}ed\s.*)")
_OWNER = re.compile(r"[’']s$")


def without_description(phrase: str, *, one: bool) -> str:
    """``phrase``, which has no article, without time, sight, age and manner; ``one`` person is a noun and no more."""
    plain = phrase
    while (opening := _OPENING.match(plain)) is not None:
        plain = plain[opening.end() :]
    who = RELATIVE.search(plain)
    if who is not None and not _tells_which(who.group().strip(), words_to_head(plain)[-1:]):
        plain = plain[: who.start()]
    plain = _DOING.sub("", _SEEN_BY.sub("", _AND_WHO.sub("", plain)))
    made = any(is_participle(word) for word in plain.split()[1:])
    plain = _WHEN.sub("", plain)
    plain = _WHERE_LAST.sub("", _WHEN_LAST.sub("", plain) if made else plain)
    if made and (done := _AND_DONE.search(plain)) is not None:
        plain = plain[: done.start("too")]
    plain = _MEASURED.sub("", plain)
    plain = _OF_ONE.sub("", plain) if one else plain
    plain = _MADE_PUBLIC.sub("", plain).strip()
    if plain and plain.split()[-1].islower():
        plain = _OWNER.sub("", plain)
    return plain or phrase


def _tells_which(relative: str, head: tuple[str, ...]) -> bool:
    """Whether a relative clause tells which it is: after *people*, or with *that*, but for *a report that …*."""
    return head == ("people",) or (relative == "that" and not DOCUMENTS.issuperset(head))
