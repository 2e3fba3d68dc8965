"""How a key is called in words on the screen, in the help and in the README."""

from textual.binding import Binding
from textual.keys import format_key

NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "backspace": "Backspace",
    "delete": "Delete",
    "space": "Space",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}


def shown(key: str) -> str:
    """``key`` as readers know it: ``]``, ``Esc``, ``↓``, ``ctrl+s``."""
    modifiers, plus, last = key.rpartition("+") if len(key) > 1 else ("", "", key)
    return f"{modifiers}{plus}{NAMES.get(last) or (format_key(last) if len(last) > 1 else last)}"


def displayed(binding: Binding) -> str:
    """The key of ``binding`` in a row of keys: as `shown`, but for the sign of Ctrl, since room is scarce there."""
    return binding.key_display or shown(binding.key).replace("ctrl+", "^")
