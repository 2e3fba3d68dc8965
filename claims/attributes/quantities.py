"""Figures inside the content: what can be counted can be checked."""

import re
from math import isfinite
from typing import Literal

from claims.attributions import Attribution
from claims.context import Context
from claims.model import Quantity

Kind = Literal["money", "percentage", "casualties", "distance", "date", "count"]

_ONE_TO_TWELVE = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WORDS = {word: number for number, word in enumerate(_ONE_TO_TWELVE, 1)}
_SCALE = {"thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
_NUMBER = rf"(?=[\dotfsen])(?P<number>\b\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|\b(?:{'|'.join(_WORDS)})\b)"
_SCALED = rf"{_NUMBER}(?:\s?(?P<scale>{'|'.join(_SCALE)})\b)?"
_SHORT = r"(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.?"
_MONTH = rf"(?:{_SHORT}|January|February|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)"
_APART = r"\s(?:[\w-]+\s){0,3}?"  # a few words between the figure and what it counts
_SOURCES: tuple[tuple[Kind, str], ...] = (
    (
        "date",
        rf"\b{_MONTH}\s\d{{1,2}}\b(?:,?\s\d{{4}})?|\b\d{{1,2}}\s{_MONTH}\b(?:\s\d{{4}})?|\b(?:19|20)\d\d\b(?!,\d)",
    ),
    ("money", rf"(?:US)?[$€£¥]\s?{_SCALED}"),
    ("money", rf"{_SCALED}\s(?:dollars?|euros?|pounds?|yen|kronor|kroner|r(?:o)?ubles?|yuan)\b"),
    ("percentage", rf"{_NUMBER}(?:\s?%|\s(?:percent|per\scent|percentage\spoints?)\b)"),
    ("distance", rf"{_NUMBER}[\s-]?(?:km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|cm|feet)\b"),
    ("casualties", rf"{_SCALED}{_APART}(?:dead|killed|injured|wounded|deaths?|casualties|fatalities|missing)\b"),
    ("casualties", rf"\b(?:killed|wounded|injured|killing|wounding|injuring){_APART}{_SCALED}"),
    ("count", _SCALED),
)
_ANY = re.compile(_NUMBER)
_PATTERNS = tuple((kind, re.compile(source)) for kind, source in _SOURCES)


def quantities(context: Context, attribution: Attribution) -> tuple[Quantity, ...]:
    """The figures of the content in text order, each taken once, as the most telling kind."""
    found: list[Quantity] = []
    for start, end in attribution.content:
        if _ANY.search(context.text, start, end) is None:
            continue
        taken = bytearray(end - start)
        for kind, pattern in _PATTERNS:
            for match in pattern.finditer(context.text, start, end):
                first, last = match.span()
                if not any(taken[first - start : last - start]):
                    taken[first - start : last - start] = b"\1" * (last - first)
                    found.append(Quantity((first, last), kind, _value(kind, match)))
    return tuple(sorted(found, key=lambda quantity: quantity.span))


def _value(kind: Kind, match: re.Match[str]) -> float | None:
    if kind == "date":
        return None
    number = match["number"]
    value = float(_WORDS[number]) if number in _WORDS else float(number.replace(",", ""))
    value = value * _SCALE.get(match["scale"] or "", 1.0) if "scale" in match.groupdict() else value
    return value if isfinite(value) else None  # hundreds of digits: no figure, and no number in JSON
