"""Spans, and a claim with all of its words, as many code points further on: in another part of the same text."""

from claims.model import Claim, Phrase, Span, Spans


def moved(span: Span, by: int) -> Span:
    """``span``, ``by`` code points further on."""
    return span[0] + by, span[1] + by


def spans_moved(spans: Spans, by: int) -> Spans:
    """``spans``, ``by`` code points further on."""
    return tuple(moved(span, by) for span in spans)


def claim_moved(claim: Claim, by: int) -> Claim:
    """``claim`` with its roles and all that is told of its words, ``by`` code points further on."""
    return claim._replace(
        content=spans_moved(claim.content, by),
        cue=spans_moved(claim.cue, by),
        source=spans_moved(claim.source, by),
        channel=_phrase(claim.channel, by),
        when=_phrase(claim.when, by),
        hedges=tuple(one._replace(span=moved(one.span, by)) for one in claim.hedges),
        quantities=tuple(one._replace(span=moved(one.span, by)) for one in claim.quantities),
    )


def _phrase(phrase: Phrase | None, by: int) -> Phrase | None:
    return phrase._replace(span=moved(phrase.span, by)) if phrase is not None else None
