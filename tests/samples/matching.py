"""How well claims that an engine found agree with those that a person annotated.

Content counts as found where it shares at least half of its words with an annotated one (intersection over union, one
to one, best first) and the sources meet, or neither has one: the measure that PolNeAR's claims are compared by.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.model import Claim, Span
from tests.samples.sample_articles import Example

_WORD = re.compile(r"\w+(?:['’.\-]\w+)*")


@dataclass(frozen=True)
class Agreement:
    """Pairs that agree, as (annotated, found), and how many there were of each."""

    pairs: tuple[tuple[Example, Claim], ...]
    annotated: int
    found: int

    @property
    def precision(self) -> float:
        return len(self.pairs) / self.found

    @property
    def recall(self) -> float:
        return len(self.pairs) / self.annotated

    @property
    def f1(self) -> float:
        return 2 * len(self.pairs) / (self.annotated + self.found)


def agreement(text: str, annotated: Sequence[Example], found: Sequence[Claim]) -> Agreement:
    """Pair the claims of one article."""

    def words(spans: Sequence[Span]) -> set[int]:
        return {m.start() for start, end in spans for m in _WORD.finditer(text, start, end)}

    scored = []
    for i, example in enumerate(annotated):
        for j, claim in enumerate(found):
            theirs, ours = words(example.content), words(claim.content)
            if shared := len(theirs & ours):
                scored.append((-shared / len(theirs | ours), i, j))
    pairs = []
    taken: tuple[set[int], set[int]] = set(), set()
    for likeness, i, j in sorted(scored):
        if i in taken[0] or j in taken[1]:
            continue
        taken[0].add(i)
        taken[1].add(j)
        theirs, ours = words([annotated[i].source] if annotated[i].source else []), words(found[j].source)
        if likeness <= -0.5 and (theirs & ours or not (theirs or ours)):
            pairs.append((annotated[i], found[j]))
    return Agreement(tuple(pairs), len(annotated), len(found))
