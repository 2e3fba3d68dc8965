"""Figures inside the content: what can be counted can be checked."""

import re
from collections.abc import Iterator

from claims.attributes.numerals import NUMBER, SCALED, value
from claims.attributes.times import times
from claims.attributes.uncounted import counts, not_counting
from claims.attributions import Attribution
from claims.context import Context
from claims.model import Quantity, QuantityKind, Span

_SHORT = r"(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.?"
_MONTH = rf"(?:{_SHORT}|January|February|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_APART = r"\s(?:[\w-]+\s){0,3}?"  # a few words between the figure and what it counts
_SIGN = (
    r"(?:(?:US|AU?|CA?|NZ|HK|S|R)?[$€£¥₹₦₱₽₴₺₩฿₵]\s?"
    r"|\b(?:Rs|Tk|K?Sh|RM|EUR|USD|GBP|CHF|SEK|NOK|DKK)\.?\s?|\b[NR](?=\d)|\bP(?=\d{3}))"
)
_CURRENCY = r"""(?:dollars?|euros?|pounds?|yen|yuan|kronor|kron[ae]r?|crowns?|r(?:o)?ubles?|rupees?|shillings?|rand
    |pesos?|reals|reais|francs?|naira|cedis?|dirhams?|dinars?|rials?|riyals?|lira|baht|ringgit|zlotys?|forints?|hryvnias?
    |pence|cents?)"""
_SOURCES: tuple[tuple[QuantityKind, str], ...] = (
    (
        "date",
        rf"\b{_MONTH}\s{_DAY}\b(?:,?\s\d{{4}})?|\b{_DAY}\s(?:of\s)?{_MONTH}\b(?:\s\d{{4}})?|\b(?:19|20)\d\d(?:s\b|\b(?!,\d))"
        r"|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\b|(?<=\bthe\s)\d{1,2}(?:st|nd|rd|th)\b(?=[.,;:!?”\"]|$)",
    ),
    ("money", rf"{_SIGN}{SCALED}"),
    ("money", rf"{SCALED}\s(?:[A-Z][a-z]+\s|CFA\s|US\s)?{_CURRENCY}\b"),
    ("percentage", rf"{NUMBER}(?:\s?%|\s(?:percent|per\scent|percentage\spoints?)\b)"),
    ("distance", rf"{NUMBER}[\s-]?(?:km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|cm|feet)\b"),
    ("casualties", rf"{SCALED}{_APART}(?:dead|killed|injured|wounded|deaths?|casualties|fatalities|missing)\b"),
    ("casualties", rf"\b(?:killed|wounded|injured|killing|wounding|injuring){_APART}{SCALED}"),
    ("count", SCALED),
)
_ANY = re.compile(NUMBER)
_PATTERNS = tuple((kind, re.compile(source, re.VERBOSE)) for kind, source in _SOURCES)


def quantities(context: Context, attribution: Attribution) -> tuple[Quantity, ...]:
    """The figures of the content in text order, each taken once, as the most telling kind."""
    found: list[Quantity] = []
    for start, end in attribution.content:
        if _ANY.search(context.text, start, end) is not None:
            found += _in_piece(context.text, start, end)
    return tuple(sorted(found, key=lambda quantity: quantity.span))


def _in_piece(text: str, start: int, end: int) -> Iterator[Quantity]:
    taken = bytearray(end - start)

    def take(span: Span) -> bool:
        """Whether nothing has had any of ``span``, which it now has."""
        part = slice(span[0] - start, span[1] - start)
        free = not any(taken[part])
        if free:
            taken[part] = b"\1" * (span[1] - span[0])
        return free

    def all_of(kind: QuantityKind, pattern: re.Pattern[str]) -> Iterator[Quantity]:
        for match in pattern.finditer(text, start, end):
            if (kind != "count" or counts(text, match)) and take(match.span()):
                yield Quantity(match.span(), kind, None if kind == "date" else value(match))

    yield from (Quantity(span, "time") for span in times(text, start, end) if take(span))
    (date, of_dates), *others = _PATTERNS
    yield from all_of(date, of_dates)
    for span in not_counting(text, start, end):
        take(span)
    for kind, pattern in others:
        yield from all_of(kind, pattern)
