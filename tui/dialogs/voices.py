"""All whose voices are in an article, with how much each has of it, filtered as one types."""

from collections import Counter
from collections.abc import Iterable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from store.folding import folded
from store.items import Item
from store.naming import GUESSED
from store.safety import label
from store.shares import REPORTER, Share, voice_of
from tui.dialogs.rows import Rows
from tui.keymap.bindings import bindings
from tui.widgets.line import Line
from tui.widgets.row_list import Row, RowList
from tui.widgets.voices import in_percent

_ABOUT = "share of the words, rejected or not, and how many claims"
_NOBODY = "nobody is called so"


class VoicesDialog(Rows[str]):
    """Asks whose claims to show, and answers with the voice; at first the one ``at`` that number is chosen."""

    BINDINGS = bindings("voices")
    DEFAULT_CSS = """
    VoicesDialog {
        & > .box { max-width: 72; }
        &.-none .about { display: block; }
    }
    """

    def __init__(self, voices: Sequence[Share], items: Iterable[Item], at: int = 0) -> None:
        super().__init__("Voices: who says how much")
        self._voices = voices
        claims = [item for item in items if item.is_claim]
        self._claims = Counter(voice_of(item) for item in claims if not item.rejected)
        self._rejected = Counter(voice_of(item) for item in claims if item.rejected)
        self._shown = list(voices)
        self._at = at

    def compose_body(self) -> ComposeResult:
        """What to look for, who speaks, and what the numbers beside them are."""
        yield Line(placeholder="words of a name")
        yield RowList()
        yield Static(Content(_ABOUT), classes="about")

    def on_mount(self) -> None:
        """Show them all."""
        self.query_one(RowList).show(len(self._shown), self._row, self._at)

    def on_resize(self) -> None:
        """Leave room for the box around the list."""
        self.fit(len(self._voices))

    def _row(self, number: int) -> Row:
        one = self._shown[number]
        count = self._claims[one.voice]
        said = f"{count:,} claim{'' if count == 1 else 's'}" if one.voice != REPORTER else "no claims"
        if rejected := self._rejected[one.voice]:
            # Those are among what the filter shows, and their words among the words.
            said += f", {rejected:,} rejected"
        beside = f"{in_percent(one.share):>4} · {said:>9}"
        return Row(label(one.voice, 200), " ", beside, mark=GUESSED if one.guessed else "")

    @on(Line.Changed)
    def _typed(self, event: Line.Changed) -> None:
        words = folded(event.value).split()
        self._shown = [one for one in self._voices if all(word in folded(one.voice) for word in words)]
        self.query_one(RowList).show(len(self._shown), self._row, 0 if words else self._at)
        self.set_class(not self._shown, "-none")
        self.query_one(".about", Static).update(_ABOUT if self._shown else _NOBODY)

    @on(RowList.Picked)
    def action_go(self) -> None:
        """Show the claims of who is chosen."""
        chosen = self.query_one(RowList).chosen
        if chosen is not None:
            self.dismiss(self._shown[chosen].voice)
