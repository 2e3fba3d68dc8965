"""The nouns beside a name: *baker Urmas Tiits*; *its chairman, Ruud Tichelaar*; *Ok Jun-seo, a member of the house*."""

import re

from claims.lexicon.bodies import BODY_NOUNS, COMPANY_ENDINGS, NAMED_BY_NOUN
from claims.lexicon.people import ROLE_NOUNS, names_agent
from claims.lexicon.words import DETERMINERS, PREPOSITIONS
from claims.noun_phrases import Introduction, words_to_head

_BEFORE, _AFTER = 70, 110  # code points looked at on either side
_MOST = 6  # words of an introduction
_BORDER = re.compile(r"[.;:!?“”\"()\n—–]")
_BRACKETED = re.compile(r" \([^()]*\)")
_PHRASE = r"[^,.;:()“”\"\n]{3,80}"
_BESIDE = re.compile(
    r"(?:,? (?:now )?(?:aged )?\d\d(?=,)|,? \(\d\d\))?"
    rf"(?:, (?P<beside>{_PHRASE})| (?:is|was|became) (?P<copula>(?:the|an?|its|his|her|their) {_PHRASE}))"
)
_BODILY = re.compile(rf",? (?:{'|'.join(sorted(COMPANY_ENDINGS))})\b|, which\b", re.IGNORECASE)
_OWNER = re.compile(r"[’']s?$")
_ARTICLES = frozenset(("a", "an", "the", "his", "her", "its", "their"))
_OPENS = DETERMINERS | PREPOSITIONS
_MAKES_BODY = NAMED_BY_NOUN - ROLE_NOUNS
_NOUNS = ROLE_NOUNS | BODY_NOUNS | NAMED_BY_NOUN


def last_word_before(text: str, start: int) -> str:
    """The word directly before ``start`` and nothing but a space, in lower case; empty where a sign stands between."""
    if start < 2 or text[start - 1] != " " or not text[start - 2].isalnum():
        return ""
    return text[max(0, start - 30) : start - 1].split()[-1].lower()


def nouns_before(text: str, start: int, *, personal: bool) -> Introduction:
    """The noun phrase that a name at ``start`` belongs to, up to its head, in lower case; empty where there is none.

    ``personal`` is whether the name is surely a person's, for which nouns that are in no list will do.
    """
    before = _BRACKETED.sub("", text[max(0, start - _BEFORE) : start])
    borders = list(_BORDER.finditer(before))
    stretch = before[borders[-1].end() :] if borders else before
    if stretch.endswith(", "):
        return _set_beside(stretch[:-2])
    found: list[str] = []
    for word in reversed(stretch.split()):
        low = word.lower().strip("’'")
        if low in _OPENS or word.endswith(",") or _OWNER.search(word) or len(found) == _MOST:
            break
        if low not in ("called", "named"):
            found.insert(0, low)
    return tuple(found) if found and _introduces(found[-1], stretch, personal) else ()


def _introduces(noun: str, stretch: str, personal: bool) -> bool:
    """Whether the noun at the end of ``stretch`` may introduce a name: a known one, or one made like *cottager*."""
    return noun in _NOUNS or (personal and stretch.split()[-1].islower() and names_agent(noun))


def _set_beside(stretch: str) -> Introduction:
    """The noun phrase that ends before the comma: *The Secretary of the Corporation, M. Sainaba*."""
    words = stretch.rsplit(",", 1)[-1].split()
    if words and words[0].lower() in PREPOSITIONS:
        return ()  # *At his side, Rana al-Janabi …*
    for n, word in enumerate(words):
        opens = n == 0 or words[n - 1].lower() in DETERMINERS or _OWNER.search(words[n - 1]) is not None
        if opens or word.lower() in DETERMINERS:
            found = words_to_head(" ".join(words[n:]))
            if found and found[-1] in _NOUNS and len(found) <= _MOST and _ends_phrase(words[n:], found[-1]):
                return found
    return ()


def _ends_phrase(words: list[str], head: str) -> bool:
    """Whether nothing but *of …* and the like follows the head: not *the Mayor to explain the procedure, …*."""
    after = next((words[n + 1 :] for n, word in enumerate(words) if word.lower() == head), [])
    return not after or (after[0].lower() in PREPOSITIONS and after[0].lower() != "to")


def nouns_after(text: str, end: int) -> Introduction:
    """What a name that ends at ``end`` is said to be: *X, 43, the school’s head teacher*; *X is a farmer*."""
    beside = _BESIDE.match(text, end, end + _AFTER)
    if beside is None:
        return ()
    phrase = beside["beside"] or beside["copula"]
    found = words_to_head(phrase)
    told = found and (found[-1] in _NOUNS or (phrase.split()[0] in _ARTICLES and found[-1].islower()))
    return found if told and len(found) <= _MOST else ()


def is_body_beside(text: str, end: int, after: Introduction) -> bool:
    """Whether what follows a name that ends at ``end`` makes a body of it: *, Inc.*; *, which*; *, a maker of caps*.

    ``after`` is what `nouns_after` finds there.
    """
    return _BODILY.match(text, end) is not None or (bool(after) and after[-1] in _MAKES_BODY)
