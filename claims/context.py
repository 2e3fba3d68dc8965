"""What an analyser may look at besides the attribution itself: its paragraph, the quotations and sentences there."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from claims.attributions import Attribution
from claims.model import Span
from claims.paragraphs import Paragraph
from claims.quotations import Quotation, quotations_in
from claims.sentences import sentence_spans
from claims.spans import at_or_before, overlap, tidy, without
from claims.tokens import Token, tokens_of


@lru_cache(maxsize=4)
def context_of(text: str, paragraph: Paragraph) -> "Context":
    """The context of a paragraph, the same one for rules, tagger and engine, which ask for it one after the other."""
    return Context(text, paragraph)


@dataclass(frozen=True)
class Context:
    """A paragraph of ``text``. All spans are code points of the whole text."""

    text: str
    paragraph: Paragraph

    @cached_property
    def quotations(self) -> list[Quotation]:
        """The quotations of the paragraph."""
        return quotations_in(self.text, self.paragraph.start, self.paragraph.end)

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens of the paragraph, a quotation being one."""
        return tokens_of(self.text, self.paragraph.start, self.paragraph.end, self.quotations)

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences of the paragraph."""
        return list(tidy(self.text, sentence_spans(self.text, self.tokens)))

    def frame(self, attribution: Attribution) -> Span | None:
        """The reporter's words about a claim: from sentence border or content to content or border, round the cue."""
        if not attribution.cue:
            return None
        cue = attribution.cue[0]
        whole = at_or_before(self.sentences, cue[0])
        if whole is None or not overlap(whole, cue):
            return None
        return next((one for one in without(whole, attribution.content) if overlap(one, cue)), None)

    def beside(self, attribution: Attribution, frame: Span) -> list[Span]:
        """The parts of the frame that are about the saying: after the cue, before the source, close between the two."""
        start, end = attribution.cue[0]
        parts = [(end, frame[1])]
        sources = [one for one in attribution.source if overlap(one, frame)]
        if sources and sources[0][0] < start:
            parts += [(frame[0], sources[0][0])]
            between = sources[-1][1], start
            parts += [] if "," in self.text[slice(*between)].rstrip(" ,") else [between]
        elif sources:
            parts = [(sources[-1][1], frame[1]), (frame[0], start)]
        else:
            parts += [(frame[0], start)]
        return [part for part in parts if part[0] < part[1]]
