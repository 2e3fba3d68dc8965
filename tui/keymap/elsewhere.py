"""What is not done by a key of the reader's: which key leads to a place, and what only the shell or a theme does."""

from tui.keymap.applying import Keymap
from tui.keymap.places import PLACES

_WAYS = {
    "amending": "claims.amend",
    "panel": "around.panel",
    "note": "claims.note",
    "passage": "read.select-by-keys",
    "selecting": "read.select-by-keys",
    "library": "around.library",
    "all-tags": "around.tags",
    "bin": "around.bin",
    "changes": "around.changes",
}

SHELL = {
    "serve": ("In a browser", "browser web server html"),
    "keys": ("The keys as a list", "print shortcuts bindings rebind"),
    "where --settings": (
        "The file of settings",
        "settings configuration preferences rebind font size width language options zoom wrap bigger smaller",
    ),
    "read --plain": ("As lines of words", "plain screen reader speak aloud accessible braille"),
    "db backup": ("Copy the library", "backup save"),
    "db merge": ("Bring another library in", "merge import sync"),
    "db encrypt": ("Put the library under a passphrase", "encrypt password secret lock"),
    "verify": ("Whether texts and files still are what came", "verify hash changed"),
}
"""Verbs of the shell by what they do, with further words that they are found by."""

_DARK, _LIGHT = "dark black colour color", "white light bright colour color"
THEMES = {
    "night": ("dark", f"{_DARK}, white on black, dark mode, night mode"),
    "day": ("light", f"{_LIGHT}, black on white, light mode, day mode"),
    "contrast": ("dark, every word at 7 : 1 or more", f"{_DARK} accessible, high contrast, white on black"),
    "contrast-day": ("light, every word at 7 : 1 or more", f"{_LIGHT} accessible, high contrast, black on white"),
    "safe": ("dark, never rests on red and green", f"{_DARK} blind daltonism"),
    "safe-day": ("light, never rests on red and green", f"{_LIGHT} blind daltonism"),
    "ansi": ("the sixteen colours of the terminal", "colour color"),
    "terminal": ("without any colours", "colour color monochrome plain, black and white, no colour, no color"),
}
"""What a theme is like, with further words that it is found by; behind commas, phrases."""


def where(place: str, keymap: Keymap) -> str:
    """The title of ``place``, with the key that leads there: ``Amend (E)``."""
    key = keymap.key_of(_WAYS[place]) if place in _WAYS else ""
    return f"{PLACES[place].title} ({key})" if key else PLACES[place].title
