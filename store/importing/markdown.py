"""Markdown to a document, over markdown-it-py's tokens: CommonMark, tables, strikethrough and footnotes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from store.document import CELL_DIVIDER, Block, BlockKind, Container, Document, Mark
from store.importing.html import BLOCKS, pieces
from store.importing.inline import Inline, reference_label
from store.importing.parsers import article_parser, note_parser
from store.safety import label, safe

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_ALIGNMENTS = {"text-align:left": "l", "text-align:center": "c", "text-align:right": "r"}
_EVERY = 200  # blocks between two reports of progress


def parse_markdown(text: str, progress: Callable[[int, int], None] | None = None) -> Document:
    """Read ``text`` (line ends ``\\n``, no front matter) as CommonMark with tables, strikethrough and footnotes.

    ``progress`` is told (done, total) while blocks and then their inline content are parsed, and may raise to stop.
    """
    return _parse(article_parser(), text, progress)


def parse_note(note: str) -> Document:
    """Read a reader's ``note`` as CommonMark with tables and strikethrough, each of its lines a line of its own.

    No word is lost, and nothing is fetched or leads out of the note: HTML, images, footnotes and links to anything but
    the web or an e-mail address are the characters that they are written in; so is a note of signs alone.
    """
    note = safe(note.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4))
    document = _parse(note_parser(), note)
    # A link that leads nowhere is its words.
    document = document._replace(marks=tuple(mark for mark in document.marks if mark.kind != "link" or mark.target))
    if document.blocks or not (signs := " ".join(note.split())):
        return document
    return Document(signs, (Block("paragraph", 0, len(signs)),))


def _parse(parser: MarkdownIt, text: str, progress: Callable[[int, int], None] | None = None) -> Document:
    env: dict[str, Any] = {"progress": progress}
    tokens: list[Token] = []
    parser.block.parse(text.replace("\0", "\N{REPLACEMENT CHARACTER}"), parser, env, tokens)
    return _Builder(parser, env, progress, text.count("\n") + 1).build(tokens)


class _Builder:
    """Walks block tokens once, parses the inline content of each as it comes, and lays the text down."""

    def __init__(
        self, parser: MarkdownIt, env: dict[str, Any], progress: Callable[[int, int], None] | None, lines: int
    ) -> None:
        self._parser, self._env, self._progress, self._lines = parser, env, progress, lines
        self._texts: list[str] = []
        self._blocks: list[Block] = []
        self._marks: list[Mark] = []
        self._at = 0
        self._within: list[Container] = []
        self._ids = 0
        self._tables = 0
        self._lists: list[tuple[int, int | None]] = []  # open lists: id, number of the next item
        self._notes: dict[str, list[list[Token]]] = {}  # footnote definitions by label, set aside for the end

    def build(self, tokens: Sequence[Token]) -> Document:
        self._walk(self._set_aside(tokens))
        # In the order of their first reference, then those that nothing refers to. A footnote may refer to another, so
        # the references can grow while they are worked off.
        references = self._env.get("footnotes", {}).get("list", {})
        number = 0
        while self._notes:
            while number in references and references[number]["label"] not in self._notes:
                number += 1
            name = references[number]["label"] if number in references else next(iter(self._notes))
            for definition in self._notes.pop(name):
                self._ids += 1
                self._within = [Container("footnote", self._ids, label=reference_label(name))]
                self._walk(definition)
        return Document("\n".join(self._texts), tuple(self._blocks), tuple(self._marks))

    def _set_aside(self, tokens: Sequence[Token]) -> list[Token]:
        """Collect the definitions of footnotes, also those inside one another, and return the other tokens."""
        rest: list[Token] = []
        at = 0
        while at < len(tokens):
            if tokens[at].type == "footnote_reference_open":
                definition: list[Token] = []
                self._notes.setdefault(tokens[at].meta["label"], []).append(definition)
                end = _closing(tokens, at)
                definition += self._set_aside(tokens[at + 1 : end - 1])
                at = end
            else:
                rest.append(tokens[at])
                at += 1
        return rest

    def _walk(self, tokens: Sequence[Token]) -> None:
        at = 0
        while at < len(tokens):
            token = tokens[at]
            end = at + 1
            if token.type == "table_open":
                end = _closing(tokens, at)
                self._table(tokens[at:end])
            elif token.type == "heading_open":
                self._add("heading", *self._inline(tokens[at + 1]), level=int(token.tag[1]))
                end = at + 3
            elif token.type == "inline":
                self._add("paragraph", *self._inline(token))
            elif token.type in ("fence", "code_block"):
                self._add("code", safe(token.content.expandtabs(4)).strip("\n").rstrip(), info=_language(token.info))
            elif token.type == "html_block":
                self._html(token.content)
            elif token.type == "hr":
                self._put(Block("rule", self._at, self._at, within=tuple(self._within)), "")
            else:
                self._contain(token)
            at = end

    def _contain(self, token: Token) -> None:
        """Open or close a quotation, a list or an item; other tokens (the edges of a paragraph) say nothing."""
        if token.type in ("bullet_list_open", "ordered_list_open"):
            self._ids += 1
            ordered = token.type == "ordered_list_open"
            self._lists.append((self._ids, int(token.attrs.get("start", 1)) if ordered else None))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif token.type == "list_item_open":
            self._ids += 1
            of, number = self._lists[-1]
            self._within.append(Container("item", self._ids, list=of, number=number))
            self._lists[-1] = of, None if number is None else number + 1
        elif token.type == "blockquote_open":
            self._ids += 1
            self._within.append(Container("quote", self._ids))
        elif token.type in ("list_item_close", "blockquote_close"):
            self._within.pop()

    def _inline(self, token: Token) -> tuple[str, list[Mark]]:
        if self._progress is not None and token.map and len(self._blocks) % _EVERY == 0:
            self._progress(self._lines + token.map[0], 2 * self._lines)
        children: list[Token] = []
        self._parser.inline.parse(token.content, self._parser, self._env, children)
        inline = Inline()
        inline.tokens(children)
        return inline.settle()

    def _html(self, html: str) -> None:
        inline = Inline()
        for piece in pieces(html):
            if isinstance(piece, str):
                inline.text(piece)
            elif piece.name in BLOCKS:
                self._add("paragraph", *inline.settle())
                inline = Inline()
            else:
                inline.tag(piece)
        self._add("paragraph", *inline.settle())

    def _table(self, tokens: Sequence[Token]) -> None:
        self._tables += 1
        align = ""
        header = False
        row: list[tuple[str, list[Mark]]] = []
        for token in tokens:
            if token.type in ("thead_open", "thead_close"):
                header = token.nesting == 1
            elif token.type == "th_open":
                align += _ALIGNMENTS.get(str(token.attrs.get("style", "")), "-")
            elif token.type == "inline":
                row.append(self._inline(token))
            elif token.type == "tr_close":
                self._row(row, header, align)
                row = []

    def _row(self, cells: list[tuple[str, list[Mark]]], header: bool, align: str) -> None:
        marks: list[Mark] = []
        at = 0
        for text, inner in cells:
            marks.append(Mark("cell", at, at + len(text)))
            marks += (Mark(m.kind, m.start + at, m.end + at, m.target) for m in inner)
            at += len(text) + len(CELL_DIVIDER)
        if any(text for text, _ in cells):
            text = CELL_DIVIDER.join(text for text, _ in cells)
            self._add("row", text, marks, level=int(header), table=self._tables, align=align)

    def _add(self, kind: BlockKind, text: str, marks: Sequence[Mark] = (), **about: Any) -> None:
        if text:
            self._marks += (Mark(m.kind, m.start + self._at, m.end + self._at, m.target) for m in marks)
            self._put(Block(kind, self._at, self._at + len(text), within=tuple(self._within), **about), text)

    def _put(self, block: Block, text: str) -> None:
        self._blocks.append(block)
        self._texts.append(text)
        self._at += len(text) + 1


def _language(info: str) -> str:
    from markdown_it.common.utils import unescapeAll

    return label("".join(unescapeAll(info).split()[:1]), 40)


def _closing(tokens: Sequence[Token], at: int) -> int:
    """The index after the token that closes the one at ``at``."""
    level = tokens[at].level
    return next(i for i in range(at + 1, len(tokens)) if tokens[i].nesting == -1 and tokens[i].level == level) + 1
