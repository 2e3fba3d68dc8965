"""Runs of capitalised words, and the name in one, without the titles before and after it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claims.lexicon import words
from claims.lexicon.bodies import BODY_WORDS, SURNAMES_TOO
from claims.lexicon.given_names import FEMALE_NAMES, MALE_NAMES
from claims.lexicon.people import (
    AMBIGUOUS_TITLES,
    COUNSELS,
    HONORIFICS,
    OFFICES,
    POST_NOMINALS,
    RANKS,
    ROLE_NOUNS,
    TITLE_TAILS,
    TITLES,
    names_agent,
)

UPPER = "A-Z" + "".join(sign for sign in map(chr, range(0xC0, 0x250)) if sign.isupper())
"""Capitals, for a set of signs in a pattern."""
_GIVEN = FEMALE_NAMES | MALE_NAMES
PARTICLES = words.word_set(
    """van von und der den de da di del la le al el bin binti bt bte ibn ben dos das do du ter ten ’t 't af av ap ab
    ferch zu zur í y i e a/l a/p s/o d/o"""
)
"""Small words within names."""
_PARTICLE = rf"(?:{'|'.join(sorted(PARTICLES, key=len, reverse=True))})"
_ABBREVIATED = (
    r"(?:Mrs?|Ms|Dr|Prof|Lt|Col|Gen|Brig|Sgt|Capt|Cpl|Cmdr|Rep|Sen|Gov|Rev|Hon|Adv|Atty|Engr|Fr|Sr|Insp|Supt|Maj|Adm"
    r"|Cllr|Coun|Ald|Pfc|Det|Mme|Msgr|Pres|St|Smt|Shri|Sri|Thiru|Amb|Arc|Barr|Bro|Comr|Const|Cst|Dra|Drs|Eng|Ing|Mgr"
    r"|Mlle|Pte|Ptl|Pvt|Sis|Spc|Sra|Srta|Supdt|Assoc|Asst|Dep|Sec)\."
)
_PREFIX = r"(?:(?:al|el|ad|an|ar|as|ash|ul)-|[dl][’'])?"  # *Omar al-Hassan*, *Jeanne d’Arcy*
_WORD = rf"(?:{_ABBREVIATED}|(?:[{UPPER}]\.){{1,4}}|[{UPPER}][\w\u0300-\u036f’'\-]*)"
_NICKNAME = r"[“\"‘'(][^”\"’')\n]{1,20}[”\"’')]"
RUN = re.compile(
    rf"(?=[{UPPER}adelu])"  # its first sign, so that most places are passed over at once
    rf"{_PREFIX}{_WORD}(?:[ ](?:&[ ]|{_NICKNAME}[ ]|(?:{_PARTICLE}[ ]){{0,2}}){_PREFIX}{_WORD}){{0,8}}"
    r"(?:(?<=Corp)\.|(?<=Inc)\.|(?<=Ltd)\.)?"
)
"""A run of capitalised words; a particle, a nickname or an & within a name does not end it."""
_NICKNAMED = re.compile(rf" {_NICKNAME} ")
_OWNER = re.compile(r"(?:[’']s|(?<=s)[’'])$")
# A capital that only opens the sentence: *Then-mayor*, *Smooth-talking*, *Mum-of-four*, *Eighteen-year-old*.
_OPENING_ADJECTIVE = re.compile(
    r"(?:[Tt]hen|[Ee]x|[Cc]o)-[a-z]+|\w+-of-\w+|[\w-]+-(?:old|[a-z]+(?:ing|ed))|[Uu]nder-\d+"
)
_SHOUTED = re.compile(r"[A-Z]{2,}(?:ED|EN|OUS|ING)")  # *FURIOUS Rovers*, of a headline
_INITIAL = re.compile(r"[A-Z]\.")
_TO_BE = re.compile(r"-(?:elect|designate)$")
_HYPHENED = re.compile(r"[^\W\d_]\w+-[a-z]{3,}")
_COLLECTIVE = re.compile(r"(?:People|Women|Men|Children|King|Queen|General)[’']s|\w+s[’']")  # *People’s Party*
_COUNTRIES = frozenset(("U.S.", "U.N.", "U.K.", "E.U.", "D.C.", "US", "UN", "UK", "EU"))
_KEPT = frozenset(("sister", "brother", "father", "mother", "prince", "princess", "king", "queen", "pope", "saint"))
_NOT_NAMES = (
    words.DETERMINERS | words.SUBORDINATORS | words.PREPOSITIONS | words.CONJUNCTIONS | words.ADVERBS | words.PERSONAL
    | words.AUXILIARIES | words.WEEKDAYS | (words.MONTHS - {"jan"})
    | {"asked", "speaking", "not", "there", "according", "given", "retired", "former", "acting"}
) - {"april", "may", "june", "august", "will"}  # fmt: skip

_ADDRESSED = words.word_set(
    """
    amb apostle arc barr bro comr comrade cst dig dott dra eng evangelist eyewitness igp ing kyai maulana
    maulvi maître moulana mufti oc pst sayyid sho sis smti sra srta ssp supdt swami thiru tmt
    """
)
"""Forms of address and ranks that are titles to whatever follows them in a run of capitals, and nowhere else."""
_PORTFOLIOS = words.word_set(
    """
    agriculture commerce culture defence defense economy education energy environment finance fisheries
    forestry health housing immigration industry information interior justice labor labour mines mining planning
    security sport sports tourism trade transport transportation water works youth
    """
)
_KNOWN = TITLES | _ADDRESSED
_STANDING = HONORIFICS | RANKS | OFFICES | _ADDRESSED
_OFFICES = OFFICES | RANKS | {"member", "engineer"}
_BODILY = BODY_WORDS - SURNAMES_TOO
_WHOLLY_TITLES = TITLES | TITLE_TAILS | _NOT_NAMES


@dataclass(frozen=True, slots=True)
class Name:
    """``bare`` is what is left of a run of capitals once ``titles``, in lower case, are taken off; it may be empty.

    ``possessive`` is whether the run ends in *’s*.
    """

    bare: str
    titles: tuple[str, ...] = ()
    possessive: bool = False


def runs(text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """The runs of capitalised words in a stretch of text."""
    return RUN.finditer(text, start, len(text) if end is None else end)


@lru_cache(maxsize=20_000)
def name_in(run: str) -> Name:
    """The name in a run of capitalised words: *Sengupta* in *Justice Sengupta*, nothing in *Prime Minister*."""
    parts = _NICKNAMED.sub(" ", run).split()
    while len(parts) > 1 and parts[0] in _COUNTRIES:
        parts.pop(0)
    possessive = _OWNER.search(run) is not None
    parts[-1] = _OWNER.sub("", parts[-1])
    after = []
    while len(parts) > 1 and _plain(parts[-1]) in POST_NOMINALS:
        letters = _plain(parts.pop())
        after.append("counsel" if letters in COUNSELS else letters)
    parts, titles = _without_titles(parts)
    if parts and _names_an_office(parts):
        return Name("", (*titles, *map(_plain, parts)), possessive)
    return Name(" ".join(parts), (*after, *titles), possessive)


def _without_titles(parts: list[str]) -> tuple[list[str], list[str]]:
    """What is left of a run once its titles, owners and opening words are gone, and the titles."""
    cut = 0
    for n, part in enumerate(parts):
        first = all(_plain(word) in _NOT_NAMES for word in parts[:n])
        opening = first and _only_opens(parts[n:])
        owner = n < len(parts) - 1 and _OWNER.search(part) is not None and _COLLECTIVE.fullmatch(part) is None
        if opening or owner or _is_title(parts, n):
            cut = n + 1
    if cut and len(parts) == cut + 1 and _plain(parts[cut - 1]) in _KEPT:
        cut -= 1  # *Sister Odile* is nobody without it
    titles = [word for part in parts[:cut] if (word := _plain(part)) not in _NOT_NAMES]
    titles = titles if any(word in _KNOWN for word in titles) else []
    parts = parts[cut:]
    while parts and _opens_no_name(parts, bool(titles)):
        word = _plain(parts.pop(0))
        titles += [word] if word in TITLE_TAILS else []
    return parts, titles


def after_portfolio(name: str) -> str | None:
    """*Jo Marsh* in *Communications Jo Marsh*, which follows *head of*: from the first known given name on."""
    parts = name.split()
    if _plain(parts[0]) in _GIVEN or any(_plain(part) in _BODILY for part in parts[1:]):
        return None
    given = next((n for n in range(1, len(parts) - 1) if _plain(parts[n]) in _GIVEN), None)
    return name_in(" ".join(parts[given:])).bare if given is not None else None


def _only_opens(parts: list[str]) -> bool:
    """Whether a word has its capital only from the sentence that it opens: *Then-mayor*, *Left-hander*, *Cottager*."""
    first, *rest = parts
    if not rest:
        return False
    if _SHOUTED.fullmatch(first) is not None and not rest[0].isupper():
        return True
    if _OPENING_ADJECTIVE.fullmatch(first) is not None or (len(rest) > 1 and _HYPHENED.fullmatch(first) is not None):
        return True
    agent = first.isalpha() and names_agent(_plain(first)) and _plain(first) not in _GIVEN
    return agent and len(rest) > 1 and _plain(rest[0].split("-")[0]) in _GIVEN


def _opens_no_name(parts: list[str], titled: bool) -> bool:
    word = _plain(parts[0])
    if word in TITLE_TAILS:
        return titled or len(parts) > 2
    if word in _PORTFOLIOS and len(parts) > 2:  # *Minister for Labour Nasreen Akhter*
        return _plain(parts[1]) in _GIVEN and not any(_plain(part) in _BODILY for part in parts[1:])
    if word.endswith("ing") and len(parts) > 2:
        return word not in _GIVEN  # *Using Ted Cruz*
    if _INITIAL.fullmatch(parts[0]) is not None:
        return False  # *A. O. Faji*
    return word in _NOT_NAMES and not (titled and word in words.WEEKDAYS)  # *Mr Sunday Attah*


def _is_title(parts: list[str], n: int) -> bool:
    word = _TO_BE.sub("", _plain(parts[n]))
    if parts[n + 1 : n + 2] == ["&"]:
        return False  # *Gaffer & Rook*
    if word in AMBIGUOUS_TITLES:
        return parts[n].endswith(".") or (n > 0 and _plain(parts[n - 1]) in RANKS) or len(parts) - n > 2
    if word in _ADDRESSED:
        return n < len(parts) - 1
    if word not in TITLES:
        return False
    if word not in _STANDING and any(_plain(part) in _GIVEN for part in parts[:n]):
        return False  # *Sarah Baker Jones*
    if word not in HONORIFICS and any(_plain(part) in _BODILY for part in parts[n + 1 :]):
        return False  # *Attorney General’s Department*
    # A surname may be a title too; it is one where nothing is left without it.
    return n < len(parts) - 1 or all(_plain(part) in _WHOLLY_TITLES for part in parts)


def _names_an_office(parts: list[str]) -> bool:
    """Whether the words are an office's and no person's: *Culture Minister*, *Presidential Candidates*."""
    last = _plain(parts[-1])
    if last.endswith("s") and last[:-1] in ROLE_NOUNS:
        return True
    given = _plain(parts[0]) in _GIVEN
    return not given and last in _OFFICES


def _plain(word: str) -> str:
    return word.lower().rstrip(".")
