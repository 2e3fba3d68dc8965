"""Where a caret goes in a text: by clusters, words, sentences and paragraphs, as in vim. Pure.

Each motion takes the text and the offset of a code point, and returns the offset of another. A paragraph is a line
of the text.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from claims.graphemes import is_unspaced
from claims.lexicon.words import ABBREVIATIONS
from claims.model import Span
from claims.text import Text, matches
from tui.widgets.article.wrapping import cluster_at

Unit = Callable[[Text, int], Span]
"""Gives what an offset lies in."""

_REACH = 4096
"""How far a motion looks at once, so that a paragraph of megabytes does not hold up a key."""
# What is no space and no punctuation is a word's: \w would leave the vowel signs of Indic scripts out.
_PUNCTUATION = (
    r"!-/:-@\[-^`{-~\xa1-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf\u2010-\u2027\u2030-\u205e"
    r"\u3001-\u3004\u3008-\u3020\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
_WORD = 64
"""How far on either side a word that a place is within is looked for."""
# *Mr. Smith*, *J. Smith*; what a name ends with, as in *Acme Inc.*, may well end a sentence too.
_ENDS_NAMES = {"co", "corp", "inc", "jr", "ltd", "sr"}
_LONGEST = 2 + max(map(len, ABBREVIATIONS))


def left(text: Text, at: int) -> int:
    """The cluster before."""
    return cluster_at(text, at - 1)[0] if at > 0 else 0


def right(text: Text, at: int) -> int:
    """The cluster after."""
    return _clamp(text, cluster_at(text, at)[1])


def word_right(text: Text, at: int) -> int:
    """The beginning of the next word."""
    starts = (start for start, _ in matches(_word(), text, *_ahead(text, at)))
    return next((start for start in starts if start > at and _whole(text, start)), _clamp(text, at + _REACH))


def word_left(text: Text, at: int) -> int:
    """The beginning of this word, or of the word before."""
    starts = [start for start, _ in _tokens(text, at) if start < at]
    return next((start for start in reversed(starts) if _whole(text, start)), _behind(text, at))


def word_end(text: Text, at: int) -> int:
    """The end of this word, or of the next."""
    ends = (end - 1 for _, end in matches(_word(), text, *_ahead(text, at)) if end - 1 > at)
    return cluster_at(text, next(ends, _clamp(text, at + _REACH)))[0]


def edge_begin_right(text: Text, at: int) -> int:
    """The beginning of the next word, signs being none; ``at`` where there is none near."""
    starts = (start for start, end in matches(_word(), text, *_ahead(text, at)) if _is_word(text, start, end))
    return next((start for start in starts if start > at and _whole(text, start)), at)


def edge_begin_left(text: Text, at: int) -> int:
    """The beginning of this word, or of the word before, signs being none; ``at`` where there is none near."""
    starts = [start for start, end in _tokens(text, at) if start < at and _is_word(text, start, end)]
    return next((start for start in reversed(starts) if _whole(text, start)), at)


def edge_end_right(text: Text, at: int) -> int:
    """The end of this word, or of the next, without the signs after it; ``at`` where there is none near."""
    ends = (end for start, end in matches(_word(), text, *_ahead(text, at)) if _is_word(text, start, end))
    return next((last for end in ends if (last := cluster_at(text, end - 1)[0]) > at), at)


def edge_end_left(text: Text, at: int) -> int:
    """The end of the word before, without the signs after it; ``at`` where there is none near."""
    ends = [end for start, end in _tokens(text, at) if _is_word(text, start, end)]
    return next((last for end in reversed(ends) if (last := cluster_at(text, end - 1)[0]) < at), at)


def sentence_right(text: Text, at: int) -> int:
    """The beginning of the next sentence."""
    return next(_sentences(text, at, at + _REACH), None) or _clamp(text, at + _REACH)


def sentence_left(text: Text, at: int) -> int:
    """The beginning of this sentence, or of the one before."""
    low = _behind(text, at)
    return max((end for end in _sentences(text, low, at) if end < at), default=low)


def sentence_end(text: Text, at: int) -> int:
    """The last cluster of this sentence, or of the next."""
    high = min(len(text), at + _REACH)
    ends = (_words_end(text, at, end) for end in _sentences(text, at, high))
    return next((end for end in (*ends, _words_end(text, at, high)) if end > at), at)


def sentence_end_left(text: Text, at: int) -> int:
    """The end of the sentence before."""
    low = _behind(text, at)
    ends = (_words_end(text, low, end) for end in _sentences(text, low, at + 1))
    return max((end for end in ends if end < at), default=low)


def paragraph_right(text: Text, at: int) -> int:
    """The beginning of the next paragraph, or the end of the last."""
    end = text.find("\n", at)
    return _clamp(text, end + 1 if end >= 0 else len(text))


def paragraph_left(text: Text, at: int) -> int:
    """The beginning of this paragraph, or of the one before."""
    return text.rfind("\n", 0, max(0, at - 1)) + 1


def first(text: Text, at: int) -> int:  # noqa: ARG001 - a motion like the others
    """The beginning of the text."""
    return 0


def last(text: Text, at: int) -> int:  # noqa: ARG001 - a motion like the others
    """The last cluster of the text."""
    return _clamp(text, len(text))


def word_at(text: Text, at: int) -> Span:
    """The word at ``at``, or the cluster where there is none."""
    low = _behind(text, at)
    low = max(low, text.rfind(" ", low, at) + 1, text.rfind("\n", low, at) + 1)
    for start, end in matches(_word(), text, low, at + _REACH):
        if end > at:
            return (start, end) if start <= at else cluster_at(text, at)
    return cluster_at(text, at)


def whole_word_at(text: Text, at: int) -> Span:
    """What a pointer at ``at`` takes: the whole word; a cluster where there is none, or words are not told apart."""
    here = cluster_at(text, at)
    taken = text[slice(*here)]
    return word_at(text, at) if any(map(str.isalnum, taken)) and not is_unspaced(taken) else here


def paragraph_at(text: Text, at: int) -> Span:
    """The paragraph at ``at``, without its line feed."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)


