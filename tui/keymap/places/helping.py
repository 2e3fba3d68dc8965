"""The help."""

from tui.keymap.commands import Command, Place

HELP = Place(
    "help",
    "Help",
    (
        Command(id="help.close", keys=("?",), action="dismiss(None)", name="Close the help"),
        Command(id="help.turn", keys=("tab",), action="turn", name="All keys, or those here", short="All", footer=20),
        Command(
            id="help.signs",
            keys=("s", "f8"),
            action="signs",
            name="What the signs mean, or the keys",
            short="Signs",
            footer=15,
        ),
        Command(
            id="help.tour", keys=("f9",), action="tour", name="The tour of the first steps", short="Tour", footer=25
        ),
    ),
    on=("page",),
)

PLACES = (HELP,)
