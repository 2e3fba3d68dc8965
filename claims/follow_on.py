"""Quotations that run on: a paragraph of nothing but quotation, directly after the words of a speaker.

Print leaves out the attribution there. Each such paragraph is a claim of its own, without cue and source, whose
speaker is that of the claim before it.
"""

from collections.abc import Sequence

from claims.attributions import Attribution
from claims.context import Context
from claims.model import Claim
from claims.spans import inside

EVIDENCE = "a quotation that runs on from the paragraph before"
CONFIDENCE = 0.85


def runs_on(context: Context, earlier: Sequence[Claim], here: Sequence[Attribution]) -> Attribution | None:
    """The paragraph as a claim that goes on from the last of ``earlier``, the claims of the paragraph before, or None.

    ``here`` are the attributions found in the paragraph; one within the quotation does not stand in the way.
    """
    if context.paragraph.heading or context.paragraph.cell or not context.quotations:
        return None
    # What the speaker tells that others said may stand last, and is not what runs on.
    last = next((one for one in reversed(earlier) if not one.nested), None)
    if last is None or last.quote == "indirect":
        return None
    whole = context.quotations[0].start, context.quotations[-1].end
    if whole[0] != context.paragraph.start or any(not inside(one.reach, whole) for one in here):
        return None
    bare = context.text[whole[1] : context.paragraph.end]
    gaps = [context.text[a.end : b.start] for a, b in zip(context.quotations, context.quotations[1:], strict=False)]
    if any(sign.isalnum() for stretch in (bare, *gaps) for sign in stretch):
        return None
    sought = all(one.sought for one in here)
    return Attribution(content=(whole,), evidence=EVIDENCE, confidence=CONFIDENCE, sought=sought)
