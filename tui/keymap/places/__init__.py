"""All places and their commands: a file for each screen's part, so that each is changed by itself."""

from tui.keymap.commands import Command, Place
from tui.keymap.places import (
    amending,
    around,
    bulk,
    claim,
    claims,
    dialogs,
    helping,
    layers,
    library,
    links,
    noting,
    outline,
    panel,
    past,
    reading,
    scrolling,
    selecting,
    tags,
    touring,
    voices,
)

PLACES: dict[str, Place] = {
    place.name: place
    for places in (
        reading,
        links,
        scrolling,
        claims,
        panel,
        selecting,
        amending,
        around,
        library,
        past,
        layers,
        outline,
        dialogs,
        helping,
        noting,
        tags,
        bulk,
        claim,
        touring,
        voices,
    )
    for place in places.PLACES
}
COMMANDS: dict[str, Command] = {command.id: command for place in PLACES.values() for command in place.commands}
