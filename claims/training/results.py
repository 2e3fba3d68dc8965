"""What an engine made of the project's own articles, counted by everything that a reader may want to know."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from claims.model import Claim
from claims.training.notation import AnnotatedArticle, AnnotatedClaim
from claims.training.scoring import Counts, Spoken, matched, same_speaker

KINDS = {"direct": {"direct"}, "mixed": {"mixed"}, "quoted": {"direct", "mixed"}, "indirect": {"indirect"}}
"""Kinds of quotation, and what stands for both that have quotation marks."""

_Any = TypeVar("_Any", Claim, AnnotatedClaim)

ACTS = ("speech", "attitude")


@dataclass
class Result:
    """Counts by article, genre, kind of quotation and act; all but the last of speech alone, as the reader shows.

    ``speakers`` and ``kinds`` are how many of the claims found have the right speaker and the right kind of quotation;
    ``sure`` is the confidence of each claim that was found, and whether it is one; ``told`` how sure of each speaker
    whom the source itself does not name, and whether that is who speaks.
    """

    articles: list[Counts] = field(default_factory=list)
    genres: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    quotes: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    acts: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    speakers: int = 0
    kinds: int = 0
    sure: list[tuple[float, bool]] = field(default_factory=list)
    told: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, article: AnnotatedArticle, found: Sequence[Claim]) -> None:
        """Count the claims found in an article, of both acts."""
        for act in ACTS:
            there, its = of_act(article.claims, act), of_act(found, act)
            pairs = _pairs(article, there, its)
            self.acts[act] += Counts(len(pairs), len(its), len(there))
            if act == "speech":
                self._add_speech(article, there, its, pairs)

    def _add_speech(
        self,
        article: AnnotatedArticle,
        there: Sequence[AnnotatedClaim],
        found: Sequence[Claim],
        pairs: Sequence[tuple[int, int]],
    ) -> None:
        counts = Counts(len(pairs), len(found), len(there))
        self.articles.append(counts)
        self.genres[article.genre] += counts
        speakers = [(found[j], same_speaker(there[i].speaker, found[j].speaker)) for i, j in pairs]
        self.speakers += sum(right for _, right in speakers)
        resolved = [(one, right) for one, right in speakers if one.speaker is not None and one.speaker_sure < 1]
        self.told += [(one.speaker_sure, right) for one, right in resolved]
        self.kinds += sum(there[i].quote == found[j].quote for i, j in pairs)
        for name, kinds in KINDS.items():
            right = sum(there[i].quote in kinds and found[j].quote in kinds for i, j in pairs)
            its = sum(one.quote in kinds for one in found), sum(one.quote in kinds for one in there)
            self.quotes[name] += Counts(right, *its)
        hit = {j for _, j in pairs}
        self.sure += [(one.confidence, number in hit) for number, one in enumerate(found)]

    @property
    def right(self) -> float:
        """How many claims were found that are there."""
        return sum(self.articles, Counts()).right


def of_act(claims: Sequence[_Any], act: str) -> list[_Any]:
    """Those of ``claims`` that are of this act."""
    return [one for one in claims if one.act == act]


def _pairs(article: AnnotatedArticle, there: Sequence[AnnotatedClaim], found: Sequence[Claim]) -> list[tuple[int, int]]:
    return matched(article.text, [Spoken.of(one) for one in there], [Spoken.of(one) for one in found])
