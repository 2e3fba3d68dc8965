"""Direct, indirect or mixed, by where the quotation marks stand.

Only marks that set off what the claim's own speaker said: in *“They say it is ours,”* they set off the words of whoever
tells of *they*, who may have said it otherwise. What is displayed over a dash and a name needs no marks.
"""

from collections.abc import Iterator, Sequence

from claims.attributions import Attribution
from claims.context import Context
from claims.lexicon.words import CUE_MARKS
from claims.model import QuoteKind, Span, Spans
from claims.paragraphs import paragraphs_of
from claims.quotations import Quotation, quotations_in, within_marks
from claims.spans import inside, overlap, without
from claims.text import Text, around

_DEEPEST = 8  # levels of quotations: a text may open any number of them, and close none


def quote(context: Context, attribution: Attribution) -> QuoteKind:
    """The quote kind of an attribution."""
    told = (*attribution.cue, *attribution.source)
    return _kind(context.text, attribution.content, told, context.quotations)


def in_marks(context: Context, attribution: Attribution) -> bool:
    """Whether any of the content is quoted, by whomever."""
    quoted = ((one.start, one.end) for one in context.quotations)
    return any(overlap(piece, one) for one in quoted for piece in attribution.content)


def quote_kind(text: Text, content: Spans, told: Spans = ()) -> QuoteKind:
    """The quote kind of any content (code points of ``text``), such as one that a reader marked by hand.

    ``told`` are the spans of its cue and its source, if it has any.
    """
    near_by, first = around(text, content)
    content, told = (tuple((start - first, end - first) for start, end in spans) for spans in (content, told))
    quotations: list[Quotation] = []
    for paragraph in paragraphs_of(near_by):
        if any(overlap(span, (paragraph.start, paragraph.end)) for span in content):
            quotations += quotations_in(near_by, paragraph.start, paragraph.end)
    return _kind(near_by, content, told, quotations)


def _kind(text: str, content: Spans, told: Spans, quotations: Sequence[Quotation]) -> QuoteKind:
    if _displayed(text, content, told):
        return "direct"
    own = ((one.start, one.end) for one in _own(text, told, quotations))
    quoted = [one for one in own if any(overlap(span, one) for span in content)]
    if not quoted:
        return "indirect"
    bare = (text[start:end] for span in content for start, end in without(span, quoted))
    return "mixed" if any(sign.isalnum() for stretch in bare for sign in stretch) else "direct"


def _displayed(text: str, content: Spans, told: Spans) -> bool:
    """Whether the content is a paragraph with a dash and a name under it: that displays it as quotation marks would."""
    if not (told and set(text[slice(*told[0])]) <= CUE_MARKS):
        return False
    between = text[content[-1][1] : told[0][0]]
    return "\n" in between and not between.strip()


def _own(text: str, told: Spans, quotations: Sequence[Quotation], level: int = 1) -> Iterator[Quotation]:
    """The quotations, and in place of one that the telling stands in, those inside it."""
    for one in quotations:
        span: Span = (one.start, one.end)
        if told and level < _DEEPEST and inside(told[0], span):
            yield from _own(text, told, quotations_in(text, *within_marks(text, one)), level + 1)
        else:
            yield one
