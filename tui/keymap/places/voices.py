"""The list of all whose voices are in an article."""

from tui.keymap.commands import Command, Place
from tui.keymap.places.moves import moves

VOICES = Place(
    "voices",
    "Voices",
    (
        Command(
            id="voices.go",
            keys=("enter",),
            action="go",
            name="Show what they say",
            short="Their claims",
            footer=10,
            priority=True,
        ),
        *moves("voices"),
        Command(id="voices.cancel", keys=("escape",), action="cancel", name="Cancel", footer=90),
    ),
)

PLACES = (VOICES,)
