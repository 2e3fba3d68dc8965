"""The seam between finding attributions and describing them.

A finder marks who says what with which words, and no more: the trained tagger, or the rules. Everything else a `Claim`
holds is worked out from these spans, whichever finder found them; `claims.choosing` says which finder reads a text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from claims.model import Span, Spans
from claims.paragraphs import Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """The three spans of a claim as found, in code points of the whole text; ``content`` is never empty.

    ``evidence`` says in a word how it was found (the name of a rule); ``confidence`` is the share of such findings
    that were right when measured. ``sought`` is whether who says it was looked for wherever that may be told.
    """

    content: Spans
    cue: Spans = ()
    source: Spans = ()
    evidence: str
    confidence: float
    sought: bool = True

    @property
    def spans(self) -> Spans:
        """Every span of every role."""
        return (*self.source, *self.cue, *self.content)

    @property
    def reach(self) -> Span:
        """From the first code point of any role to the last."""
        return min(start for start, _ in self.spans), max(end for _, end in self.spans)


class Finder(Protocol):
    """Finds the attributions of a text, one list for each paragraph, in order, as they are asked for."""

    @property
    def name(self) -> str:
        """Name and version: another version may find something else."""
        ...

    def __call__(self, text: str, paragraphs: Sequence[Paragraph]) -> Iterator[list[Attribution]]:
        """Yield the attributions of each of ``paragraphs``, which are those of ``text``."""
        ...
