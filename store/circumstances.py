"""In what circumstances a claim was made, in a few words each, for wherever all that is known of it is told."""

from collections.abc import Iterator

from claims.model import Claim
from claims.text import Text
from store.safety import label

_WHOLE = 10_000  # code points


def circumstances(claim: Claim, text: Text) -> Iterator[tuple[str, str]]:
    """Yield when and through which channel ``claim``, which stands in ``text``, was made, and what hedges it.

    Each is a name and words, safe and in one line; what is not told is left out.
    """
    if claim.when is not None:
        yield "when", label(claim.when.text)
    if claim.channel is not None:
        yield "channel", label(claim.channel.text)
    if claim.hedges:
        words = (f"{label(text[slice(*one.span)], _WHOLE)} (the {one.whose}’s)" for one in claim.hedges)
        yield "hedges", ", ".join(words)


def nested(within: int | None = None) -> str:
    """Return that a claim is told inside another, and inside which, by its number, where that is known."""
    return "told inside another claim" if within is None else f"told inside claim {within}"
