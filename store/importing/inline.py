"""The inline content of one block: visible text and marks, out of markdown-it's tokens and HTML tags."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.document import Mark, MarkKind
from store.importing.html import HIDDEN, Tag, tag_of
from store.safety import safe

if TYPE_CHECKING:
    from markdown_it.token import Token

_TOKENS: dict[str, MarkKind] = {"em": "emphasis", "strong": "strong", "s": "strike", "link": "link"}
_TAGS: dict[str, MarkKind] = {
    "em": "emphasis",
    "i": "emphasis",
    "strong": "strong",
    "b": "strong",
    "del": "strike",
    "s": "strike",
}
_RUN = re.compile(r"\s+")
# Inside one block, before it is settled, a line feed stands for a hard break and for nothing else.
_BREAK = "\n"


@dataclass(slots=True)
class _Open:
    kind: MarkKind
    start: int
    end: int = -1
    target: str = ""
    tag: str = ""


def reference_label(label: str) -> str:
    """A footnote's label as the document holds it: safe, and without the spaces that no reader of footnotes allows."""
    return re.sub(r"\s", "-", safe(label))


class Inline:
    """Gathers the text and marks of one block; `settle` hands them out, offsets from the block's start."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._marks: list[_Open] = []
        self._stack: list[_Open] = []
        self._hidden = ""

    def text(self, text: str) -> None:
        """Add visible text; a line feed in it is a space."""
        if not self._hidden:
            self._put(safe(text).replace("\n", " "))

    def tag(self, tag: Tag) -> None:
        """Take an HTML tag into account: emphasis and breaks are kept, other tags only stand aside."""
        if tag.name in HIDDEN:
            self._hidden = "" if tag.closing else self._hidden or tag.name
        elif tag.name == "br":
            self._put(_BREAK)
        elif tag.name in _TAGS and not tag.closing:
            self._open(_TAGS[tag.name], tag=tag.name)
        elif tag.name in _TAGS:
            for depth in range(len(self._stack) - 1, -1, -1):
                if not self._stack[depth].tag:
                    break  # A tag does not reach out of the Markdown that it stands in.
                if self._stack[depth].tag == tag.name:
                    self._close_from(depth)
                    break

    def tokens(self, tokens: Sequence[Token]) -> None:
        """Add markdown-it's inline tokens."""
        for token in tokens:
            self._token(token)

    def settle(self) -> tuple[str, list[Mark]]:
        """The block's text, without white space at its ends, and its marks in text order, none of them empty."""
        self._close_from(0)
        raw = "".join(self._parts)
        text = raw.strip()
        lead = len(raw) - len(raw.lstrip())
        spans = [(m, min(max(m.start - lead, 0), len(text)), min(max(m.end - lead, 0), len(text))) for m in self._marks]
        marks = [Mark(m.kind, start, end, m.target) for m, start, end in spans]
        if _BREAK in text:
            text, marks = _fold_breaks(text, marks)
        return text, [mark for mark in marks if mark.start < mark.end]

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _open(self, kind: MarkKind, target: str = "", tag: str = "") -> None:
        mark = _Open(kind, self._length, target=target, tag=tag)
        # An autolink in a link's text is read as a link by the parser, but no link can stand in another.
        if kind != "link" or all(outer.kind != "link" for outer in self._stack):
            self._marks.append(mark)
        self._stack.append(mark)

    def _close_from(self, depth: int) -> None:
        for mark in self._stack[depth:]:
            mark.end = self._length
        del self._stack[depth:]

    def _leaf(self, kind: MarkKind, text: str, target: str = "") -> None:
        if not self._hidden:
            self._open(kind, target)
            self.text(text)
            self._close_from(len(self._stack) - 1)

    def _token(self, token: Token) -> None:
        kind, _, edge = token.type.rpartition("_")
        if token.type in ("text", "text_special"):
            self.text(token.content)
        elif token.type == "softbreak":
            self.text(" ")
        elif token.type == "hardbreak":
            self._put(_BREAK)
        elif token.type == "code_inline":
            self._leaf("code", token.content)
        elif token.type == "image":
            self._leaf("image", alternative(token.children or ()), safe(str(token.attrs.get("src", ""))))
        elif token.type == "footnote_ref":
            name = reference_label(token.meta["label"])
            self._leaf("reference", f"[{name}]", name)
        elif token.type == "html_inline":
            if tag := tag_of(token.content):
                self.tag(tag)
        elif edge == "open":
            self._open(_TOKENS[kind], safe(str(token.attrs.get("href", ""))))
        else:
            markdown = (depth for depth in range(len(self._stack) - 1, -1, -1) if not self._stack[depth].tag)
            self._close_from(next(markdown))


def alternative(tokens: Sequence[Token]) -> str:
    """The text of an image's description, without its marks."""
    texts = (
        alternative(token.children or ())
        if token.type == "image"
        else " "
        if token.type in ("softbreak", "hardbreak")
        else token.content
        for token in tokens
        if token.type != "html_inline"
    )
    return "".join(texts)


def _fold_breaks(text: str, marks: list[Mark]) -> tuple[str, list[Mark]]:
    """Turn each break, with the white space around it, into one space under a ``break`` mark."""
    runs = [match.span() for match in _RUN.finditer(text) if _BREAK in match[0]]
    parts: list[str] = []
    folded: list[Mark] = []
    moved: list[tuple[int, int, int]] = []  # where a run began and ended, and where its space stands now
    last = gone = 0
    for start, end in runs:
        parts += (text[last:start], " ")
        folded.append(Mark("break", start - gone, start - gone + 1))
        moved.append((start, end, start - gone))
        gone += end - start - 1
        last = end
    parts.append(text[last:])

    def place(offset: int, *, begins: bool = False) -> int:
        shift = 0
        for start, end, now in moved:
            if offset <= start:
                break
            if offset < end:
                # What begins behind the break, such as code with a blank before it, does not hold the break.
                return now + (begins and offset > text.rindex(_BREAK, start, end))
            shift = now + 1 - end
        return offset + shift

    for mark in marks:
        folded.append(Mark(mark.kind, place(mark.start, begins=True), place(mark.end), mark.target))
    folded.sort(key=lambda mark: (mark.start, -mark.end))
    return "".join(parts), folded
