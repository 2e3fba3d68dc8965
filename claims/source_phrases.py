"""What a source's noun phrase says by itself: whom it names, its nouns, and what is left without mere description."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from claims.bearers import Bearer, bearer, gender_told, given_to_women, is_bodily
from claims.lexicon.bodies import COMPANY_ENDINGS, NAMED_BY_NOUN
from claims.lexicon.people import KIN, OFFICES, ROLE_NOUNS, TITLES, names_agent
from claims.lexicon.sources import ANONYMOUS
from claims.lexicon.words import PREPOSITIONS
from claims.names import Name, after_portfolio, name_in, runs
from claims.noun_phrases import NEVER_HEADS, WORD, Introduction, words_to_head
from claims.plain_phrases import RELATIVE, without_description

Determiner = Literal["definite", "indefinite", "possessive", "none"]

_LONGEST = 500  # code points looked at; a phrase that was marked by hand may be of any length
_CLIPPED = re.compile(r"(I|it|we|they|who|s?he)[’'](?:s|d|m|ve|ll|re)", re.IGNORECASE)
_OWNER = re.compile(r"(?<=[a-z])[’']s$")
_RELATIVE_LAST = re.compile(r"(?<=\w),? (?:who|which|that)$")  # *a report that* says so
_BRACKETED = re.compile(r"\s*\([^()]*\)")
_BORDER = re.compile(r",\s+|\s[–—-]\s|;\s")
_DETERMINERS: dict[str, Determiner] = {
    "the": "definite", "this": "definite", "that": "definite", "these": "definite", "those": "definite",
    "a": "indefinite", "an": "indefinite", "his": "possessive", "her": "possessive", "its": "possessive",
    "their": "possessive", "my": "possessive", "our": "possessive", "your": "possessive",
}  # fmt: skip
_GIVEN_AS = re.compile(
    r"\b(?:(?:gave|gives) (?:only )?(?:his|her|their)(?: only)? (?:first |own )?name(?: \w+)?(?: as|,)"
    r"|(?:identified|identifies|signs|signed|calls|called|introduced) (?:himself|herself|themselves)(?: \w+)?(?: as)?"
    r"|(?:known|identified|named)(?: only| simply)? (?:only )?as|goes by(?: the name(?: of)?)?"
    r"|(?:gives|giving) only (?:his|her|their) (?:first |given )?name,?|real name) (?=[A-Z])"
)
_OF_THEMSELVES = re.compile(
    r"\b(?:who|because|although|since|himself|herself)\b(?:(?! (?:who|whose|which)\b).)*?"
    r"\b(he|his|him|himself|she|her|herself)\b"
)
_INTRODUCES = ROLE_NOUNS | NAMED_BY_NOUN
_MAKES_BODY = NAMED_BY_NOUN - ROLE_NOUNS
_OF_ONE = (ROLE_NOUNS | ANONYMOUS) - {"person"}
_EMPTY = PREPOSITIONS | NEVER_HEADS
_BEFORE_APPOSED = TITLES | ROLE_NOUNS | NAMED_BY_NOUN | {"a", "an", "late", "called", "named"}


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """A source's noun phrase, taken apart.

    ``name`` is the proper name that it holds for its source, without titles, and ``named`` what bears it. ``head`` is
    the head noun, in lower case, ``introductions`` the lead and the appositions up to their heads. ``details`` are the
    words of owners before the head and of prepositional phrases after it. ``plain`` is the phrase without article,
    appositions and what only describes. ``female`` is None where nothing tells.
    """

    text: str
    determiner: Determiner
    name: str | None
    named: Bearer | None
    head: str
    introductions: tuple[Introduction, ...]
    details: frozenset[str]
    female: bool | None
    plain: str

    @property
    def owned(self) -> bool:
        """Whether it is told whose it is: *the second defendant’s lawyer* is not any lawyer."""
        return any(word.endswith(("'s", "s'")) for word in self.details)


@lru_cache(maxsize=4_000)
def read_phrase(phrase: str) -> SourcePhrase:
    """Take a source's noun phrase apart; white space in it may run over lines."""
    text = _RELATIVE_LAST.sub("", _unclipped(" ".join(phrase[:_LONGEST].split()).strip(" ,")))
    parts = [part for part in _BORDER.split(_BRACKETED.sub("", text)) if part] or [text]
    opener, _, rest = parts[0].partition(" ")
    determiner = _DETERMINERS.get(opener.lower(), "none") if rest else "none"
    lead = words_to_head(parts[0])
    head = lead[-1] if lead else ""
    beside = [words for part in parts[1:] if (words := words_to_head(part))]
    introductions = (lead, *(words for words in beside if words[-1] in _INTRODUCES))
    name, named = _given_as(text) or _named(parts, head) or (None, None)
    told_beside = _told_beside(parts, head)
    one = determiner == "indefinite" and head in _OF_ONE
    bare = RELATIVE.split(parts[0], maxsplit=1)[0].lower().replace("’", "'")
    return SourcePhrase(
        text=text,
        determiner=determiner,
        name=name,
        named=named,
        head=head,
        introductions=tuple(words for words in introductions if words),
        details=frozenset(WORD.findall(bare)) - {*lead} - _EMPTY,
        female=_female(text, introductions),
        plain=without_description(
            told_beside or (rest if determiner != "none" else parts[0]), one=one or told_beside is not None
        ),
    )


