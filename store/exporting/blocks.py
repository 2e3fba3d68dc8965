"""Blocks as Markdown, each line behind the markers or the indent of the containers that the block stands in."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from store.document import Container

_RULE = "***"  # dashes would run together with a bullet


class BlockWriter:
    """Puts blocks down one after another. A container's marker goes before its first line, its indent before others."""

    def __init__(self) -> None:
        self.ids: Iterator[int] = count(-1, -1)
        """For containers that are no document's."""
        self._lines: list[str] = []
        self._within: tuple[Container, ...] = ()
        self._after_paragraph = False
        self._markers: dict[int, str] = {}  # by list: the bullet, or what stands behind the number

    def put(self, lines: Sequence[str], within: Sequence[Container] = (), *, paragraph: bool = False) -> None:
        """Add a block of ``lines`` inside the containers ``within``, the outermost first."""
        common = 0
        for old, new in zip(self._within, within, strict=False):
            if (old.kind, old.id) != (new.kind, new.id):
                break
            common += 1
        outer = "".join(self._indent(container) for container in within[:common])
        if self._lines and not (paragraph and self._fits_close(within, common)):
            self._lines.append(outer.rstrip())
        before = self._within[common] if common < len(self._within) else None
        opened = within[common:]
        if opened and opened[0].kind == "item":
            self._lines += (f"{outer}{marker}".rstrip() for marker in self._gap(before, opened[0]))
        for container in opened:
            self._choose_marker(before, container)
            before = None
        if opened and opened[0].kind == "footnote" and not (paragraph and len(opened) == 1):
            # Right behind a footnote's label only a paragraph is read alike by all.
            self._lines.append(f"{outer}{self._marker(opened[0])}".rstrip())
            outer += self._indent(opened[0])
            opened = opened[1:]
        first = outer + "".join(self._marker(container) for container in opened)
        rest = outer + "".join(self._indent(container) for container in opened)
        for index, line in enumerate(lines):
            self._lines.append((rest if index else first) + line if line else (rest if index else first).rstrip())
        self._within, self._after_paragraph = tuple(within), paragraph

    def markdown(self) -> str:
        """Everything so far, ending in a line feed."""
        return "\n".join(self._lines) + "\n"

    def _fits_close(self, within: Sequence[Container], common: int) -> bool:
        """Whether a list item can follow the paragraph before it with no blank line between them."""
        opened = within[common:]
        if not (self._after_paragraph and opened and common + 1 <= len(within)):
            return False
        if any(container.kind != "item" for container in (*self._within[common:], *opened)):
            return False
        before = self._within[common] if common < len(self._within) else None
        if before is not None:
            return before.list == opened[0].list
        # A nested list may interrupt its item's paragraph if it has bullets or counts from 1.
        return common > 0 and self._within[common - 1].kind == "item" and opened[0].number in (None, 1)

    def _gap(self, before: Container | None, item: Container) -> Iterator[str]:
        """Markers of empty items, which a document does not hold, so that the numbers after them stay right."""
        if before is not None and before.list == item.list and before.number is not None and item.number is not None:
            for number in range(before.number + 1, min(item.number, before.number + 1000)):
                yield f"{number}{self._markers[item.list]}"

    def _choose_marker(self, before: Container | None, item: Container) -> None:
        """Give a list that follows straight upon another the other marker, or they would become one."""
        if item.kind == "item" and item.list not in self._markers:
            usual, other = ("-", "+") if item.number is None else (".", ")")
            taken = self._markers[before.list] if before is not None and before.kind == "item" else other
            self._markers[item.list] = other if taken == usual else usual

    def _marker(self, container: Container) -> str:
        if container.kind == "quote":
            return "> "
        if container.kind == "footnote":
            return f"[^{container.label}]: "
        sign = self._markers[container.list]
        # Nine digits are the most that CommonMark reads; after the first item the number means nothing.
        return f"{sign} " if container.number is None else f"{min(container.number, 999_999_999)}{sign} "

    def _indent(self, container: Container) -> str:
        if container.kind == "quote":
            return "> "
        return "    " if container.kind == "footnote" else " " * len(self._marker(container))


def rule() -> list[str]:
    """A thematic break."""
    return [_RULE]


def heading(markdown: str, level: int) -> list[str]:
    """An ATX heading; number signs at its end are escaped, since they would be taken for its closing sequence."""
    head = markdown.rstrip("#")
    tail = markdown[len(head) :]
    if tail and (not head or head[-1] in " \t"):
        markdown = f"{head}\\{tail}"
    return [f"{'#' * level} {markdown}"]


def fence(code: str, info: str) -> list[str]:
    """A fenced code block; the fence is longer than any run inside the code that could end it."""
    char = "~" if "`" in info else "`"
    length = 3
    for line in code.split("\n"):
        bare = line.strip()
        if bare and not bare.strip(char):
            length = max(length, len(bare) + 1)
    escaped = info.replace("\\", "\\\\").replace("&", "\\&")
    return [f"{char * length}{' ' if char == '~' else ''}{escaped}", *code.split("\n"), char * length]


def table(rows: Iterable[tuple[bool, Sequence[str]]], align: str) -> list[str]:
    """A table of ``rows``: whether it is the header, and cells safe for a cell; ``align`` as in Block."""
    delimiters = {"l": ":---", "c": ":---:", "r": "---:"}
    lines = [(header, f"| {' | '.join(cells)} |") for header, cells in rows]
    if not lines[0][0]:
        lines.insert(0, (True, f"|{'  |' * len(align)}"))
    head, *body = (line for _, line in lines)
    return [head, f"| {' | '.join(delimiters.get(letter, '---') for letter in align)} |", *body]
