"""A claim as a reader has it: what is to be said of it is worked out anew, from the words that are its own by now.

Its paragraph and what stands near it are looked at, and no finder is needed.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from claims.attributes.source_kind import source_kind
from claims.attributions import Attribution
from claims.caveats.scope import with_caveats
from claims.context import Context
from claims.description import described
from claims.model import Claim, Reading, SourceKind, Span, Spans
from claims.moving import claim_moved, moved, spans_moved
from claims.paragraphs import Paragraph, paragraphs_of
from claims.quotes_only import looks_for_sources
from claims.second_hand import at_second_hand
from claims.source_phrases import read_phrase
from claims.spans import extent, inside, overlap, share, without
from claims.text import Text, around

_NEAR = 3_000  # code points on either side: the whole paragraph is there anyway, and what a caveat may be about
_FAR = 20_000  # and at most: a paragraph may be as long as a book


class Anew:
    """The claims that a reader amended or marked in ``text``, beside those of its ``reading``."""

    def __init__(self, text: Text, reading: Reading) -> None:
        self._text, self._reading = text, reading

    def claim(self, content: Spans, cue: Spans, source: Spans, *, found: Claim | None, speaker: str | None) -> Claim:
        """The claim that stands in these words: hedges, figures, time, tone and all that is about words is theirs.

        ``found`` is the claim that an engine found there, None where it found none or has it in another claim; who says
        it is as the engine had it while the `same_source` is named, else as the words and ``speaker`` tell.
        """
        found = found if found is not None else self._around(content, source)
        reach = extent((*content, *cue, *source))
        near, first = self._around_it(reach)
        mine = _marked(*(spans_moved(spans, -first) for spans in (content, cue, source)))
        paragraph = _paragraph_of(near, (mine.cue or mine.content)[0])
        there = self._near(first, first + len(near))
        others = [one for one in there if not _is_part(near, one, mine)]
        beside = [one for one in there if one.start < paragraph.end and one.end > paragraph.start]
        rest = [left for one in beside if (left := _rest(one, mine, whole=one in others)) is not None]
        claim = described(Context(near, paragraph), [mine, *rest])[0]
        claim = self._said(near, claim, others, found if self._same(found, source) else None, speaker)
        caveats = self._caveats_of([one for one in there if share(one.content, mine.content)])
        return claim_moved(self._with_caveats(near, first, claim, others, caveats), first)

    def same_source(self, one: Spans, other: Spans) -> bool:
        """`same_source` in this text."""
        return same_source(self._text, one, other)

    def _same(self, found: Claim | None, source: Spans) -> bool:
        return found is not None and self.same_source(found.source, source)

    def _around_it(self, reach: Span) -> tuple[str, int]:
        """The lines around ``reach``, of long ones the sentences near it, and where they begin."""
        near, first = around(self._text, (reach,), _NEAR)
        low, high = max(first, reach[0] - _FAR), min(first + len(near), reach[1] + _FAR)
        if low > first:
            starts = self._sentence_starts
            begun = starts[bisect_left(starts, low) : bisect_right(starts, reach[0])]
            low = begun[0] if begun else low
        return near[low - first : high - first], low

    def _around(self, content: Spans, source: Spans) -> Claim | None:
        """The claim that ``content`` is a part of, of the same source."""
        first, last = content[0][0] - _NEAR, content[-1][1] + 1
        for one in reversed(self._claims[bisect_left(self._starts, first) : bisect_left(self._starts, last)]):
            if share(one.content, content) and self.same_source(one.source, source):
                return one
        return None

    def _near(self, first: int, last: int) -> list[Claim]:
        """The claims of the reading that stand in these code points of the text, counted from ``first``."""
        low, high = (bisect_left(self._starts, at) for at in (first, last))
        return [claim_moved(one, -first) for one in self._claims[low:high] if one.end <= last]

    def _said(
        self, text: str, claim: Claim, others: Sequence[Claim], found: Claim | None, speaker: str | None
    ) -> Claim:
        """``claim`` with who says it: as in ``found``, else by its own words."""
        if found is not None:
            return claim._replace(
                speaker=found.speaker,
                speaker_sure=found.speaker_sure,
                source_kind=found.source_kind,
                hand=found.hand,
                via=found.via,
                via_kind=found.via_kind,
                via_role=found.via_role,
                confidence=found.confidence,
                why=found.why,
                sought=found.sought,
            )
        sought = bool(speaker or claim.source) or looks_for_sources(self._reading.engine)
        kind = self._kind(speaker, " ".join(text[slice(*span)] for span in claim.source[:1]), sought=sought)
        claim = claim._replace(speaker=speaker or None, source_kind=kind, confidence=1.0, why=(), sought=sought)
        return at_second_hand(text, [claim, *others])[0] if sought else claim

    def _kind(self, speaker: str | None, words: str, *, sought: bool) -> SourceKind:
        if not speaker:
            return source_kind(words) if words else "anonymous" if sought else "unknown"
        known = self._kinds.get(speaker) or source_kind(speaker)
        return known if known != "unknown" else "unknown" if (kind := source_kind(words)) == "anonymous" else kind

    def _caveats_of(self, parts: Sequence[Claim]) -> Sequence[int]:
        """The caveats that may be about what is made of ``parts``: theirs, and those that are about no claim yet."""
        if not parts:
            return range(len(self._reading.caveats))
        return sorted(self._about_none.union(*(one.caveats for one in parts)))

    def _with_caveats(
        self, near: str, first: int, claim: Claim, others: Iterable[Claim], numbers: Iterable[int]
    ) -> Claim:
        last = first + len(near)
        every = self._reading.caveats
        there = {n: every[n] for n in numbers if first <= every[n].span[0] and every[n].span[1] <= last}
        caveats = [one._replace(span=moved(one.span, -first)) for one in there.values()]
        starts = self._sentence_starts
        within = self._reading.sentences[bisect_left(starts, first) : bisect_right(starts, last)]
        if not caveats or not within:
            return claim
        sentences = [one._replace(span=moved(one.span, -first)) for one in within]
        claims = sorted((claim, *others), key=lambda one: (one.start, one.end))
        at = next(n for n, one in enumerate(claims) if one is claim)
        kept = list(there)
        about = with_caveats(near, [one._replace(caveats=()) for one in claims], caveats, sentences)[at].caveats
        return claim._replace(caveats=tuple(kept[n] for n in about))

    @cached_property
    def _claims(self) -> list[Claim]:
        return sorted(self._reading.claims, key=lambda one: one.start)

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self._claims]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [one.span[0] for one in self._reading.sentences]

    @cached_property
    def _about_none(self) -> frozenset[int]:
        told = {number for one in self._reading.claims for number in one.caveats}
        return frozenset(range(len(self._reading.caveats))) - told

    @cached_property
    def _kinds(self) -> dict[str, SourceKind]:
        """Of what kind those are who have a name in the article, whom a pronoun alone does not tell of."""
        return {one.speaker: one.source_kind for one in self._reading.claims if one.speaker}


def _marked(content: Spans, cue: Spans, source: Spans) -> Attribution:
    return Attribution(content=content, cue=cue, source=source, evidence="", confidence=1.0)


def _is_part(near: str, one: Claim, mine: Attribution) -> bool:
    """Whether ``mine`` has been made of a claim: it has words of it, from the same source."""
    return share(one.content, mine.content) and same_source(near, one.source, mine.source)


def _rest(one: Claim, mine: Attribution, *, whole: bool) -> Attribution | None:
    """What of a claim is not ``mine``: all of it where that is told within it and the ``whole`` is another's."""
    if whole and any(inside(mine.reach, piece) for piece in one.content):
        return _marked(one.content, one.cue, one.source)
    left = tuple(piece for span in one.content for piece in without(span, mine.content))
    return _marked(left, one.cue, one.source) if left else None


def same_source(text: Text, one: Spans, other: Spans) -> bool:
    """Whether two sources name the same, though their edges may stand elsewhere: their heads are the same words."""
    return one == other or any(
        overlap(span, another) and not _heads(text[slice(*span)]).isdisjoint(_heads(text[slice(*another)]))
        for span in one
        for another in other
    )


def _heads(words: str) -> set[str]:
    """The heads of a phrase, be they a noun or a name."""
    phrase = read_phrase(words)
    return {phrase.head, *(phrase.name or "").lower().split()[-1:]} - {""}


def _paragraph_of(text: str, span: Span) -> Paragraph:
    there = (one for one in paragraphs_of(text) if overlap((one.start, one.end), span))
    return next(there, Paragraph(0, len(text)))
