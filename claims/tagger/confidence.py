"""How often a claim is right that looks like this one: a logistic model of what the network and the rules say of it.

Its weights are fitted on articles that the network was not trained on (`claims.training.calibrate`), after Platt 1999.
"""

import math
from dataclasses import dataclass

from claims.attributions import Attribution

_SUREST = 0.999
"""More than this, or less than the rest of it, tells no more."""


@dataclass(frozen=True, slots=True)
class Signs:
    """The network's shares for the spans, None where there is no span; whether the rules found the claim too."""

    content: float = 1.0
    cue: float | None = None
    source: float | None = None
    rules: bool = False

    def values(self) -> tuple[float, ...]:
        """The numbers that are weighed, in the order of `WEIGHTS`."""
        return (
            1.0,
            _odds(self.content),
            _odds(self.cue) if self.cue is not None else 0.0,
            _odds(self.source) if self.source is not None else 0.0,
            float(self.cue is None),
            float(self.source is None),
            float(self.rules),
        )


def _odds(share: float) -> float:
    """The logarithm of the odds."""
    within = min(max(share, 1 - _SUREST), _SUREST)
    return math.log(within / (1 - within))


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked(Attribution):
    """A claim that the network marked, and what tells how sure it may be of it."""

    signs: Signs


WEIGHTS = (0.04, 0.65, 0.04, 0.19, 0.32, 0.11, 0.95)
"""Of the constant, the odds of content, cue and source, no cue, no source, and the rules' agreement."""


def confidence(signs: Signs) -> float:
    """From 0 to 1."""
    return 1 / (1 + math.exp(-sum(weight * value for weight, value in zip(WEIGHTS, signs.values(), strict=True))))
