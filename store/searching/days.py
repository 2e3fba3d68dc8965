"""Dates in a query, and a range of days as the few words that stand for them in the index.

Each article is indexed under its year, its month and its day (`store.keys.days`: ``2026 202603 20260302``). A range is
a handful of such words, or beginnings of them, so that the index itself answers it without looking at an article.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
# No other order of the parts is written so.
_OTHERWISE = (
    re.compile(r"(?:(?P<day>\d{1,2})\. ?)?(?P<month>\d{1,2})\. ?(?P<year>\d{4})"),
    re.compile(r"(?:(?P<day>\d{1,2}) )?(?P<named>[a-z]{3,9})\.? (?P<year>\d{4})"),
    re.compile(r"(?P<named>[a-z]{3,9})\.? (?P<day>\d{1,2}), ?(?P<year>\d{4})"),
)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
# One word of those, as far as it is typed.
_BEGUN = re.compile(r"\d{0,4}|\d{4}-(?:[01]?|(?:0[1-9]|1[0-2])-[0-3]?)|\d{1,2}\.(?:\d{0,3}|\d{1,2}\.\d{0,3})")
# Where a range is open. Wider ones would ask the index for every number that begins with a 2.
_EARLIEST, _LATEST = "16000000", "20999999"


@dataclass(frozen=True, slots=True)
class Bound:
    """A year, a month of it or a day of that, in digits; a part that is not given is ''."""

    year: str
    month: str = ""
    day: str = ""

    @property
    def text(self) -> str:
        """As it is written: ``2026-03``."""
        return "-".join(part for part in (self.year, self.month, self.day) if part)

    @property
    def first(self) -> str:
        """What a range that begins with it begins with, in eight digits: that of a whole month or year, in zeros."""
        month, day = self.month, self.day
        day = "" if day == "01" else day
        month = "" if month == "01" and not day else month
        return f"{self.year}{month or '00'}{day or '00'}"

    @property
    def last(self) -> str:
        """What a range that ends with it ends with, in eight digits: that of a whole month or year, in nines."""
        month, day = self.month, self.day
        if day and int(day) == monthrange(int(self.year), int(month))[1]:
            day = ""
        month = "" if month == "12" and not day else month
        return f"{self.year}{month or '99'}{day or '99'}"


def bound(text: str) -> Bound | None:
    """Return what ``text`` names: ``2026``, ``2026-03`` or ``2026-03-02``, or in other words; None where it is no date.

    Those are ``2.3.2026``, ``2 March 2026`` and ``March 2, 2026``, without the day too.
    """
    text = " ".join(text.lower().split()) if text.isascii() else ""
    found = next((match for form in (_DATE, *_OTHERWISE) if (match := form.fullmatch(text))), None)
    if found is None:
        return None
    parts = {name: part or "" for name, part in found.groupdict().items()}
    month = parts["month"] if "month" in parts else _month(parts["named"])
    year, month, day = parts["year"], month and month.zfill(2), parts["day"] and parts["day"].zfill(2)
    if year == "0000" or (month and not 1 <= int(month) <= 12):
        return None
    if day and not 1 <= int(day) <= monthrange(int(year), int(month))[1]:
        return None
    return Bound(year, month, day)


def may_become_date(text: str) -> bool:
    """Return whether ``text``, which is being typed, is a date or may become one as a single word."""
    return bound(text) is not None or (text.isascii() and _BEGUN.fullmatch(text) is not None)


def _month(name: str) -> str:
    """The number of a month by its English name, or the beginning of it; 0 where there is none."""
    return str(next((number for number, month in enumerate(_MONTHS, 1) if month.startswith(name)), 0))


def covering(after: Bound | None, before: Bound | None) -> tuple[str, ...]:
    """Return the beginnings, of two to eight digits, of the days from ``after`` to ``before``, both taken in.

    None for either leaves that end open. A range that ends before it begins has none.
    """
    return tuple(_parts("", *ends(after, before)))


def ends(after: Bound | None, before: Bound | None) -> tuple[str, str]:
    """Return what the range begins and ends with, in eight digits."""
    return after.first if after else _EARLIEST, before.last if before else _LATEST


_KNOWN = "substr(days, length(rtrim(days, '0123456789')) + 1)"
IN_RANGE = f"substr({_KNOWN} || '0000', 1, 8) >= ? AND substr({_KNOWN} || '9999', 1, 8) <= ?"
"""In SQL, for `ends`: whether an article of those ``days`` (`store.keys.days`) is found by what is `covering` them."""


def _parts(beginning: str, low: str, high: str) -> Iterator[str]:
    """The largest parts of all days with that ``beginning`` that lie whole between ``low`` and ``high``."""
    first, last = beginning.ljust(8, "0"), beginning.ljust(8, "9")
    if last < low or first > high:
        return
    if low <= first and last <= high:
        yield beginning
    elif len(beginning) < 4:
        for digit in range(10):
            yield from _parts(f"{beginning}{digit}", low, high)
    elif len(beginning) < 8:
        for number in range(1, 13 if len(beginning) == 4 else 32):
            yield from _parts(f"{beginning}{number:02}", low, high)
