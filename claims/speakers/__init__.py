"""Whose words they are: the fullest name that an article has for each source, or None where that is open.

A multi-pass sieve (Raghunathan et al. 2010; Lee et al. 2013): small rules, the most precise first, each of which may
answer, leave the question open for good, or pass it on.
"""

from claims.speakers.cast import Cast

__all__ = ["Cast"]
