"""The tagger as a `claims.attributions.Finder`: one stretch of paragraphs after another, so that long texts stream."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims import rules
from claims.attributions import Attribution
from claims.context import context_of
from claims.paragraphs import Paragraph
from claims.tagger import NAME
from claims.tagger.confidence import Marked, confidence
from claims.tagger.encoding import GUIDE, POLNEAR
from claims.tagger.finding import Tagged, tagged
from claims.tagger.layers import refined
from claims.tagger.network import Model, load

FIRST_STRETCH, STRETCH = 2_000, 8_000  # code points; the first is short, so that something shows at once
LIKELY = 0.5  # what is likelier wrong than right is not shown: invented claims cost more trust than missing ones
EVIDENCE = "marked by the trained tagger"
_BEFORE, _AFTER = 2, 1  # paragraphs around a stretch that are read with it, for what its claims refer to
_LONGEST_AROUND = 2_000  # code points: in a text of endless paragraphs each would be read four times else


class TaggerFinder:
    """Finds attributions with the trained network, marked by one convention."""

    name = NAME

    def __init__(self, convention: int = GUIDE, model: Model | None = None) -> None:
        """``convention`` is `POLNEAR` or `GUIDE`; the layers complete only what is marked by the guide.

        Raises:
            ModelError: where the model cannot be loaded.
        """
        self._model = model or load()
        self._convention = convention

    def __call__(self, text: str, paragraphs: Sequence[Paragraph]) -> Iterator[list[Attribution]]:
        """Yield the attributions of each of ``paragraphs``: those whose content begins in it."""
        by_rules = rules.find(text, paragraphs)
        for first, last in stretches(paragraphs):
            around = _around(paragraphs, first, last)
            marked = tagged(self._model, text, around, self._convention)
            if self._convention == POLNEAR:
                for paragraph in paragraphs[first:last]:
                    yield [_weighed(attribution(one)) for one in marked if _begins_in(paragraph, one)]
                continue
            pieces = [piece for one in marked for piece in _by_paragraph(one, around)]
            for paragraph, rule_claims in zip(paragraphs[first:last], by_rules, strict=False):
                found: list[Attribution] = [attribution(one) for one in pieces if _begins_in(paragraph, one)]
                weighed = [_weighed(one) for one in refined(context_of(text, paragraph), found, rule_claims)]
                yield [one for one in weighed if one.confidence >= LIKELY]


def _around(paragraphs: Sequence[Paragraph], first: int, last: int) -> Sequence[Paragraph]:
    """The paragraphs ``[first, last)`` with those beside them that are short enough."""
    begin, end = first, last
    while begin and first - begin < _BEFORE and paragraphs[first].start - paragraphs[begin - 1].start < _LONGEST_AROUND:
        begin -= 1
    while (
        end < min(len(paragraphs), last + _AFTER) and paragraphs[end].end - paragraphs[last - 1].end < _LONGEST_AROUND
    ):
        end += 1
    return paragraphs[begin:end]


def _begins_in(paragraph: Paragraph, one: Tagged) -> bool:
    return paragraph.start <= one.content[0][0] < paragraph.end


def _by_paragraph(one: Tagged, paragraphs: Sequence[Paragraph]) -> Iterator[Tagged]:
    """A claim for each paragraph that has some of the content: the one beside the cue keeps cue and source."""
    parts = [
        tuple(span for span in one.content if paragraph.start <= span[0] < paragraph.end) for paragraph in paragraphs
    ]
    parts = [part for part in parts if part]
    cue = one.cue
    if parts == [one.content]:
        yield one
        return
    if len(parts) == 1 or cue is None:
        yield from (replace(one, content=part) for part in parts)
        return
    near = min(parts, key=lambda part: max(part[0][0] - cue[1], cue[0] - part[-1][1]))
    for part in parts:
        yield replace(one, content=part) if part is near else replace(one, content=part, cue=None, source=None)


def stretches(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, int]]:
    """Ranges of paragraphs of about `STRETCH` code points, the first of about `FIRST_STRETCH`."""
    first = 0
    room = FIRST_STRETCH if paragraphs and paragraphs[-1].end > STRETCH else STRETCH
    while first < len(paragraphs):
        last = first + 1
        while last < len(paragraphs) and paragraphs[last].end - paragraphs[first].start <= room:
            last += 1
        yield first, last
        first, room = last, STRETCH


def attribution(one: Tagged) -> Marked:
    """What the network marked, as an attribution whose confidence is yet to be told."""
    return Marked(
        content=one.content,
        cue=(one.cue,) if one.cue else (),
        source=(one.source,) if one.source else (),
        evidence=EVIDENCE,
        confidence=1.0,
        signs=one.signs,
    )


def _weighed(one: Attribution) -> Attribution:
    return replace(one, confidence=confidence(one.signs)) if isinstance(one, Marked) else one
