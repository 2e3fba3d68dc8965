"""The time that an entry of a live report begins with belongs to no source and no content: *12:58 Prime minister: …*"""

from collections.abc import Sequence
from dataclasses import replace

from claims.attributions import Attribution
from claims.context import Context
from claims.datelines import dateline_end
from claims.model import Spans


def after_the_time(
    context: Context, found: Sequence[Attribution], by_rules: Sequence[Attribution]
) -> list[Attribution]:
    """See `claims.tagger.layers.Layer`."""
    del by_rules
    start, end = context.paragraph.start, context.paragraph.end
    opening = dateline_end(context.text, start, end) if context.text[start].isdigit() else start
    if opening == start:
        return list(found)

    def after(spans: Spans) -> Spans:
        return tuple((opening, last) if start <= first < opening < last else (first, last) for first, last in spans)

    return [replace(one, source=after(one.source), content=after(one.content)) for one in found]
