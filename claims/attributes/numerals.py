"""Numbers in figures and in words, as patterns, and their values: *1,200*, *2.5 million*, *forty-one*."""

import re
from math import isfinite

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"),
    *("sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {
    **{word: number for number, word in enumerate((*_UNITS, *_TEENS), 1)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
}
_SCALE = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "million": 1e6, "m": 1e6, "mn": 1e6, "crore": 1e7,
    "billion": 1e9, "bn": 1e9, "trillion": 1e12,
}  # fmt: skip
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_UNITS)}))?|{'|'.join(_TEENS)}|{'|'.join(_UNITS)})"
_WORDS = rf"\b(?i:(?:a|{_SMALL})\shundred\sand\s{_SMALL}|{_SMALL})\b"
_FIGURES = r"(?<!\d)(?<!\d[.,])(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)|\d+)(?:\.\d+)?"

NUMBER = rf"(?=[\dAEFNOSTaefnost])(?P<number>{_FIGURES}|{_WORDS})"
"""A pattern of numbers; the number is in its group ``number``."""
SCALED = rf"{NUMBER}(?:[\s-]?(?P<scale>{'|'.join(_SCALE)})\b)?"
"""The same with a scale behind it, in its group ``scale``."""


def value(match: re.Match[str]) -> float | None:
    """The value of what `NUMBER` or `SCALED` has matched; None where it is too large for any figure."""
    words = match["number"].lower()
    number = float(words.replace(",", "") if words[0].isdigit() else _in_words(words))
    if "scale" in match.groupdict() and match["scale"] is not None:
        number *= _SCALE[match["scale"]]
    return round(number, 6) if isfinite(number) else None  # hundreds of digits: no figure, and no number in JSON


def _in_words(words: str) -> int:
    hundreds, _, rest = words.rpartition("hundred")
    small = sum(_VALUES[word] for word in re.findall(r"[a-z]+", rest) if word in _VALUES)
    return small + (100 * (_in_words(hundreds) or 1) if hundreds else 0)  # *a hundred and one*
