"""What surrounds a block: blank lines above it, and the bars, bullets and numbers before its lines. Pure."""

from collections.abc import Sequence
from functools import cached_property

from store.document import Block, Container, Document
from tui.widgets.article.glyphs import BULLETS, QUOTE_BAR
from tui.widgets.article.wrapping import cells

_LONGEST_LABEL = 12


class Margins:
    """The margins of the blocks of ``document``."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def gap(self, block: Block, previous: Block | None) -> int:
        """The blank lines between two blocks: none within a table, a list, the notes or one long block, else one."""
        if previous is None:
            return 1
        if block is previous or (block.kind == previous.kind == "row" and block.table == previous.table):
            return 0
        if not block.within or not previous.within:
            return 1
        inner, known = block.within[-1], _ids(previous)
        # A paragraph more of an item, or a quotation in it.
        entered = next((container for container in block.within if container.id not in known), None)
        if entered is None or entered.kind == "quote":
            return 1
        lists = {container.list for container in previous.within if container.kind == "item"}
        same_list = any(container.list in lists for container in block.within if container.kind == "item")
        notes = inner.kind == previous.within[0].kind == "footnote"
        return 0 if same_list or notes else 1

    def leads(self, block: Block, previous: Block | None) -> tuple[str, str]:
        """What stands before the first line of ``block``, and before the others; both are equally wide."""
        if not block.within:
            return "", ""
        known = _ids(previous) if previous else set()
        return self._lead(block.within, known), self._lead(block.within, _ids(block))

    def between(self, block: Block, previous: Block | None) -> str:
        """What runs through the blank line above ``block``: the bars of quotations that go on."""
        known = _ids(previous) if previous else set()
        shared = [container for container in block.within if container.id in known]
        return self._lead(shared, known).rstrip()

    def _lead(self, within: Sequence[Container], known: set[int]) -> str:
        return "".join(self._sign(container, within[:depth], known) for depth, container in enumerate(within))

    def _sign(self, container: Container, around: Sequence[Container], known: set[int]) -> str:
        """The sign of one container; an item or a footnote that is ``known`` leaves its place blank."""
        if container.kind == "quote":
            return f"{QUOTE_BAR} "
        if container.kind == "footnote":
            sign = f"[{container.label[:_LONGEST_LABEL]}] "
        elif container.number is not None:
            sign = f"{container.number}.".rjust(self._digits[container.list] + 1) + " "
        else:
            level = sum(other.kind == "item" and other.number is None for other in around)
            sign = f"{BULLETS[level % len(BULLETS)]} "
        return " " * cells(sign) if container.id in known else sign

    @cached_property
    def _digits(self) -> dict[int, int]:
        """The digits of the greatest number of each ordered list, so that its items line up."""
        digits: dict[int, int] = {}
        for block in self._document.blocks:
            for container in block.within:
                if container.number is not None:
                    digits[container.list] = max(digits.get(container.list, 0), len(str(container.number)))
        return digits


def _ids(block: Block) -> set[int]:
    return {container.id for container in block.within}
