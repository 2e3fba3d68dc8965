"""Where a wire report says from where it comes: *KYIV, March 3 (Reuters) –*. It is nobody's words."""

import re

_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’ /-]{1,40}(?:,[\w ,.]{1,40})?\s*(?:\([^()\n]{2,40}\)\s*)?(?:–|—|-{1,2})\s+")


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the report begins in the paragraph at ``[start, end)``, after its dateline; ``start`` if it has none."""
    match = _DATELINE.match(text, start, end)
    return match.end() if match else start
