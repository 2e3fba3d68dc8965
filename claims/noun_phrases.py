"""The words that lead up to the head noun of an English noun phrase, found without a grammar."""

import re

from claims.lexicon.people import ROLE_NOUNS
from claims.lexicon.sources import ANONYMOUS, DOCUMENTS
from claims.lexicon.words import DETERMINERS, PREPOSITIONS, word_set

Introduction = tuple[str, ...]
"""The words of a noun phrase up to its head noun, in lower case: *deputy*, *mayor*."""

WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")
NUMBERS = word_set("one two three four five six seven eight nine ten")
NEVER_HEADS = word_set("the a an his her its their my our your one of that this")
_PARTICIPLE = re.compile(
    r"(?:seen|told|given|sent|led|held|shown|known|quoted|read|drawn|written|taken|made|run|\w{3,}ed|\w{3,}ing)$"
)
_RELATIVES = frozenset(("who", "which", "whose", "whom"))
_ENDS = PREPOSITIONS | (DETERMINERS - NUMBERS) | {"that", "familiar", "close"}
_BEFORE_PARTICIPLES = ROLE_NOUNS | DOCUMENTS | ANONYMOUS | {"people"}


def words_to_head(phrase: str) -> Introduction:
    """The words of a noun phrase up to its head noun, in lower case, without article, owners and what follows."""
    found: list[str] = []
    for word in WORD.findall(phrase.lower().replace("’", "'")):
        if word in _RELATIVES or (found and word in _ENDS):
            break
        if found and is_participle(word) and (found[-1].endswith("s") or found[-1] in _BEFORE_PARTICIPLES):
            break
        if word.endswith(("'s", "s'")):
            found.clear()
        elif word not in NEVER_HEADS and (found or word not in PREPOSITIONS):
            found.append(word)
    return tuple(found)


def is_participle(word: str) -> bool:
    """Whether a word may be a participle after its noun: *a report seen by*, *people briefed on*."""
    return _PARTICIPLE.match(word) is not None
