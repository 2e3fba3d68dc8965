"""A note in plain lines: the words of its Markdown without the marks, for where there is no room to set it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from store.document import Block, Container, Document, Mark
from store.safety import label

_MARKUP = re.compile(r"[*_`~\[\]<>&\\|]|^\s*(?:[-+#=]|\d+[.)])")
_RULE = "———"
_LONGEST = 2000


def plain_lines(note: str, *, addresses: bool = False) -> list[str]:
    """The lines of ``note`` that have words, safe, lists and quotations with a sign before them.

    With ``addresses`` the address of a link stands after its words, where it is not the same.
    """
    from store.importing.markdown import parse_note

    document = parse_note(note)
    lines = []
    for block, sign in signed(document):
        for line in _shown(document, block, addresses=addresses).split("\n"):
            if line.strip():
                lines.append(sign + line)
            sign = " " * len(sign)
    return lines


def first_words(note: str) -> str:
    """The first line of ``note``, without marks and signs; of a long note, looked for at its beginning only."""
    first = next((line for line in note[:_LONGEST].splitlines() if line.strip()), "")
    # Nearly all are plain, and a panel asks for many at once.
    return _first_words(note[:_LONGEST]) if _MARKUP.search(first) else label(first)


@lru_cache(maxsize=2000)
def _first_words(note: str) -> str:
    lines = plain_lines(note)
    return label(next((words for line in lines if (words := line.strip(f" •>{_RULE}"))), "".join(lines[:1])))


def signed(document: Document) -> Iterator[tuple[Block, str]]:
    """The blocks with the sign of a list's item before its first one, and as much room before others; of quotations."""
    begun: set[int] = set()
    for block in document.blocks:
        yield block, "".join(_sign(container, begun) for container in block.within)


def _sign(container: Container, begun: set[int]) -> str:
    if container.kind == "quote":
        return "> "
    sign = "• " if container.number is None else f"{container.number}. "
    if container.id in begun:
        return " " * len(sign)
    begun.add(container.id)
    return sign


def _shown(document: Document, block: Block, *, addresses: bool) -> str:
    text = document.text
    if block.kind == "rule":
        return _RULE
    parts, at = [], block.start
    for end, words in _laid_in(document, _within(document.marks, block), addresses=addresses):
        parts += [text[at:end], words]
        at = end + (words == "\n")
    return "".join((*parts, text[at : block.end]))


def _laid_in(document: Document, marks: Sequence[Mark], *, addresses: bool) -> list[tuple[int, str]]:
    laid = [(mark.start, "\n") for mark in marks if mark.kind == "break"]
    if addresses:
        links = (mark for mark in marks if mark.kind == "link")
        named = ((mark, document.text[mark.start : mark.end]) for mark in links)
        laid += [
            (mark.end, f" ({mark.target})") for mark, words in named if mark.target.removeprefix("mailto:") != words
        ]
    return sorted(laid, key=lambda one: (one[0], one[1] == "\n"))


def _within(marks: Sequence[Mark], block: Block) -> list[Mark]:
    return [mark for mark in marks if block.start <= mark.start and mark.end <= block.end]
