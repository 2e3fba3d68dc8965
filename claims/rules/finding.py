"""What a rule gives back, in token numbers, and the signature that all of them share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from claims.attributions import Attribution
from claims.model import Spans
from claims.rules.clause import Cue, Range, Tokens, span
from claims.rules.evidence import MEASURED
from claims.rules.subjects import subject_before


@dataclass(frozen=True, slots=True)
class Finding:
    """Who, by what word, what: token ranges of one sentence; ``rule`` names the construction."""

    rule: str
    content: tuple[Range, ...]
    cue: tuple[Range, ...] = ()
    source: tuple[Range, ...] = ()


@dataclass
class Sentence:
    """The sentence under the rules: its tokens, its cues in order, and what was found in it so far."""

    tokens: Tokens
    cues: Sequence[Cue]
    found: list[Finding] = field(default_factory=list)

    @cached_property
    def groups(self) -> dict[int, Cue]:
        """The cues by the token that their verb group begins with."""
        return {cue.group: cue for cue in self.cues}

    @cached_property
    def owned(self) -> dict[int, Cue]:
        """The cues by the token that their subject begins with, where one stands before them."""
        subjects = ((subject_before(self.tokens, cue), cue) for cue in self.cues)
        return {subject[0]: cue for subject, cue in subjects if subject is not None}


CueRule = Callable[[Sentence, Cue], Finding | None]
"""Reads one reporting verb of a sentence."""

SentenceRule = Callable[[Sentence], list[Finding]]
"""Reads a sentence for constructions without a reporting verb."""


def attribution(tokens: Tokens, finding: Finding) -> Attribution:
    """A finding in code points, with the measured confidence of its rule."""
    confidence, evidence = MEASURED[finding.rule]

    def spans(ranges: tuple[Range, ...]) -> Spans:
        return tuple(span(tokens, *one) for one in ranges)

    return Attribution(
        content=spans(finding.content),
        cue=spans(finding.cue),
        source=spans(finding.source),
        evidence=evidence,
        confidence=confidence,
    )