def _unclipped(text: str) -> str:
    """*I* for *I’ve*, and *the teacher* for *the teacher’s*, who made the assertion that follows."""
    clipped = _CLIPPED.fullmatch(text)
    if clipped is not None:
        return clipped[1]
    return _OWNER.sub("", text) if text.split()[-1:] and text.split()[-1][0].islower() else text


def _told_beside(parts: list[str], head: str) -> str | None:
    """*rigger …* in *Its author, a rigger who still works there*: what an indefinite apposition says somebody is."""
    if len(parts) < 2 or not head or head in KIN or parts[0].split()[-1][:1].isupper():
        return None
    article, _, rest = parts[1].partition(" ")
    words = words_to_head(rest)
    return rest if article in ("a", "an") and words and words[-1] in ROLE_NOUNS else None


def _given_as(text: str) -> tuple[str, Bearer] | None:
    """*the nurse, who gave her name only as Ofelia*."""
    given = _GIVEN_AS.search(text)
    run = next(runs(text, given.end()), None) if given is not None else None
    return (name_in(run.group()).bare or run.group(), "person") if run is not None else None


def _named(parts: list[str], head: str) -> tuple[str, Bearer] | None:
    """The name for the source in the lead or, if there is none, in what is set beside it."""
    for number, part in enumerate(parts):
        found = _name_of(part, head if number else None)
        if found is None:
            continue
        name, named, introduced = found
        if number == 0 and named == "person" and part == name and len(parts) > 1 and _makes_body(parts[1]):
            return name, "body"
        aged = number == 0 and len(parts) > 1 and parts[1].isdigit()
        given = number > 0 and named == "person" and given_to_women(name) is not None
        if " " in name or introduced or aged or given:
            return name, named
    return None


def _makes_body(beside: str) -> bool:
    """Whether what is set beside a name makes a body of it: *Verpakt, Inc.*; *Verpakt, a maker*; *Verpakt, which …*."""
    words = words_to_head(beside)
    ending = beside.lower().rstrip(".") in COMPANY_ENDINGS
    return ending or beside.startswith("which ") or (bool(words) and words[-1] in _MAKES_BODY)


def _name_of(part: str, head: str | None) -> tuple[str, Bearer, bool] | None:
    """The name that a part of the phrase ends with, whose it is, and whether a noun or a title introduces it.

    ``head`` is that of the lead, for what is set beside it, and None for the lead itself.
    """
    main = RELATIVE.split(part, maxsplit=1)[0].strip()
    for run in runs(main):
        name = name_in(run.group())
        before = [word.rstrip(".") for word in main[: run.start()].lower().split()]
        after = main[run.end() :].split()
        if not name.bare or (after and after[0] != "." and (name.possessive or after[0].lower() not in PREPOSITIONS)):
            continue
        if any(word in PREPOSITIONS for word in before) and not _of_office(before, name):
            person = after_portfolio(run.group()) if before[-1] in ("of", "for") and _is_office(before) else None
            return (person, "person", True) if person is not None else None
        prior = before[-1] if before else ""
        if head is not None and before and not (prior in _BEFORE_APPOSED or (name.titles and names_agent(prior))):
            return None
        if head is not None and prior in ("a", "an") and not name.titles:
            continue  # *Stackhouse, a Philadelphia Democrat*
        if _OWNER.search(prior.replace("'", "’")) is not None and is_bodily(name) and " " in name.bare:
            return name.bare, "body", True  # *the president’s Unity Party*
        named = bearer(name, prior, head)
        if named is None:
            return None
        by_noun = prior in _INTRODUCES or prior in ("called", "named")
        beside = prior == "" and head in _INTRODUCES
        return name.bare, named, bool(name.titles) or by_noun or beside
    return None


def _of_office(before: list[str], name: Name) -> bool:
    """*Leader of the Opposition V.K. Antappan*; *director of recreation Paul Baird*; *MP for the area Ann Lim*."""
    if " " not in name.bare or not {"of", "for"} & {*before}:
        return False
    office = before[0] in ROLE_NOUNS or names_agent(before[0])
    last = before[-1]
    return bool(name.titles) or (office and last not in _INTRODUCES and last not in PREPOSITIONS | NEVER_HEADS)


def _is_office(before: list[str]) -> bool:
    """Whether the words before *of* or *for* end with an office: *second minister for …*, *head of …*."""
    return any(word in OFFICES for word in words_to_head(" ".join(before))[-1:])


def _female(text: str, introductions: tuple[Introduction, ...]) -> bool | None:
    told = gender_told(introductions)
    pronoun = _OF_THEMSELVES.search(text) if told is None else None
    return pronoun[1] in ("she", "her", "herself") if pronoun is not None else told
