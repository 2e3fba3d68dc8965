"""Keys with what they do, in one line."""

from collections.abc import Sequence

from rich.cells import cell_len

from tui.keymap.keyed import plain
from tui.widgets.panel.fitting import fit

_SHORTEST = 4


def fitted_keys(named: Sequence[tuple[str, str]], room: int) -> str:
    """The keys with their names; where that takes more than ``room`` cells, the longest names are cut short alike.

    What has no key is left out. Keys may be marked.
    """
    named = [(key, name) for key, name in named if key]
    widths = [cell_len(name) for _, name in named]
    over = sum(cell_len(plain(key)) + 2 for key, _ in named) - 1 + sum(widths) - room
    while over > 0 and (longest := max(widths, default=0)) > _SHORTEST:
        widths[widths.index(longest)] -= 1
        over -= 1
    return " ".join(f"{key} {fit(name, width)}" for (key, name), width in zip(named, widths, strict=True))
