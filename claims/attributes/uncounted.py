"""Numbers that count nothing: in names (*Hill 214*), references, ordinals and ages, and *one* where it is no number."""

import re

from claims.attributes.numerals import NUMBER
from claims.lexicon.words import (
    ADVERBS,
    AUXILIARIES,
    COMMON_VERBS,
    CONJUNCTIONS,
    MONTHS,
    PREPOSITIONS,
    WEEKDAYS,
    word_set,
)

_NUMBERED = word_set(
    """act amendment annex apartment appendix article block boulevard bus case category chamber channel chapter class
    clause column count court day district division episode exhibit exit exercise fig figure flat flight floor gate
    grade group highway hill incident item junction lane law level line lot lots match measure motorway no nos number
    numbers option order page pages paragraph paragraphs part phase pier plan platform plot point proposition psalm
    question reactor resolution road room round route row rule rules schedule season section sections sector size slide
    stage stake stakes stand step studio suite table terminal tier track tram turn type unit verse version volume ward
    week year zone"""
)
"""What bears numbers instead of names, in small letters too."""
_FUNCTION = (
    ADVERBS
    | AUXILIARIES
    | CONJUNCTIONS
    | PREPOSITIONS
    | word_set("that which who whose when where than if not because while until since though although so")
)
_PLURAL = word_set(
    "people men women children police cattle troops staff crew were are have dead wounded injured missing"
)
_PLACE = word_set("in at near from across around outside inside")
_AFTER_PLACE = re.compile(r"\b(\w+)\s(?:[A-Z][\w’'-]*\s)*$")
# *A poll gives Monzón 52*; *46 per cent to the RKS and the JM 43*.
_GIVEN = re.compile(
    r"\b(?:giv(?:es?|ing)|gave|award(?:s|ed)|hand(?:s|ed)|pa(?:ys|id)|ow(?:es?|ed)|fin(?:es|ed)|offer(?:s|ed)|cost|sent)\s"
    r"(?:the\s)?(?:[^\W\d_a-z][\w’'-]*\s)+$|(?:%|per\s?cent|votes|seats|points)\b[^.;]*\b(?:and|to|while)\s"
    r"(?:the\s)?(?:[^\W\d_a-z][\w’'-]*\s)+$"
)
_AGE = re.compile(
    rf"{NUMBER}[\s-](?:years?|months?|weeks?|days?)[\s-](?:old|of\sage)s?\b"
    r"|\b(?:aged?(?:\sof|\sbetween)?|aged\s(?:about|around|under|over))\s(?P<aged>[\w-]+(?:\s?(?:and|to|or|-|–)\s?\d+)?)"
    r"|(?<=[^\W\d]),\s(?P<beside>\d{1,3})(?=,\s(?!\d)|[.;:]?$|[.;:!?]\s|[”’\"])"
    r"|\bin\s(?:his|her|their|my)\s(?:(?:early|mid|late)[\s-])?(?P<decade>\d0)s\b"
    r"|\b(?:children|voters|people|women|men|adults|girls|boys|players|drivers|those|anyone|everyone)\s(?:under|over)\s"
    r"(?:the\sage\sof\s)?(?P<limit>[\w-]+)(?=[.,;:!?”’\"]|$|\s(?:by|in|who|had|were|are|have|and|at|to)\b)",
    re.IGNORECASE,
)
_CALIBRE = re.compile(
    r"(?:(?<!\d)\d+|(?<=\s)\.\d+)(?:\.\d+)?[\s-]?(?:mm|cal(?:\.|ib(?:re|er))?)\b(?=\s(?:[\w-]+\s){0,2}?(?:ammunition|artillery|bullets?"
    r"|cannons?|cartridges?|film|guns?|howitzers?|lens(?:es)?|mortars?|munitions?|pistols?|rifles?|rounds?|shells?|weapons?)\b)"
)
_REFERENCE = re.compile(r"\[\d+\]|\b9/11\b|\b24/7\b|\b\d+(?:st|nd|rd|th)\b|\b\d[GD]\b")
_BEFORE = 60  # code points
_NOUN_BEFORE = re.compile(r"(?:(?P<prior>[\w’'-]+)\s)?(?P<noun>[^\W\d_][\w’'-]*)\.?[\s\u00a0]$")
_OPENS = re.compile(r"(?:^|[.?!:;“”‘«\"'(—–\n])\s*$")
_NEXT = re.compile(r"\s(?P<word>[^\W\d_][\w’'-]*)")
_GLUED = re.compile(r"(?:[^\W\d_]|[^\W\d_][-‑–])$")
_WHOSE = word_set("the a an this that these those each every any some no one another his her its their our my your")
_NO_NUMBER_AFTER = (_WHOSE - {"that"}) | word_set(
    "not last next first single which whom number sing such as would he she they we it you"
)
_EXACTLY = word_set("only least than exactly just most")
_LASTING = word_set("for within after")
_VAGUE = word_set("time thing way hand side reason kind sort point another")
_DAYS = word_set("day morning night evening afternoon")
_AWAY = re.compile(r"(?:\s[^\W\d_]+){1,2}\s(?:away|short\sof|too)\b")
_RATIO = re.compile(rf"\s(?:in|to)\s(?:every\s)?{NUMBER}")
_BESIDE = re.compile(rf"{NUMBER}[^.?!;]*(?:,|\b(?:and|or|to))\s$")
_MEASURE = re.compile(
    r"[-‑](?:second|minute|hour|day|week|month|year|mile|met(?:re|er)|stor(?:e)?y|point|goal|ton)(?!\w|-old)"
)
_NOUNS = word_set("family assembly reply supply ally monopoly anomaly bus gas lens")  # that look like adverbs or verbs


