"""The ways from an article to other things, and what works everywhere."""

from tui.keymap.commands import Command, Place

AROUND = Place(
    "around",
    "Around",
    (
        Command(
            id="around.other-side",
            keys=("tab",),
            action="other_side",
            name="Article or claims",
            help="article or claims",
        ),
        Command(
            id="around.panel",
            keys=("c",),
            action="toggle_panel",
            name="Claims panel",
            help="show or hide the claims",
        ),
        Command(
            id="around.export",
            keys=("e",),
            action="export",
            name="Export",
            footer=110,
            help="export as annotated Markdown",
        ),
        Command(
            id="around.rescue",
            keys=("W",),
            action="rescue",
            name="Write what is on the screen to a library of its own",
            short="Rescue",
            help="rescue: write what is on the screen to a library of its own",
        ),
        Command(
            id="around.changes",
            keys=("r",),
            action="changes",
            name="What changed",
            help="what changed from the text before, word by word",
        ),
        Command(
            id="around.shelf",
            keys=("O",),
            action="shelf",
            name="Notes without a place",
            help="notes that have no sure place in this text",
        ),
        Command(
            id="around.reload",
            keys=("f5",),
            action="reload",
            name="The newest text",
            help="the newest text: of the library, else of the file, if that has changed",
        ),
        Command(id="around.find", keys=("F",), action="app.find", name="Search the library", help="search the library"),
        Command(
            id="around.history",
            keys=("T",),
            action="history",
            name="What happened to it",
            short="History",
            help="history of what is selected, or of the article",
        ),
        Command(id="around.bin", keys=("B",), action="bin", name="What was deleted", short="Bin", help="bin"),
        Command(
            id="around.tags",
            keys=("#",),
            action="all_tags",
            name="All tags",
            help="all tags: rename, merge, take away",
        ),
        Command(id="around.library", keys=("L",), action="app.library", name="Library", help="library"),
        Command(
            id="around.compare",
            keys=("=",),
            action="app.compare",
            name="Beside another article",
            help="beside another article: who speaks in both",
        ),
        Command(id="around.help", keys=("?",), action="app.help", name="Help", footer=10, help="this help"),
        Command(id="around.leave", keys=("q",), action="leave", name="Quit", footer=72, help="back, or quit"),
    ),
    on=("application",),
)

APPLICATION = Place(
    "application",
    "Around",
    (
        # Textual binds the palette itself, by the application's COMMAND_PALETTE_BINDING.
        Command(
            id="app.palette",
            keys=("ctrl+p",),
            action="command_palette",
            name="Every command by name",
            short="More",
            listed=False,
            priority=True,
            help="every command by name",
        ),
        Command(
            id="around.switch",
            keys=("`",),
            action="switch",
            name="Go to another article",
            help="another article, which stays open beside this one",
        ),
        # Not before a field or a selection has copied what is selected in it.
        Command(
            id="app.stop-work",
            keys=("ctrl+c",),
            action="stop_work",
            name="Stop what is under way",
            help="stop what is under way, such as reading for claims",
        ),
        # With priority: in dialogs too, where ? is a letter.
        Command(id="app.help", keys=("f1",), action="help", name="Help", priority=True, help="help, also in dialogs"),
        Command(id="app.quit", keys=("ctrl+q",), action="quit", name="Quit at once", priority=True),
        Command(
            id="around.suspend",
            keys=("ctrl+z",),
            action="suspend",
            name="Back to the shell for a while",
            help="back to the shell for a while",
        ),
    ),
)

PLACES = (AROUND, APPLICATION)
