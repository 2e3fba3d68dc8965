"""Plain text to a document: paragraphs between blank lines, or a paragraph a line, hard-wrapped lines joined."""

import re
from collections.abc import Iterator
from itertools import pairwise

from store.blocks import Blocks
from store.document import Document
from store.safety import safe

_WIDEST, _NARROWEST = 120, 45
# Where blank lines part the paragraphs, a line this full of the width has been broken by wrapping, not by its writer;
# editors that wrap a word early, and writers who wrap by hand, leave such lines.
_NEARLY_FULL = 0.85
_OF_ITS_OWN = re.compile(r"[-*•] |\d{1,3}[.)] ")


def parse_plain(text: str) -> Document:
    """Read ``text`` (line ends ``\\n``) as paragraphs; every line is one, but for the hard-wrapped, which are joined.

    A line is joined to the next where it is *full*: the next line's first word would not have fitted into the wrap
    width, which is read off the text itself. Short lines, as in a poem, and long ones, as in an article with one
    paragraph a line, stay as they are.
    """
    lines = [line.rstrip() for line in safe(text).split("\n")]
    width = _wrap_width(lines)
    if width is None:
        paragraphs = [line.lstrip() for line in lines if line]
    else:
        parted = "" in lines[1:-1]
        paragraphs = list(_joined(lines, int(_NEARLY_FULL * width) if parted else width))
    return Document("\n".join(paragraphs), Blocks.paragraphs(map(len, paragraphs)))


def _full(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width


def _wrap_width(lines: list[str]) -> int | None:
    """The width that most lines keep to, in code points; None where the text is not hard-wrapped."""
    lengths = sorted(len(line) for line in lines if line)
    if not lengths:
        return None
    # A long address may stand out: the width holds for nineteen lines of twenty.
    width = lengths[-(-len(lengths) * 19 // 20) - 1]
    if not _NARROWEST <= width <= _WIDEST:
        return None
    # In a hard-wrapped text nearly every line that another follows is full; in a list of short lines few are.
    pairs = [(line, following) for line, following in pairwise(lines) if line and following]
    full = sum(_full(line, following, width) for line, following in pairs)
    return width if full > 0.6 * len(pairs) else None


def _joined(lines: list[str], width: int) -> Iterator[str]:
    held: list[str] = []
    last = ""
    for line in lines:
        if held and not (line and _full(last, line, width) and not _OF_ITS_OWN.match(line.lstrip())):
            yield " ".join(held)
            held = []
        if line:
            held.append(line.lstrip())
        last = line
    if held:
        yield " ".join(held)
