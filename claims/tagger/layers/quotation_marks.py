"""Contents end where quotations end: a border that the network has set a word beside a mark goes to the mark."""

from collections.abc import Sequence
from dataclasses import replace

from claims.attributions import Attribution
from claims.context import Context
from claims.model import Span
from claims.spans import overlap


def at_quotation_marks(
    context: Context, found: Sequence[Attribution], by_rules: Sequence[Attribution]
) -> list[Attribution]:
    """See `claims.tagger.layers.Layer`."""
    del by_rules
    if not context.quotations:
        return list(found)
    return [_snapped(context, one, [other for other in found if other is not one]) for one in found]


def _snapped(context: Context, one: Attribution, others: Sequence[Attribution]) -> Attribution:
    content = tuple(_set_to_marks(context, span, others) for span in one.content)
    return one if content == one.content else replace(one, content=content)


def _set_to_marks(context: Context, span: Span, others: Sequence[Attribution]) -> Span:
    start, end = span
    text = context.text
    for quotation in context.quotations:
        if not overlap((start, end), (quotation.start, quotation.end)):
            continue
        before, after = (quotation.start, start), (end, quotation.end)
        # A mark alone belongs to the words on its other side.
        if start < quotation.start and not _wordy(text, (quotation.start, end)):
            end = quotation.start
        elif end > quotation.end and not _wordy(text, (start, quotation.end)):
            start = quotation.end
        elif not _wordy(text, before) and not _wordy(text, after):
            start, end = min(start, quotation.start), max(end, quotation.end)
        elif not _wordy(text, before) and not _taken(after, others):
            start, end = min(start, quotation.start), quotation.end
        elif not _wordy(text, after) and not _taken(before, others):
            start, end = quotation.start, max(end, quotation.end)
    return start, end


def _wordy(text: str, span: Span) -> bool:
    """Whether there are words in ``span``, which may be empty."""
    return any(sign.isalnum() for sign in text[span[0] : span[1]])


def _taken(span: Span, others: Sequence[Attribution]) -> bool:
    """Whether something else was found in ``span``: the quotation is then not the content's alone."""
    return any(overlap(span, other) for one in others for other in one.spans)
