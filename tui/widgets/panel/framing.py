"""What stands in the frame of the cards: how many there are over them, who found them under them."""

import re

from rich.cells import cell_len
from textual.reactive import reactive

from tui.widgets.panel.facts import found_by, is_by_quotation_marks
from tui.widgets.panel.listing import AS_IN_THE_TEXT, Arrangement
from tui.widgets.panel.painting import CardsView

OTHER_LANGUAGE = (
    "This was taken for another language than English. There only quotations are marked, and it has none. "
    "Select a passage with {read.select-by-keys} and press {claims.mark} to mark a claim."
)


_UNREVIEWED = re.compile(r"([\d,]+) unreviewed")
_FIGURE = re.compile(rf"{_UNREVIEWED.pattern}|○[\d,]+")


def entitled(counted: str, unplaced: str, width: int, arrangement: Arrangement = AS_IN_THE_TEXT) -> str:
    """The title of cards ``width`` cells wide: what was ``counted`` of claims, what is ``unplaced``, and their order.

    The order of the text needs no words. Where there is little room a comma stands for the point, then for the word the
    sign of what is not reviewed, and a sign for *by*; then that figure goes.
    """
    total = counted.partition(" · ")[0]
    in_words = (counted, counted.replace(" · ", ", "), _UNREVIEWED.sub(r"○\1", counted), total)
    order, short = (arrangement.told, f" {arrangement.sign}") if counted and arrangement.sign else ("", "")
    claims = [f"Claims {some}".strip() for some in in_words]
    ways = [(claims[0], order and f" · {order}"), (claims[1], order and f", {order}"), (claims[1], short)]
    less = (claims[2], in_words[2], claims[3]) if order else claims[2:]
    ways += [(some, short) for some in (*less, total, "")]
    for some, sorted_by in ways:
        title = " · ".join(part for part in (f"{some}{sorted_by}".strip(), unplaced) if part)
        if cell_len(title) + 3 < width:
            break
    return title or "Claims"


def is_unreviewed(title: str, cell: int) -> bool:
    """Whether in a title as `entitled` gives it the number of what is not reviewed stands at ``cell`` of it, from 0."""
    found = _FIGURE.search(title)
    return found is not None and cell_len(title[: found.start()]) <= cell < cell_len(title[: found.end()])


def is_among(part: str, title: str, cell: int) -> bool:
    """Whether ``part`` of a title, which ends it, stands at its ``cell``, from 0."""
    whole = cell_len(title)
    return bool(part) and title.endswith(part) and whole - cell_len(part) <= cell < whole


class FramedCards(CardsView):
    """Cards in a frame."""

    share_read: reactive[float | None] = reactive(None)
    """How far the article has been read while `loading_claims`, from 0 to 1."""
    unplaced: reactive[str] = reactive("")
    """How many annotations have no sure place, in a few words."""
    engine: reactive[str | None] = reactive(None)
    """Name and version of what found the claims, once all is read."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.arrangement = AS_IN_THE_TEXT
        self._counted = self._title = ""

    def _entitle(self) -> None:
        self._title = entitled(self._counted, self.unplaced, self.size.width, self.arrangement)
        self.border_title = self._title

    def watch_unplaced(self) -> None:
        """Say so in the title."""
        self._entitle()

    def _sign(self) -> None:
        words = ""
        if self.engine is not None:
            words = found_by(self.engine, self.size.width - 4 if self.size.width else None)  # none while it is hidden
        elif self.loading_claims and self.share_read is not None:
            words = f"reading {self.share_read:.0%}"
        if words != self.border_subtitle:
            self.border_subtitle = words

    def tells_who_found(self, x: int) -> bool:
        """Whether in the frame under the cards, ``x`` cells from its left, stands who found them."""
        end = self.outer_size.width - 3  # before a blank, the line and the corner
        return self.engine is not None and end - cell_len(str(self.border_subtitle or "")) <= x < end

    def watch_engine(self) -> None:
        """Say who found the claims."""
        self._sign()
        if not self._items:
            self.refresh()

    @property
    def _none_found(self) -> str:
        return OTHER_LANGUAGE if is_by_quotation_marks(self.engine) else super()._none_found

    def watch_share_read(self) -> None:
        """Say how far the article has been read."""
        self._sign()

    def watch_loading_claims(self) -> None:
        """Leave off saying so when it is over."""
        self._sign()
