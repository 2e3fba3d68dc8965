"""The rules beside the network: what both find is surer, and what the rules are surer of is taken from them."""

from collections.abc import Sequence
from dataclasses import replace

from claims.attributes.quote import in_marks
from claims.attributions import Attribution
from claims.context import Context
from claims.model import Spans
from claims.rules.evidence import MEASURED
from claims.spans import overlap
from claims.tagger.confidence import Marked

# Constructions in which a mark or a fixed phrase leaves little to doubt; how often each was right is measured.
TRUSTED = frozenset(
    MEASURED[name][1]
    for name in (
        "quotation before",
        "quotation around",
        "quotation after",
        "dash",
        "colon",
        "introduced",
        "according to",
        "that clause",
    )
)
_COLON = MEASURED["colon"][1]
_SAME = 0.5  # of the code points that either has


def beside_rules(context: Context, found: Sequence[Attribution], by_rules: Sequence[Attribution]) -> list[Attribution]:
    """See `claims.tagger.layers.Layer`."""
    claims = list(found)
    for rule in by_rules:
        same = next((n for n, one in enumerate(claims) if _alike(one.content, rule.content) >= _SAME), None)
        if same is not None:
            claims[same] = _agreed(claims[same], rule)
        elif _trusted(context, rule) and not any(_touch(one.content, rule.content) for one in claims):
            claims.append(rule)
    return claims


def _trusted(context: Context, rule: Attribution) -> bool:
    """Whether the rule may add a claim.

    What stands before a colon may be a dateline or the time of a live report, unless what follows is quoted.
    """
    if rule.evidence not in TRUSTED:
        return False
    return rule.evidence != _COLON or (in_marks(context, rule) and not _begins_with_digit(context, rule))


def _agreed(one: Attribution, rule: Attribution) -> Attribution:
    """The network's claim, with a source or a cue from the rules where it has none."""
    told = f", and by rule: {rule.evidence}"
    # Two halves of one quotation are found by the same rule twice, which says no more than once.
    surer = one if told in one.evidence else replace(one, evidence=f"{one.evidence}{told}")
    if isinstance(surer, Marked):
        surer = replace(surer, signs=replace(surer.signs, rules=True))
    if not one.cue and not one.source:
        return replace(surer, cue=rule.cue, source=rule.source)
    if not one.source and _touch(one.cue, rule.cue):
        return replace(surer, source=rule.source)
    return surer


def _begins_with_digit(context: Context, one: Attribution) -> bool:
    return any(context.text[start].isdigit() for start, _ in one.source)


def _touch(one: Spans, other: Spans) -> bool:
    return any(overlap(a, b) for a in one for b in other)


def _alike(one: Spans, other: Spans) -> float:
    shared = sum(overlap(a, b) for a in one for b in other)
    size = sum(end - start for start, end in one) + sum(end - start for start, end in other)
    return shared / (size - shared) if size > shared else 0.0
