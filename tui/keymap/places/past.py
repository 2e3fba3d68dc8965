"""What changed between two texts."""

from tui.keymap.commands import Command, Place

STEPS, TEXTS = "next change, change before", "what changed before that, after it"

CHANGES = Place(
    "changes",
    "What changed",
    (
        Command(
            id="changes.next",
            keys=("n",),
            action="change(False)",
            name="Next change",
            short="Next",
            footer=10,
            help=STEPS,
        ),
        Command(
            id="changes.previous",
            keys=("N",),
            action="change(True)",
            name="Previous change",
            short="Previous",
            footer=20,
            help=STEPS,
        ),
        Command(
            id="changes.old",
            keys=("o",),
            action="old",
            name="Read the old text as it was",
            short="Old text",
            footer=30,
            help="the old text, as it was",
        ),
        Command(
            id="changes.earlier",
            keys=("[",),
            action="revision(-1)",
            name="The change before this",
            short="Earlier",
            footer=40,
            help=TEXTS,
        ),
        Command(
            id="changes.later",
            keys=("]",),
            action="revision(1)",
            name="The change after this",
            short="Later",
            footer=50,
            help=TEXTS,
        ),
        Command(
            id="changes.leave",
            keys=("escape", "q", "r"),
            action="app.leave",
            name="Back",
            footer=60,
            display="Esc",
            help="back",
        ),
        Command(id="changes.help", keys=("?",), action="app.help", name="Help", footer=70, help="this help"),
    ),
    on=("scrolling", "application"),
)

PLACES = (CHANGES,)
