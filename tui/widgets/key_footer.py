"""The keys at hand, in one line: as many whole ones as fit, and a click does what the key does.

At its end stands the way to all others, so that whoever has only a mouse gets to everything.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from tui.keymap.at_hand import place_of
from tui.keymap.bindings import key_name
from tui.keymap.hints import displayed
from tui.keymap.keyed import keymap_of
from tui.keymap.places import COMMANDS
from tui.keymap.pressing import counts

MODES = ("links", "amending", "marking", "selecting")
"""Places whose keys come before all others while they work, in this order: something is under way."""
_GAP = "  "
_MORE, _SIGN = "app.palette", "≡"
_ROOM = 60
"""Cells from which on the way to all others is named; with fewer it is a sign only."""


class Entry(NamedTuple):
    """A key as it is shown, what it does in a word, the key itself, and the command that it gives by its id."""

    key: str
    words: str
    pressed: str
    command: str = ""

    @property
    def width(self) -> int:
        """In cells."""
        return cell_len(f"{self.key} {self.words}".rstrip())


class KeyFooter(Widget):
    """Each command once, by their ranks; those of what is under way first.

    A screen may name some of them itself by a property ``under_way``, their ids in the order in which they are likely,
    and leave some out by ``of_no_use``: the keys work, but there is nothing for them to do. By ``wanted`` it may give
    some another rank for a while, and other words, or show what has no rank.
    """

    ALLOW_SELECT = False
    # Textual lets go of selected words at any click but on its own: here it is to do something with them.
    DEFAULT_CLASSES = "-textual-system"
    DEFAULT_CSS = """
    KeyFooter {
        height: 1;
        padding: 0 1;
        background: $footer-background;
        color: $footer-foreground;
    }
    """

    _begun = False

    def on_mount(self) -> None:
        """Follow what can be done, once the rest has been painted: nobody waits for an article to read its keys."""
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._begun = True
        self.screen.bindings_updated_signal.subscribe(self, self._changed)
        self._changed(self.screen)

    def _changed(self, _screen: Screen[object]) -> None:
        if self.screen.is_current:
            self.refresh()

    def entries(self) -> list[Entry]:
        """As many as fit, the most likely first."""
        first: tuple[str, ...] = getattr(self.screen, "under_way", ())
        useless: tuple[str, ...] = getattr(self.screen, "of_no_use", ())
        wanted: Mapping[str, tuple[int, str]] = getattr(self.screen, "wanted", {})
        found: dict[str, Entry] = {}
        for binding in _given(self.screen):
            if binding.id in COMMANDS and binding.id not in found and (binding.show or binding.id in (*first, *wanted)):
                words = wanted[binding.id][1] if binding.id in wanted else binding.description
                entry = Entry(displayed(binding), words, binding.key, binding.id)
                if binding.priority or not self._is_typed(entry):
                    found[binding.id] = entry
        ranked = sorted(found.keys() - set(useless), key=lambda name: _rank(name, first, wanted))
        return list(_fitting([found[name] for name in ranked], self.content_size.width - self.more.width - len(_GAP)))

    def _is_typed(self, entry: Entry) -> bool:
        """Whether the key is a letter now, in a field; Textual knows that of all but strokes."""
        focused = self.screen.focused
        is_character = len(entry.key) == 1 and key_name(entry.key) == entry.pressed
        return focused is not None and is_character and focused.check_consume_key(entry.pressed, entry.key)

    @property
    def more(self) -> Entry:
        """The way to all commands."""
        key = keymap_of(self.app).key_of(_MORE)
        if self.content_size.width < _ROOM or not key:
            return Entry(_SIGN, "", "")
        return Entry(displayed(Binding(key, "")), COMMANDS[_MORE].short, "")

    def render(self) -> Content:
        """Keys and words."""
        if not self._begun:
            return Content()
        entries, more = self.entries(), self.more
        line = Content(_GAP).join([_shown(entry) for entry in entries])
        return Content.assemble(line, " " * (self.content_size.width - line.cell_length - more.width), _shown(more))

    def on_click(self, event: events.Click) -> None:
        """Do what the key under the pointer does."""
        offset, left = event.get_content_offset(self), 0
        if offset is None:
            return
        if offset.x >= self.content_size.width - self.more.width:
            if counts(self.app, event, (_MORE, self.more.key)):
                self.run_worker(self.app.run_action(COMMANDS[_MORE].action or ""))
            return
        for entry in self.entries():
            if left <= offset.x < left + entry.width:
                if counts(self.app, event, (entry.command, entry.key)):
                    self.app.simulate_key(entry.pressed)
                return
            left += entry.width + len(_GAP)


def _given(screen: Screen[object]) -> Iterator[Binding]:
    """What each key does now: of several that have priority it is the outermost that is given.

    Textual's own account names the innermost.
    """
    first = {
        key: binding
        for node, bindings in screen._modal_binding_chain
        for key, binding in bindings
        if binding.priority and screen.app._check_action_state(binding.action, node)
    }
    for key, (_, binding, enabled, _) in screen.active_bindings.items():
        if enabled:
            yield first.get(key, binding)


def _shown(entry: Entry) -> Content:
    words = f" {entry.words}" if entry.words else ""
    return Content.assemble((entry.key, "bold $footer-key-foreground"), words)


def _rank(command: str, first: tuple[str, ...], wanted: Mapping[str, tuple[int, str]]) -> tuple[int, int]:
    if command in first:
        return -1, first.index(command)
    place = place_of(command)
    rank = wanted[command][0] if command in wanted else COMMANDS[command].footer
    return MODES.index(place) if place in MODES else len(MODES), rank


def _fitting(entries: list[Entry], width: int) -> Iterator[Entry]:
    """The first of ``entries`` that fit, whole, into ``width`` cells; a short one further on may take the rest.

    The way out of what is under way has its room before all others.
    """
    out = next((entry for entry in entries if entry.pressed == "escape" and entry.width <= width), None)
    left = width - (out.width + len(_GAP) if out is not None else 0)
    for entry in entries:
        if entry is out:
            yield entry
        elif entry.width <= left:
            yield entry
            left -= entry.width + len(_GAP)
