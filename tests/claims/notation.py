"""Texts as readers write them down: a claim on a line as ``[source] <cue> {content}``."""

from collections.abc import Iterable

from claims import Claim, Spans


def written(text: str, claim: Claim) -> str:
    """A claim in the notation of ``constructions.md``."""

    def pieces(spans: Spans) -> str:
        return " // ".join(text[start:end] for start, end in spans)

    return f"[{pieces(claim.source)}] <{pieces(claim.cue)}> {{{pieces(claim.content)}}}"


def written_all(text: str, claims: Iterable[Claim]) -> list[str]:
    """Claims in that notation, in order."""
    return [written(text, claim) for claim in claims]
