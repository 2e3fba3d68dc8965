"""One line above the footer that says what the next keys do, or for a moment what was done."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.timer import Timer

from tui.keymap.keyed import plain
from tui.widgets.fitted_keys import BETWEEN, fitted_hint, in_one_line
from tui.widgets.word_line import WordLine

if TYPE_CHECKING:
    from textual.content import Content

LASTS = 4.0
"""Seconds for which the line tells what was done before it says again what the next keys do."""
ROOMY = 20
"""Lines of the window from which on one can be spared for what the digits do with the selected claim, or a further one
for what else can be done after something was."""
_A_SECOND = 18
"""Code points that are read in a second, and more."""


class Hint(WordLine):
    """What the next keys do; for a moment, what was done."""

    DEFAULT_CSS = """
    Hint { color: $accent; text-style: bold; text-overflow: ellipsis; text-wrap: nowrap; }
    Hint.-usual { color: $text-muted; text-style: none; }
    Hint.-told { color: $foreground; text-style: bold; }
    Hint.-long { height: auto; max-height: 3; text-wrap: wrap; text-overflow: fold; }
    Hint.-long.-roomy { max-height: 4; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._hint = ""
        self._whole = self._usual = False
        self._telling = ""
        self._beside: Callable[[int], str] | None = None
        self._timer: Timer | None = None

    def say(
        self,
        words: str,
        *,
        whole: bool = False,
        at_once: bool = True,
        beside: Callable[[int], str] | None = None,
    ) -> None:
        """Say what the next keys do, or nothing where ``words`` are empty; with ``whole`` in more lines if need be.

        What is being told goes on until there is something new to say, or to its end where that is not ``at_once``:
        then ``beside`` gives what of it stands beside what is told, in so many cells.
        """
        new, self._hint = bool(words) and words != self._hint, words
        self._whole, self._usual, self._beside = whole, not at_once, beside
        if new and at_once and self._telling:
            self.leave_off()
        elif self._telling:
            self._tell()
        else:
            self._say_again()

    def tell(self, words: str) -> None:
        """Say what was done, for as long as it takes to read."""
        self._stop()
        self._telling = words
        # On a slow machine it may be some time until it can be read.
        self.call_after_refresh(self._count, words)
        self.add_class("-told")
        self._tell()

    @property
    def told(self) -> str:
        """What is being told, without what stands beside it."""
        return plain(self._telling)

    def has_room_for(self, words: str) -> bool:
        """Whether all of ``words`` is in sight while it is told."""
        from textual.content import Content

        from tui.keymap.broken import broken

        width, height = self.app.size
        return len(Content(broken(words, width - 2)).wrap(width - 2)) <= (4 if height >= ROOMY else 3)

    def _tell(self) -> None:
        width, height = self.app.size
        told = in_one_line(self._telling, width - 2) if height < ROOMY else self._telling
        room = width - 2 - cell_len(plain(told))
        self.set_class(room < 0, "-long")
        self.set_class(height >= ROOMY, "-roomy")
        beside = self._beside(room - cell_len(BETWEEN)) if self._beside is not None else ""
        super().say(f"{told}{BETWEEN}{beside}" if beside else told)

    def moves(self, words: str) -> bool:
        """What is long takes more lines than one."""
        return self.has_class("-long") or super().moves(words)

    def drawn(self, words: str) -> "Content":
        """``words``; of what takes several lines no key is parted from what it does."""
        if not self.has_class("-long"):
            return super().drawn(words)
        from tui.keymap.broken import broken

        return super().drawn(broken(words, self.app.size.width - 2))

    def on_resize(self) -> None:
        """Lines are longer, or shorter."""
        if self.has_class("-long"):
            self.update(self.drawn(self._marked))

    def leave_off(self) -> None:
        """Say again what the next keys do."""
        self._stop()
        self._telling = ""
        self.remove_class("-told")
        self._say_again()

    def _count(self, words: str) -> None:
        if words == self._telling:
            self._stop()
            self._timer = self.set_timer(max(LASTS, len(words) / _A_SECOND), self.leave_off)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _say_again(self) -> None:
        self.set_class(self._usual, "-usual")
        self.set_class(self._whole and cell_len(plain(self._hint)) > self.app.size.width - 2, "-long")
        room = self.app.size.width - 2
        super().say(self._hint if self.has_class("-long") else fitted_hint(self._hint, room))
