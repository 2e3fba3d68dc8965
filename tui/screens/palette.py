"""The command palette: everything that can be done, by name, with the key beside it."""

import re
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
from tui.dialogs.dialog import KeyButton
from tui.keymap.at_hand import at_hand, place_of, under_way
from tui.keymap.elsewhere import SHELL, THEMES, where
from tui.keymap.hints import shown
from tui.keymap.keyed import keymap_of
from tui.keymap.places import COMMANDS, PLACES
from tui.saying import say

_KEY_WIDTH = 10
_MOVES = frozenset({"scrolling", "selecting", "table", "page", "panel"})
"""Places of keys to move about, which nobody looks for by name: only what has further words is found."""
_ELSEWHERE = ("claims", "reading", "passage", "around", "library", "bin", "changes")
"""Places all of whose commands are offered also where they do not work; of others those that have further words."""


_EMPTY = frozenset({"a", "all", "an", "by", "for", "go", "i", "in", "is", "me", "my", "of", "on", "the", "to", "with"})
"""Words that tell nothing of what is looked for: passed over where no name has them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the palette; ``where`` it can be chosen, if that is not ``here``, or what is to be known of it.

    ``also`` are further words that it is found by, as in a `Command`.
    """

    id: str
    name: str
    key: str
    run: Callable[[], object]
    where: str = ""
    here: bool = True
    also: str = ""

    @property
    def shown(self) -> Text:
        """The key, then the name."""
        style = "" if self.here else "dim"
        line = Text(f"{self.key:<{_KEY_WIDTH}}", style or "bold")
        line.append(self.name, style or "not bold")
        return line.append(f" · {self.where}", "dim not bold") if self.where else line


class Commands(Provider):
    """The commands of the registry: those of the place at hand, then those of others.

    What is of something under way comes first, then what was chosen lately.
    """

    lately: ClassVar[deque[str]] = deque(maxlen=5)

    async def discover(self) -> Hits:
        """All of them."""
        entries = list(entries_of(self.app, self.screen, self.lately))
        for place, entry in enumerate(entries):
            yield self._hit(len(entries) - place, entry)

    async def search(self, query: str) -> Hits:
        """Those that have the words of ``query``, in their names before further words, whole ones before begun ones.

        Of what is alike that which works here comes first. Only where there is none, what has its letters scattered.
        """
        entries = [*entries_of(self.app, self.screen, self.lately)]
        words = query.casefold().split()
        scores = [float(_meant(entry, words)) for entry in entries]
        if not any(scores) and (telling := [word for word in words if word not in _EMPTY]):
            scores = [float(_meant(entry, telling)) for entry in entries]
        if not any(scores):
            matcher = self.matcher(query)
            scores = [matcher.match(entry.name) for entry in entries]
        for place, (entry, score) in enumerate(zip(entries, scores, strict=True)):
            if score > 0:
                # In the order in which they are offered where nothing else tells them apart.
                yield self._hit(score + entry.here / 2 - place / 10_000, entry)

    def _hit(self, score: float, entry: Entry) -> Hit:
        return Hit(score, entry.shown, partial(self._choose, entry), text=entry.name)

    def _choose(self, entry: Entry) -> object:
        if entry.here:
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
    Palette #--input CommandInput { width: 1fr; }
    Palette #--input KeyButton.-textual-compact { margin: 1 1 0 0; min-width: 0; }
    """

    def __init__(self) -> None:
        super().__init__(providers=[Commands], placeholder="What to do…", id="--command-palette")

    def on_mount(self) -> None:
        """Put a word beside the line that closes it by a click."""
        out = KeyButton(shown("escape"), "Close", "escape")
        self.query_one("#--input").mount(out)

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
            name,
            keymap.command(name).name,
            keymap.key_of(name),
            partial(_run, app, COMMANDS[name].action, node),
            where=PLACES[place_of(name)].title if place_of(name) in _MOVES else "",
            also=COMMANDS[name].also,
        )
        for name, node in at_hand(screen).items()
        if COMMANDS[name].also or (COMMANDS[name].listed and place_of(name) not in _MOVES)
    }
    offered = set[str]()
    before = [name for name in lately if name in here]
    first = under_way(here)
    for name in [*(name for name in before if name in first), *first, *before, *here]:
        if here[name].name not in offered:
            offered.add(here[name].name)
            yield here[name]
    for theme in app.available_themes:
        about, also = THEMES.get(theme, ("", ""))
        yield Entry(f"theme.{theme}", f"Theme: {theme}", "", partial(_take, app, screen, theme), about, also=also)
    for place in PLACES.values():
        for command in (keymap.command(one.id) for one in place.commands):
            wanted = command.also or (command.listed and place.name in _ELSEWHERE)
            if command.action is not None and wanted and command.name not in offered:
                offered.add(command.name)
                there = where(place.name, keymap)
                told = partial(say, screen, f"“{command.name}” can be chosen in: {there}")
                yield Entry(command.id, command.name, keymap.key_of(command.id), told, there, False, command.also)
    for verb, (name, also) in SHELL.items():
        told = partial(say, screen, f"“{name}” is done in the shell: sayso {verb}")
        yield Entry(f"shell.{verb}", name, "", told, f"in the shell: sayso {verb}", here=False, also=also)


def _take(app: App[object], screen: Screen[Any], theme: str) -> None:
    """Have ``theme``; where nothing comes of it, say why."""
    app.theme = theme
    if app.no_color:
        say(screen, f"The theme is “{theme}”, but NO_COLOR is set: nothing of it shows.")


async def _run(app: App[object], action: str | None, node: DOMNode) -> None:
    if action is not None:
        await app.run_action(action, node)


def _meant(entry: Entry, words: list[str]) -> int:
    """How surely ``words`` mean ``entry``: the less sure of them counts, and 0 is not at all.

    They do most surely where they are its name, and it can be chosen here; then where they are one of its phrases.
    """
    single, *phrases = entry.also.split(",")
    name, also = _words(entry.name), _words(single)
    if words == name and entry.here:
        return 6
    if len(words) > 1 and any(_is_phrase(words, _words(one.strip())) for one in phrases):
        return 5
    return min((_likeness(word, name, also) for word in words), default=0)


def _is_phrase(words: list[str], phrase: list[str]) -> bool:
    """Whether ``words`` are those of ``phrase``, the last of them maybe only begun."""
    return len(words) == len(phrase) and words[:-1] == phrase[:-1] and phrase[-1].startswith(words[-1])


def _likeness(word: str, name: list[str], also: list[str]) -> int:
    if any(_is_same(word, one) for one in name):
        return 4
    if any(_is_same(word, one) for one in also):
        return 3
    return 2 if any(one.startswith(word) for one in name) else int(any(one.startswith(word) for one in also))


def _is_same(word: str, other: str) -> bool:
    """Whether they are one word, but for an ending."""
    if word == other:
        return True
    short, long = sorted((word, other), key=len)
    return len(short) > 2 and long.startswith(short) and long[len(short) :] in ("s", "d", "ed")


def _words(text: str) -> list[str]:
    return re.split(r"[\s:,-]+", label(text).casefold())
