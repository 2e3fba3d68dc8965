"""A claim from an attribution: what the analysers make of the three spans and of the words around them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from claims.attributes.act import act
from claims.attributes.channel import channel
from claims.attributes.hedges import hedges
from claims.attributes.quantities import quantities
from claims.attributes.quote import quote
from claims.attributes.relay import via
from claims.attributes.source_kind import source_kind
from claims.attributes.tone import tone
from claims.attributes.when import when
from claims.attributes.why import why
from claims.attributions import Attribution
from claims.context import Context
from claims.cue_clause import cue_clause
from claims.model import Claim, Span
from claims.spans import overlap


def described(context: Context, attributions: Sequence[Attribution]) -> list[Claim]:
    """The claims of a paragraph; who the speakers are, and what caveats apply, is for the whole article to say."""
    pieces = sorted({piece for one in attributions for piece in one.content})
    return [_claim(context, *one, pieces) for one in zip(attributions, _nested(attributions), strict=True)]


def _claim(context: Context, one: Attribution, nested: bool, pieces: Sequence[Span]) -> Claim:
    frame = context.frame(one)
    clause = cue_clause(context.text, one, frame) if frame is not None else None
    own = _without_others(clause, one, pieces)
    beside = context.beside(one, clause) if clause is not None else ()
    passed_on_by, role = via(context.text, one, clause) or (None, None)
    return Claim(
        content=one.content,
        cue=one.cue,
        source=one.source,
        act=act(context, one),
        quote=quote(context, one),
        nested=nested,
        tone=tone(context, one),
        hand="first" if passed_on_by is None else "relayed",
        via=passed_on_by,
        via_kind="unknown" if passed_on_by is None else source_kind(passed_on_by),
        via_role=role,
        channel=channel(context.text, beside),
        when=when(context.text, one, clause, own),
        hedges=hedges(context.text, one, own),
        quantities=quantities(context, one),
        confidence=one.confidence,
        why=why(context, one),
    )


def _nested(attributions: Sequence[Attribution]) -> list[bool]:
    """For each attribution whether it lies within a piece of another's content."""
    pieces = sorted(piece for one in attributions for piece in one.content)
    starts = [start for start, _ in pieces]
    furthest = list(accumulate((end for _, end in pieces), max))
    # A claim without cue and source is as long as its content, and does not lie within itself.
    before = ((bisect_left if one.reach in one.content else bisect_right)(starts, one.reach[0]) for one in attributions)
    return [n > 0 and furthest[n - 1] >= one.reach[1] for one, n in zip(attributions, before, strict=True)]


def _without_others(frame: Span | None, one: Attribution, pieces: Sequence[Span]) -> Span | None:
    """The part of a frame round the cue that is in no other claim's content, unless the cue is told there too.

    ``pieces`` are those of all contents in the paragraph, in text order.
    """
    if frame is None:
        return None
    (start, end), cue = frame, one.cue[0]
    for piece in pieces[bisect_left(pieces, (start,)) : bisect_left(pieces, (end,))]:
        if piece in one.content:
            continue
        if piece[0] <= cue[0] and cue[1] <= piece[1]:
            start, end = max(start, piece[0]), min(end, piece[1])
        elif not overlap(piece, cue):
            start, end = (max(start, piece[1]), end) if piece[1] <= cue[0] else (start, min(end, piece[0]))
    return start, end
