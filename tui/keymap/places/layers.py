"""The list of what is drawn on the text."""

from tui.keymap.commands import Command, Place

LAYERS = Place(
    "layers",
    "What is drawn",
    (
        *(
            Command(id=f"layers.{n}", keys=(str(n),), action=f"switch({n})", name=f"Layer {n}", listed=False)
            for n in range(1, 8)
        ),
        Command(
            id="layers.switch",
            keys=("space",),
            action="switch_this",
            name="Show it, or hide it",
            short="Show or hide",
            footer=10,
            display="Space",
        ),
        Command(
            id="layers.close", keys=("escape", "z", "q"), action="dismiss(None)", name="Close", footer=20, display="Esc"
        ),
    ),
)

PLACES = (LAYERS,)
