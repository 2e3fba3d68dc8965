"""The fuller names that a text has for *the council* or *the ministry*, capitalised or not."""

import re

from claims.lexicon.words import ADVERBS, AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBORDINATORS, word_set
from claims.names import RUN
from claims.speakers.headings import in_heading

LINKED = re.compile(rf"(?: (?:of|for)(?: the)? {RUN.pattern}(?: and {RUN.pattern}(?=[,.]| (?:said|says)))?)+")
"""What goes on a capitalised name: *Department* of Agriculture, *Centre* for the Study of War."""
OWNER = re.compile(r"(?:[’']s|s[’'])$")
_BEFORE = 60  # code points
_BORDER = re.compile(r".*(?:[.,;:!?“”\"‘()\n—–]| - )", re.DOTALL)
_MOST = 5  # words before the noun
_DISTINCT = 20  # names; where a text has more, the noun alone tells nothing
_DESCRIBES = word_set(
    """same new old own other another entire whole first last second third next previous current former big small large
    largest biggest local main only very such giant struggling ailing embattled tiny full"""
)
_ONLY_TELLS = re.compile(r"(?:ly|ed|ing)$|^[a-z]+-(?:member|person|judge|strong)$")
"""*A three-member panel* is nothing more than *the panel*."""
_ENDS = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | SUBORDINATORS | ADVERBS


def bodies_called(text: str, head: str) -> list[str]:
    """The distinct names in ``text`` that end with ``head`` and say more, as first written, none a part of another.

    Empty where there are too many for the noun to tell anything.
    """
    found: dict[str, str] = {}
    for noun in re.finditer(rf"\b{re.escape(head)}\b(?!-\w)", text, re.IGNORECASE):
        name = None if in_heading(text, noun.span()) else _name_round(text, noun)
        if name is not None:
            found.setdefault(name.lower(), name)
        if len(found) > _DISTINCT:
            return []
    return [
        name
        for low, name in found.items()
        if not any(other != low and {*low.split()} <= {*other.split()} for other in found)
    ]


def _name_round(text: str, noun: re.Match[str]) -> str | None:
    """The name that ends with the noun, where an article or an owner opens it, or it is capitalised."""
    stretch = _BORDER.sub("", text[max(0, noun.start() - _BEFORE) : noun.start()])
    words: list[str] = []
    opened = False
    for word in reversed(stretch.split()):
        low = word.lower()
        if low in _ENDS or OWNER.search(word) is not None or len(words) == _MOST:
            opened = low not in ("a", "an") and (low in DETERMINERS or OWNER.search(word) is not None)
            break
        words.insert(0, word)
    while not opened and any(word[:1].islower() for word in words):
        words.pop(0)
    while words and (words[0].lower() in _DESCRIBES or words[0].isdigit() or _ONLY_TELLS.search(words[0])):
        words.pop(0)
    linked = LINKED.match(text, noun.end()) if noun.group()[:1].isupper() else None
    if not words and linked is None:
        return None
    return OWNER.sub("", " ".join([*words, noun.group()]) + (linked.group() if linked is not None else ""))
