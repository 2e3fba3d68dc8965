"""Which keys there are: what terminals send, as readers may write it."""

import string
from functools import cache

from textual.keys import _character_to_key

EXAMPLES = 'write "y", "ctrl+g", "f5"'
_NAMED = frozenset(
    (
        *("enter", "escape", "backspace", "delete", "insert", "space", "tab", "home", "end", "pageup", "pagedown"),
        *("up", "down", "left", "right", *(f"f{n}" for n in range(1, 25))),
    )
)
_SAME = {"ctrl+h": "Backspace", "ctrl+m": "Enter", "ctrl+[": "Esc"}
"""Keys that terminals cannot tell from others."""


class NoKeyError(ValueError):
    """Says why something is no key, and what to write."""


def key(written: str) -> str:
    """A key as commands have it, from what a reader wrote. Raises `NoKeyError`."""
    if len(written) == 1:
        if written == " ":
            return "space"
        if written.isprintable() and not written.isspace():
            return written
        raise NoKeyError(f"is no key ({EXAMPLES})")
    if len(written) > 1 and "," in written[:-1]:
        raise NoKeyError('is no key (several are a list: ["y", "ctrl+g"])')
    *modifiers, last = _parts(written)
    if len(set(modifiers)) < len(modifiers) or not set(modifiers) <= {"alt", "ctrl", "shift"}:
        raise NoKeyError(f"is no key ({EXAMPLES})")
    last = _characters().get(last, last)
    if len(last) == 1:
        if not last.isprintable() or last.isspace():
            raise NoKeyError(f"is no key ({EXAMPLES})")
        if "shift" in modifiers or ("ctrl" in modifiers and last != last.lower()):
            raise NoKeyError("never arrives: write a capital by itself, or ctrl with a small letter")
    elif last not in _NAMED:
        raise NoKeyError(f"is no key ({EXAMPLES})")
    name = "+".join([*sorted(modifiers), last])
    if name in _SAME:
        raise NoKeyError(f"is {_SAME[name]} to terminals: choose another")
    return name


def is_text(name: str) -> bool:
    """Whether a field takes the key for a letter."""
    return len(name) == 1 or name == "space"


def _parts(written: str) -> list[str]:
    # The plus may be the key itself.
    if written.endswith("++"):
        return [*written[:-2].lower().split("+"), "+"]
    before, plus, last = written.rpartition("+")
    return [*before.lower().split("+"), last if len(last) == 1 else last.lower()] if plus else [written.lower()]


@cache
def _characters() -> dict[str, str]:
    """Characters by the names that the library behind the screen has for them, such as ``question_mark``."""
    return {_character_to_key(char): char for char in string.punctuation}
