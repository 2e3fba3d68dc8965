"""The family names of those named in full, and where a text has them."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from claims.names import PARTICLES

_WORD = re.compile(r"[\w\u0300-\u036f’'\-]+")
_OWNS = re.compile(r"[’']s?$")
_PARTICLES = 20  # code points before a name in which its particles are looked for
_NEAR = 3_000  # code points


class Families:
    """Where ``text`` has the family name of one of ``names``, which are full ones."""

    def __init__(self, text: str, names: Iterable[str]) -> None:
        known = {family_name(name) for name in names}
        lasts = {name.split()[-1] for name in known}
        self._starts: list[int] = []
        self._found: list[str] = []
        for word in _WORD.finditer(text):
            last = _OWNS.sub("", word.group())
            if last in lasts:
                whole = family_name(f"{text[max(0, word.start() - _PARTICLES) : word.start()]}{last}")
                if whole in known or last in known:
                    self._starts.append(word.start())
                    self._found.append(whole if whole in known else last)

    def last_before(self, end: int) -> str | None:
        """The one that is named last before ``end``, in code points; None where that is nowhere near."""
        at = bisect_left(self._starts, end) - 1
        return self._found[at] if at >= 0 and self._starts[at] >= end - _NEAR else None


def family_name(name: str) -> str:
    """The last of a person's names, with its particles: *van der Berg*."""
    words = name.split()
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in PARTICLES:
        at -= 1
    return " ".join(words[at:])
