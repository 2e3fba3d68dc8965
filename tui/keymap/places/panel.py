"""The claims' panel while it has the keys."""

from tui.keymap.commands import Command, Place

PANEL = Place(
    "panel",
    "Claims panel",
    (
        Command(id="panel.next", keys=("j", "down"), action="step(1)", name="Next claim"),
        Command(id="panel.previous", keys=("k", "up"), action="step(-1)", name="Previous claim"),
        Command(id="panel.page-down", keys=("pagedown", "space"), action="page(1)", name="Page down"),
        Command(id="panel.page-up", keys=("pageup", "b"), action="page(-1)", name="Page up"),
        Command(id="panel.first", keys=("g", "home"), action="first", name="First claim"),
        Command(id="panel.last", keys=("G", "end"), action="last", name="Last claim"),
        Command(id="panel.open", keys=("enter",), action="open", name="To the text"),
        Command(
            id="panel.sort",
            keys=("<",),
            action="sort",
            name="Order of the claims",
            also="sort arrange speaker progress",
            help="order: text, speaker, progress",
        ),
        Command(
            id="panel.group",
            keys=(">",),
            action="group",
            name="Group the claims",
            also="speaker voices together sort",
            help="those of a speaker together, or not",
        ),
        Command(id="panel.filter", keys=("/",), action="screen.filter_claims", name="Filter the claims"),
    ),
    on=("claims", "reading"),
)

PLACES = (PANEL,)
