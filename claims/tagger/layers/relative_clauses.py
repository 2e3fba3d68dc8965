"""*Rubble that he said was cleared*: what is said goes on after the cue, when only its pronoun was marked."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.attributions import Attribution
from claims.context import Context

_PRONOUN = re.compile(r"(?:that|which|who|whom)", re.IGNORECASE)
_REST = re.compile(r"\s+([^,.;:!?—–]*\w)")


def with_their_clauses(
    context: Context, found: Sequence[Attribution], by_rules: Sequence[Attribution]
) -> list[Attribution]:
    """See `claims.tagger.layers.Layer`."""
    del by_rules
    return [_completed(context, one) for one in found]


def _completed(context: Context, one: Attribution) -> Attribution:
    start, end = one.content[-1]
    if len(one.content) > 1 or not one.cue or one.cue[0][0] < end or not _PRONOUN.fullmatch(context.text[start:end]):
        return one
    rest = _REST.match(context.text, one.cue[-1][1], context.paragraph.end)
    return one if rest is None else replace(one, content=(*one.content, rest.span(1)))
