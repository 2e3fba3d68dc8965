"""Interviews, dialogues and displayed quotations: how the lines are laid out tells who speaks, better than the network.

Their claims come from the rules, and of the network's stays what is told on another's word inside them.
"""

from collections.abc import Sequence

from claims.attributions import Attribution
from claims.context import Context
from claims.rules.evidence import MEASURED
from claims.spans import inside

LAID_OUT = frozenset(MEASURED[name][1] for name in ("turn", "line", "signed"))


def laid_out(context: Context, found: Sequence[Attribution], by_rules: Sequence[Attribution]) -> list[Attribution]:
    """See `claims.tagger.layers.Layer`."""
    turns = [rule for rule in by_rules if rule.evidence in LAID_OUT]
    if not turns:
        return [one for one in found if not _asked(context.text, one)]
    return [*turns, *(one for one in found if any(_told_inside(one, turn) for turn in turns))]


def _told_inside(one: Attribution, turn: Attribution) -> bool:
    """Whether all that is marked lies inside the turn's content, and another speaks than whose turn it is."""
    return bool(one.cue and one.source) and all(
        any(inside(span, piece) for piece in turn.content) for span in one.spans
    )


def _asked(text: str, one: Attribution) -> bool:
    """Whether it is an interviewer's question: a label, a colon, and words that only ask."""
    if not one.cue or text[slice(*one.cue[0])] != ":":
        return False
    start, end = one.content[-1]
    return text.endswith("?", start, end) or text.startswith("?", end)
