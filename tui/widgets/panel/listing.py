"""Which items the panel shows, and in what order: pure, from items to cards one after the other under headings."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, get_args

from store.annotations import PROGRESS
from store.items import Item
from store.naming import LEFT_OPEN, nobody

Order = Literal["text", "speaker", "progress"]
ORDERS: tuple[Order, ...] = get_args(Order)

OPEN, PASSAGES = LEFT_OPEN.capitalize(), "Passages"


class Arrangement(NamedTuple):
    """How the reader wants the cards: in what ``order``, and whether those of a speaker stand together."""

    order: Order = "text"
    grouped: bool = False

    @property
    def words(self) -> str:
        """What to call it."""
        order = "as in the text" if self.order == "text" else f"by {self.order}"
        return f"Claims {order}{', grouped' if self.grouped else ''}"

    @property
    def told(self) -> str:
        """What to call it in a title: ``by speaker, grouped``; '' for the order of the text."""
        by = "" if self.order == "text" else f"by {self.order}"
        return ", ".join(part for part in (by, "grouped" if self.grouped else "") if part)

    @property
    def sign(self) -> str:
        """`told` where there is little room, without what the headings over the cards tell too."""
        return "" if self == Arrangement() else f"▾{self.order if self.order != 'text' else 'grouped'}"

    @property
    def kept(self) -> str:
        """What to keep of it for the next time."""
        return f"{self.order} grouped" if self.grouped else self.order

    @classmethod
    def of(cls, kept: str) -> "Arrangement":
        """That which was ``kept``; the usual one where it makes no sense."""
        order, _, grouped = kept.partition(" ")
        return cls(next((one for one in ORDERS if one == order), "text"), grouped == "grouped")


AS_IN_THE_TEXT = Arrangement()


class Listing(NamedTuple):
    """``shown`` are the indexes of the items that have a card, in the order of their cards.

    ``headings`` are what stands over the cards at some positions; ``in_text_order`` says whether the indexes rise.
    """

    shown: Sequence[int] = ()
    headings: Mapping[int, str] = {}
    in_text_order: bool = True
    positions: Mapping[int, int] = {}

    def position(self, index: int | None) -> int | None:
        """Where the card of an item stands; None where it has none."""
        if index is None:
            return None
        if isinstance(self.shown, range):
            return index if index in self.shown else None
        return self.positions.get(index)

    def after(self, index: int, step: Literal[1, -1]) -> Iterator[int]:
        """The shown items that follow the item at ``index`` (or precede it, nearest first), shown or not itself."""
        position = self.position(index)
        if position is not None:
            start = position + step
        elif not self.in_text_order:
            start = 0 if step > 0 else len(self.shown) - 1
        else:
            start = bisect_right(self.shown, index) if step > 0 else bisect_left(self.shown, index) - 1
        return (self.shown[at] for at in range(start, len(self.shown) if step > 0 else -1, step))


def listing(
    items: Sequence[Item], arrangement: Arrangement = AS_IN_THE_TEXT, shown: Sequence[int] | None = None
) -> Listing:
    """Arrange the cards of ``items``, or only of those at the rising indexes ``shown``."""
    indexes: Sequence[int] = range(len(items)) if shown is None else shown
    if arrangement == AS_IN_THE_TEXT and shown is None:
        return Listing(indexes)
    key = _KEYS.get(arrangement.order)
    if key is not None:
        indexes = sorted(indexes, key=lambda index: key(items[index]))
    headings: dict[int, str] = {}
    if arrangement.grouped:
        groups: dict[object, list[int]] = {}
        for index in indexes:
            groups.setdefault(_speaker(items[index]), []).append(index)
        indexes = []
        for group in groups.values():
            headings[len(indexes)] = f"{_heading(items[group[0]])} · {len(group)}"
            indexes += group
    rising = key is None and not arrangement.grouped
    return Listing(indexes, headings, rising, {index: at for at, index in enumerate(indexes)})


def _heading(item: Item) -> str:
    return (item.speaker or nobody(item).capitalize()) if item.is_claim else PASSAGES


def _speaker(item: Item) -> tuple[int, str]:
    """Names by the alphabet, then those that are open, then what nobody is said to say, then passages."""
    if not item.is_claim:
        return 3, ""
    return (0, item.speaker.casefold()) if item.speaker else (1 if item.source else 2, "")


def _progress(item: Item) -> int:
    """What waits for the reader first, then how far checking has come, then what is done with; passages last."""
    if not item.is_claim:
        return len(PROGRESS) + 2
    if item.unreviewed:
        return 0
    progress = PROGRESS.index(item.annotation.progress) if item.annotation is not None else 0
    return progress or len(PROGRESS) + item.rejected


_KEYS: Mapping[str, Callable[[Item], tuple[int, str] | int]] = {"speaker": _speaker, "progress": _progress}
