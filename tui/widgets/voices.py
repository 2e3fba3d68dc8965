"""Whose voice an article is in: each speaker's share of its sentences, and the bar that draws them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from claims.model import Reading, Sentence
from store.items import Item
from store.naming import ANONYMOUS, GUESSED
from store.safety import label
from store.voicing import as_settled, settled
from tui.widgets.panel.fitting import fit

REPORTER = "reporter"
OPEN = "open"
OTHERS = "others"
FILTERS = {ANONYMOUS: "is:anonymous", OPEN: "is:open"}
"""What shows the claims of a voice that has no name."""
_META = "voice"
QUIET = "$foreground 60%"


class Share(NamedTuple):
    """How much of an article a voice has, 0 to 1, and whether most of that is its own only by a guess."""

    voice: str
    share: float
    guessed: bool = False


def shares(reading: Reading, items: Iterable[Item] = ()) -> list[Share]:
    """Return each voice and its share of the code points in sentences, biggest first, the reporter last.

    Of ``items`` those that the reader has settled speak in the voices that they have now.

    Headings are left out. Own-voice sentences and caveats are the reporter's; all anonymous sources are one voice, and
    so are all speakers that are open. Empty where there are no sentences.
    """
    lengths: defaultdict[str, int] = defaultdict(int)
    guesses: defaultdict[str, int] = defaultdict(int)
    for sentence in as_settled(reading.sentences, settled(items)):
        length = sentence.span[1] - sentence.span[0]
        if sentence.kind != "heading":
            voice = _voice(sentence)
            lengths[voice] += length
            guesses[voice] += length * sentence.guessed
    total = sum(lengths.values())
    if not total:
        return []
    voices = sorted(lengths, key=lambda voice: (voice == REPORTER, -lengths[voice], voice))
    return [Share(voice, lengths[voice] / total, 2 * guesses[voice] > lengths[voice]) for voice in voices]


def _voice(sentence: Sentence) -> str:
    if sentence.kind in ("own-voice", "caveat"):
        return REPORTER
    return ANONYMOUS if sentence.anonymous else sentence.voice or OPEN


MOST_VOICES = 20
"""More never fit into a line, however wide the terminal; a book has thousands."""

_FEW = 4
_WHOLE = 60  # cells: a longer name is a sentence


class VoicesBar(Widget):
    """One line: a short bar, a name and a share for each voice, the small ones folded into *others*.

    A click on a speaker asks for their claims.
    """

    @dataclass
    class Chosen(Message):
        """The reader wants to see what ``voice`` says."""

        voice: str

    DEFAULT_CSS = """
    VoicesBar { height: 1; padding: 0 1; background: $panel; color: $foreground; }
    """
    COLOURS = ("$primary", "$secondary", "$success", "$accent")

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shares: Sequence[Share] = ()
        self._told: tuple[Reading, tuple[Item, ...]] | None = None

    def tell(self, reading: Reading, items: Sequence[Item]) -> None:
        """Draw the voices of ``reading``, of which ``items`` are those with something of the reader's on them."""
        told = reading, settled(items)
        if self._told is None or self._told[0] is not reading or self._told[1] != told[1]:
            self._told = told
            self.show(shares(*told))

    def show(self, shares: Sequence[Share]) -> None:
        """Draw ``shares``, which are as `shares` gives them."""
        self._shares = shares
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Ask for the claims of the speaker under the pointer."""
        voice = event.style.meta.get(_META)
        if isinstance(voice, str):
            self.post_message(self.Chosen(voice))

    def render(self) -> Content:
        """As many voices as fit, biggest first."""
        width = self.content_size.width
        return next((drawn for drawn in self._attempts() if drawn.cell_length <= width), Content(""))

    def _attempts(self) -> Iterator[Content]:
        """Yield ever shorter drawings: fewer voices, and for each number of them shorter bars, and then names.

        A few whole names tell more than many that are cut.
        """
        speakers = [one for one in self._shares if one.voice != REPORTER]
        for shown in range(min(len(speakers), MOST_VOICES), min(len(speakers), _FEW) - 1, -1):
            for scale in (24, 16, 12, 8):
                yield self._draw("voices", shown, scale, _WHOLE)
        for shown in range(min(len(speakers), MOST_VOICES), -1, -1):
            for scale, name_width in ((24, 32), (16, 24), (12, 18), (8, 14)):
                yield self._draw("voices", shown, scale, name_width)
        for shown in (1, 0):
            yield self._draw("", shown, 4, 10)

    def _draw(self, heading: str, shown: int, scale: int, name_width: int) -> Content:
        """The first ``shown`` speakers, the others as one, the reporter; the bars together are ``scale`` cells long."""
        speakers = [one for one in self._shares if one.voice != REPORTER]
        folded = sum(one.share for one in speakers[shown:])
        voices = [(one, self.COLOURS[i % len(self.COLOURS)]) for i, one in enumerate(speakers[:shown])]
        if folded:
            voices.append((Share(OTHERS, folded), QUIET))
        voices += [(one, QUIET) for one in self._shares if one.voice == REPORTER]
        parts = [Content.styled(heading, QUIET)] if heading and voices else []
        for one, colour in voices:
            bar = Content.styled("▇" * max(1, round(one.share * scale)), colour)
            # Who speaks can be chosen; the others are none, and the reporter has no claims: they look it.
            chosen = one.voice if one.voice not in (OTHERS, REPORTER) else ""
            mark = GUESSED if one.guessed else ""
            name = f"{fit(label(one.voice), name_width - len(mark))}{mark}"
            part = Content.assemble(bar, (f" {name} ", "" if chosen else QUIET), (f"{one.share:.0%}", QUIET))
            parts.append(part.stylize(Style.from_meta({_META: chosen})) if chosen else part)
        return Content("  ").join(parts)
