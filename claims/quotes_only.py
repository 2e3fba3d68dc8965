"""The finder for texts in other languages: quotation marks mean the same in most of them, verbs do not."""

from collections.abc import Iterator, Sequence

from claims.attributions import Attribution
from claims.language import words_in
from claims.model import Span
from claims.paragraphs import Paragraph
from claims.quotations import quotations_in
from claims.rules.finding import Sentence, attribution
from claims.rules.marks import by_colon, by_dash
from claims.said_beside import said_beside
from claims.sentences import sentences_in
from claims.spans import overlap
from claims.tokens import tokens_of

NAME = "quotations-6"
FEWEST_WORDS = 3
"""A shorter quotation is a title or a label as often as somebody's words."""
EVIDENCE = "quotation marks"
# Share of the quotations so long in 840 English articles of PolNeAR that are half of a claim's content or more.
# Other languages have not been measured.
CONFIDENCE = 0.54
EVIDENCE_BESIDE = "quotation marks, and a verb of saying with a name beside them"
CONFIDENCE_BESIDE = 0.75  # not measured either


def looks_for_sources(engine: str) -> bool:
    """Whether ``engine``, by its name and version, looks for who says something wherever that may be told."""
    return engine.rpartition("-")[0] != NAME.rpartition("-")[0]


class QuotationFinder:
    """Marks quotations, with who said them only where a dash or a colon tells."""

    name = NAME

    def __call__(self, text: str, paragraphs: Sequence[Paragraph]) -> Iterator[list[Attribution]]:
        """Yield the attributions of each of ``paragraphs``."""
        for paragraph in paragraphs:
            yield _in_paragraph(text, paragraph)


def _in_paragraph(text: str, paragraph: Paragraph) -> list[Attribution]:
    quotations = quotations_in(text, paragraph.start, paragraph.end)
    found: list[Attribution] = []
    for one in quotations:
        told = said_beside(text, paragraph.start, paragraph.end, one)
        if told is not None:
            cue, source = told
            beside = Attribution(
                content=((one.start, one.end),),
                cue=(cue,),
                source=(source,),
                evidence=EVIDENCE_BESIDE,
                confidence=CONFIDENCE_BESIDE,
            )
            found.append(beside)
    for tokens in sentences_in(tokens_of(text, paragraph.start, paragraph.end, quotations)):
        sentence = Sentence(tokens, cues=())
        by_marks = (attribution(tokens, finding) for rule in (by_dash, by_colon) for finding in rule(sentence))
        found += [one for one in by_marks if not _is_found(one.content[0], found)]
    for one in quotations:
        span = one.start, one.end
        if len(words_in(text[slice(*span)])) >= FEWEST_WORDS and not _is_found(span, found):
            found.append(Attribution(content=(span,), evidence=EVIDENCE, confidence=CONFIDENCE, sought=False))
    return found


def _is_found(span: Span, found: Sequence[Attribution]) -> bool:
    return any(overlap(span, piece) for one in found for piece in one.content)
