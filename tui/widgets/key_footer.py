"""The keys at hand, in one line: as many whole ones as fit, and a click does what the key does."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from tui.keymap.at_hand import place_of
from tui.keymap.places import COMMANDS

MODES = ("amending", "marking", "selecting")
"""Places whose keys come before all others while they work, in this order: something is under way."""
_GAP = "  "


class Entry(NamedTuple):
    """A key as it is shown, what it does in a word, and the key itself."""

    key: str
    words: str
    pressed: str

    @property
    def width(self) -> int:
        """In cells."""
        return cell_len(f"{self.key} {self.words}")


class KeyFooter(Widget):
    """Each command once, by their ranks; those of what is under way first."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyFooter {
        height: 1;
        padding: 0 1;
        background: $footer-background;
        color: $footer-foreground;
    }
    """

    def on_mount(self) -> None:
        """Follow what can be done."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _screen: Screen[object]) -> None:
        if self.screen.is_current:
            self.refresh()

    def entries(self) -> list[Entry]:
        """As many as fit, the most likely first."""
        found: dict[str, Entry] = {}
        for _, binding, enabled, _ in self.screen.active_bindings.values():
            if binding.show and enabled and binding.id in COMMANDS and binding.id not in found:
                found[binding.id] = Entry(self.app.get_key_display(binding), binding.description, binding.key)
        ranked = sorted(found, key=lambda name: (_under_way(name), COMMANDS[name].footer))
        return list(_fitting([found[name] for name in ranked], self.content_size.width))

    def render(self) -> Content:
        """Keys and words."""
        parts = [
            Content.assemble((entry.key, "bold $footer-key-foreground"), f" {entry.words}") for entry in self.entries()
        ]
        return Content(_GAP).join(parts)

    def on_click(self, event: events.Click) -> None:
        """Do what the key under the pointer does."""
        offset, left = event.get_content_offset(self), 0
        for entry in self.entries():
            if offset is not None and left <= offset.x < left + entry.width:
                self.app.simulate_key(entry.pressed)
                return
            left += entry.width + len(_GAP)


def _under_way(command: str) -> int:
    place = place_of(command)
    return MODES.index(place) if place in MODES else len(MODES)


def _fitting(entries: list[Entry], width: int) -> Iterator[Entry]:
    """The first of ``entries`` that fit, whole, into ``width`` cells; a short one further on may take the rest."""
    left = width
    for entry in entries:
        if entry.width <= left:
            yield entry
            left -= entry.width + len(_GAP)
