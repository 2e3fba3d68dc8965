"""How well found claims agree with annotated ones, as counts that can be added up and drawn again.

A claim is found where its content shares at least half of its words with an annotated one (intersection over union, one
to one, best first) and their sources share a word, or neither has one: PolNeAR's claims are compared so. Spans are
compared beside that as maximal segments of a flat tagging, exactly, as Wang et al. 2021 (CofeNet) do.
"""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from claims.attributions import Finder
from claims.model import Span, Spans
from claims.paragraphs import paragraphs_of
from claims.tagger.decoding import ROLES
from claims.tagger.encoding import WORD
from claims.training.corpus import TrainingArticle

HALF = 0.5


@dataclass(frozen=True)
class Counts:
    """How many were right, how many were found, and how many there were to find."""

    right: float = 0
    found: float = 0
    there: float = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.right + other.right, self.found + other.found, self.there + other.there)

    @property
    def precision(self) -> float:
        """The share of what was found that was right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what was there that was found; 0 where nothing was there."""
        return self.right / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.found + self.there) if self.found + self.there else 0.0


class _Claimed(Protocol):
    @property
    def content(self) -> Spans: ...
    @property
    def cue(self) -> Spans: ...
    @property
    def source(self) -> Spans: ...


@dataclass(frozen=True)
class Spoken:
    """The three spans of a claim, annotated or found."""

    content: Spans
    cue: Spans
    source: Spans

    @classmethod
    def of(cls, claim: _Claimed) -> "Spoken":
        """The spans of any claim."""
        return cls(claim.content, claim.cue, claim.source)


class Words:
    """The words and signs of a text, by number, for comparing spans."""

    def __init__(self, text: str) -> None:
        self._owner = [-1] * (len(text) + 1)
        self.count = 0
        for match in WORD.finditer(text):
            self._owner[match.start() : match.end()] = [self.count] * (match.end() - match.start())
            self.count += 1

    def of(self, spans: Iterable[Span]) -> frozenset[int]:
        """The numbers of the words that ``spans`` touch."""
        return frozenset(number for start, end in spans for number in self._owner[start:end] if number >= 0)


def matched(text: str, there: Sequence[Spoken], found: Sequence[Spoken]) -> list[tuple[int, int]]:
    """Pairs of an annotated claim and the found one that agrees with it, by number."""
    words = Words(text)
    contents = [words.of(one.content) for one in there], [words.of(one.content) for one in found]
    likeness = [
        (-len(a & b) / len(a | b), i, j) for i, a in enumerate(contents[0]) for j, b in enumerate(contents[1]) if a & b
    ]
    pairs: list[tuple[int, int]] = []
    taken: tuple[set[int], set[int]] = set(), set()
    for unlike, i, j in sorted(likeness):
        if i in taken[0] or j in taken[1]:
            continue
        taken[0].add(i)
        taken[1].add(j)
        a, b = words.of(there[i].source), words.of(found[j].source)
        if -unlike >= HALF and (a & b or not (a or b)):
            pairs.append((i, j))
    return pairs


def same_speaker(annotated: str | None, found: str | None) -> bool:
    """Whether two names are the same, but for capitals, the form of an apostrophe, and an article before them."""
    return _bare(annotated) == _bare(found)


def _bare(name: str | None) -> str:
    words = (name or "").lower().replace("'", "’").split()
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words)


def segments(text: str, claims: Sequence[Spoken]) -> dict[str, set[Span]]:
    """The flat segments of each role, as ranges of words; where roles overlap, cue hides source, both content."""
    words = Words(text)
    tags: list[tuple[str, int] | None] = [None] * words.count
    for role in ("content", "source", "cue"):
        spans = {span for claim in claims for span in getattr(claim, role)}
        for number, span in enumerate(sorted(spans)):
            for word in words.of([span]):
                tags[word] = role, number
    found: dict[str, set[Span]] = {role: set() for role in ROLES}
    begin = 0
    while begin < len(tags):
        end = begin + 1
        tag = tags[begin]
        while end < len(tags) and tags[end] == tag:
            end += 1
        if tag is not None:
            found[tag[0]].add((begin, end))
        begin = end
    return found


def compared(text: str, there: Sequence[Spoken], found: Sequence[Spoken]) -> dict[str, Counts]:
    """The counts of one article: ``claim``, and each role's segments."""
    counts = {"claim": Counts(len(matched(text, there, found)), len(found), len(there))}
    ours, theirs = segments(text, found), segments(text, there)
    for role in ROLES:
        counts[role] = Counts(len(ours[role] & theirs[role]), len(ours[role]), len(theirs[role]))
    return counts


def found_in_polnear(finder: Finder, articles: Sequence[TrainingArticle]) -> list[dict[str, Counts]]:
    """The counts of each article for what ``finder`` marks, which should go by PolNeAR's convention."""
    return [
        compared(
            one.text,
            [Spoken.of(claim) for claim in one.claims],
            [Spoken.of(claim) for found in finder(one.text, paragraphs_of(one.text)) for claim in found],
        )
        for one in articles
    ]


def interval(
    counts: Sequence[Counts], of: Callable[[Counts], float], *, rounds: int = 1000, seed: int = 1
) -> tuple[float, float]:
    """The 95 % interval of ``of`` over articles with these counts, by the bootstrap (Efron 1979)."""
    rng = random.Random(seed)
    drawn = sorted(of(sum(rng.choices(counts, k=len(counts)), Counts())) for _ in range(rounds))
    return drawn[int(0.025 * rounds)], drawn[int(0.975 * rounds) - 1]
