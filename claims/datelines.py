"""Where a report says from where or when it comes: *KYIV, March 3 (Reuters) –*, *14:05 BST*. It is nobody's words."""

import re

_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’ /-]{1,40}(?:,[\w ,.]{1,40})?\s*(?:\([^()\n]{2,40}\)\s*|/[^/\n]{2,40}/\s*)?(?:–|—|-{1,2})\s+"
)
_ZONE = r"(?:\s?[ap]\.?m\b\.?|\s(?:[A-Z]{2,3}T|GMT|UTC|ET|local time)\b)"
_MARK = r"\s*[–—:-](?!\s*\d)\s*"  # a number after it makes a range: *10:15-12:00*
_WORD = r"\s+(?=[“‘\"'«]?[^\W\d_a-z])"
# Amounts have a dot too (*2.50 US dollars*), and with nothing but a word after them they are no time.
_TIME = re.compile(rf"\d{{1,2}}[.:]\d{{2}}(?:{_ZONE}?{_MARK}|(?:{_ZONE}|(?<=:\d\d)){_WORD})")


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the report begins in the paragraph at ``[start, end)``, after its dateline; ``start`` if it has none."""
    match = _DATELINE.match(text, start, end) or _TIME.match(text, start, end)
    return match.end() if match else start
