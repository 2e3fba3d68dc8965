"""Marking by hand a claim that was missed: the content, then who says it, then the words that say so."""

from typing import NamedTuple

from claims.model import Span, Spans
from tui.modes.mode import Done

_ASKS = (
    ("content", "select what is claimed"),
    ("source", "select who says it"),
    ("cue", "select the word that says so"),
)


class Marking(NamedTuple):
    """A claim in the making. ``done`` holds the spans of the roles answered so far, in the order they are asked."""

    done: tuple[Spans, ...] = ()

    @property
    def place(self) -> str:
        """The place whose keys it gives."""
        return "marking"

    @property
    def about(self) -> str:
        """It is plain what it is about."""
        return ""

    @property
    def hint(self) -> str:
        """What to do now."""
        role, ask = _ASKS[len(self.done)]
        skip = "" if role == "content" else " (alone: none)"
        step = f"Marking {len(self.done) + 1}/{len(_ASKS)}"
        keys = f"{{mode.answer}}{skip} · {{mode.leave}} stop · {{mode.back}} back"
        return f"{step}: {ask} ({{read.select-by-keys}} or mouse), {keys}"

    def answer(self, span: Span | None) -> "Marking | Done":
        """Take ``span`` for the role asked about. Content cannot be left out, nor words have two roles: then nothing
        changes.
        """
        if (span is None and not self.done) or self.taken_as(span):
            return self
        further = self._replace(done=(*self.done, (span,) if span else ()))
        return Done(further) if len(further.done) == len(_ASKS) else further

    def taken_as(self, span: Span | None) -> str:
        """What words are already, all of which stand in ``span``; '' where none do. Others may enclose it."""
        if span is not None:
            for (_, ask), spans in zip(_ASKS, self.done, strict=False):
                if any(span[0] <= low and high <= span[1] for low, high in spans):
                    return ask.removeprefix("select ")
        return ""

    def back(self) -> "Marking":
        """The role before."""
        return self._replace(done=self.done[:-1])

    def leave(self) -> None:
        """Nothing is kept of it."""
