"""Where a report says from where or when it comes: *KYIV, March 3 (Reuters) –*, *14:05 BST*. It is nobody's words."""

import re
from functools import cache

_DATELINE = (
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’ /-]{1,40}(?:,[\w ,.]{1,40})?\s*"
    r"(?:\((?P<within>[^()\n]{2,40})\)\s*|/[^/\n]{2,40}/\s*)?(?:–|—|-{1,2})\s+"
)
_ZONE = r"(?:\s?[ap]\.?m\b\.?|\s(?:[A-Z]{2,3}T|GMT|UTC|ET|local time)\b)"
_MARK = r"\s*[–—:-](?!\s*\d)\s*"  # a number after it makes a range: *10:15-12:00*
_WORD = r"\s+(?=[“‘\"'«]?[^\W\d_a-z])"
# Amounts have a dot too (*2.50 US dollars*), and with nothing but a word after them they are no time.
_TIME = rf"\d{{1,2}}[.:]\d{{2}}(?:{_ZONE}?{_MARK}|(?:{_ZONE}|(?<=:\d\d)){_WORD})"
_NAME = r"[^\W\d_][\w’'.-]*(?: (?:of |[A-ZÀ-Þ])[\w’'.-]*)*"


def outlet_named(paragraph: str) -> str:
    """Return the agency or outlet that ``paragraph``, or its beginning, names in its dateline, in parentheses.

    Empty where it names none there, or what is none: a place, a day.
    """
    match = _compiled(_DATELINE).match(paragraph) if _may_begin(paragraph, 0) else None
    name = (match["within"] or "").strip() if match else ""
    if not name or not re.fullmatch(_NAME, name):
        return ""
    # Imported here: few articles have such a dateline, and whoever opens another waits for no lists of words.
    from claims.attributes.source_kind import names_outlet

    return name if names_outlet(name) else ""


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the report begins in the paragraph at ``[start, end)``, after its dateline; ``start`` if it has none."""
    if not _may_begin(text, start):
        return start
    match = _compiled(_DATELINE).match(text, start, end) or _compiled(_TIME).match(text, start, end)
    return match.end() if match else start


def _may_begin(text: str, start: int) -> bool:
    """Whether a dateline may: no place is written with a small letter after the first. Most paragraphs are."""
    return not text[start + 1 : start + 2].islower()


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    # Not before there is something like it: the first paint of an article waits for what is compiled.
    return re.compile(pattern)
