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
    lines, used = [""], 0
    for together in _together(words.split(" ")):
        size = cell_len(plain(together))
        if lines[-1] and used + 1 + size > room:
            lines.append(together)
            used = size
        else:
            used += size + bool(lines[-1])
            lines[-1] = f"{lines[-1]} {together}" if lines[-1] else together
        if used > room:
            used %= room  # it is folded, and its last line has room for more
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
