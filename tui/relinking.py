"""Giving an annotation that has lost its words others: the reader selects where it belongs."""

from dataclasses import dataclass

from store.annotations import Annotation
from tui.marking import Marking


@dataclass(frozen=True, slots=True, kw_only=True)
class Relinking(Marking):
    """Where ``annotation`` belongs is asked, and nothing else."""

    annotation: Annotation

    @property
    def complete(self) -> bool:
        """Whether a place has been selected."""
        return bool(self.done)

    @property
    def hint(self) -> str:
        """What to do now, in one line, with keys as ``{id}`` of their commands."""
        what = "claim" if self.annotation.kind == "claim" else "passage"
        keys = "({read.select-by-keys} or mouse), {mode.answer} · {mode.leave} leave it"
        return f"Select where this {what} belongs now {keys}"
