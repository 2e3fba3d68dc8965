"""The full names in an article, so that a surname alone can be given its owner back."""

import re
from collections import defaultdict

from claims.lexicon import words
from claims.lexicon.sources import SUFFIXES, TITLES

_PARTICLE = r"(?:van|von|der|den|de|da|di|del|la|le|al|el|bin|ibn|ben|dos|du|ter)"
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w\u0300-\u036f’'\-]*"
_SEQUENCE = re.compile(
    rf"(?:{_CAPITAL}|(?:[A-Z]\.){{1,3}})(?:[ ](?:{_PARTICLE}[ ]){{0,2}}(?:{_CAPITAL}|(?:[A-Z]\.)+)){{0,5}}"
)
_POSSESSIVE = re.compile(r"[’']s?$")
_NOT_NAMES = (
    words.DETERMINERS | words.SUBORDINATORS | words.PREPOSITIONS | words.CONJUNCTIONS | words.ADVERBS | words.PERSONAL
    | words.AUXILIARIES | words.WEEKDAYS | words.MONTHS | {"asked", "speaking", "not", "there", "according"}
)  # fmt: skip


def capital_sequences(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The runs of capitalised words in a stretch of text, as written."""
    return [match.group() for match in _SEQUENCE.finditer(text, start, len(text) if end is None else end)]


def strip_titles(name: str) -> str:
    """A run of capitalised words without what comes before a person's own name: *NATO Secretary General*."""
    parts = name.split()
    last = max((n for n, part in enumerate(parts) if part.lower().rstrip(".") in TITLES), default=-1)
    parts = parts[last + 1 :]
    for n, part in enumerate(parts):
        if _POSSESSIVE.search(part) and n < len(parts) - 1:
            parts = parts[n + 1 :]
            break
    while parts and parts[0].lower() in _NOT_NAMES:
        parts = parts[1:]
    while parts and parts[-1].lower().rstrip(".") in SUFFIXES:
        parts = parts[:-1]
    return _POSSESSIVE.sub("", " ".join(parts))


def full_names_in(stretch: str) -> set[str]:
    """The names of two words and more in a stretch of text, without titles."""
    return {name for sequence in capital_sequences(stretch) if " " in (name := strip_titles(sequence))}


class Names:
    """The full names of a text, by every word but the first: surnames need not come last."""

    def __init__(self, text: str) -> None:
        self._by_word: dict[str, set[str]] = defaultdict(set)
        for sequence in capital_sequences(text):
            name = strip_titles(sequence)
            for word in name.split()[1:]:
                self._by_word[word.lower()].add(name)

    def fullest(self, name: str) -> str:
        """The one full name in the text that ``name`` is a part of; ``name`` itself if there is none or several."""
        part = f" {name.lower()} "
        longer = [one for one in self._by_word.get(part.split()[-1], ()) if part in f" {one.lower()} "]
        longer = [one for one in longer if one.lower() != name.lower()]
        firsts = {one.split()[0] for one in longer}
        return max(longer, key=lambda one: (len(one), one)) if len(firsts) == 1 else name
