"""Two texts of an article as one: what went and what came where they differ, and the claims and notes there. Pure."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from claims.model import Span
from store.annotations import Place
from store.comparing import Comparison, Passage, Side
from store.document import Block, BlockKind, Container, Document
from store.naming import named
from store.note_lines import first_words
from store.quoting import quoted
from store.review import Item
from store.safety import label
from tui.widgets.article.glyphs import NOTE, PASSAGE_END, PASSAGE_START, Sign, superscript
from tui.widgets.article.highlighting import Highlight

_BRACKETS = {"removed": ("[-", "-]"), "added": ("{+", "+}")}
_BREAK = "¶"
MOVED = "⇅"
_WORDS, _NOTE = 160, 80
_BECAME: dict[Place | Literal["changed", ""], str] = {
    "doubtful": "to confirm",
    "lost": "lost",
    "kept": "kept without a place",
    "changed": "its words changed",
    "": "",
}


@dataclass(frozen=True, slots=True)
class Version:
    """One text of an article and all that stood on it. ``read`` is whether an engine has looked for its claims."""

    number: int
    text: str
    items: tuple[Item, ...]
    read: bool = True


@dataclass(frozen=True, slots=True)
class Changes:
    """What is shown: the changed passages one after the other, and below them a list of what stands there.

    ``starts`` is where each passage begins in ``document``; ``highlights`` and ``signs`` are drawn on it.
    """

    document: Document
    starts: tuple[int, ...]
    highlights: tuple[Highlight, ...]
    signs: tuple[Sign, ...]


def laid_out(comparison: Comparison, old: Version, new: Version, places: dict[str, Place]) -> Changes:
    """Lay out what changed from ``old`` to ``new``; ``places`` tells what became of annotations without a sure place.

    Of the old text those claims are shown whose own words changed, and those notes that have no place any more.
    """
    placed = {item.annotation.uid for item in new.items if item.annotation is not None}
    now = [item for item in new.items if comparison.stands_in_changed(_words_of(item), "new")]
    gone = [item for item in old.items if _is_gone(item, comparison, placed)]
    page = _Page()
    there = _by_passage(comparison.passages, [("new", item) for item in now] + [("old", item) for item in gone])
    for number, (passage, items) in enumerate(zip(comparison.passages, there, strict=True), 1):
        page.passage(number, _Shown(passage), items)
    if comparison.moves:
        page.heading("Moved, word for word")
    for move in comparison.moves:
        page.line(f"{MOVED} {move.told}: {quoted(old.text[slice(*move.old)], _WORDS)}")
    page.heading("Claims and notes in these passages")
    if not new.read:
        page.line(f"Revision {new.number} has not been read for claims yet: open the article first.")
    for item in now:
        changed = comparison.is_changed(item.content, "new")
        page.line(_told(item, "new", new.text, "changed" if changed else ""))
    if new.read and not now:
        page.line("None.")
    if gone:
        page.heading(f"As it was in revision {old.number}")
    for item in gone:
        uid = item.annotation.uid if item.annotation is not None else ""
        page.line(_told(item, "old", old.text, places.get(uid, "")))
    return page.made()


def _is_gone(item: Item, comparison: Comparison, placed: set[str]) -> bool:
    """Whether an item of the old text is not one of the new as well, or not in the same words."""
    if item.annotation is None:
        return comparison.is_changed(item.content, "old")
    return item.annotation.uid not in placed and comparison.stands_in_changed(_words_of(item), "old")


def _by_passage(passages: Sequence[Passage], items: Iterable[tuple[Side, Item]]) -> list[list[tuple[Side, Item]]]:
    """Those of ``items`` that stand in each of the passages."""
    there: list[list[tuple[Side, Item]]] = [[] for _ in passages]
    for side, item in items:
        (start, end) = item.span
        at = bisect_right(passages, start, key=lambda passage: getattr(passage, side)[1])
        while at < len(passages) and getattr(passages[at], side)[0] < end:
            there[at].append((side, item))
            at += 1
    return there


class _Part(NamedTuple):
    """A piece of a passage: where it stands in the shown text, and where in either of the two."""

    kind: str
    text: str
    at: int
    old: int
    new: int


class _Shown:
    """A passage as it is shown: its pieces one after the other. All offsets in it are from its own beginning."""

    def __init__(self, passage: Passage) -> None:
        self.parts: list[_Part] = []
        at, old, new = 0, passage.old[0], passage.new[0]
        for piece in passage.pieces:
            length = len(piece.text)
            self.parts.append(_Part(piece.kind, piece.text, at, old, new))
            at += length
            old += length if piece.kind != "added" else 0
            new += length if piece.kind != "removed" else 0
        # The line feed after its last line is no part of what is shown.
        self.text = "".join(part.text for part in self.parts).removesuffix("\n")
        self.spans: dict[Side, Span] = {"old": passage.old, "new": passage.new}
        self._of = {
            side: [part for part in self.parts if part.kind in ("same", kind)]
            for side, kind in (("old", "removed"), ("new", "added"))
        }

    def image(self, span: Span, side: Side) -> Span | None:
        """Where the words of ``span`` of that text are shown; None where none of them are in this passage."""
        start, end = max(span[0], self.spans[side][0]), min(span[1], self.spans[side][1])
        if start >= end:
            return None
        return min(self._where(start, side), len(self.text)), min(self._where(end - 1, side) + 1, len(self.text))

    def _where(self, offset: int, side: Side) -> int:
        parts = self._of[side]
        part = parts[bisect_right(parts, offset, key=lambda part: getattr(part, side)) - 1]
        return part.at + offset - int(getattr(part, side))


@dataclass(slots=True)
class _Page:
    """The document in the making."""

    lines: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    highlights: list[Highlight] = field(default_factory=list)
    signs: list[Sign] = field(default_factory=list)
    at: int = 0

    def heading(self, words: str) -> None:
        self._add(words, "heading", level=2)

    def line(self, words: str) -> None:
        self._add(words, "paragraph")

    def passage(self, number: int, shown: _Shown, items: Iterable[tuple[Side, Item]]) -> None:
        """Add a passage under its number, with a bar beside the lines in which any of ``items`` stand."""
        self.starts.append(self.at)
        base = self.at
        self.signs += sorted(
            (sign._replace(at=base + sign.at) for sign in (*_brackets(shown), *_marks(shown, items))),
            key=lambda sign: (sign.at, not sign.after),
        )
        self.highlights += [Highlight(base + start, base + end, kind) for kind, start, end in _changed(shown)]
        marked = [span for side, item in items for role in _words_of(item) if (span := shown.image(role, side))]
        numbered = Container("item", id=2 * number, list=number, number=number)
        at = 0
        for line in shown.text.split("\n"):
            barred = any(start < at + len(line) and end > at for start, end in marked)
            bar = (Container("quote", id=2 * number + 1),) if barred else ()
            self._add(line, "paragraph" if line else "rule", within=(numbered, *bar))
            at += len(line) + 1

    def made(self) -> Changes:
        document = Document("\n".join(self.lines), tuple(self.blocks))
        return Changes(document, tuple(self.starts), tuple(self.highlights), tuple(self.signs))

    def _add(self, words: str, kind: BlockKind, level: int = 0, within: tuple[Container, ...] = ()) -> None:
        self.blocks.append(Block(kind, self.at, self.at + len(words), level=level, within=within))
        self.lines.append(words)
        self.at += len(words) + 1


def _changed(shown: _Shown) -> Iterator[tuple[str, int, int]]:
    """What went and what came, line by line."""
    for part in shown.parts:
        if part.kind in _BRACKETS:
            at = part.at
            for line in part.text.split("\n"):
                if line:
                    yield part.kind, at, at + len(line)
                at += len(line) + 1


def _brackets(shown: _Shown) -> Iterator[Sign]:
    """The signs around what went and came, that tell them apart where there is no colour."""
    for kind, start, end in _changed(shown):
        opening, closing = _BRACKETS[kind]
        yield Sign(start, False, opening, "change")
        yield Sign(end, True, closing, "change")
    for part in shown.parts:
        if part.kind in _BRACKETS and not part.text.strip("\n"):
            # Two paragraphs were made of one, or one of two.
            yield Sign(part.at, True, _BREAK.join(_BRACKETS[part.kind]), "change")


def _marks(shown: _Shown, items: Iterable[tuple[Side, Item]]) -> Iterator[Sign]:
    """The numbers of claims, the ends of highlighted passages, and the pens of notes."""
    for side, item in items:
        images = [span for words in item.content if (span := shown.image(words, side))]
        if not images:
            continue
        if item.is_claim:
            yield Sign(images[0][0], False, _number(item, side), "number")
        else:
            yield Sign(images[0][0], False, PASSAGE_START, "passage-end")
            yield Sign(images[-1][1], True, PASSAGE_END, "passage-end")
        if item.note:
            yield Sign(images[-1][1], True, NOTE, "note")


def _told(item: Item, side: Side, text: str, became: Place | Literal["changed", ""]) -> str:
    """An item in a line: its number, who says it, its words, what became of it, the note."""
    words = label(" … ".join(text[start:end] for start, end in item.content), _WORDS)
    sign = _number(item, side) if item.is_claim else PASSAGE_START + PASSAGE_END
    speaker = f"{label(named(item, text), _NOTE)}: " if item.speaker else ""
    was = item.annotation.was if item.annotation is not None else ""
    since = f"≠ yours is on {quoted(was, _NOTE)}" if was else ""
    note = f"{NOTE} {label(first_words(item.note), _NOTE)}" if item.note else ""
    told = f"{sign} {speaker}{quoted(words, _WORDS)}"
    return " · ".join(part for part in (told, _BECAME[became], since, note) if part)


def _number(item: Item, side: Side) -> str:
    """A claim's number in its own text; in brackets where that is the old one."""
    assert item.number is not None
    number = superscript(item.number)
    return f"⁽{number}⁾" if side == "old" else number


def _words_of(item: Item) -> Sequence[Span]:
    return (*item.content, *item.source, *item.cue)
