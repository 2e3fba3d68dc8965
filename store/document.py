"""The article as a reader sees it: its visible text, its blocks and its inline marks.

All offsets everywhere in Sayso are code points into `Document.text`, half open. One paragraph (or heading, table
row, line of code) is one line of that text; blocks follow one another with a single ``\\n`` between them. The text
has been through `store.safety.safe`, so nothing in it can act on a terminal.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from claims.text import Text

CELL_DIVIDER = " | "

BlockKind = Literal["heading", "paragraph", "code", "row", "rule"]
ContainerKind = Literal["quote", "item", "footnote"]
MarkKind = Literal["emphasis", "strong", "strike", "code", "link", "image", "reference", "cell", "break"]


class Container(NamedTuple):
    """What a block stands in: a quotation, a list item or a footnote.

    ``id`` tells one container from its neighbour: the paragraphs of one list item share it. ``list`` groups the
    items of one list. ``number`` is the item's number in an ordered list, None in a bulleted one. ``label`` is a
    footnote's.
    """

    kind: ContainerKind
    id: int
    list: int = 0
    number: int | None = None
    label: str = ""


class Block(NamedTuple):
    """One line of the text, or for ``code`` one or several; a ``rule`` is empty (start == end).

    ``level`` is a heading's, 1 to 6. ``info`` is the language of a code block. ``row`` is a table row whose cells
    are ``cell`` marks, divided by `CELL_DIVIDER`; ``table`` tells one table from the next, and ``level`` is 1 in its
    header row, else 0; ``align`` holds a letter a column: l, c, r or - (none). ``within`` runs from the outermost
    container inwards.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    info: str = ""
    table: int = 0
    align: str = ""
    within: tuple[Container, ...] = ()


class Mark(NamedTuple):
    """An inline mark. ``target`` is a link's or image's address, or the label that a ``reference`` points to.

    An image's visible text is its alternative text; a reference's is its label in square brackets; a ``break``
    covers the one space that stands for a hard line break. Marks may nest and never cross.
    """

    kind: MarkKind
    start: int
    end: int
    target: str = ""


class Document(NamedTuple):
    """An article's visible text with its structure; ``blocks`` and ``marks`` are in text order."""

    text: Text
    blocks: Sequence[Block]
    marks: tuple[Mark, ...] = ()
