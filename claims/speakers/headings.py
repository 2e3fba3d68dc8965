"""Lines that read as headings, where capitals may be style and articles are left out."""

import re

from claims.model import Span

_LONGEST = 160  # code points
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


def in_heading(text: str, span: Span) -> bool:
    """Whether ``span`` stands in a short line that ends in no full stop, or whose words are nearly all capitalised."""
    start = text.rfind("\n", max(0, span[0] - _LONGEST), span[0]) + 1
    end = text.find("\n", span[1], span[1] + _LONGEST)
    if (start == 0 and span[0] > _LONGEST) or end < 0:
        return False
    line = text[start:end].rstrip()
    if len(line) > _LONGEST:
        return False
    words = _LONG_WORD.findall(line)
    capitals = sum(word[0].isupper() for word in words)
    stopped = line.rstrip("”’\"'").endswith((".", "!", "?", ":"))
    return not stopped or (len(words) > 2 and capitals > 0.8 * len(words))
