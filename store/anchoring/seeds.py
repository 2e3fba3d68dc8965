"""Where in a text something like a quote may stand: where the most of its short pieces stand in its order."""

from collections import Counter, defaultdict

_SIZE = 5
"""Code points of a piece."""

_COMMON = 200
"""A piece that stands more often than this says nothing."""

_PIECES = 400
"""At most so many pieces of a quote are looked up."""

_SHIFT = 5
"""Places are counted together within 2 to this power code points: as far as edits in the quote may move its pieces."""


class Seeds:
    """All pieces of a text, by where they stand."""

    def __init__(self, text: str) -> None:
        self._at: defaultdict[str, list[int]] = defaultdict(list)
        for start in range(len(text) - _SIZE + 1):
            self._at[text[start : start + _SIZE]].append(start)

    def places(self, quote: str, most: int = 3) -> list[int]:
        """Return about where a text like ``quote`` may begin, in code points, the likeliest first."""
        shifts: list[int] = []
        for offset in range(0, len(quote) - _SIZE + 1, max(1, len(quote) // _PIECES)):
            places = self._at.get(quote[offset : offset + _SIZE], ())
            if len(places) <= _COMMON:
                shifts += [(place - offset) >> _SHIFT for place in places]
        votes = Counter(shifts)
        # A place near the border of two stretches has its votes in both.
        both = Counter({stretch: votes[stretch] + votes[stretch + 1] for stretch in votes})
        chosen: list[int] = []
        for stretch, _ in both.most_common(4 * most):
            if all(abs(stretch - other) > 1 for other in chosen):
                chosen.append(stretch)
        return [max(0, stretch << _SHIFT) for stretch in chosen[:most]]
