"""A claim keeps to the sentence of its cue: there its verb has a subject, and there its unquoted words end.

The network links what is near, and takes the next sentence's subject for a source now and then.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.attributions import Attribution
from claims.context import Context
from claims.lexicon.words import CONJUNCTIONS
from claims.model import Span, Spans
from claims.rules.clause import Tokens, group_start, span
from claims.rules.subjects import subject_ending
from claims.sentences import sentences_in
from claims.spans import inside, overlap

_BORDER = re.compile(r"[.?!…][”\"’'»)\]]*\s")


def in_one_sentence(
    context: Context, found: Sequence[Attribution], by_rules: Sequence[Attribution]
) -> list[Attribution]:
    """See `claims.tagger.layers.Layer`."""
    return [_kept_together(context, one, by_rules) if _apart(context.text, one) else one for one in found]


def _apart(text: str, one: Attribution) -> bool:
    """Whether a sentence may end between the spans; looked at first, since it is quick and rare."""
    return bool(one.cue) and _BORDER.search(text, *one.reach) is not None


def _kept_together(context: Context, one: Attribution, by_rules: Sequence[Attribution]) -> Attribution:
    cue = one.cue[0]
    sentence = next((here for here in sentences_in(context.tokens) if inside(cue, (here[0].start, here[-1].end))), None)
    if sentence is None:
        return one
    whole = sentence[0].start, sentence[-1].end
    return replace(one, source=_source(sentence, one, whole), content=_content(context, one, whole, by_rules))


def _source(sentence: Tokens, one: Attribution, whole: Span) -> Spans:
    """The subject of the cue where the source stands in another sentence; one that only comes later is none."""
    if not one.source or any(overlap(source, whole) for source in one.source):
        return one.source
    at = next(n for n, token in enumerate(sentence) if token.end > one.cue[0][0])
    subject = subject_ending(sentence, group_start(sentence, at))
    if subject is not None and sentence[subject[1] - 1].low not in CONJUNCTIONS:
        return (span(sentence, *subject),)
    return one.source if one.source[0][0] < whole[0] else ()


def _content(context: Context, one: Attribution, whole: Span, by_rules: Sequence[Attribution]) -> Spans:
    """The pieces without those that stand in another sentence, unless nothing else is left.

    A quotation may go on there, if no rule gives it to somebody who is named beside it.
    """
    theirs = [piece for rule in by_rules if rule.cue and not overlap(rule.cue[0], whole) for piece in rule.content]
    quoted = [
        (quotation.start, quotation.end)
        for quotation in context.quotations
        if not any(inside((quotation.start, quotation.end), piece) for piece in theirs)
    ]
    kept = tuple(
        piece for piece in one.content if overlap(piece, whole) or any(overlap(piece, other) for other in quoted)
    )
    return kept or one.content
