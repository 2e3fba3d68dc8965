"""Quotation marks in words that are themselves put into double ones: they alternate, level by level.

Single ones stand inside double ones, and double ones inside single ones, whichever the article begins with. An
apostrophe is no quotation mark, and stays.
"""

from collections.abc import Iterator

from claims.quotations import closers_of, quotations_in

_DOUBLE, _SINGLE = '“”„«»"', "‘’‚‹›'"
_TO_SINGLE, _TO_DOUBLE = str.maketrans(_DOUBLE, _SINGLE), str.maketrans(_SINGLE, _DOUBLE)
_DEEPEST = 8  # levels
_LONGEST = 6000  # code points: nobody quotes more, and marks in it take time to pair
_FAR = 3000  # code points that are looked through for the end of a quotation that has its like in it


def within_double(words: str) -> str:
    """Return ``words``, one paragraph in one line, as they stand inside double quotation marks, no longer or shorter.

    Of a mark whose other half is not in them it is not told what is inside it.
    """
    if len(words) > _LONGEST:
        return words.translate(_TO_SINGLE)
    written = list(words)
    _write(words, 0, len(words), written, 0)
    return "".join(written)


def without_own(words: str) -> str:
    """``words`` without the quotation marks around all of them."""
    whole = [*_pairs(words, 0, len(words))] if len(words) <= _LONGEST else []
    return words[1:-1] if whole == [(0, len(words), True)] else words


def _write(words: str, start: int, end: int, written: list[str], level: int) -> None:
    """Write the marks between ``start`` and ``end``, which ``level`` others stand around, into ``written``."""
    change = _TO_DOUBLE if level % 2 else _TO_SINGLE
    if level % 2 == 0:  # half a pair is written as one of a pair is; but a single one may be an apostrophe
        written[start:end] = words[start:end].translate(_TO_SINGLE)
    for first, last, closed in _pairs(words, start, end) if level < _DEEPEST else ():
        written[first] = words[first].translate(change)
        if closed:
            written[last - 1] = words[last - 1].translate(change)
        written[first + 1 : last - closed] = words[first + 1 : last - closed]
        _write(words, first + 1, last - closed, written, level + 1)


def _pairs(words: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The outermost quotations between ``start`` and ``end``: start, end, and whether a mark ends them."""
    outside = start
    for one in quotations_in(words, start, end):
        opener = words[one.start]
        if one.start < outside or opener not in _DOUBLE + _SINGLE or words.startswith("''", one.start):
            continue
        closed = one.end - one.start > 1 and words[one.end - 1] in closers_of(opener)
        nests = closed and opener in words[one.start + 1 : one.end]
        outside = max(one.end, _balanced(words, one.start, end)) if nests else one.end
        yield one.start, outside, closed


def _balanced(words: str, start: int, end: int) -> int:
    """Where the quotation at ``start`` ends that has its like in it, two levels down; 0 where that cannot be told."""
    closer = {"“": "”", "‘": "’", "«": "»"}.get(words[start])
    if closer is None:
        return 0
    open_now = 0
    for at in range(start, min(end, start + _FAR)):
        apostrophe = closer == "’" and words[at + 1 : at + 2].isalnum()
        open_now += (words[at] == words[start]) - (words[at] == closer and not apostrophe)
        if not open_now:
            return at + 1
    return 0
