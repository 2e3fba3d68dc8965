"""How often a claim is right that looks like this one: a logistic model of what the network and the rules say of it.

Its weights are fitted on articles that the network was not trained on (`claims.training.calibrate`), after Platt 1999.
"""

import math
from dataclasses import dataclass

from claims.attributions import Attribution

_LEAST = -3.0  # shares below that tell no more


@dataclass(frozen=True, slots=True)
class Signs:
    """Logarithms of the network's shares for the spans, None where there is none; whether the rules found it too."""

    content: float = 0.0
    cue: float | None = None
    source: float | None = None
    rules: bool = False

    def values(self) -> tuple[float, ...]:
        """The numbers that are weighed, in the order of `WEIGHTS`."""
        return (
            1.0,
            max(self.content, _LEAST),
            max(self.cue, _LEAST) if self.cue is not None else 0.0,
            max(self.source, _LEAST) if self.source is not None else 0.0,
            float(self.cue is None),
            float(self.source is None),
            float(self.rules),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked(Attribution):
    """A claim that the network marked, and what tells how sure it may be of it."""

    signs: Signs


WEIGHTS = (1.99, 0.34, -0.21, -0.33, 0.56, -0.64, 1.84)
"""Of the constant, the content's, cue's and source's shares, no cue, no source, and the rules' agreement."""


def confidence(signs: Signs) -> float:
    """From 0 to 1."""
    return 1 / (1 + math.exp(-sum(weight * value for weight, value in zip(WEIGHTS, signs.values(), strict=True))))
