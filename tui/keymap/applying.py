"""The keys as they are by now: those of the commands, but for what the reader has bound otherwise."""

import re
from collections.abc import Callable, Mapping

from textual.binding import BindingsMap

from tui.keymap.bindings import binding
from tui.keymap.commands import Command
from tui.keymap.hints import shown
from tui.keymap.places import COMMANDS

_NAMED = re.compile(r"\{([a-z-]+\.[a-z0-9-]+)\}")


class Keymap:
    """``changed`` holds keys by the ids of commands; none unbinds. ``named`` are those in words of the reader's own."""

    def __init__(
        self, changed: Mapping[str, tuple[str, ...]] | None = None, named: Mapping[str, Command] | None = None
    ) -> None:
        self._changed = dict(changed or {})
        self._named = dict(named or {})

    def command(self, command: str) -> Command:
        """A command, by its id, in the words that it has by now."""
        return self._named.get(command) or COMMANDS[command]

    def keys(self, command: str) -> tuple[str, ...]:
        """The keys of a command, by its id."""
        return self._changed.get(command, COMMANDS[command].keys)

    def key_of(self, command: str) -> str:
        """The key to name for a command, as readers know it; '' where it has none."""
        return next((shown(key) for key in self.keys(command)), "")

    def all_of(self, command: str) -> str:
        """All keys of a command, as readers know them."""
        return " ".join(shown(key) for key in self.keys(command))

    def worded(self, words: str, shown: Callable[[str, str], str] = lambda key, _: key) -> str:
        """``words`` with each ``{id}`` as the key of that command; where it has none, as the name it can be found by.

        Foreign text is put in afterwards, not passed through here. How a key is ``shown`` is told it and its command.
        """
        return _NAMED.sub(
            lambda found: shown(self.key_of(found[1]), found[1]) or f"“{self.command(found[1]).name}”", words
        )

    def laid_over(self, bindings: BindingsMap) -> BindingsMap:
        """``bindings`` with the commands in them on their keys as they are by now, the rest as it was.

        A key that two commands had goes on working for the one that stays on it.
        """
        if not self._changed:
            return bindings
        laid, done = BindingsMap(), set[str]()
        for key, one in bindings:
            if one.id not in self._changed:
                laid.key_to_bindings.setdefault(key, []).append(one)
            elif one.id not in done:
                done.add(one.id)
                for again in (binding(COMMANDS[one.id], other) for other in self._changed[one.id]):
                    laid.key_to_bindings.setdefault(again.key, []).append(again)
        return laid
