"""The command palette: everything that can be done, by name, with the key beside it."""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from rich.text import Text
from textual import on
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, Hit, Hits, Provider
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import WorkerError

from store.safety import label
from tui.bidi.marking import SeenThrough
from tui.keymap.at_hand import at_hand
from tui.keymap.keyed import keymap_of
from tui.keymap.places import COMMANDS, PLACES
from tui.saying import say

_KEY_WIDTH = 10
_MOVES = frozenset({"scrolling", "selecting", "table", "page", "panel"})
"""Places of keys to move about, which nobody looks for by name."""
_ELSEWHERE = ("claims", "reading", "passage", "around", "library", "bin", "changes")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the palette; ``where`` it can be chosen, if that is not here."""

    id: str
    name: str
    key: str
    run: Callable[[], object]
    where: str = ""

    @property
    def shown(self) -> Text:
        """The key, then the name."""
        style = "dim" if self.where else ""
        line = Text(f"{self.key:<{_KEY_WIDTH}}", style or "bold")
        line.append(self.name, style or "not bold")
        return line.append(f" · {self.where}", "dim not bold") if self.where else line


class Commands(Provider):
    """The commands of the registry: those of the place at hand, those chosen lately first, then those of others."""

    lately: ClassVar[deque[str]] = deque(maxlen=5)

    async def discover(self) -> Hits:
        """All of them."""
        entries = list(entries_of(self.app, self.screen, self.lately))
        for place, entry in enumerate(entries):
            yield self._hit(len(entries) - place, entry)

    async def search(self, query: str) -> Hits:
        """Those that have words beginning like those of ``query``, then those that only come near it."""
        matcher = self.matcher(query)
        words = query.casefold().split()
        for entry in entries_of(self.app, self.screen, self.lately):
            near = matcher.match(entry.name)
            begins = _begins(entry.name, words)
            if near > 0 or begins:
                yield self._hit(near / (1 + near) + begins + 2 * (not entry.where), entry)

    def _hit(self, score: float, entry: Entry) -> Hit:
        return Hit(score, entry.shown, partial(self._choose, entry), text=entry.name)

    def _choose(self, entry: Entry) -> object:
        if not entry.where:
            if entry.id in self.lately:
                self.lately.remove(entry.id)
            self.lately.appendleft(entry.id)
        return entry.run()


class Palette(SeenThrough, CommandPalette):
    """Textual's own, but for two kinds of haste.

    Enter waits for the list for what was typed: it would choose of one for less. A second Enter that comes before the
    palette is gone is none: it would close what lies beneath.
    """

    DEFAULT_CSS = """
    Palette > Vertical { margin-top: 1; }
    """

    def __init__(self) -> None:
        super().__init__(providers=[Commands], placeholder="What to do…", id="--command-palette")

    def dismiss(self, result: None = None) -> AwaitComplete:
        return super().dismiss(result) if self.is_current else AwaitComplete()

    @on(Input.Submitted)
    async def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        event.prevent_default()
        for looking in [one for one in self.workers if one.group == self._GATHER_COMMANDS_GROUP and one.is_running]:
            # For what was typed before, it ends as cancelled.
            with suppress(WorkerError):
                await looking.wait()
        self._select_or_command()


def entries_of(app: App[object], screen: Screen[Any], lately: "deque[str]") -> Iterator[Entry]:
    """What the palette offers on ``screen``, each name once."""
    keymap = keymap_of(app)
    here = {
        name: Entry(
            name, keymap.command(name).name, keymap.key_of(name), partial(_run, app, COMMANDS[name].action, node)
        )
        for name, node in at_hand(screen).items()
        if COMMANDS[name].listed and not any(COMMANDS[name] in PLACES[place].commands for place in _MOVES)
    }
    offered = set[str]()
    for name in [*(name for name in lately if name in here), *here]:
        if here[name].name not in offered:
            offered.add(here[name].name)
            yield here[name]
    for theme in app.available_themes:
        yield Entry(f"theme.{theme}", f"Theme: {theme}", "", partial(setattr, app, "theme", theme))
    for place in (PLACES[name] for name in _ELSEWHERE):
        for command in (keymap.command(one.id) for one in place.commands):
            if command.action is not None and command.listed and command.name not in offered:
                offered.add(command.name)
                words = f"“{command.name}” can be chosen in: {place.title}"
                key, told = keymap.key_of(command.id), partial(say, screen, words)
                yield Entry(command.id, command.name, key, told, place.title)


async def _run(app: App[object], action: str | None, node: DOMNode) -> None:
    if action is not None:
        await app.run_action(action, node)


def _begins(name: str, words: list[str]) -> bool:
    """Whether each of ``words`` begins a word of ``name``."""
    parts = label(name).casefold().replace(":", " ").replace("-", " ").split()
    return bool(words) and all(any(part.startswith(word) for part in parts) for word in words)
