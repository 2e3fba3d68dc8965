"""Giving an annotation that has lost its words others: the reader selects where it belongs."""

from typing import NamedTuple

from claims.model import Span
from store.annotations import Annotation
from store.quoting import quoted
from tui.modes.mode import Done


class Relinking(NamedTuple):
    """Where ``annotation`` belongs is asked; ``span`` is where, once that is answered."""

    annotation: Annotation
    span: Span | None = None

    @property
    def place(self) -> str:
        """The place whose keys it gives."""
        return "marking"

    @property
    def hint(self) -> str:
        """What to do now."""
        what = "claim" if self.annotation.kind == "claim" else "passage"
        keys = "({read.select-by-keys} or mouse), {mode.answer} · {mode.leave} leave it"
        return f"Select where this {what} belongs now {keys}"

    @property
    def about(self) -> str:
        """Which one it is, by the words that it had."""
        words = " … ".join(one.exact for one in self.annotation.selectors if one.role in ("content", "passage"))
        return quoted(words, 40)

    def answer(self, span: Span | None) -> "Relinking | Done":
        """Take ``span``, if anything is selected."""
        return self if span is None else Done(self._replace(span=span))

    def back(self) -> "Relinking":
        """There is one step only."""
        return self

    def leave(self) -> None:
        """It stays without a place."""
