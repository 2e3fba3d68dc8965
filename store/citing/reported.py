"""What somebody is reported to have said, as it is cited: who, the word that says so, and what, in that order.

Nothing of it is put in quotation marks but what is in the article, and the cue, with its negation, stands before the
content: else a denial would be cut into its opposite.
"""

import re

from claims.model import Span, Spans
from claims.sentences import sentence_spans
from claims.spans import inside
from claims.text import Text
from claims.tokens import tokens_of
from store.citing.excerpts import excerpt, is_quoted, without_comma
from store.citing.speakers import is_relative, source_words, speaker_of, told_by
from store.items import Item
from store.naming import DENIAL
from store.requoting import without_own
from store.safety import safe

_NEAR = 60  # code points between two parts of a claim that are told with it: *told* **reporters on Monday** *that*
_FAR = 1000  # code points on either side of a claim in which its sentence is looked for
_APART = re.compile(r"[“”„«»‘‚\"\n]|[.?!]\s")
"""What no words between two parts of a claim have that are told with it."""
_BEHIND = re.compile(rf"(?!\s(?:and|but|or|while|as)\b)[^,.;:?!“”„«»‘‚\"\n–—()]{{1,{_NEAR}}}(?=[,.;:\n–—]|$)")
_LEADS = re.compile(r"(?:according|as|by|for|from|in|per)\b", re.IGNORECASE)
"""What a cue begins with that stands before who says it: *according to Ana*."""
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_SET_OFF = re.compile(r", (?!.*\band\b)")
"""What is told of somebody behind the name, and no list."""
_NOTES = re.compile(r"(?<!\])(?:\[\w{1,4}\])++$")
_SHORT = re.compile(r"\.\w\.$")  # *a.m.*
_POSSESSIVE = re.compile(r"(?:his|her|its|their|our|my)(?:\sown)?", re.IGNORECASE)
_LEFT_OUT = " … "
_NOBODY = "nobody is named for it"


def reported(item: Item, text: Text, teller: Item | None = None) -> str:
    """Return what ``item`` says, told in safe words, one line, and behind it that this is no quotation.

    ``teller`` is the claim that it is told in, if it is.
    """
    by = told_by(teller, text) if teller is not None else ""
    remarks = ["reported, quoted in part" if item.quote == "mixed" else "reported, not a quotation"]
    if nobody := not item.source and not item.speaker:
        remarks.insert(0, _NOBODY)
    whole = nobody or _means_what_is_before(item, text) or len(_led(item)) > 2
    owned = _POSSESSIVE.fullmatch(source_words(item, text)) is not None
    told = without_own(line(_sentence(item, text, teller))) if whole else ""
    told = told or line(_ordered(item, text, "" if owned else by) + _cited(item, text))
    if by and (whole or owned):  # there is no place for it within
        remarks.insert(0, by.replace(" (", ", ").replace(")", ""))
    told = _NOTES.sub("", without_comma(told)).rstrip(" ,;:–—-")
    told = told if _SHORT.search(told, len(told) - 3) else told.removesuffix(".")
    return f"{told[:1].upper()}{told[1:]} ({'; '.join(remarks)})"


def line(words: str) -> str:
    """``words`` in one safe line."""
    return " ".join(safe(words).split())


def _led(item: Item) -> Spans:
    """The parts before the content, where all of them are there."""
    told = tuple(sorted((*item.source, *item.cue)))
    return told if told and told[-1][1] <= item.content[0][0] else ()


def _ordered(item: Item, text: Text, by: str) -> str:
    cue = tuple(span for span in item.cue if any(sign.isalnum() for sign in text[slice(*span)]))
    who, content = speaker_of(item, text, at_length=True), _content(item, text)
    if by:
        who = f"{who}, {by},"
    elif _SET_OFF.search(_BRACKETS.sub("", who)):
        who = f"{who},"
    if not cue:
        return f"{who.rstrip(',')}{f' ({DENIAL})' if item.denial else ''}: {content}"
    if _led(item):
        return _led_to(item, text, who) + content
    said = " … ".join(text[start:end] for start, end in cue)
    if item.source and cue[0] < item.source[0] and _LEADS.match(said):
        return f"{said} {who.rstrip(',')}: {content}"
    if item.source and item.source[-1] > cue[-1]:
        return f"{who} {said}: {content}"
    more = behind[0].rstrip() if (behind := _BEHIND.match(text[cue[-1][1] : cue[-1][1] + _NEAR + 1])) else ""
    return f"{_to_cue(item, text, who, cue[0][0])}{said}{more}: {content}"


