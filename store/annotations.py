"""What a reader adds to an article. Precious: never derived, never recomputed, each carrying its own anchors."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from claims.model import QuoteKind, Span, Spans

Kind = Literal["claim", "passage"]
Role = Literal["passage", "source", "cue", "content"]
Decision = Literal["accepted", "rejected"]
Progress = Literal["unreviewed", "to verify", "awaiting an answer", "checked"]
Place = Literal["sure", "doubtful", "lost", "kept"]
Stance = Literal["supports", "contradicts", "context"]
Finding = Literal[
    "corroborated",
    "repeated only",
    "disputed",
    "false",
    "misleading",
    "needs context",
    "unproven",
    "unverifiable",
    "outdated",
    "not checkable",
]

PROGRESS: tuple[Progress, ...] = get_args(Progress)
FINDINGS: tuple[Finding, ...] = get_args(Finding)
STANCES: tuple[Stance, ...] = get_args(Stance)
MEANINGS = ("important", "doubtful", "question", "error", "quotable")
"""What the meanings 1 to 5 of a highlight are called unless the reader calls them otherwise."""


def meaning_name(meaning: int | None, names: Sequence[str] = MEANINGS) -> str:
    """Return what a meaning is called, by the reader's own ``names`` or the usual ones; '' for none."""
    if meaning is None:
        return ""
    return names[meaning - 1] if 0 < meaning <= len(names) else f"meaning {meaning}"


@dataclass(frozen=True, slots=True)
class Selector:
    """Where one stretch of an annotation stands, and enough of it to find it again in a changed text.

    The position, the exact quote, and up to 32 code points before and after it, after the W3C Web Annotation
    selectors (TextPositionSelector and TextQuoteSelector).
    """

    role: Role
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


PLACE_FIELDS = ("selectors", "original", "revision", "place", "proposed", "score")
"""The fields that together say where an annotation stands: one is nothing without the others."""


def spans_of(selectors: Sequence[Selector], role: Role) -> Spans:
    """Return the spans of one role, in text order."""
    return tuple(sorted((one.start, one.end) for one in selectors if one.role == role))


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that speaks for or against a claim. ``address`` is any text, such as a link; it is never opened."""

    address: str
    stance: Stance = "context"
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """One mark of the reader's: a decision on a claim, a claim marked by hand, or a highlighted passage.

    A ``claim`` has content selectors, and source and cue ones where there are any; a ``passage`` has ``passage``
    selectors alone. ``speaker`` and ``quote`` are kept with a claim so that it stands without any engine; a speaker
    who is '' is one whose name was guessed and `refused`.
    ``by_hand`` is True for a claim that the reader marked and no engine found, ``amended`` for one whose words the
    reader changed: ``original`` is where the claim stood that they were changed of, in the text of the same revision,
    so that it stays that claim wherever it stands now. ``meaning`` is 1 to 5, or None for a plain highlight; claims
    have none. Times are ISO 8601 in UTC.

    The selectors are offsets into the text of the article's ``revision``, its number. Where the ``place`` is ``sure``
    that is the newest one. A ``doubtful`` one has ``proposed`` selectors in the newest text, with the ``score`` (0 to
    1) of its likeness, for the reader to confirm; a ``lost`` one has none, and one that is ``kept`` stays without a
    place because the reader wants it so. ``was`` is what its `words` were when the reader last had a hand in it, if the
    text has since come to say something else there; '' otherwise. ``rev`` counts the changes that have been kept, 0 for
    none yet; it is how a change to what was changed meanwhile is noticed, and no part of what is compared.
    """

    uid: str
    article: int
    kind: Kind
    selectors: tuple[Selector, ...]
    by_hand: bool = False
    speaker: str | None = None
    quote: QuoteKind | None = None
    decision: Decision | None = None
    progress: Progress = "unreviewed"
    finding: Finding | None = None
    reason: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    created: str = ""
    modified: str = ""
    revision: int = 1
    place: Place = "sure"
    proposed: tuple[Selector, ...] = ()
    score: float = 1.0
    meaning: int | None = None
    evidence: tuple[Evidence, ...] = ()
    amended: bool = False
    was: str = ""
    original: tuple[Selector, ...] = ()
    rev: int = field(default=0, compare=False)

    def spans(self, role: Role) -> Spans:
        """The spans of one role, in text order."""
        return spans_of(self.selectors, role)

    @property
    def made_on(self) -> Spans:
        """The content of the claim that it was made on, before its reader changed what it says."""
        return spans_of(self.original, "content") or self.spans("content")

    @property
    def span(self) -> Span:
        """From the first code point of any selector to the last, exclusive."""
        return min(s.start for s in self.selectors), max(s.end for s in self.selectors)

    @property
    def words(self) -> str:
        """What it is about: the quotes of its content, or of its passage."""
        return " … ".join(s.exact for s in self.selectors if s.role in ("content", "passage"))

    @property
    def reworded(self) -> bool:
        """Whether it stands on other words than those that the reader last had in hand with it."""
        return self.place == "sure" and self.was != ""

    @property
    def refused(self) -> bool:
        """Whether the reader has refused the name that an engine guessed: the text's own words say who it is."""
        return self.speaker == ""

    @property
    def reviewed(self) -> bool:
        """Whether the reader has decided on it, has begun to check it or has found something. A note alone is not."""
        return self.decision is not None or self.progress != "unreviewed" or self.finding is not None

    @property
    def empty(self) -> bool:
        """Whether nothing is left that the reader put there, so that it may go: never true of a mark by hand."""
        said = self.reviewed or self.note or self.tags or self.reason or self.evidence
        return self.kind == "claim" and not (self.by_hand or self.amended or self.refused or said)
