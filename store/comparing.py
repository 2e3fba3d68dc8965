"""What changed from one text of an article to another, paragraph by paragraph and word by word."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from claims.model import Span
from store.anchoring.alignment import Alignment
from store.anchoring.moves import Move, Rest, moved
from store.article import changes_told

Kind = Literal["same", "removed", "added"]
Side = Literal["old", "new"]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of a changed passage: in both texts, in the old one only, or in the new one only; never empty."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One or more neighbouring paragraphs that changed: where they stand in either text, and what they are made of."""

    old: Span
    new: Span
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All passages that changed, in order, and how many words; ``changes`` are the very places, (old, new).

    ``moves`` are the paragraphs that only stand elsewhere: none of them is in a passage, nor among the words.
    """

    passages: tuple[Passage, ...]
    changes: tuple[tuple[Span, Span], ...]
    words: int
    moves: tuple[Move, ...] = ()

    @property
    def counted(self) -> str:
        """How much changed, in a few plain words."""
        return changes_told(self.words, sum(move.paragraphs for move in self.moves))

    def stands_in_changed(self, spans: Iterable[Span], side: Side) -> bool:
        """Whether any of ``spans`` of that text stands in a passage that changed."""
        return any(
            _meets(span, self.passages, lambda passage: passage.old if side == "old" else passage.new) for span in spans
        )

    def is_changed(self, spans: Iterable[Span], side: Side) -> bool:
        """Whether any of the words in ``spans`` of that text were changed themselves."""
        index = 0 if side == "old" else 1
        return any(_meets(span, self.changes, lambda change: change[index]) for span in spans)


def compare(old: str, new: str) -> Comparison:
    """Compare two texts of one article; equal ones give no passage."""
    both = moved(old, new)
    was, became = both.old, both.new
    alignment = Alignment(was.text, became.text)
    phrases = _whole_lines(was.text, became.text, _phrases(was.text, alignment.changes()))
    changes = [part for phrase in phrases for part in _parted(was, became, phrase)]
    passages = [_passage(was.text, became.text, some) for some in _together(was, became, changes)]
    return Comparison(
        tuple(replace(one, old=was.whole(one.old), new=became.whole(one.new)) for one in passages),
        tuple((was.whole(here), became.whole(there)) for here, there in changes),
        alignment.changed_words(),
        both.moves,
    )


def _phrases(old: str, changes: Iterable[tuple[Span, Span]]) -> Iterator[tuple[Span, Span]]:
    """``changes``, those that only a space parts made one: people change phrases, not words."""
    last: tuple[Span, Span] | None = None
    for change in changes:
        if last is not None and old[last[0][1] : change[0][0]] == " ":
            change = (last[0][0], change[0][1]), (last[1][0], change[1][1])
        elif last is not None:
            yield last
        last = change
    if last is not None:
        yield last


def _whole_lines(old: str, new: str, changes: Iterable[tuple[Span, Span]]) -> Iterator[tuple[Span, Span]]:
    """``changes``, those of whole paragraphs with the line feed after them, not the one before."""
    for was, became in changes:
        text, (start, end) = (old, was) if was[0] < was[1] else (new, became)
        one_sided = (was[0] == was[1]) != (became[0] == became[1])
        if one_sided and text[start] == "\n" and text[end : end + 1] == "\n":
            yield (was[0] + 1, was[1] + 1), (became[0] + 1, became[1] + 1)
        else:
            yield was, became


def _parted(old: Rest, new: Rest, change: tuple[Span, Span]) -> Iterator[tuple[Span, Span]]:
    """A change in parts: at paragraphs that were moved away, and whole paragraphs that only went or came by themselves.

    The shortest way from one text to the other runs a paragraph that went and the beginning of the next into one.
    """
    (start, end), (at, to) = change
    for cut in old.cuts_in(start, end):
        yield (start, cut), (at, to)
        start, at = cut, to
    for cut in new.cuts_in(at, to):
        yield (start, end), (at, cut)
        start, at = end, cut
    was, became = old.text[start:end], new.text[at:to]
    if ("\n" in was) != ("\n" in became) and was and became:
        more = was if "\n" in was else became
        if _at_a_start(old.text, start) and _at_a_start(new.text, at) and not more.endswith("\n"):
            size = more.rindex("\n") + 1
            old_part, new_part = (size, 0) if more is was else (0, size)
            yield (start, start + old_part), (at, at + new_part)
            start, at = start + old_part, at + new_part
        elif _at_an_end(old.text, end) and _at_an_end(new.text, to) and not more.startswith("\n"):
            size = len(more) - more.index("\n")
            old_part, new_part = (size, 0) if more is was else (0, size)
            yield (start, end - old_part), (at, to - new_part)
            start, at = end - old_part, to - new_part
            (start, end), (at, to) = next(_whole_lines(old.text, new.text, [((start, end), (at, to))]))
    yield (start, end), (at, to)


def _together(old: Rest, new: Rest, changes: Sequence[tuple[Span, Span]]) -> Iterator[list[tuple[Span, Span]]]:
    """The changes in runs between which no line ends."""
    run: list[tuple[Span, Span]] = []
    cuts = ({*old.cuts}, {*new.cuts})
    for change in changes:
        if run and _line_ends(old.text, new.text, run[-1], change, cuts):
            yield run
            run = []
        run.append(change)
    if run:
        yield run


def _line_ends(
    old: str, new: str, last: tuple[Span, Span], change: tuple[Span, Span], cuts: tuple[set[int], set[int]]
) -> bool:
    """Whether a line ends between two changes, or with the first of them."""
    if "\n" in old[last[0][1] : change[0][0]] or last[0][1] in cuts[0] or last[1][1] in cuts[1]:
        return True
    was, became = old[slice(*change[0])], new[slice(*change[1])]
    if not (was and became) and (was or became).startswith("\n") and change[0][1] == len(old):
        return True
    was, became = old[slice(*last[0])], new[slice(*last[1])]
    whole = _at_a_start(old, last[0][0]) and _at_a_start(new, last[1][0])
    return whole and (was or became).endswith("\n") and (became or was).endswith("\n")


def _passage(old: str, new: str, changes: Sequence[tuple[Span, Span]]) -> Passage:
    """The lines that ``changes`` are in; what stands before, between and after them is the same in both texts."""
    (first, first_new), (last, last_new) = changes[0], changes[-1]
    at_the_end = _begins_with_a_feed(old, first) and _begins_with_a_feed(new, first_new) and last[1] == len(old)
    before = 0 if at_the_end else first[0] - (old.rfind("\n", 0, first[0]) + 1)
    whole = _ends_with_a_feed(old, last) and _ends_with_a_feed(new, last_new)
    after = 0 if whole else _to_the_end_of_the_line(old, last[1])
    pieces, at = [], first[0] - before
    for was, became in changes:
        pieces.append(Piece("same", old[at : was[0]]))
        pieces += (Piece("removed", old[slice(*was)]), Piece("added", new[slice(*became)]))
        at = was[1]
    pieces.append(Piece("same", old[at : at + after]))
    return Passage(
        (first[0] - before, last[1] + after),
        (first_new[0] - before, last_new[1] + after),
        tuple(piece for piece in pieces if piece.text),
    )


def _begins_with_a_feed(text: str, span: Span) -> bool:
    return span[0] == span[1] or text[span[0]] == "\n"


def _ends_with_a_feed(text: str, span: Span) -> bool:
    return span[0] == span[1] or text[span[1] - 1] == "\n"


def _at_a_start(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"


def _at_an_end(text: str, at: int) -> bool:
    return at == len(text) or text[at] == "\n"


def _to_the_end_of_the_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return (len(text) if end < 0 else end) - at


def _meets(span: Span, places: Sequence[T], where: Callable[[T], Span]) -> bool:
    """Whether ``span`` shares text with any of ``places``, which are in order and apart from one another."""
    first = bisect_left(places, span[0], key=lambda place: where(place)[1])
    last = bisect_right(places, span[1], key=lambda place: where(place)[0])
    return any(_meet(span, where(place)) for place in places[first:last])


def _meet(one: Span, other: Span) -> bool:
    """Whether two spans share text, or the other one is empty and inside: where something was put in or taken out."""
    return max(one[0], other[0]) < min(one[1], other[1]) or one[0] < other[0] == other[1] < one[1]
