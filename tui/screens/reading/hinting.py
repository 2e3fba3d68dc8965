"""The part of the reading screen that says what the next keys do: in a line, and in the help."""

import sys
from functools import partial

from rich.cells import cell_len

from store.items import Item
from tui.config.schema import config_of
from tui.keymap.keyed import marked, plain
from tui.keymap.places.claims import IN_SHORT
from tui.screens.reading.meaning import MeaningScreen
from tui.widgets.fitted_keys import fitted_keys
from tui.widgets.hint import ROOMY, Hint
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
_CUTTING = ("amend.split", "amend.leave", "amend.word-left", "amend.word-right")
_WITH_WORDS = ("claims.note", "claims.mark", "claims.tags", "claims.assess", "read.copy", "caret.put-away")
_WITH_HITS = ("read.next-hit", "read.previous-hit", "read.clear-search")
_WITH_PASSAGE = {
    "passage.highlight": (35, "Meaning"),
    "claims.delete": (45, "Delete"),
    "read.copy": (55, "Copy"),
}
_UNDO_FITS = 100
"""Columns from which on the footer has room for what takes a change back, beside all that comes before."""
_NARROW = 60
"""Columns below which the foot has room for little more than how what is under way ends."""
THOSE_ONLY = "Only the claims that are shown · {claims.next} {claims.previous} go on · {claims.focus} all again"
THIS_ONLY = "This claim only · {claims.next} {claims.previous} go on · {claims.focus} all again"


class HintingScreen(MeaningScreen):
    """A screen with a line for hints."""

    _was_at_foot: tuple[object, ...] = ()

    @property
    def under_way(self) -> tuple[str, ...]:
        """The commands that are likely now, by their ids, as long as something is under way: the footer has them."""
        if self.mode is not None:
            return _ANSWERS if self.mode.place == "marking" else _CUTTING if self.asks_where_to_cut else ()
        if self.pane.selection is not None:
            by_caret = "-by-caret" if self.pane.caret is not None else ""
            return (f"passage.highlight{by_caret}", *_WITH_WORDS, "caret.grow", "caret.shrink")
        return _WITH_HITS if self.pane.hit is not None else ()

    @property
    def mode_hint(self) -> str:
        """What to do in the mode that is on; in a very narrow window what the foot has no room for."""
        if self.mode is None:
            return ""
        return getattr(self.mode, "brief", self.mode.hint) if self.app.size.width < _NARROW else self.mode.hint

    @property
    def asks_where_to_cut(self) -> bool:
        """Whether a claim is to be split, and the reader is asked where."""
        return False

    @property
    def wanted(self) -> dict[str, tuple[int, str]]:
        """What the footer shows for a while, with ranks and words: the way over in a drawer, and back from a change.

        What was changed can be taken back in the place of what marks claims, and nothing else moves under the pointer.
        """
        wanted: dict[str, tuple[int, str]] = {}
        item = self.selected_item
        if self._is_on_passage and self.pane.selection is None:
            wanted.update(_WITH_PASSAGE)
        if item is not None and (item.found_by_guess or item.refused_name):
            wanted["claims.refuse-guess"] = (55, "Not the name" if item.found_by_guess else "Allow the name")
        if self.app.size.width < _NARROW:
            wanted.update({"amend.word-left": (3, "←"), "amend.word-right": (4, "→")})
        if self.has_class("-narrow"):
            wanted["around.panel"] = (15, "Article" if self.has_class("-panel-open") else "Claims")
        elif self.app.size.width < _UNDO_FITS and self.workspace.annotations:
            wanted.update({"history.undo": (65, "Undo"), "around.leave": (66, "Quit")})
        return wanted

    @property
    def of_no_use(self) -> tuple[str, ...]:
        """What the footer leaves out: a passage is neither accepted nor rejected."""
        return ("claims.accept", "claims.reject") if self._is_on_passage else ()

    @property
    def _is_on_passage(self) -> bool:
        """Whether what can be done is done with a passage: words that are selected, or a highlight."""
        item = self.selected_item
        return self.pane.selection is not None or (item is not None and not item.is_claim)

    @property
    def filters(self) -> bool:
        """Whether a filter is being written: digits are of it then, and what they do elsewhere is not offered."""
        return False

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
        if (at_foot := (self.under_way, self.wanted, self.of_no_use)) != self._was_at_foot:
            self._was_at_foot = at_foot
            self.refresh_bindings()
        usual = False
        if self.mode is not None:
            words = " · ".join(part for part in (self.mode.about, self.clickable(self.mode_hint)) if part)
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
        elif not words and self._gives_digits and self.selected_item is not None:
            words, usual = self._usual(self.selected_item), True
        if self.mode is None and (self.pane.selection is not None or self.pane.caret is not None) and self.peek:
            words = f"{self.peek} · {words}"
        # What it is about, and where a link leads, leave too little of a line to say what to do.
        whole = self.mode is not None and (self.mode.place == "links" or bool(self.mode.about))
        item = self.selected_item
        beside = partial(self._beside, item) if usual and item is not None else None
        self.query_one(Hint).say(words, whole=whole, at_once=not usual, beside=beside)

    @property
    def _gives_digits(self) -> bool:
        """Whether there is room to say what the digits do, and they do it."""
        return self.app.size.height >= ROOMY and not self.filters and not self.hides_all

    @property
    def _room(self) -> int:
        return self.app.size.width - 2

    def _of_words(self, words: str) -> str:
        """``words`` on what can be done with a selection, with the meanings that it can be highlighted with."""
        digits = self.meaning_keys
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
        if not item.is_claim or words == fitted_keys(digits, sys.maxsize):
            return words
        checked, found = self._from_to(digits[: len(IN_SHORT)]), self._from_to(digits[len(IN_SHORT) :])
        return f"{checked} how far checked · {found} what was found · {self.clickable('{claims.assess} by name')}"

    def _beside(self, item: Item, room: int) -> str:
        """What the digits do with ``item`` in ``room`` cells, beside what was done; '' where they are too few.

        What was done may be of another claim: so the number of this one stands first.
        """
        whose = f"{item.number:,}: " if item.is_claim else ""
        words = fitted_keys(self._digits(item), room - len(whose))
        return f"{whose}{words}" if words else ""

    def _to_click(self, command: str) -> str:
        return marked(self.key_of(command), command)

    def _digits(self, item: Item) -> list[tuple[str, str]]:
        """What the digits do with ``item``, and their names."""
        if not item.is_claim:
            return self.meaning_keys
        progress = [(f"progress-{n}", name) for n, name in enumerate(IN_SHORT, 1)]
        findings = [(f"finding-{n}", name) for n, name in enumerate(config_of(self.app).findings, 1)]
        return [(self._to_click(f"claims.{name}"), words) for name, words in (*progress, *findings)]

    def _from_to(self, named: list[tuple[str, str]]) -> str:
        """The keys of some commands that belong together; a click shows them all by name."""
        keys = [plain(key) for key, _ in named if key]
        return marked(f"{keys[0]}–{keys[-1]}" if len(keys) > 1 else "".join(keys), "claims.assess")
