"""Embedding levels by the Unicode Bidirectional Algorithm (UAX #9), for text without explicit controls. Pure.

Those are made harmless before, so that a paragraph is one sequence: rules P2, P3, W1 to W7, N0 to N2, I1 and I2.
Everything takes time in proportion to the length of the text.
"""

import re
from collections.abc import Iterator
from unicodedata import bidirectional

from tui.bidi.brackets import CLOSING_OF, OPENING_OF, SAME

_RTL = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_STRONG = {"L": 0, "R": 1, "AL": 1}
# Nothing to the algorithm (X9); the explicit controls among them are not followed.
_IGNORED = frozenset({"BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_NEUTRAL = frozenset({"ON", "WS", "S", "B"})
# To neutrals a number stands as letters from right to left do.
_SIDE = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
_DEEPEST = 63
"""How many brackets may be open at once (BD16)."""


def has_rtl(text: str) -> bool:
    """Return whether there may be anything from right to left in ``text``; all else is in its order as it is."""
    return not text.isascii() and _RTL.search(text) is not None


def direction(text: str) -> int:
    """Return the level of a paragraph: 1 where its first letter goes from right to left, else 0 (P2, P3)."""
    return next((_STRONG[kind] for kind in map(_kind, text) if kind in _STRONG), 0)


def levels(text: str, base: int) -> list[int]:
    """Return the level of each code point of ``text``, a paragraph of level ``base``; odd ones go from right to left.

    White space at the end of a line is for the caller to reset, who knows where lines end (L1).
    """
    every = [_kind(char) for char in text]
    places = [at for at, kind in enumerate(every) if kind not in _IGNORED]
    kinds = [every[at] for at in places]
    side = "R" if base else "L"
    marks = [kind == "NSM" for kind in kinds]
    _weak(kinds, side)
    _brackets(kinds, [text[at] for at in places], marks, side)
    _neutral(kinds, side)
    found = [-1] * len(text)
    for at, kind in zip(places, kinds, strict=True):
        odd = kind == "R" if not base else kind != "R"
        found[at] = base + (odd if kind in "LR" or base else 2)  # numbers go from left to right in either
    level = base
    for at, known in enumerate(found):
        level = found[at] = known if known >= 0 else level
    return found


def _kind(char: str) -> str:
    return bidirectional(char) or ("R" if _RTL.match(char) else "L")


def _weak(kinds: list[str], side: str) -> None:
    """W1 to W7: marks, numbers and what stands at numbers."""
    before = strong = side
    for i, kind in enumerate(kinds):
        if kind == "NSM":
            kind = kinds[i] = before
        before = kind
        if kind in _STRONG:
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[i] = "AN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    for i in range(1, len(kinds) - 1):
        left, right = kinds[i - 1], kinds[i + 1]
        if left == right and (kinds[i], left) in (("ES", "EN"), ("CS", "EN"), ("CS", "AN")):
            kinds[i] = left
    for start, end in _stretches(kinds, frozenset({"ET"})):
        if "EN" in (*kinds[max(0, start - 1) : start], *kinds[end : end + 1]):
            kinds[start:end] = ["EN"] * (end - start)
    strong = side
    for i, kind in enumerate(kinds):
        if kind in "LR":
            strong = kind
        elif kind in ("ES", "ET", "CS"):
            kinds[i] = "ON"
        elif kind == "EN" and strong == "L":
            kinds[i] = "L"


def _brackets(kinds: list[str], chars: list[str], marks: list[bool], side: str) -> None:
    """N0: brackets that belong together go with what they hold, or with what stands before them."""
    pairs = dict(_pairs(kinds, chars))
    if not pairs:
        return
    other = "L" if side == "R" else "R"
    held = {one: _counts(kinds, one) for one in (side, other)}
    before = side
    for i in range(len(kinds)):
        if (end := pairs.get(i)) is not None:
            for one in (side, other):
                if held[one][end] > held[one][i]:
                    found = one if one == side or before == other else side
                    _turn(kinds, marks, i, found)
                    _turn(kinds, marks, end, found)
                    break
        before = _SIDE.get(kinds[i], before)


def _pairs(kinds: list[str], chars: list[str]) -> Iterator[tuple[int, int]]:
    opened: list[tuple[str, int]] = []
    for i, (kind, char) in enumerate(zip(kinds, chars, strict=True)):
        if kind != "ON":
            continue
        if char in CLOSING_OF:
            if len(opened) == _DEEPEST:
                return
            opened.append((SAME.get(char, char), i))
        elif char in OPENING_OF:
            wanted = OPENING_OF[SAME.get(char, char)]
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == wanted:
                    yield opened[depth][1], i
                    del opened[depth:]
                    break


def _counts(kinds: list[str], side: str) -> list[int]:
    """How many of ``kinds`` before each place are of that side."""
    counts, count = [], 0
    for kind in kinds:
        counts.append(count)
        count += _SIDE.get(kind) == side
    return counts


def _turn(kinds: list[str], marks: list[bool], at: int, side: str) -> None:
    """Give a bracket its side, and with it the marks that stand on it."""
    kinds[at] = side
    for i in range(at + 1, len(kinds)):
        if not marks[i]:
            break
        kinds[i] = side


def _neutral(kinds: list[str], side: str) -> None:
    """N1 and N2: what has no side goes with what stands on both sides of it, else with the paragraph."""
    for start, end in _stretches(kinds, _NEUTRAL):
        left = _SIDE[kinds[start - 1]] if start else side
        right = _SIDE[kinds[end]] if end < len(kinds) else side
        kinds[start:end] = [left if left == right else side] * (end - start)


def _stretches(kinds: list[str], wanted: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where those of ``wanted`` stand in a row."""
    start = None
    for i, kind in enumerate((*kinds, "")):
        if kind in wanted:
            start = i if start is None else start
        elif start is not None:
            yield start, i
            start = None
