"""The part of the reading screen that says what the next keys do: in a line, and in the help."""

from rich.cells import cell_len

from store.items import Item
from tui.config.schema import config_of
from tui.keymap.keyed import marked, plain
from tui.keymap.places.claims import IN_SHORT
from tui.screens.reading.meaning import MeaningScreen
from tui.widgets.fitted_keys import fitted_keys
from tui.widgets.hint import Hint
from tui.widgets.panel.cards import in_short
from tui.widgets.panel.fitting import fit

SELECTED = (
    "Selected: {claims.note} note · {passage.highlight} highlight · {claims.mark} mark as claim · {claims.tags} tags"
    " · {claims.assess} assess · {read.copy} copy · {caret.put-away} let go"
)
SELECTED_BY_KEYS = SELECTED.replace("{passage.highlight}", "{mode.answer}")
CARET_OUT = (
    "Move with {caret.left} {caret.down} {caret.up} {caret.right} {caret.word-right} {caret.word-left} to where"
    " the passage begins, then {caret.anchor} · {caret.put-away} done"
)
_ANSWERS = ("mode.answer", "mode.back", "mode.leave")
_WITH_WORDS = ("claims.note", "claims.mark", "claims.tags", "claims.assess", "read.copy", "caret.put-away")
_WITH_HITS = ("read.next-hit", "read.previous-hit", "read.clear-search")
ROOMY = 20
"""Lines of the window from which on one can be spared for what the digits do with the selected claim."""
THOSE_ONLY = "Only the claims that are shown · {claims.next} {claims.previous} go on · {claims.focus} all again"
THIS_ONLY = "This claim only · {claims.next} {claims.previous} go on · {claims.focus} all again"


class HintingScreen(MeaningScreen):
    """A screen with a line for hints."""

    _was_under_way: tuple[str, ...] = ()

    @property
    def under_way(self) -> tuple[str, ...]:
        """The commands that are likely now, by their ids, as long as something is under way: the footer has them."""
        if self.mode is not None:
            return _ANSWERS if self.mode.place == "marking" else ()
        if self.pane.selection is not None:
            by_caret = "-by-caret" if self.pane.caret is not None else ""
            return (f"passage.highlight{by_caret}", *_WITH_WORDS, "caret.grow", "caret.shrink")
        return _WITH_HITS if self.pane.hit is not None else ()

    @property
    def peek(self) -> str:
        """Where a link leads that is selected; '' for none."""
        return ""

    def on_resize(self) -> None:
        """Names are as long as there is room for them."""
        self.hint()

    def hint(self, words: str = "") -> None:
        """Say what the next keys do, while something is under way."""
        if not self.in_place:
            return
        if self.under_way != self._was_under_way:
            self._was_under_way = self.under_way
            self.refresh_bindings()
        usual = False
        if self.mode is not None:
            words = " · ".join(part for part in (self.mode.about, self.clickable(self.mode.hint)) if part)
        elif self.pane.selection is not None:
            words = self._of_words(self.clickable(SELECTED_BY_KEYS if self.pane.caret is not None else SELECTED))
        elif not words and self.pane.caret is not None:
            words = self.clickable(CARET_OUT)
        elif not words and self.pane.focused_on:
            words = self.clickable(THOSE_ONLY if self.pane.drawn.among is not None else THIS_ONLY)
        elif not words and self.selected_item is not None and not self.panel.display:
            more = self.clickable("{claims.details} more")
            told = in_short(self.selected_item, self.workspace.text, self.pane.links.references)
            words = f"{fit(told, self._room - cell_len(plain(more)) - 3)} · {more}"
        elif not words and self.selected_item is not None and self.app.size.height >= ROOMY:
            words, usual = self._usual(self.selected_item), True
        if self.mode is None and (self.pane.selection is not None or self.pane.caret is not None) and self.peek:
            words = f"{self.peek} · {words}"
        # What it is about, and where a link leads, leave too little of a line to say what to do.
        whole = self.mode is not None and (self.mode.place == "links" or bool(self.mode.about))
        self.query_one(Hint).say(words, whole=whole, at_once=not usual)

    @property
    def _room(self) -> int:
        return self.app.size.width - 2

    def _of_words(self, words: str) -> str:
        """``words`` on what can be done with a selection, with the meanings that it can be highlighted with."""
        digits = [(self._to_click(f"passage.meaning-{n}"), name) for n, name in self.meanings.items()]
        first, _, rest = words.partition(": ")
        # In a narrow window the last are left out, and the names are what may be done without.
        if self.has_class("-narrow"):
            return f"{words} · {fitted_keys(digits, self._room)}"
        way_out = cell_len(plain(rest.rpartition(" · ")[2])) + 3
        return f"{first}: {fitted_keys(digits, self._room - len(plain(first)) - 2 - way_out)} · {rest}"

    def _usual(self, item: Item) -> str:
        """What the digits do with ``item``: each by name where there is room, else what they are for."""
        digits = self._digits(item)
        words = fitted_keys(digits, self._room)
        if not item.is_claim or "…" not in words:
            return words
        progress, findings = digits[: len(IN_SHORT)], digits[len(IN_SHORT) :]
        checked, found = f"{self._from_to(progress)} how far checked", f"{self._from_to(findings)} what was found"
        return f"{checked} · {found} · {self.clickable('{claims.assess} by name')}"

    def _to_click(self, command: str) -> str:
        return marked(self.key_of(command), command)

    def _digits(self, item: Item) -> list[tuple[str, str]]:
        """What the digits do with ``item``, and their names."""
        if not item.is_claim:
            return [(self._to_click(f"passage.meaning-{n}"), name) for n, name in self.meanings.items()]
        progress = [(f"progress-{n}", name) for n, name in enumerate(IN_SHORT, 1)]
        findings = [(f"finding-{n}", name) for n, name in enumerate(config_of(self.app).findings, 1)]
        return [(self._to_click(f"claims.{name}"), words) for name, words in (*progress, *findings)]

    def _from_to(self, named: list[tuple[str, str]]) -> str:
        """The keys of some commands that belong together; a click shows them all by name."""
        keys = [plain(key) for key, _ in named if key]
        return marked(f"{keys[0]}–{keys[-1]}" if len(keys) > 1 else "".join(keys), "claims.assess")
