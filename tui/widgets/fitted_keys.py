"""Keys with what they do, in one line."""

from collections.abc import Sequence

from rich.cells import cell_len

from tui.widgets.panel.fitting import fit

_SHORTEST = 4


def fitted_keys(named: Sequence[tuple[str, str]], room: int) -> str:
    """The keys with their names; where that takes more than ``room`` cells, the longest names are cut short alike."""
    named = [(key, name) for key, name in named if key]
    longest = max((cell_len(name) for _, name in named), default=0)
    lines = (
        " ".join(f"{key} {fit(name, limit)}" for key, name in named)
        for limit in range(longest, min(longest, _SHORTEST) - 1, -1)
    )
    line = ""
    for line in lines:
        if cell_len(line) <= room:
            break
    return line
