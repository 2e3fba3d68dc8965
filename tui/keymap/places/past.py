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

CLAIMS, GO, SIDEWAYS = "next claim, claim before", "go there", "a wide table sideways"

COMPARING = Place(
    "comparing",
    "Two articles",
    (
        Command(
            id="compare.side",
            keys=("tab",),
            action="other_side",
            name="The other text, the speakers",
            short="Other side",
            footer=10,
            priority=True,
            help="the other text, then who speaks in both",
        ),
        Command(
            id="compare.next", keys=("]",), action="step(1)", name="Next claim", short="Next", footer=20, help=CLAIMS
        ),
        Command(
            id="compare.previous",
            keys=("[",),
            action="step(-1)",
            name="Claim before",
            short="Previous",
            footer=30,
            help=CLAIMS,
        ),
        Command(
            id="compare.open",
            keys=("enter",),
            action="go",
            name="Open it here",
            short="Open",
            footer=40,
            help="open the article at the claim; of a speaker, the next claims",
        ),
        Command(id="compare.left", keys=("<",), action="sideways(-1)", name="Table to the left", help=SIDEWAYS),
        Command(id="compare.right", keys=(">",), action="sideways(1)", name="Table to the right", help=SIDEWAYS),
        Command(id="compare.leave", keys=("escape", "q"), action="app.leave", name="Back", footer=50, help="back"),
        Command(id="compare.help", keys=("?",), action="help", name="Help", footer=60, help="this help"),
    ),
    on=("scrolling", "application"),
)

PLACES = (CHANGES, COMPARING)
