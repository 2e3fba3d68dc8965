"""One entry of what is on display: a derived claim, a reader's annotation, or one in front of the other."""

from dataclasses import dataclass, field

from claims.model import Claim, QuoteKind, Span, Spans
from store.annotations import Annotation
from store.wording import Wording


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of the panel: a detected claim, an annotation, or an annotation in front of a detected claim.

    ``number`` counts the claims of the article from 1 in text order, rejected ones included, so that a decision
    never renumbers, and attitudes that nobody annotated after all others; passages have none. ``span`` is from the
    first code point of any role to the last, exclusive. By its ``wording`` is known what is to be said of a claim that
    the reader amended or marked.
    """

    number: int | None
    claim: Claim | None
    annotation: Annotation | None
    wording: Wording | None = field(default=None, compare=False, repr=False)
    span: Span = field(init=False, compare=False, repr=False)
    _anew: Claim | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        # Worked out once: it is asked for at every step through an article.
        object.__setattr__(self, "span", _extent((*self.content, *self.source, *self.cue)))
        object.__setattr__(self, "_anew", None)

    @property
    def content(self) -> Spans:
        """What is claimed; for a passage, the passage."""
        if self.annotation is not None:
            kind = self.annotation.kind
            return self.annotation.spans("content" if kind == "claim" else "passage")
        assert self.claim is not None
        return self.claim.content

    @property
    def source(self) -> Spans:
        """Who claims it, as the text has it."""
        if self.annotation is not None:
            return self.annotation.spans("source")
        return self.claim.source if self.claim else ()

    @property
    def cue(self) -> Spans:
        """The words that signal the claim."""
        if self.annotation is not None:
            return self.annotation.spans("cue")
        return self.claim.cue if self.claim else ()

    @property
    def known(self) -> Claim | None:
        """What is known of the claim as it is by now: as an engine found it, or as a reader marked or amended it.

        None of a passage, and of what a reader marked where the ``wording`` is not at hand.
        """
        claim, mine = self.claim, self.annotation
        if mine is None or not self.is_claim:
            return claim
        if mine.amended or mine.by_hand:
            claim = self._worded
        return claim._replace(speaker=None) if claim is not None and mine.refused else claim

    @property
    def _worded(self) -> Claim | None:
        """The claim in the reader's words: what is said of it is said of these, or left out."""
        claim, mine = self.claim, self.annotation
        assert mine is not None
        if self.wording is not None:
            if self._anew is None:
                made = self.wording.anew.claim(
                    self.content, self.cue, self.source, found=claim, speaker=mine.speaker or None
                )
                object.__setattr__(self, "_anew", made._replace(quote=self.quote or made.quote))
            return self._anew
        if claim is None or not mine.amended:
            return claim
        claim = claim._replace(quote=self.quote or claim.quote, hedges=(), quantities=(), caveats=(), when=None)
        if not self._by_another:
            return claim
        return claim._replace(source_kind="unknown", via=None, via_kind="unknown", via_role=None, hand="first")

    @property
    def _by_another(self) -> bool:
        """Whether the reader has it said by others than an engine found: another source, not just more words of it."""
        claim, mine = self.claim, self.annotation
        if claim is None or mine is None or not mine.amended or mine.spans("source") == claim.source:
            return False
        return self.wording is None or not self.wording.anew.same_source(claim.source, mine.spans("source"))

    @property
    def is_claim(self) -> bool:
        """False for a highlighted or annotated passage."""
        return self.number is not None

    @property
    def rejected(self) -> bool:
        """Whether the reader has rejected it."""
        return self.annotation is not None and self.annotation.decision == "rejected"

    @property
    def unreviewed(self) -> bool:
        """Whether it is a claim that the reader has not yet decided on."""
        return self.is_claim and not (self.annotation and (self.annotation.by_hand or self.annotation.reviewed))

    @property
    def note(self) -> str:
        """The reader's note, or an empty string."""
        return self.annotation.note if self.annotation else ""

    @property
    def speaker(self) -> str | None:
        """The fullest name of the source, or None where it is open."""
        if self.annotation is not None and self.annotation.speaker is not None:
            return self.annotation.speaker or None
        return self.claim.speaker if self.claim and not self._by_another else None

    @property
    def unnamed(self) -> bool:
        """Whether who says it is nobody who is named: *a nurse*, *one of them*, or none is mentioned.

        Where nobody looked for who says it, as in another language, that nobody was found tells nothing of that.
        """
        known = self.known
        if known is not None and known.source_kind == "anonymous":
            return True
        nobody = self.is_claim and not self.source and not self.speaker
        return nobody and (known is None or known.sought)

    @property
    def anonymous(self) -> bool:
        """Whether nobody who is named answers for it: it is `unnamed`, or *a paper cites an officer*."""
        return self.unnamed or (self.known is not None and self.known.anonymous)

    @property
    def open(self) -> bool:
        """Whether it is not known who says it, who may well be named: *they*, or nobody looked for who it is."""
        return self.is_claim and not self.speaker and not self.unnamed

    @property
    def denial(self) -> bool:
        """Whether it is told as a denial, or as not told: its content is what somebody denies or does not say."""
        return self.known is not None and self.known.tone == "denial"

    @property
    def guessed(self) -> bool:
        """Whether the speaker is an engine's guess, which the reader has neither accepted nor corrected."""
        return self.found_by_guess and (self.annotation is None or self.annotation.decision != "accepted")

    @property
    def found_by_guess(self) -> bool:
        """Whether the speaker is the one that an engine guessed, be it accepted since or not."""
        if self.claim is None or not self.claim.guessed or self._by_another:
            return False
        return self.annotation is None or self.annotation.speaker in (None, self.claim.speaker)

    @property
    def refused_name(self) -> str:
        """The name that an engine has for who says it and the reader refused, or an empty string."""
        refused = self.annotation is not None and self.annotation.refused
        return (self.claim.speaker or "") if refused and self.claim is not None else ""

    @property
    def quote(self) -> QuoteKind | None:
        """Direct, indirect or mixed; None for a passage."""
        if self.annotation is not None and self.annotation.quote:
            return self.annotation.quote
        return self.claim.quote if self.claim else None


def _extent(spans: Spans) -> Span:
    return spans[0] if len(spans) == 1 else (min(spans)[0], max(end for _, end in spans))
