"""Single values of another library, each looked at before it is believed."""

import re
from collections.abc import Sequence
from typing import Any, TypeVar

from store.keeping.connection import storable
from store.safety import label, safe

T = TypeVar("T")

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z")
_UID = re.compile(r"[0-9A-Za-z_-]{1,64}")
_SHA256 = re.compile(r"[0-9a-f]{64}|")
_LONGEST_NUMBER = 2**53


class UnreadableError(Exception):
    """A record is not as this program writes it; says what of it."""


def text(value: object, what: str) -> str:
    """Any text, as it can be stored."""
    if not isinstance(value, str):
        raise UnreadableError(what)
    return value if value.isascii() else storable(value)


def line(value: object, what: str) -> str:
    """A text that is shown in one line."""
    return safe(text(value, what).replace("\n", " "))


def title(value: object) -> str:
    """A title, never empty."""
    return label(text(value, "title")) or "Untitled"


def time(value: object, what: str) -> str:
    """A time as this program writes it, so that times can be compared as texts."""
    return _matching(_TIME, value, what)


def uid(value: object, what: str = "identifier") -> str:
    """An identifier."""
    return _matching(_UID, value, what)


def sha256(value: object) -> str:
    """A hash, or '' where there is none."""
    return _matching(_SHA256, value, "hash")


def number(value: object, what: str, most: int = _LONGEST_NUMBER) -> int:
    """A whole number from 0."""
    if type(value) is not int or not 0 <= value <= most:
        raise UnreadableError(what)
    return value


def one_of(value: object, allowed: Sequence[T], what: str) -> T:
    """One of some values."""
    for one in allowed:
        if value == one and type(value) is type(one):
            return one
    raise UnreadableError(what)


def listed(value: object, what: str) -> list[Any]:
    """A list."""
    if not isinstance(value, list | tuple):
        raise UnreadableError(what)
    return list(value)


def _matching(pattern: re.Pattern[str], value: object, what: str) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise UnreadableError(what)
    return value