def trimmed(text: Text, start: int, end: int) -> Span:
    """``[start, end)`` without the space around its words; an empty span where it is no more than space."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, max(start, end - len(words) + len(words.rstrip()))


def grow(text: Text, start: int, end: int, units: Sequence[Unit] | None = None) -> Span:
    """The next larger of ``units``, or all of the text, that ``[start, end)`` is only a part of.

    The units are word, sentence and paragraph unless others are given, from the smallest on.
    """
    for larger in units or (word_at, sentence_at, paragraph_at):
        low, high = min(start, larger(text, start)[0]), max(end, larger(text, max(start, end - 1))[1])
        if (low, high) != (start, end):
            return low, high
    return 0, len(text)


def sentence_at(text: Text, at: int) -> Span:
    """The sentence at ``at``, without the space after it."""
    low = _behind(text, at)
    begin = max((end for end in _sentences(text, low, at + 1) if end <= at), default=low)
    high = next(_sentences(text, at, at + _REACH), min(len(text), at + _REACH))
    return begin, max(at + 1, begin + len(text[begin:high].rstrip()))


def _sentences(text: Text, low: int, high: int) -> Iterator[int]:
    """Where sentences begin from ``low`` to ``high``, after those that end there."""
    sentence, no_end = _sentence(), _no_end()
    for start, end in matches(sentence, text, low, high):
        stop = start + 1
        if not no_end.search(text[max(0, stop - _LONGEST) : stop]):
            yield end


# Compiled for the first motion, which comes long after the first paint.


@cache
def _word() -> re.Pattern[str]:
    """A word, with the signs within it (*don't*, *run-off*, *U.S.*, *1,200.50*), or signs that stand by themselves."""
    within = r"(?<=\w)['’\-\u2010\u2011](?=\w)|(?<=\d)[.,:](?=\d)"
    short = r"\b(?:[^\W\d_]\.){2,}(?:['’\-\u2010\u2011](?=\w))?"
    return re.compile(rf"(?:{short}|[^\s{_PUNCTUATION}]|{within})+|[{_PUNCTUATION}]+")


def _tokens(text: Text, at: int) -> Iterator[Span]:
    """What `_word` finds from before ``at`` to the end of what that stands in."""
    return matches(_word(), text, _behind(text, at), min(len(text), at + _WORD))


def _is_word(text: Text, start: int, end: int) -> bool:
    return any(map(str.isalnum, text[start:end]))


@cache
def _sentence() -> re.Pattern[str]:
    """What parts two sentences, if it is not `_no_end`."""
    return re.compile(r"(?:[.!?…]['’”\")\]»]*\s+|[。！？]['’”」』）]*\s*|\n)(?=\S)")


@cache
def _no_end() -> re.Pattern[str]:
    return re.compile(rf"\b(?:(?i:{'|'.join(sorted(ABBREVIATIONS - _ENDS_NAMES))})|[A-HJ-Z])\.\Z")


def _words_end(text: Text, low: int, high: int) -> int:
    """The last cluster before ``high`` that is no space; ``low`` where there is none."""
    words = text[low:high].rstrip()
    return cluster_at(text, low + len(words) - 1)[0] if words else low


def _ahead(text: Text, at: int) -> Span:
    # From the beginning of the word at the caret, so that it is not taken in half.
    low = at
    while low > 0 and at - low < _WORD and not text[low - 1].isspace():
        low -= 1
    return low, at + _REACH


def _whole(text: Text, at: int) -> bool:
    """Whether a grapheme cluster begins at ``at``."""
    return cluster_at(text, at)[0] == at


def _behind(text: Text, at: int) -> int:
    if at <= _REACH:
        return 0
    return cluster_at(text, at - _REACH)[0]


def _clamp(text: Text, at: int) -> int:
    return cluster_at(text, max(0, min(at, len(text) - 1)))[0] if text else 0
