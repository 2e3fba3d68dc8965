"""Direct, indirect or mixed, by where the quotation marks stand."""

from collections.abc import Sequence

from claims.attributions import Attribution
from claims.context import Context
from claims.model import QuoteKind, Spans
from claims.paragraphs import paragraphs_of
from claims.quotations import Quotation, quotations_in
from claims.spans import overlap, without
from claims.text import Text, around


def quote(context: Context, attribution: Attribution) -> QuoteKind:
    """The quote kind of an attribution."""
    return _kind(context.text, attribution.content, context.quotations)


def quote_kind(text: Text, content: Spans) -> QuoteKind:
    """The quote kind of any content (code points of ``text``), such as one that a reader marked by hand."""
    near_by, first = around(text, content)
    content = tuple((start - first, end - first) for start, end in content)
    quotations: list[Quotation] = []
    for paragraph in paragraphs_of(near_by):
        if any(overlap(span, (paragraph.start, paragraph.end)) for span in content):
            quotations += quotations_in(near_by, paragraph.start, paragraph.end)
    return _kind(near_by, content, quotations)


def _kind(text: str, content: Spans, quotations: Sequence[Quotation]) -> QuoteKind:
    quoted = [
        (one.start, one.end) for one in quotations if any(overlap(span, (one.start, one.end)) for span in content)
    ]
    if not quoted:
        return "indirect"
    bare = (text[start:end] for span in content for start, end in without(span, quoted))
    return "mixed" if any(sign.isalnum() for stretch in bare for sign in stretch) else "direct"