def not_counting(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of ``text`` in ``[start, end)`` whose numbers are ages, calibres, ordinals and references."""
    found = [match.span() for match in _AGE.finditer(text, start, end)]
    found += [match.span() for match in _CALIBRE.finditer(text, start, end)]
    return [*found, *(match.span() for match in _REFERENCE.finditer(text, start, end))]


def counts(text: str, number: re.Match[str]) -> bool:
    """Whether what `SCALED` has matched counts something: neither part of a name nor a mere *one*."""
    start, end = number.span("number")
    before, scaled = text[max(0, start - _BEFORE) : start], number["scale"] is not None
    if _GLUED.search(before) is not None:
        return False  # *A380*, *Covid-19*
    if number["number"].lower() == "one" and not scaled:
        return _is_one(text, before, end)
    return scaled or "," in number["number"] or not _named(text, before, start, end)


def _named(text: str, before: str, start: int, end: int) -> bool:
    """Whether the number belongs to the noun before it: *Hill 214*, *page two*, *a Boeing 737 jet*, *Formula One*."""
    noun = _NOUN_BEFORE.search(before)
    if noun is None:
        return False
    word, prior = noun["noun"], (noun["prior"] or "").lower()
    if word.lower() in _NUMBERED:
        mere_no = word == "no" and text[start].isalpha()  # *I was told no four times*
        return word[0].isupper() or (prior not in _WHOSE and not mere_no)  # *in the room 12 people waited*
    if _OPENS.search(before[: noun.start("noun")]) is not None or not word[0].isupper():
        return False
    low = word.lower()
    if low in WEEKDAYS | MONTHS | _FUNCTION | _WHOSE or (text[start].isalpha() and text[start].islower()):
        return False
    if _GIVEN.search(before) is not None:
        return False
    following = _NEXT.match(text, end)
    if following is None:
        return True
    after = following["word"].lower()
    if after in _PLURAL or after == "of" or (after.endswith("s") and after not in ("is", "was", "has", "as", "this")):
        return False
    place = _AFTER_PLACE.search(before)
    return after in _FUNCTION or place is None or place[1].lower() not in _PLACE


def _is_one(text: str, before: str, end: int) -> bool:
    """Whether *one* counts something, as in *one arrest* or *one in nine*, and not *the one* or *one day*."""
    if text[end : end + 1] in ("-", "‑", "–"):
        return _MEASURE.match(text, end) is not None  # *a one-hour wait*, not *a one-off*
    words = re.findall(r"[\w']+", before.lower().replace("’", "'"))
    prior = words[-1] if words and before[-1:].isspace() else ""
    if prior in _NO_NUMBER_AFTER or (prior == "only" and words[-2:-1] == ["the"]):
        return False
    if _RATIO.match(text, end) is not None or _BESIDE.search(before) is not None:
        return True
    adjective = words[-2:-1] and words[-2] in _WHOSE and prior not in _FUNCTION
    following = _NEXT.match(text, end)
    if adjective or (prior.endswith("er") and prior not in _FUNCTION) or following is None:
        return False  # *a big one came in*
    return _is_noun(re.sub(r"'s?$", "", following["word"].lower().replace("’", "'")), prior) and not _AWAY.match(
        text, end
    )


def _is_noun(word: str, prior: str) -> bool:
    """Whether ``word`` after *one* is what it counts, and no verb, as in *one trusts*, nor vague."""
    if word in _FUNCTION | _WHOSE | WEEKDAYS | MONTHS | COMMON_VERBS | {
        "can",
        "could",
        "mr",
        "mrs",
        "ms",
        "dr",
        "there",
    }:
        return False
    if word in _VAGUE | _DAYS:
        return prior in _EXACTLY or (word in _DAYS and prior in _LASTING)
    if word in _NOUNS:
        return True
    return not word.endswith(("ing", "ly")) and (not word.endswith("s") or word.endswith(("ss", "us", "is")))
