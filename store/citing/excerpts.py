"""Words cut out of a text, with both marks of each quotation that is in them.

Half of a quotation is quoted all the same, so the mark that the cut took away is put back. What one speaker said has
no marks of the article's own around it: those who cite it set theirs.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.model import Span, Spans
from claims.quotations import Quotation, closers_of, quotations_in, within_marks
from claims.spans import overlap, without
from claims.text import Text

_FAR = 3000  # code points of a paragraph on either side: no further is looked for quotations
_DEEPEST = 4  # levels of quotations
_LONGEST = 20_000  # code points: of more nobody looks where a quotation begins
_ENDING = "”’»›“\"'"


def excerpt(text: Text, span: Span) -> str:
    """Return the words of ``span``, a line each paragraph, no mark of a quotation in them without the other."""
    lines = []
    for one in _paragraphs(text, span):
        (start, end), before, after = _paired(one.near, one.words, (0, one.end))
        lines.append(f"{before}{one.near[start:end].strip()}{after}")
    return "\n".join(filter(None, lines))


def spoken(text: Text, spans: Spans) -> str:
    """Return the words of ``spans``, which one speaker said, without the marks that tell so.

    What is left out between them is told by ``…``, but not where nothing but marks stands between.
    """
    said, before = "", 0
    for span in spans:
        for start, end in _said(text, span):
            if said:
                between = text[before:start]
                left_out = any(sign.isalnum() for sign in between)
                said = f"{without_comma(said)} … " if left_out else said + ("\n" if "\n" in between else " ")
            said += excerpt(text, (start, end))
            before = end
    return without_comma(said)


def is_quoted(text: Text, span: Span) -> bool:
    """Whether all the words of ``span`` stand in quotation marks."""
    found = [not _bare(one.near, one.words, quotations_in(one.near, 0, one.end)) for one in _paragraphs(text, span)]
    return bool(found) and all(found)


def without_comma(words: str) -> str:
    """``words`` without the comma that they have at their end, before marks or not, as the article goes on."""
    body = words.rstrip(_ENDING)
    return body.rstrip(", \n") + words[len(body) :]


class _Paragraph(NamedTuple):
    """The text from ``first`` on, where in it a paragraph ends, and where the words stand in that."""

    near: str
    first: int
    end: int
    words: Span


def _paragraphs(text: Text, span: Span) -> Iterator[_Paragraph]:
    at, last = span
    while at < last:
        end = newline if (newline := text.find("\n", at, last)) >= 0 else last
        if text[at:end].strip():
            first = max(text.rfind("\n", 0, at) + 1, at - _FAR)
            after = text.find("\n", end, end + _FAR)
            ends = after if after >= 0 else min(len(text), end + _FAR)
            # A few more code points tell whether the next paragraph goes on with a quotation.
            yield _Paragraph(text[first : ends + 4], first, ends - first, (at - first, end - first))
        at = end + 1


def _paired(near: str, here: Span, within: Span, level: int = 0) -> tuple[Span, str, str]:
    """Where the words at ``here`` stand without half marks, and the marks that they lack before and behind them."""
    (start, end), before, after = here, "", ""
    for one in quotations_in(near, *within) if level < _DEEPEST and end - start <= _LONGEST else ():
        first, last = within_marks(near, one)
        if one.end <= start or end <= one.start:
            continue
        if last <= start or end <= first:  # no more than its mark is in them
            start, end = (max(start, one.end), end) if last <= start else (start, min(end, one.start))
            continue
        begun, ended = start <= one.start, last < one.end <= end
        if begun and ended:
            continue
        inner, lacks, lacks_behind = _paired(near, (max(start, first), min(end, last)), (first, last), level + 1)
        opener = near[one.start : first]
        if begun:
            after = lacks_behind + closers_of(opener)[0]
            end = inner[1]
        elif ended:
            before = opener + lacks
            start = inner[0]
        else:
            (start, end), before, after = inner, lacks, lacks_behind
    return (start, end), before, after


def _said(text: Text, span: Span) -> Iterator[Span]:
    """Where the words that are quoted in ``span`` stand, without the marks; all of it where not all is quoted."""
    for one in _paragraphs(text, span):
        for start, end in _inside_marks(one.near, one.words, (0, one.end)):
            yield one.first + start, one.first + end


def _inside_marks(near: str, words: Span, within: Span, level: int = 0) -> Iterator[Span]:
    found = [one for one in quotations_in(near, *within) if overlap(words, (one.start, one.end))]
    if not found or _bare(near, words, found):
        yield words
        return
    for one in found:
        first, last = within_marks(near, one)
        here = max(first, words[0]), min(last, words[1])
        goes_on = any(sign.isalnum() for sign in near[first : here[0]] + near[here[1] : last])
        inner = quotations_in(near, first, last) if goes_on and level < _DEEPEST else []
        if inner and not _bare(near, here, inner):
            yield from _inside_marks(near, here, (first, last), level + 1)
        elif here[0] < here[1]:
            yield here


def _bare(near: str, words: Span, quotations: Sequence[Quotation]) -> bool:
    """Whether any of the words stands in none of ``quotations``."""
    bare = without(words, ((one.start, one.end) for one in quotations))
    return any(sign.isalnum() for start, end in bare for sign in near[start:end])
