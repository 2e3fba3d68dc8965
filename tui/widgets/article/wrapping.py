"""Line breaking: a paragraph and a width in cells go in, the spans of its lines come out. Pure.

Plain text is broken by one regular expression a width, some twenty times as fast as a walk over grapheme clusters;
the walk takes over where a code point may not be one cell of its own (CJK, emoji, combining marks).
"""

import re
from functools import cache, lru_cache
from unicodedata import category, combining

from rich.cells import cell_len, split_graphemes

from claims.model import Span
from claims.text import Text

Cluster = tuple[int, int, int]
"""Start, end and cells of a grapheme cluster; start and end are indexes into the text it was found in."""

# One code point, one cluster, one cell: Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, punctuation, arrows, and our
# own signs.
_SIMPLE = (
    "\x20-\x7e\xa0-\u02ff\u0370-\u0482\u048a-\u058f\u05be\u05d0-\u05ea\u05f0-\u05f4"
    "\u0606-\u060f\u061b\u061d-\u064a\u0660-\u066f\u0671-\u06d5\u06ee-\u06ff\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u209c"
    "\u20a0-\u20bf\u2190-\u21ff\u2500-\u25fc✓✎"
)
_COMPLEX = re.compile(f"[^{_SIMPLE}\n]")
_ZWJ = "\u200d"

# After a hyphen or a dash between letters a line may end, as in round-the-clock; not in −5, 3-2 or -v.
_AFTER_DASH = r"(?<=[^\W\d][-–])(?=[^\W\d])|(?<=\S—)(?=\S)"
_IDEOGRAPH = "\u2e80-\u2fff\u3040-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_OPENERS = "（［｛〈《「『【〔〖“‘"
_CLOSERS = "、。，．：；！？）］｝〉》」』】〕〗”’ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々…"
# Our signs among the words: a number and what opens stick to what follows, what closes to what stands before.
_NUMBERS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SIGNS_BEFORE = f"{_NUMBERS}✓⁽▕"
_SIGNS_BEHIND = "⁾▏✎↗"


def cells(text: str) -> int:
    """The cells that ``text`` takes on the screen."""
    return cell_len(text) if _COMPLEX.search(text) else len(text)


def clusters(text: str) -> list[Cluster]:
    """Divide ``text``, which holds no line feed, into extended grapheme clusters (UAX #29) with their cells.

    Rich's clusters, joined further at regional indicators, spacing marks and conjuncts, so that widths add up to
    what Rich and Textual measure wherever a line is cut between two clusters.
    """
    if not _COMPLEX.search(text):
        return [(i, i + 1, 1) for i in range(len(text))]
    joined: list[Cluster] = []
    flag_open = False
    for start, end, width in split_graphemes(text)[0]:
        first = text[start]
        flag = "\U0001f1e6" <= first <= "\U0001f1ff"
        if joined and (
            (flag and flag_open)
            or category(first) == "Mc"
            or (combining(text[start - 1]) == 9 and category(first) == "Lo")  # a virama joins consonants
        ):
            head, _, cells_before = joined[-1]
            joined[-1] = (head, end, cells_before + width)
            flag_open = False
        else:
            joined.append((start, end, width))
            flag_open = flag
    return joined


def cluster_at(text: Text, offset: int) -> Span:
    """The span of the grapheme cluster that holds the code point at ``offset``; empty at the end of ``text``."""
    if offset >= len(text):
        return len(text), len(text)
    if text[offset] == "\n":
        return offset, offset + 1
    low = offset
    while low > 0 and text[low - 1] != "\n" and offset - low < 64 and not _stands_alone(text, low):
        low -= 1
    high = text.find("\n", offset, offset + 64)
    for start, end, _ in clusters(text[low : high if high >= 0 else offset + 64]):
        if low + end > offset:
            return low + start, low + end
    return offset, offset + 1


def _stands_alone(text: Text, index: int) -> bool:
    return not _COMPLEX.match(text[index]) and text[index - 1] != _ZWJ


def wrap(text: str, width: int, *, words: bool = True) -> list[Span]:
    """Break ``text`` into lines of at most ``width`` cells (at least 1), greedily; spans of indexes, never none.

    Spaces at the end of a line and a line feed, which forces a break, belong to the line and hang over its width.
    A word, or a cluster, that is wider than a line is cut, or has a line of its own. Without ``words`` lines break
    at any cluster and spaces do not hang.
    """
    width = max(1, width)
    if _COMPLEX.search(text):
        spans = _wrap_clusters(text, width, words)
    else:
        spans = [match.span() for match in _pattern(width, words).finditer(text)]
    return spans or [(0, 0)]


@lru_cache(32)
def _pattern(width: int, words: bool) -> re.Pattern[str]:
    if words:
        ends = rf" *(?:\n|\Z)| +|{_AFTER_DASH}"
        return re.compile(rf"[^\n]{{1,{width}}}(?:{ends})|[^\n]{{1,{width}}}|\n")
    return re.compile(rf"[^\n]{{1,{width}}}\n?|\n")


@cache
def _break() -> re.Pattern[str]:
    """Where a line may end: after spaces, after a zero-width space, after dashes, and around ideographs.

    But for kinsoku: nothing that closes begins a line, nothing that opens ends one. Most texts are broken without it.
    """
    closers, openers = _CLOSERS + _SIGNS_BEHIND, _OPENERS + _SIGNS_BEFORE
    return re.compile(
        rf" +|\u200b|{_AFTER_DASH}"
        rf"|(?<=[{_IDEOGRAPH}{closers}])(?=[^\s{closers}])(?![{_NUMBERS}]+⁾)(?<![{openers}])"
        rf"|(?<=[^\s{openers}])(?=[{_IDEOGRAPH}{_OPENERS}])(?<![“‘])"
    )


def _wrap_clusters(text: str, width: int, words: bool) -> list[Span]:
    spans: list[Span] = []
    base = 0
    for paragraph in text.splitlines(keepends=True) if "\n" in text else [text]:
        line = paragraph.rstrip("\n")
        spaces = {match.end() for match in _break().finditer(line)} if words else set()
        start = chance = used = used_at_chance = 0
        for at, end, width_of in clusters(line):
            if at in spaces:
                chance, used_at_chance = at, used
            hangs = words and line[at:end] == " "  # alone: one that bears a mark is painted
            if used + width_of > width and at > start and not hangs:
                cut, used_at_cut = (chance, used_at_chance) if chance > start else (at, used)
                spans.append((base + start, base + cut))
                start, used = cut, used - used_at_cut
                used_at_chance -= used_at_cut
            used += width_of
        spans.append((base + start, base + len(paragraph)))
        base += len(paragraph)
    return spans
