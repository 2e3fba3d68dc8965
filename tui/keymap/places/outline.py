"""The list of headings, or of paragraphs."""

from tui.keymap.commands import Command, Place
from tui.keymap.places.moves import moves

OUTLINE = Place(
    "outline",
    "Outline",
    (
        Command(id="outline.go", keys=("enter",), action="go", name="Go there", short="Go", footer=10, priority=True),
        *moves("outline"),
        Command(id="outline.page-down", keys=("pagedown",), action="page(1)", name="Page down", priority=True),
        Command(id="outline.page-up", keys=("pageup",), action="page(-1)", name="Page up", priority=True),
        Command(
            id="outline.turn",
            keys=("tab",),
            action="turn",
            name="Paragraphs too, or headings only",
            short="Paragraphs",
            footer=40,
            priority=True,
        ),
        Command(id="outline.cancel", keys=("escape",), action="cancel", name="Cancel", footer=90),
    ),
)

PLACES = (OUTLINE,)
