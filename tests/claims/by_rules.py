"""Reading by the rules, which find the same spans whatever the model: for tests of what is worked out from spans."""

from functools import partial

import claims
from claims import rules

read = partial(claims.read, finder=rules.FINDER)


def the_claim(text: str) -> claims.Claim:
    """The only claim of ``text``."""
    (claim,) = read(text).claims
    return claim
