"""The shapes that the engine, the store, the screen and the exports share.

Every offset is a code point into the text that was read, half open: ``[start, end)``. A role (source, cue,
content) is a tuple of spans, since a quotation that the attribution interrupts is one claim in two pieces.
The vocabulary follows PolNeAR (Newell, Margolin and Ruths, LREC 2018), narrowed for readers of sources.
"""

from typing import Literal, NamedTuple

GUESS = 0.85
"""A speaker who is less surely the one that the text means is shown as a guess, behind the text's own words."""

Span = tuple[int, int]
Spans = tuple[Span, ...]

Act = Literal["speech", "attitude"]
QuoteKind = Literal["direct", "indirect", "mixed"]
Tone = Literal["neutral", "loaded", "denial"]
Hand = Literal["first", "relayed"]
ViaRole = Literal["origin", "teller", "outlet"]
SourceKind = Literal[
    "person", "role", "institution", "government", "anonymous", "document", "media", "crowd", "unknown"
]
QuantityKind = Literal["money", "percentage", "casualties", "distance", "date", "time", "duration", "ratio", "count"]
UNCOUNTED: frozenset[QuantityKind] = frozenset(("date", "time", "duration"))
"""The kinds of figures that nobody has counted."""
CaveatKind = Literal["unverified", "verified", "missing-detail", "no-comment", "denial"]
SentenceKind = Literal["attributed", "carried-over", "own-voice", "caveat", "heading"]
OwnVoice = Literal["checkable", "analysis", "forecast"]


class Phrase(NamedTuple):
    """A stretch of the text that says something about a claim: its channel or its time."""

    text: str
    span: Span


class Hedge(NamedTuple):
    """A hedging word. ``whose`` is ``source`` inside the content and ``reporter`` outside it."""

    span: Span
    whose: Literal["source", "reporter"]


class Quantity(NamedTuple):
    """A figure inside the content. ``value`` is a number where it can be read, None of dates, times of day and ratios.

    It is in whatever the text measures with: 3 of *three hours*.
    """

    span: Span
    kind: QuantityKind
    value: float | None = None


class Caveat(NamedTuple):
    """The reporter's remark about claims: verified or not, detail missing, no comment, denied."""

    kind: CaveatKind
    span: Span


class Sentence(NamedTuple):
    """One sentence and whose voice it is in; ``voice`` is None in the reporter's own, and where it is open.

    ``guessed`` is whether the voice is no more than a guess, and ``anonymous`` whether it is an anonymous source's.
    """

    span: Span
    kind: SentenceKind
    voice: str | None = None
    own: OwnVoice | None = None
    guessed: bool = False
    anonymous: bool = False


class Claim(NamedTuple):
    """Something that the text reports on somebody's word.

    ``content`` is never empty; ``source`` and ``cue`` may be (*it is feared that …*; a quotation that runs on).
    ``hand`` is ``relayed`` where more than its speaker's word is between, and where nobody is named who says it.
    ``via`` is whose that is, or None where the text does not tell, ``via_kind`` of what kind they are, and ``via_role``
    what they do: the ``origin`` is cited by the source, the ``teller`` tells of it, the ``outlet`` was told it.
    ``caveats`` are indexes into `Reading.caveats`. ``confidence``, of its being a claim, and ``speaker_sure``, of the
    speaker's being the one that the text means, are 0 to 1. ``why`` is evidence in plain words.
    ``sought`` is false where nobody was found who says it, and nobody looked wherever that may be told.
    """

    content: Spans
    cue: Spans = ()
    source: Spans = ()
    act: Act = "speech"
    quote: QuoteKind = "indirect"
    nested: bool = False
    speaker: str | None = None
    speaker_sure: float = 1.0
    source_kind: SourceKind = "unknown"
    tone: Tone = "neutral"
    hand: Hand = "first"
    via: str | None = None
    via_kind: SourceKind = "unknown"
    via_role: ViaRole | None = None
    channel: Phrase | None = None
    when: Phrase | None = None
    hedges: tuple[Hedge, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    caveats: tuple[int, ...] = ()
    confidence: float = 1.0
    why: tuple[str, ...] = ()
    sought: bool = True

    @property
    def anonymous(self) -> bool:
        """Whether it hangs on the word of somebody who is not named: the source's, or as in *citing an officer*."""
        return "anonymous" in (self.source_kind, self.via_kind)

    @property
    def guessed(self) -> bool:
        """Whether the speaker is no more than a guess."""
        return self.speaker is not None and self.speaker_sure < GUESS

    @property
    def start(self) -> int:
        """Where the claim begins in the text: the first code point of any of its roles."""
        return min(start for start, _ in (*self.content, *self.cue, *self.source))

    @property
    def end(self) -> int:
        """Where the claim ends in the text, exclusive."""
        return max(end for _, end in (*self.content, *self.cue, *self.source))


class Reading(NamedTuple):
    """What an engine made of one text: claims in text order, the reporter's caveats, the voice of each sentence.

    ``engine`` is its name and version. ``notices`` say in a plain line each what whoever reads this should know.
    """

    engine: str
    claims: tuple[Claim, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    notices: tuple[str, ...] = ()
