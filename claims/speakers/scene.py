"""What a sieve may look at: the question, and what the article has told so far."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Final, Literal

from claims.context import Context
from claims.model import Claim, SourceKind, Span
from claims.source_phrases import SourcePhrase
from claims.speakers.figures import Figure
from claims.speakers.passages import Passage
from claims.speakers.roster import Roster

_KEPT = 100  # turns; nobody refers back further, and a long text stays linear
_ASK = frozenset(("asked", "asks", "ask", "pressed", "questioned", "quizzed"))
KEPT_ANONYMOUS = "kept anonymous"
"""How *he* and *she* were told where the text keeps back the name; see `Scene.how`."""
_NEAR = 4  # paragraphs in which a pronoun may mean somebody


class Open(Enum):
    """The answer that nobody can tell."""

    OPEN = "open"


OPEN: Final = Open.OPEN
Answer = Figure | Literal[Open.OPEN] | None
"""A sieve's answer: who it is, that it stays open, or None to ask the next one."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A claim whose speaker was worked out; ``at`` is its source, or its content where it has none.

    ``sure`` is how probably the speaker is right.
    """

    figure: Figure
    paragraph: int
    at: Span
    claim: Claim
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A source at ``at`` whose speaker is wanted, and its phrase, ``low`` in lower case.

    ``around`` is the turn in whose content it stands, if any, and ``quoted`` whether in its very words.
    """

    phrase: SourcePhrase
    low: str
    at: Span
    paragraph: int
    claim: Claim
    around: Turn | None
    quoted: bool

    @property
    def comes_back(self) -> bool:
        """Whether the phrase may come back to somebody: *the mayor*, or *mayor* alone, as in a headline."""
        bare = self.phrase.determiner == "none" and not self.phrase.head.endswith("s")
        return bare or self.phrase.determiner == "definite"


@dataclass(slots=True)
class Scene:
    """The article, its roster, the turns so far, the last one last, and the paragraphs near the present one.

    ``likelihood`` is how probably the last answer is right, where a sieve weighed several people, else None. ``sieve``
    is the name of the one that answered, and ``how`` what it notes of its way, where not all of its ways are as good.
    """

    text: str
    roster: Roster
    turns: list[Turn] = field(default_factory=list)
    near: deque[Passage] = field(default_factory=lambda: deque(maxlen=_NEAR))
    likelihood: float | None = None
    sieve: str = ""
    how: str = ""
    _described: dict[str, Figure] = field(default_factory=dict)
    _meant: dict[Span, Figure | None] = field(default_factory=dict)

    def ask_anew(self) -> None:
        """Forget how the last answer was found."""
        self.likelihood, self.sieve, self.how = None, "", ""

    def enter(self, number: int, context: Context) -> None:
        """Go on to paragraph ``number``."""
        self.near.append(Passage(number, context, self.roster))

    def keep(self, turn: Turn) -> None:
        """Remember who spoke."""
        self.turns.append(turn)
        if len(self.turns) > 2 * _KEPT:
            del self.turns[:_KEPT]

    def meant_at(
        self, span: Span, asked: Asked, work_out: Callable[[Span, Asked, "Scene"], Figure | None]
    ) -> Figure | None:
        """Whom the noun phrase at ``span`` means, worked out once."""
        if span not in self._meant:
            self._meant[span] = work_out(span, asked, self)
        return self._meant[span]

    def figure(self, name: str, kind: SourceKind) -> Figure:
        """The figure of that name, new if there is none."""
        low = name.lower()
        known = self.roster.people.get(low) or self.roster.bodies.get(low) or self._described.get(low)
        if known is None:
            known = self._described[low] = Figure(name, kind)
        return known


def asks(claim: Claim, text: str) -> bool:
    """Whether a claim puts a question, so that the answer is another's."""
    return any(text[slice(*cue)].lower() in _ASK for cue in claim.cue)


Sieve = Callable[[Asked, Scene], Answer]
