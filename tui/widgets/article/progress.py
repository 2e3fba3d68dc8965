"""How far one has come in a text, in the few words that fit into a frame. Pure."""

from rich.cells import cell_len, set_cell_size

from claims.model import Span
from store.document import Document
from store.numbering import Numbers

WORDS_A_MINUTE = 230
"""What people read silently of English non-fiction: 238 by Brysbaert's review of 190 studies (2019), told with less."""
_LETTERS_A_MINUTE = 500
"""The same in scripts that put no spaces between their words, of Chinese and Japanese about as much."""
_LONGEST_WORD = 15
_SAMPLE = 20_000
"""Code points of a text whose words are counted, to know how long its words are: ten megabytes would take too long."""
_HOURS = 100
"""Minutes from which on hours are told."""
WIDE, NARROW = 44, 30
"""Cells from which on there is room for the minutes, and for the paragraphs."""
_BETWEEN = " ── "
_LEAST = 12
"""Cells of anything else that are worth showing."""


class Progress:
    """How far one has come in ``document``, by what is in sight. Costs no more in a long text than in a short one."""

    def __init__(self, document: Document) -> None:
        self._length = len(document.text)
        self._blocks = document.blocks
        self._numbers = Numbers(document.blocks)
        self._a_minute = _code_points_a_minute(document.text[:_SAMPLE])

    def told(self, seen: Span, room: int) -> str:
        """How far one is who sees ``seen``, in code points, in at most ``room`` cells where that can be."""
        at = self.place(seen)
        left = self._length - at
        share = "100 %" if left <= 0 else f"{min(99, 100 * at // self._length)} %"
        parts = [share]
        if room >= NARROW and self._numbers.total:
            number = self._numbers.at(self._length - 1) if left <= 0 else self._at_top(seen)
            parts.append(f"¶ {max(1, number)}/{self._numbers.total}")
        if room >= WIDE and left > 0:
            minutes = max(1, round(left / self._a_minute))
            parts.append(f"{minutes} min left" if minutes < _HOURS else f"{round(minutes / 60)} h left")
        return " · ".join(parts)

    def _at_top(self, seen: Span) -> int:
        """The number of the paragraph at the top, or the first in sight below a heading, a table or a blank line."""
        number = self._numbers.at(seen[0])
        index = self._numbers.block(number)
        following = self._numbers.block(number + 1)
        if index is not None and seen[0] < self._blocks[index].end:
            return number
        return number + 1 if following is not None and self._blocks[following].start < seen[1] else number

    def place(self, seen: Span) -> int:
        """Where in the text one reads who sees ``seen``: a code point, from 0 to as many as there are.

        At the beginning that is the first in sight, at the end it is the last, and between them it slides from the one
        to the other: as far down what is in sight as what is above that is of all that is not in sight.
        """
        above, below = max(0, seen[0]), max(0, self._length - seen[1])
        return self._length * above // (above + below) if below else self._length


def beside(words: str, progress: str, room: int) -> str:
    """``words`` before ``progress``, cut to ``room`` cells or left out where too few of them would be left."""
    spare = room - cell_len(progress) - cell_len(_BETWEEN)
    if not words or spare < min(_LEAST, cell_len(words)):
        return progress
    fitting = words if cell_len(words) <= spare else f"{set_cell_size(words, spare - 1).rstrip()}…"
    return f"{fitting}{_BETWEEN}{progress}"


def _code_points_a_minute(sample: str) -> float:
    words = len(sample.split())
    if not words or len(sample) > _LONGEST_WORD * words:
        return _LETTERS_A_MINUTE
    return WORDS_A_MINUTE * len(sample) / words
