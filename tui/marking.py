"""Marking by hand a claim that was missed: the content, then who says it, then the words that say so."""

from dataclasses import dataclass, replace

from claims.model import Span, Spans

_ASKS = (
    ("content", "Select what is claimed"),
    ("source", "Select who says it"),
    ("cue", "Select the word that says so (said, according to …)"),
)


@dataclass(frozen=True, slots=True)
class Marking:
    """A claim in the making. ``done`` holds the spans of the roles answered so far, in the order they are asked."""

    done: tuple[Spans, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every role has been answered."""
        return len(self.done) == len(_ASKS)

    @property
    def hint(self) -> str:
        """What to do now, in one line."""
        role, ask = _ASKS[len(self.done)]
        skip = "" if role == "content" else " (Enter alone: none)"
        step = f"{len(self.done) + 1} of {len(_ASKS)}"
        return f"Marking a claim, {step}: {ask}, then Enter{skip} · Backspace back · Esc stop"

    def answer(self, span: Span | None) -> "Marking":
        """The next step with ``span`` for the role asked about. Content cannot be left out: then nothing changes."""
        if span is None and not self.done:
            return self
        return replace(self, done=(*self.done, (span,) if span else ()))

    def back(self) -> "Marking":
        """The step before, to be answered anew."""
        return replace(self, done=self.done[:-1])
