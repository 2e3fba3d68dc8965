"""What can be drawn on an article, layer by layer, and which layers are from the start."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from claims.model import Reading, Span
from tui.widgets.article.highlighting import Highlight, Highlights

Layer = Literal["claims", "attitudes", "hedges", "caveats", "quantities", "own voice", "notes"]
LAYERS: tuple[Layer, ...] = get_args(Layer)
MEANING: dict[Layer, str] = {
    "claims": "what is claimed, by whom, in what words",
    "attitudes": "what people are said to want or believe",
    "hedges": "may, reportedly, it seems",
    "caveats": "what the reporter says was not verified",
    "quantities": "figures in what is claimed",
    "own voice": "what nobody is named for",
    "notes": "what you highlighted and noted",
}
Shown = frozenset[Layer]
AT_FIRST: Shown = frozenset({"claims", "notes"})


def kept(shown: Shown) -> str:
    """``shown`` as a line of text, to be kept among the settings."""
    return ", ".join(layer for layer in LAYERS if layer in shown)


def from_kept(line: str | None) -> Shown:
    """What `kept` made a line of; what is no layer is passed over. The first ones where nothing was kept."""
    if line is None:
        return AT_FIRST
    names = {name.strip() for name in line.split(",")}
    return frozenset(layer for layer in LAYERS if layer in names)


class Underlay:
    """What of a reading is drawn on its own account, whatever becomes of its claims: hedges, caveats and so on."""

    def __init__(self, reading: Reading | None = None, shown: Shown = AT_FIRST) -> None:
        self._highlights = Highlights(_of(reading, shown) if reading is not None else ())
        own = (one.span for one in reading.sentences if one.kind == "own-voice") if reading is not None else ()
        self._own = sorted(own) if "own voice" in shown else []
        sentences = sorted(one.span for one in reading.sentences) if reading is not None else []
        self._sentences = sentences

    def on(self, start: int, end: int) -> list[Highlight]:
        """What of it lies on ``[start, end)``."""
        return self._highlights.on(start, end)

    def own_voice(self, start: int, end: int) -> bool:
        """Whether the reporter speaks for themselves on all of ``[start, end)`` or a part of it."""
        return bool(touching(self._own, start, end))

    def sentences(self, start: int, end: int) -> list[Span]:
        """The sentences that ``[start, end)`` has a part in."""
        return touching(self._sentences, start, end)


def touching(spans: list[Span], start: int, end: int) -> list[Span]:
    """Those of sorted ``spans``, of which none overlap, that overlap ``[start, end)``."""
    low = bisect_right(spans, start, key=lambda span: span[1])
    return spans[low : bisect_left(spans, end, key=lambda span: span[0])]


def _of(reading: Reading, shown: Shown) -> Iterable[Highlight]:
    return {highlight for layer in shown for highlight in _spans(reading, layer)}


def _spans(reading: Reading, layer: Layer) -> Iterator[Highlight]:
    if layer == "hedges":
        yield from (Highlight(*hedge.span, "hedge") for claim in reading.claims for hedge in claim.hedges)
    elif layer == "quantities":
        yield from (Highlight(*figure.span, "quantity") for claim in reading.claims for figure in claim.quantities)
    elif layer == "caveats":
        yield from (Highlight(*caveat.span, "caveat") for caveat in reading.caveats)
