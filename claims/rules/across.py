"""Attributions that reach over the end of a paragraph, as displayed quotations do.

*She recalled:* and then the quotation in a paragraph of its own; or the quotation, and under it *– Name*; or a
quotation over several paragraphs, each opened anew, whose speaker is named in the last.
"""

from claims.attributions import Attribution
from claims.lexicon.words import DETERMINERS
from claims.quotations import left_open
from claims.rules.clause import Tokens, cues_in, is_dash, span
from claims.rules.evidence import MEASURED
from claims.rules.marks import signature
from claims.rules.subjects import sentence_subject, subject_after, subject_before
from claims.sentences import sentences_in

_LONGEST_DISPLAYED = 60  # tokens; what is longer above a name is rather an item with a byline


def signed_below(tokens: Tokens, below: Tokens) -> Attribution | None:
    """The whole paragraph ``tokens`` as the words of whoever signs in the paragraph ``below`` it."""
    name = signature(below)
    if name is None or not tokens or below[name[0]].low in DETERMINERS or not _may_be_displayed(tokens):
        return None
    confidence, evidence = MEASURED["signed"]
    return Attribution(
        content=(span(tokens, 0, len(tokens)),),
        cue=(span(below, 0, 1),),
        source=(span(below, *name),),
        evidence=evidence,
        confidence=confidence,
    )


def introduced_above(tokens: Tokens, above: Tokens) -> Attribution | None:
    """The quotation that the paragraph ``tokens`` begins with, as the words that ``above`` announces with a colon."""
    if not (tokens and tokens[0].quote and above and _ends_in_colon(above)) or "," in tokens[0].text[-2:]:
        return None
    sentence = sentences_in(above)[-1]
    cues = [cue for cue in cues_in(sentence) if "c" in cue.verb.frames and cue.verb.act == "speech" and not cue.negated]
    if not cues:
        return None
    cue = cues[-1]
    source = subject_after(sentence, cue) if cue.group == 0 else None
    source = source or (None if cue.infinitive else subject_before(sentence, cue)) or sentence_subject(sentence, cue.at)
    confidence, evidence = MEASURED["introduced"]
    return Attribution(
        content=(span(tokens, 0, 1),),
        cue=(span(sentence, cue.at, cue.end),),
        source=(span(sentence, *source),) if source is not None else (),
        evidence=evidence,
        confidence=confidence,
    )


def runs_into(tokens: Tokens, below: Tokens) -> Attribution | None:
    """The paragraph ``tokens`` as a quotation that the paragraph ``below`` opens again, with nobody named in it."""
    if len(tokens) != 1 or not tokens[0].quote or not (below and below[0].quote) or not left_open(tokens[0].text):
        return None
    confidence, evidence = MEASURED["runs into the next"]
    return Attribution(content=(span(tokens, 0, 1),), evidence=evidence, confidence=confidence)


def _may_be_displayed(tokens: Tokens) -> bool:
    """Whether a paragraph reads as a displayed quotation: complete, not long, and no item of a list of names."""
    complete = tokens[-1].quote or tokens[-1].text in ".?!…"
    return complete and len(tokens) <= _LONGEST_DISPLAYED and not is_dash(tokens[0])


def _ends_in_colon(tokens: Tokens) -> bool:
    """Whether a colon ends the paragraph, a footnote's mark aside."""
    last = len(tokens) - 1
    while (last > 0 and tokens[last].text in "[]^") or (tokens[last].text.isdigit() and last > 0):
        last -= 1
    return tokens[last].text == ":"
