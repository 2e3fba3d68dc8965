"""Keys with what they do, in one line."""

import re
from collections.abc import Sequence

from rich.cells import cell_len

from tui.keymap.keyed import AS, IN, plain
from tui.keymap.places import COMMANDS
from tui.widgets.panel.fitting import fit

_NAMED = re.compile(f"{IN}([^{AS}]*){AS}")
BETWEEN = " · "
"""Between the parts of a hint."""


def fitted_keys(named: Sequence[tuple[str, str]], room: int) -> str:
    """The keys with their names, as many of the first as have ``room`` cells: no name is cut.

    What has no key is left out. Keys may be marked.
    """
    parts = [f"{key} {name}" for key, name in named if key]
    while parts and cell_len(plain(" ".join(parts))) > room:
        parts.pop()
    return " ".join(parts)


def fitted_hint(words: str, room: int) -> str:
    """``words``, parts with points between them, without as many of the last as it takes to have ``room`` cells.

    The first stays, which says what is under way, cut short if need be; and the way out of it.
    """
    first, *parts = words.split(BETWEEN)
    while (over := cell_len(plain(BETWEEN.join((first, *parts)))) - room) > 0:
        last = next((at for at in reversed(range(len(parts))) if not _leads_out(parts[at])), None)
        if last is None:
            return BETWEEN.join((fit(plain(first), cell_len(plain(first)) - over), *parts))
        del parts[last]
    return BETWEEN.join((first, *parts))


def in_one_line(words: str, room: int) -> str:
    """``words`` without as many of the last parts as it takes to have ``room`` cells; the first stays whole."""
    while cell_len(plain(words)) > room and BETWEEN in words:
        words = words.rpartition(BETWEEN)[0]
    return words


def _leads_out(part: str) -> bool:
    return any("escape" in COMMANDS[command].keys for command in _NAMED.findall(part) if command in COMMANDS)
