"""Words with keys in them on several lines: no key stands alone at the end of one, parted from what it does."""

from collections.abc import Iterator
from itertools import pairwise

from rich.cells import cell_len

from tui.keymap.keyed import OUT, plain

_POINT = "·"


def broken(words: str, room: int) -> str:
    """``words``, in which keys may be marked, with line feeds so that each line takes at most ``room`` cells.

    A key stays with the word after it, and the point between two parts with the word before it; what is too long for
    a line all the same is left as it is.
    """
    lines = [""]
    for together in _together(words.split(" ")):
        longer = f"{lines[-1]} {together}" if lines[-1] else together
        if lines[-1] and cell_len(plain(longer)) > room:
            lines.append(together)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def _together(words: list[str]) -> Iterator[str]:
    together = words[0]
    for word, after in pairwise(words):
        if word.endswith(OUT) or after == _POINT:
            together = f"{together} {after}"
        else:
            yield together
            together = after
    yield together
