"""Figures inside the content: what can be counted can be checked."""

import re
from collections.abc import Iterable, Iterator

from claims.attributes.numerals import NUMBER, SCALED, value
from claims.attributes.ratios import ratios
from claims.attributes.times import times
from claims.attributes.uncounted import counts, not_counting
from claims.attributions import Attribution
from claims.context import Context
from claims.model import Quantity, QuantityKind, Span

_SHORT = r"(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.?"
_MONTH = rf"(?:{_SHORT}|January|February|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_APART = r"\s(?:[\w-]+\s){0,3}?"  # a few words between the figure and what it counts
_NEAR = 10  # code points
_SIGN = (
    r"(?:(?:US|AU?|CA?|NZ|HK|S|R)?[$€£¥₹₦₱₽₴₺₩฿₵]\s?"
    r"|\b(?:Rs|Tk|K?Sh|RM|EUR|USD|GBP|CHF|SEK|NOK|DKK)\.?\s?|\b[NR](?=\d)|\bP(?=\d{3}))"
)
_CURRENCY = r"""(?:dollars?|euros?|pounds?|yen|yuan|kronor|kron[ae]r?|crowns?|r(?:o)?ubles?|rupees?|shillings?|rand
    |pesos?|reals|reais|francs?|naira|cedis?|dirhams?|dinars?|rials?|riyals?|lira|baht|ringgit|zlotys?|forints?|hryvnias?
    |pence|cents?)"""
_FROM = NUMBER.replace("?P<number>", "?:")
_LONG = r"(?:additional|consecutive|extra|full|further|long|more|other|straight|whole|working)"
_SOURCES: tuple[tuple[QuantityKind, str], ...] = (
    (
        "date",
        rf"\b{_MONTH}\s{_DAY}\b(?:,?\s\d{{4}})?|\b{_DAY}\s(?:of\s)?{_MONTH}\b(?:\s\d{{4}})?|\b(?:19|20)\d\d(?:s\b|\b(?!,\d))"
        r"|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\b|(?<=\bthe\s)\d{1,2}(?:st|nd|rd|th)\b(?=[.,;:!?”\"]|$)",
    ),
    ("money", rf"{_SIGN}{SCALED}"),
    ("money", rf"{SCALED}\s(?:[A-Z][a-z]+\s|CFA\s|US\s)?{_CURRENCY}\b"),
    ("percentage", rf"{NUMBER}(?:\s?%|\s(?:percent|per\scent|percentage\spoints?)\b)"),
    ("distance", rf"{NUMBER}[\s-]?(?:km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|cm|mm|feet)\b"),
    (
        "duration",
        rf"(?:{_FROM}\s?(?:to|or|-|–)\s?)?{SCALED}(?:\sand\sa\shalf)?[\s-](?:{_LONG}\s){{0,2}}"
        r"(?:second|minute|hour|day|night|week|fortnight|month|year|decade)s?\b",
    ),
    ("casualties", rf"{SCALED}{_APART}(?:dead|killed|injured|wounded|deaths?|casualties|fatalities|missing)\b"),
    ("casualties", rf"{SCALED}\s(?:\w+\s){{0,2}}?in\s(?:hospital|(?:a\s)?(?:critical|serious)\scondition)\b"),
    ("casualties", rf"\b(?:killed|wounded|injured|killing|wounding|injuring){_APART}{SCALED}"),
    ("count", SCALED),
)
_ANY = re.compile(
    rf"{NUMBER}|half|third|quarter|fifth|tenth|twice|thrice|fold|(?:doubl|tripl|trebl|quadrupl|halv)(?:ed|ing)"
)
# *312 million crowns from 341 million a year earlier*: so many crowns, too.
_BARE_SUM = re.compile(
    r"(?=[.,;:)!?”’\"]|$|\s(?:a\s(?:year|quarter|month|week)|after|against|at|and|as|before|by|compared|earlier|expected|for|forecast"
    r"|from|in|last|now|on|or|previously|the\s(?:month|previous|quarter|same|week|year)|then|this|to|versus)\b)"
)
_SUM_AFTER = re.compile(r"\b(?:about|almost|against|and|around|below|by|from|nearly|of|or|over|than|to|versus|with)\s$")
_PATTERNS = tuple((kind, re.compile(source, re.VERBOSE)) for kind, source in _SOURCES)


def quantities(context: Context, attribution: Attribution) -> tuple[Quantity, ...]:
    """The figures of the content in text order, each taken once, as the most telling kind."""
    found: list[Quantity] = []
    for start, end in attribution.content:
        if _ANY.search(context.text, start, end) is not None:
            found += _in_piece(context.text, start, end)
    return tuple(_with_sums(context.text, sorted(found, key=lambda quantity: quantity.span)))


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
            if (kind not in ("count", "duration") or counts(text, match)) and take(match.span()):
                number = None if kind == "date" else value(match)
                half = 0.5 if kind == "duration" and "half" in match.group() else 0.0
                yield Quantity(match.span(), kind, number if number is None else number + half)

    yield from (Quantity(span, "time") for span in times(text, start, end) if take(span))
    (date, of_dates), *others = _PATTERNS
    yield from all_of(date, of_dates)
    for span in not_counting(text, start, end):
        take(span)
    for kind, pattern in others:
        if kind == "count":
            yield from (Quantity(span, "ratio") for span in ratios(text, start, end) if take(span))
        yield from all_of(kind, pattern)


def _with_sums(text: str, found: Iterable[Quantity]) -> Iterator[Quantity]:
    """The figures ``found``, those that stand bare behind a sum of money as sums, too."""
    money = False
    for one in found:
        start, end = one.span
        bare = one.kind == "count" and not text[end - 1].isdigit() and _BARE_SUM.match(text, end) is not None
        if money and bare and _SUM_AFTER.search(text[max(0, start - _NEAR) : start]) is not None:
            one = one._replace(kind="money")
        money = money or one.kind == "money"
        yield one
