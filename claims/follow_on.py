"""Quotations that run on: a paragraph of nothing but quotation, directly after the words of a speaker.

Print leaves out the attribution there. Each such paragraph is a claim of its own, without cue and source, whose
speaker is that of the claim before it.
"""

from collections.abc import Sequence

from claims.attributions import Attribution
from claims.context import Context

EVIDENCE = "quotation that runs on from the paragraph before"
CONFIDENCE = 0.85


def runs_on(context: Context, earlier: Sequence[Attribution], here: Sequence[Attribution]) -> Attribution | None:
    """The paragraph as a claim that goes on from the last claim of ``earlier`` (the paragraph before), or None."""
    paragraph = context.paragraph
    if here or not earlier or not context.quotations:
        return None
    first, last = context.quotations[0], context.quotations[-1]
    if first.start != paragraph.start or any(sign.isalnum() for sign in context.text[last.end : paragraph.end]):
        return None
    between = sum(two.start - one.end for one, two in zip(context.quotations, context.quotations[1:], strict=False))
    quoted_before = any(context.text[start] in "“\"‘'«„" for one in earlier for start, _ in one.content)
    if between > 2 or not quoted_before:
        return None
    return Attribution(content=((first.start, last.end),), evidence=EVIDENCE, confidence=CONFIDENCE)
