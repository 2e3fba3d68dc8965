"""What is done to the network's marks before they are shown: small steps, each over the claims of one paragraph."""

from collections.abc import Callable, Sequence

from claims.attributions import Attribution
from claims.context import Context
from claims.tagger.layers.datelines import after_the_time
from claims.tagger.layers.loose_ends import without_loose_ends
from claims.tagger.layers.one_sentence import in_one_sentence
from claims.tagger.layers.quotation_marks import at_quotation_marks
from claims.tagger.layers.relative_clauses import with_their_clauses
from claims.tagger.layers.rules_beside import beside_rules
from claims.tagger.layers.sources import without_impossible_sources
from claims.tagger.layers.turns import laid_out

Layer = Callable[[Context, Sequence[Attribution], Sequence[Attribution]], list[Attribution]]
"""Takes a paragraph, the claims found in it so far, and those that the rules find there; returns the claims."""

LAYERS: tuple[Layer, ...] = (
    after_the_time,
    with_their_clauses,
    at_quotation_marks,
    in_one_sentence,
    without_impossible_sources,
    beside_rules,
    without_loose_ends,
    laid_out,
)


def refined(context: Context, found: Sequence[Attribution], by_rules: Sequence[Attribution]) -> list[Attribution]:
    """The claims of a paragraph after every layer, in order."""
    claims = list(found)
    for layer in LAYERS:
        claims = layer(context, claims, by_rules)
    return claims
