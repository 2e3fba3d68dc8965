"""Up and down in a list that is filtered by a line above it: the line has the keys, and would take them for its own."""

from tui.keymap.commands import Command


def moves(place: str) -> tuple[Command, Command]:
    """The commands of ``place`` for the next and the previous entry of its list."""
    return (
        Command(
            id=f"{place}.next", keys=("down",), action="move(1)", name="Next", footer=20, display="↓", priority=True
        ),
        Command(
            id=f"{place}.previous",
            keys=("up",),
            action="move(-1)",
            name="Previous",
            footer=30,
            display="↑",
            priority=True,
        ),
    )
