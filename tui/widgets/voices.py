"""The line of voices: who has how much of an article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from claims.model import Reading
from store.items import Item
from store.naming import ANONYMOUS, GUESSED, LEFT_OPEN, OPEN
from store.safety import label
from store.shares import REPORTER, Share, shares
from store.voicing import settled
from tui.keymap.keyed import Keyed
from tui.widgets.panel.fitting import fit

OTHERS = "others"
ALL = "voices"
FILTERS = {ANONYMOUS: f"speaker:{ANONYMOUS}", LEFT_OPEN: f"is:{OPEN}"}
"""What shows the claims of a voice that has no name."""
_META = "voice"
QUIET = "$foreground 60%"
MOST_VOICES = 20
"""More never fit into a line, however wide the terminal; a book has thousands."""

_FEW = 4
_WHOLE = 60  # cells: a longer name is a sentence


class VoicesBar(Keyed, Widget):
    """One line: a short bar, a name and a share for each voice, the small ones folded into *others*.

    A click on a voice asks for its claims, one on the others, or on the word before all of them, for the list of all.
    """

    @dataclass
    class Chosen(Message):
        """The reader wants to see what ``voice`` says."""

        voice: str

    @dataclass
    class Asked(Message):
        """The reader wants a list of all voices, to choose from: at first the one ``at`` that number, from 0."""

        at: int

    DEFAULT_CSS = """
    VoicesBar { height: 1; padding: 0 1; background: $panel; color: $foreground; }
    """
    COLOURS = ("$primary", "$secondary", "$success", "$error")
    """Told apart in 256 colours too, as the accent and the secondary one are not."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shares: Sequence[Share] = ()
        self._told: tuple[Reading, tuple[Item, ...]] | None = None

    def tell(self, reading: Reading, items: Sequence[Item]) -> None:
        """Draw the voices of ``reading``, of which ``items`` are those with something of the reader's on them."""
        told = reading, (*settled(items), *(item for item in items if item.claim is None))
        if self._told is None or self._told[0] is not reading or self._told[1] != told[1]:
            self._told = told
            self.show(shares(*told))

    @property
    def shares(self) -> Sequence[Share]:
        """Those that are drawn."""
        return self._shares

    def show(self, shares: Sequence[Share]) -> None:
        """Draw ``shares``, which are as `shares` gives them."""
        self._shares = shares
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Ask for the claims of the voice under the pointer."""
        meant = event.style.meta.get(_META)
        if isinstance(meant, str):
            self.post_message(self.Chosen(meant))
        elif isinstance(meant, int):
            self.post_message(self.Asked(meant))

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
                yield self._draw(ALL, shown, scale, _WHOLE)
        for shown in range(min(len(speakers), MOST_VOICES), 0, -1):
            for scale, name_width in ((24, 32), (16, 24), (12, 18), (8, 14)):
                yield self._draw(ALL, shown, scale, name_width)
        # A name tells more than what the line is.
        yield self._draw("", 1, 4, 10)
        yield self._draw(ALL, 0, 8, _WHOLE)
        yield self._draw("", 0, 4, 10)

    def _draw(self, heading: str, shown: int, scale: int, name_width: int) -> Content:
        """The first ``shown`` speakers, the others as one, the reporter; the bars together are ``scale`` cells long."""
        speakers = [one for one in self._shares if one.voice != REPORTER]
        voices = [(one, self.COLOURS[i % len(self.COLOURS)]) for i, one in enumerate(speakers[:shown])]
        if speakers[shown:]:
            voices.append((Share(OTHERS, sum(one.share for one in speakers[shown:])), QUIET))
        voices += [(one, QUIET) for one in self._shares if one.voice == REPORTER]
        parts = [self._heading(heading)] if heading and voices else []
        for one, colour in voices:
            bar = Content.styled("▇" * max(1, round(one.share * scale)), colour)
            mark = GUESSED if one.guessed else ""
            name = f"{fit(label(one.voice), name_width - len(mark))}{mark}"
            # What is no name must not read as one.
            nobody = one.voice in (OTHERS, REPORTER, *FILTERS)
            part = Content.assemble(bar, (f" {name} ", QUIET if nobody else ""), (in_percent(one.share), QUIET))
            meant = shown if colour == QUIET and one.voice == OTHERS else one.voice
            parts.append(part.stylize(Style.from_meta({_META: meant})))
        return Content("  ").join(parts)

    def _heading(self, words: str) -> Content:
        """What the line is, with the key to all that is in it."""
        key = self.key_of("claims.voices")
        told = Content.assemble((f"{key} " if key else "", "bold $text-accent"), (words, QUIET))
        return told.stylize(Style.from_meta({_META: 0}))


def filter_for(voice: str) -> str:
    """Return what shows the claims of ``voice`` and no others."""
    from store.searching.query import asked

    return FILTERS.get(voice) or asked("speaker", voice)


def in_percent(share: float) -> str:
    """Return ``share``, 0 to 1, as it is told."""
    return "<1%" if 0 < share < 0.005 else f"{share:.0%}"
