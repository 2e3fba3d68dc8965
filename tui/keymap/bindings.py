"""The bindings of a screen or widget, made from its places."""

# What a character is called is Textual's to say, whose release is pinned: a binding takes no comma as a character.
from textual.binding import Binding, BindingType
from textual.keys import _character_to_key

from tui.keymap.commands import Command
from tui.keymap.places import PLACES

LAST = 1_000
"""After all that the footer shows."""


def bindings(*places: str) -> list[BindingType]:
    """One binding for each key of the commands of ``places``: first what the footer shows, in that order.

    Where two places have a key, the action of the one named first is tried first.
    """
    commands = [command for place in places for command in PLACES[place].commands if command.action is not None]
    commands.sort(key=lambda command: command.footer or LAST)
    return [binding(command, key, command.display or None) for command in commands for key in command.keys]


def key_name(key: str) -> str:
    """Textual's name for ``key``, which may be a character, with or without modifiers."""
    modifiers, plus, last = key.rpartition("+") if len(key) > 1 else ("", "", key)
    return f"{modifiers}{plus}{_character_to_key(last) if len(last) == 1 else last}"


def binding(command: Command, key: str, display: str | None = None) -> Binding:
    """The binding of ``command``, which has an action, to ``key``."""
    assert command.action is not None
    words = command.short or command.name
    return Binding(
        key_name(key),
        command.action,
        words,
        show=bool(command.footer),
        key_display=display,
        priority=command.priority,
        tooltip=command.name if command.name != words else "",
        id=command.id,
    )