def _led_to(item: Item, text: Text, who: str) -> str:
    """The words of the article before the content, with ``who`` in the place of the source."""
    (first, *others), source = _led(item), item.source
    last = others[0] if others else first
    if not source:
        between = _between(text, first[1], last[0]) if others else ""
        led = f"{who} {text[slice(*first)]}{between}{text[slice(*last)] if others else ''}"
    elif first in source:
        led = _to_cue(item, text, who, last[0]) + text[slice(*last)]
    else:
        led = text[slice(*first)] + _between(text, first[1], last[0]) + who
    return _joined(led, _between(text, last[1], item.content[0][0]))


def _to_cue(item: Item, text: Text, who: str, cue: int) -> str:
    """``who`` and what stands between them and the ``cue`` behind them: *Ana Bo, in tears,*; *Ana Bo’s own*."""
    if not item.source or item.source[-1][1] > cue:
        return f"{who} "
    words, between = source_words(item, text), _between(text, item.source[-1][1], cue)
    renamed = not who.startswith(words)
    if renamed and not between.strip() and _POSSESSIVE.fullmatch(words):
        return f"{who}’s "
    return _joined(who, " " if renamed and between == ", " else between)


def _joined(led: str, between: str) -> str:
    """``led`` and what is ``between`` it and what follows, with one comma where each has one."""
    return led.removesuffix(",") + between if between[:1] == "," or between == _LEFT_OUT else led + between


def _between(text: Text, start: int, end: int) -> str:
    words = text[start : min(end, start + _NEAR + 1)]
    if len(words) <= _NEAR and not _APART.search(words):
        return words or " "
    return ": " if text[end : end + 1].isupper() and "\n" not in words and words.lstrip()[:1] in ".:" else _LEFT_OUT


def _content(item: Item, text: Text) -> str:
    """The content, pieces with nothing but signs between them together."""
    pieces = [item.content[0]]
    for start, end in item.content[1:]:
        if any(sign.isalnum() for sign in text[pieces[-1][1] : start]):
            pieces.append((start, end))
        else:
            pieces[-1] = pieces[-1][0], end
    return " … ".join(without_comma(excerpt(text, piece)) for piece in pieces)


def _cited(item: Item, text: Text) -> str:
    """Behind what is said, through whom it came: *, citing lists from village mayors*."""
    via, end = (item.known.via if item.known is not None else None), item.span[1]
    at = text.find(via, end, end + _NEAR + len(via)) if via else -1
    if via is None or at < 0 or _APART.search(text[end:at]):
        return ""
    more = _BEHIND.match(text[at + len(via) : at + len(via) + _NEAR + 1])
    return text[end : at + len(via)] + (more[0] if more else "")


def _means_what_is_before(item: Item, text: Text) -> bool:
    """Whether it means nothing without the words before: *a house that he said was hit*, *which called it late*."""
    inserted = len(item.content) > 1 and is_relative(text[slice(*item.content[0])])
    return inserted or is_relative(source_words(item, text))


def _sentence(item: Item, text: Text, teller: Item | None) -> str:
    """The sentence that ``item`` stands in, or as much of it as is in ``teller``, with the name of *him* in it."""
    low, high = _sentence_span(item.span, text)
    for piece in teller.content if teller is not None else ():
        if inside(item.span, piece):
            low, high = max(low, piece[0]), min(high, piece[1])
    words, name = source_words(item, text), item.speaker or ""
    if not item.source or (name.casefold() in words.casefold() and not item.guessed):
        return excerpt(text, (low, high))
    who = speaker_of(item, text)
    told = who if item.guessed else f"{words} ({who})"
    before, after = (low, item.source[0][0]), (item.source[0][1], high)
    if is_quoted(text, (low, high)):
        return f"{text[slice(*before)]}{told}{text[slice(*after)]}"
    return f"{excerpt(text, before)} {told} {excerpt(text, after)}"


def _sentence_span(span: Span, text: Text) -> Span:
    start, end = span
    first = max(text.rfind("\n", 0, start) + 1, start - _FAR)
    after = text.find("\n", end, end + _FAR)
    near = text[first : after if after >= 0 else end + _FAR]
    spans = sentence_spans(near, tokens_of(near, 0, len(near), ()))
    whole = [one for one in spans if one[0] < end - first and start - first < one[1]]
    return (first + whole[0][0], first + whole[-1][1]) if whole else span
