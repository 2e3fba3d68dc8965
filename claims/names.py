"""The full names in an article, so that a surname alone can be given its owner back."""

import re
from collections import defaultdict

from claims.lexicon import words
from claims.lexicon.sources import TITLES

_PARTICLE = r"(?:van|von|der|den|de|da|di|del|la|le|al|el|bin|ibn|ben|dos|du|ter)"
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w\u0300-\u036f’'\-]*"
_SEQUENCE = re.compile(
    rf"(?:{_CAPITAL}|(?:[A-Z]\.){{1,3}})(?:[ \n](?:{_PARTICLE}[ \n]){{0,2}}(?:{_CAPITAL}|(?:[A-Z]\.)+)){{0,5}}"
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
    return _POSSESSIVE.sub("", " ".join(parts))


class Names:
    """Full names by their last word, from a whole text."""

    def __init__(self, text: str) -> None:
        self._by_last: dict[str, dict[str, int]] = defaultdict(dict)
        for sequence in capital_sequences(text):
            name = strip_titles(sequence)
            if " " in name:
                seen = self._by_last[name.rsplit(" ", 1)[1].lower()]
                seen[name] = seen.get(name, 0) + 1

    def fullest(self, name: str) -> str:
        """The one full name in the text that ends with ``name``; ``name`` itself if there is none or several."""
        ending = name.lower()
        longer = [one for one in self._by_last.get(ending.rsplit(" ", 1)[-1], ()) if one.lower().endswith(" " + ending)]
        firsts = {one.split()[0] for one in longer}
        return max(longer, key=len) if longer and len(firsts) == 1 else name
