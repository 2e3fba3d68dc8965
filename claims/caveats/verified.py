"""What was verified, or could not be: the claims that the object of the verb comes back to."""

import re
from itertools import islice

from claims.caveats.parties import is_pronoun, may_be, same_party, sides
from claims.caveats.place import REACH, Place
from claims.lexicon.matter import ACCOUNTS, FIGURES, alike, singular
from claims.model import UNCOUNTED, Claim

_REPORTS = (
    r"(?:accounts|accusations|allegations|assertions|charges|claims|reports|rumou?rs|statements|stories|versions)"
)
# *These and other reports*, *the claims made by either side*: wider than the sentence.
_WIDE = re.compile(
    rf"\b(?:all|battlefield|other|the|these|those)\s(?:[a-z-]+\s){{0,2}}?{_REPORTS}\b|\b{_REPORTS}\s(?:on|by|from)\s(?:both|either)\b"
    r"|\b(?:all|any) of (?:these|those)\b|\bthese(?=[.,;]|$|\s(?:and|or)\b)"
)
# *This and other battlefield reports*: the one at hand, and any at all.
_THIS = re.compile(r"\b(?:it|that|this|the\s\w+(?<!s))(?:\s[\w-]+)?\s(?:and|or|nor)\s(?:any\s)?(?:of\sthe\s)?other\b")
_FAR = 5  # sentences back to a thing or somebody that is named again
_VERDICT = re.compile(r"\b(?:authentic|doctored|fabricat\w+|fakes?|faked|forger\w+|forged|genuine|hoax|real|staged)\b")
_PUTS_OUT = re.compile(
    r"(?P<who>[^,.;:]{2,60}?)\s(?:(?:also|later|then)\s)?"
    r"(?:aired|broadcast|circulated|distributed|issued|posted|published|put\sout|released|shared|showed)\s"
)
_LONGEST = 60  # words of a sentence that are looked at
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_A = re.compile(r"\b(?:a|an|another|one)\s(?:[^\s,.;:]+\s){0,4}$", re.IGNORECASE)


def verified(place: Place) -> list[int]:
    """The claims that a caveat is about which tells of verifying, in no order."""
    words = place.words
    if " by " in place.text(words.match):  # *a letter obtained by the wire says …*
        return place.within or place.same or (_thing(place, words.noun) if words.noun is not None else [])
    if place.caveat.kind == "unverified" and words.of_both_sides and (both := _both_sides(place)):
        return both
    if words.owner and not words.of_both_sides and (words.noun in ACCOUNTS or not is_pronoun(words.owner)):
        return _owned(place)
    if place.caveat.kind == "unverified" and (wide := _wide(place)):
        return wide
    if words.noun in FIGURES:
        return _with_figure(place)
    if words.noun is not None and words.noun not in ACCOUNTS:
        return _thing(place, words.noun)
    if words.pronoun in ("it", "its") and not place.within and (thing := _just_named(place)) is not None:
        return _thing(place, thing)
    return _last_report(place)


def _wide(place: Place) -> list[int]:
    """The reports up to there, of all sides alike; of *this and other reports* the paragraph's own.

    Which others are meant nobody can tell, and only some of them would cast doubt on one side.
    """
    text, span = place.article.text, place.caveat.span
    if _WIDE.search(text, *span) is None:
        return []
    if _THIS.search(text, *span) is not None:
        return place.in_paragraph or _last_report(place)
    return [n for n in place.near(REACH - 1) if place.article.is_report(n)]


def _both_sides(place: Place) -> list[int]:
    """What the last two sides reported before it."""
    numbers = sorted(place.nearest)
    found = sides([place.article.claims[n] for n in numbers], place.article.text)
    if len(found) < 2:
        return []
    said = [n for side in found for n in (numbers[m] for m in side) if place.article.is_report(n)]
    return [n for n in said if place.words.noun not in FIGURES or _has_figure(place.article.claims[n])]


def _owned(place: Place) -> list[int]:
    """*Karsia’s claim*, *his account*: the last report of whoever is named or meant."""
    article, owner = place.article, place.words.owner
    for n in place.near(_FAR):
        claim = article.claims[n]
        if may_be(owner, claim, article.text) if is_pronoun(owner) else same_party(owner, claim, article.text):
            return place.with_its_like(n)
    return []


def _with_figure(place: Place) -> list[int]:
    claims = place.article.claims
    return list(islice((n for n in place.near(_FAR) if _has_figure(claims[n])), 1))


def _has_figure(claim: Claim) -> bool:
    return any(one.kind not in UNCOUNTED for one in claim.quantities)


def _last_report(place: Place) -> list[int]:
    """The last claim before it, or the report in the same sentence that the last one judges."""
    last = place.last()
    for n in place.near(1):
        if place.article.is_told(n) and place.article.in_one_sentence(n, last[0]):
            return place.with_its_like(n)
    return last


def _just_named(place: Place) -> str | None:
    """The thing that the sentence before tells of, which *it* goes on with."""
    if place.at == 0:
        return None
    before = _WORD.findall(place.text(place.article.spans[place.at - 1]))[-_LONGEST:]
    return next((noun for noun in map(singular, reversed(before)) if alike(noun)), None)


def _thing(place: Place, noun: str) -> list[int]:
    """The last report that a thing makes or shows, or that is made in it; none where the reporter tells of it."""
    article, nouns = place.article, alike(noun)
    for at in range(place.at, max(-1, place.at - _FAR - 1), -1):
        told = [n for n in place.nearest if n < place.first_after and article.is_in(n, at)]
        reports = [n for n in told if article.is_told(n) and not _is_verdict(place, n)]
        for role in ("source", "content"):
            if found := [n for n in reports if nouns & article.nouns(n, role)]:
                return found
        start, end = article.spans[at][0], min(article.spans[at][1], place.caveat.span[0])
        mention = next(
            (one for one in _WORD.finditer(article.text, start, end) if singular(one.group()) in nouns), None
        )
        if mention is None:
            continue
        if not any(nouns & article.nouns(n, "content") for n in told) and reports:
            return reports
        if _A.search(article.text, start, mention.start()):
            return _given_for(place, at, mention.start())
    return []


def _given_for(place: Place, at: int, mention: int) -> list[int]:
    """What who puts out a thing, in sentence ``at``, has just reported: it is given as proof of that."""
    article, start = place.article, place.article.spans[at][0]
    out = _PUTS_OUT.match(article.text, start, mention)
    if out is None or at == 0 or "\n" in article.text[article.spans[at - 1][1] : start]:
        return []
    who = out["who"]

    def is_theirs(claim: Claim) -> bool:
        return may_be(who.lower(), claim, article.text) if is_pronoun(who) else same_party(who, claim, article.text)

    reports = [n for n in place.nearest if article.is_in(n, at - 1) and article.is_report(n)]
    return [n for n in reports if is_theirs(article.claims[n])]


def _is_verdict(place: Place, n: int) -> bool:
    """Whether a claim only says of a thing that it is fake, or denies what it shows."""
    said = place.article.words(place.article.claims[n], "content").lower()
    return place.article.claims[n].tone == "denial" or _VERDICT.search(said) is not None
