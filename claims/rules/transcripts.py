"""Interviews and transcripts, in which a label tells who speaks: *Q: … A: …*, *SPIEGEL: … Rey: …*.

What stands after a label is its speaker's claim, whole, and so are the paragraphs without one up to the next. Whoever
asks claims nothing: a question says nothing of the world that could be checked, and what an interviewer says between
two questions leads to the next. What they tell on another's word (*The minister says that …*) is still found.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.attributions import Attribution
from claims.lexicon.words import SUBJECT_PRONOUNS, word_set
from claims.model import Span, Spans
from claims.paragraphs import Paragraph
from claims.rules.clause import SAYS
from claims.rules.evidence import MEASURED

_LABEL = re.compile(r"([^\W\d_][\w.'’&-]*(?: [\w.'’&-]+){0,4}(?:, [^:.?!\n]{2,50})?):\s+(?=\S)")
_LABEL_INSIDE = re.compile(r"(?<=[.?!…”\"’'»)\]])\s+" + _LABEL.pattern)
_ASK = word_set("q question interviewer reporter journalist moderator host presenter correspondent")
_ANSWER = word_set("a answer")
# Such lines come in rows too, in reviews, tips and what's-on lists, and nobody speaks in them.
_LISTED = word_set(
    """pros cons verdict price cost date time when where who what why how venue tickets rating score result note update
    correction photo picture source sources step tip day week round stage chapter part monday tuesday wednesday thursday
    friday saturday sunday"""
)
_STOP = re.compile(r"[.?!…]+(?=[”\"’'»)\]]*(?:\s|$))")
_FEWEST = 3  # words; what is shorter (*Yes.*, *Laughs.*) says nothing that could be shown
_LONGEST_GAP = 8  # paragraphs without a label in one turn; what is longer has gone back to telling


@dataclass(frozen=True, slots=True)
class Turn:
    """What is said from ``start`` to ``end``. ``label`` names who says it, None where the turn before goes on."""

    start: int
    end: int
    label: Span | None
    asks: bool

    def name(self, text: str) -> str:
        """Who says it, in a word and in lower case; empty where there is no label."""
        return "" if self.label is None else _name(text[slice(*self.label)])

    def attribution(self, text: str) -> Attribution | None:
        """The turn as a claim, without the full stop at its end; None where nothing is claimed."""
        words = text[self.start : self.end]
        if self.asks or len(words.split()) < _FEWEST or _only_asks(words):
            return None
        if words.endswith(".") and not words.endswith(".."):
            words = words[:-1].rstrip()
        confidence, evidence = MEASURED["turn"]
        cue, source = _cue_and_source(text, self.label)
        return Attribution(
            content=((self.start, self.start + len(words)),),
            cue=cue,
            source=source,
            evidence=evidence,
            confidence=confidence,
        )


def turns_in(text: str, paragraphs: Sequence[Paragraph]) -> Mapping[int, Sequence[Turn]]:
    """The turns of each paragraph of a transcript, by the paragraph's number; nothing where the text is none.

    It is one where labels take turns, and somebody asks.
    """
    labelled = {number: _labels(text, paragraph) for number, paragraph in enumerate(paragraphs)}
    labelled = {number: labels for number, labels in labelled.items() if labels}
    speakers = _speakers(text[slice(*label)] for labels in labelled.values() for label in labels)
    turns: dict[int, list[Turn]] = {}
    for number, labels in labelled.items():
        here = [label for label in labels if _name(text[slice(*label)]) in speakers]
        ends = [*(label[0] for label in here[1:]), paragraphs[number].end]
        if here and here[0][0] == paragraphs[number].start:
            turns[number] = [_turn(text, label, end) for label, end in zip(here, ends, strict=True)]
    names = [one.name(text) for here in turns.values() for one in here]
    asking = Counter(one.name(text) for here in turns.values() for one in here if _asks(text, one))
    turns_of = Counter(names)
    switches = sum(one != other for one, other in pairwise(names))
    if not asking or (switches < len(turns_of) and not _ANSWER & turns_of.keys()):
        return {}
    askers = {name for name, count in asking.items() if 2 * count >= turns_of[name]}
    known = {
        number: [Turn(one.start, one.end, one.label, one.name(text) in askers) for one in here]
        for number, here in turns.items()
    }
    return known | _going_on(paragraphs, known)


def _cue_and_source(text: str, label: Span | None) -> tuple[Spans, Spans]:
    """The colon, and the label before it; *A:* only signals that it is answered, and names nobody."""
    if label is None:
        return (), ()
    start, end = label
    if text[start:end].lower() in _ANSWER:
        return ((start, end + 1),), ()
    return ((end, end + 1),), (label,)


def _labels(text: str, paragraph: Paragraph) -> list[Span]:
    """What may be labels: at the head of the paragraph, and then after a sentence of it, where lines were joined."""
    first = _LABEL.match(text, paragraph.start, paragraph.end)
    if first is None:
        return []
    spans = [first.span(1), *(one.span(1) for one in _LABEL_INSIDE.finditer(text, first.end(), paragraph.end))]
    return [span for span in spans if _is_label(text[slice(*span)])]


def _is_label(words: str) -> bool:
    if not words[0].isupper() or words.lower() in _LISTED or _announces(words.split()):
        return False
    return "," not in words or words.isupper()


def _announces(words: Sequence[str]) -> bool:
    """Whether they tell that somebody speaks, as any article does: *She added*, *Holm told reporters*."""
    return not SAYS.isdisjoint(words) or (len(words) > 1 and words[0].lower() in SUBJECT_PRONOUNS)


def _name(label: str) -> str:
    """What labels of one speaker have in common: the surname, *li* of *TAN LI, AUTHOR*."""
    return label.lower().split(",")[0].split()[-1]


def _speakers(labels: Iterable[str]) -> set[str]:
    """The names that come again; *Q* and *A*, and full names in capitals, also where they do not."""
    labels = list(labels)
    counts = Counter(map(_name, labels))
    shouted = {_name(label) for label in labels if label.isupper() and " " in label}
    return {name for name, count in counts.items() if count > 1 or name in _ASK | _ANSWER | shouted}


def _turn(text: str, label: Span, end: int) -> Turn:
    start = label[1] + 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Turn(start, end, label, asks=False)


def _asks(text: str, turn: Turn) -> bool:
    return turn.name(text) in _ASK or text[turn.start : turn.end].rstrip("”\"’'»").endswith("?")


def _only_asks(words: str) -> bool:
    stops = _STOP.findall(words)
    return bool(stops) and all("?" in stop for stop in stops)


def _going_on(paragraphs: Sequence[Paragraph], known: Mapping[int, Sequence[Turn]]) -> dict[int, list[Turn]]:
    """The paragraphs between two that have labels, which go on with the turn before them."""
    numbers = sorted(known)
    return {
        number: [Turn(paragraphs[number].start, paragraphs[number].end, None, known[before][-1].asks)]
        for before, after in pairwise(numbers)
        if after - before - 1 <= _LONGEST_GAP and not any(paragraphs[n].heading for n in range(before + 1, after))
        for number in range(before + 1, after)
    }
