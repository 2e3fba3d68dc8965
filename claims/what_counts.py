"""Which of the attributions that a finder marks are claims: those that say something, on somebody else's word."""

import re
from collections.abc import Sequence

from claims.attributes.quote import in_marks
from claims.attributions import Attribution
from claims.context import Context
from claims.empty_contents import is_empty
from claims.never_said import never_said
from claims.spans import inside

_WRITER = re.compile(r"I(?:[’'](?:m|d|ve|ll))?")


def counting(context: Context, found: Sequence[Attribution]) -> list[Attribution]:
    """Those of ``found``, the attributions of a paragraph, that are claims."""
    counted = [
        one
        for one in found
        if not is_empty(context.text, one)
        and not never_said(context.text, one, found)
        and not _by_the_writer(context, one, found)
        and not _is_a_mere_heading(context, one)
    ]
    return [one for one in counted if _attributed(context, one)] if context.paragraph.cell else counted


def _by_the_writer(context: Context, one: Attribution, found: Sequence[Attribution]) -> bool:
    """Whether *I* is whoever wrote the article, whose word all of it is anyway, and nobody whom it reports."""
    if not any(_WRITER.fullmatch(context.text, *source) for source in one.source):
        return False
    told = [(quotation.start, quotation.end) for quotation in context.quotations]
    told += [piece for other in found if other is not one for piece in other.content]
    return not any(inside(source, piece) for source in one.source for piece in told)


def _is_a_mere_heading(context: Context, one: Attribution) -> bool:
    """Whether what somebody is to have said is the line above the paragraph that tells so, and no quotation."""
    line = context.paragraph
    told = (*one.cue, *one.source)
    if not (line.heading and told and all(start >= line.end for start, _ in told)):
        return False
    return all(inside(piece, (line.start, line.end)) for piece in one.content) and not in_marks(context, one)


def _attributed(context: Context, one: Attribution) -> bool:
    """Whether a cell quotes and names who says it: others tell of a row and a column, and make no statement alone."""
    cell = context.paragraph.start, context.paragraph.end
    return in_marks(context, one) and bool(one.source) and all(inside(span, cell) for span in one.spans)
