"""What can be wrong with a setting, in words that are harmless on any terminal."""

from collections.abc import Iterable
from typing import NamedTuple

from store.safety import label

_LARGE = 10**18
_NAMED = 3
"""Places in which what is called alike is named."""


class Problem(NamedTuple):
    """What is wrong with the setting at ``path``; where that is empty, with the file."""

    path: tuple[str, ...]
    words: str


def told(value: object) -> str:
    """A value of the file, as it is named in a message."""
    if isinstance(value, str):
        return f"“{label(value, 40)}”" if '"' in value else f'"{label(value, 40)}"'
    if isinstance(value, bool):
        return str(value).lower()
    if (isinstance(value, int) and abs(value) < _LARGE) or isinstance(value, float):
        return str(value)
    kinds = {int: "such a number", list: "a list", dict: "a table"}
    return kinds.get(type(value), "a date or time")


def unknown(path: tuple[str, ...], known: Iterable[str], what: str) -> Problem:
    """``path`` names nothing that is ``known``; what comes near it is proposed."""
    from difflib import get_close_matches

    name = ".".join(path)
    known = tuple(known)
    # The very name, in another place, before what is only alike.
    there = [one for one in known if one.rpartition(".")[2] == path[-1]]
    near = there if 0 < len(there) <= _NAMED else get_close_matches(name[:80], known, n=1)
    return Problem(path, f"there is no such {what}" + (f"; did you mean {' or '.join(near)}?" if near else ""))
