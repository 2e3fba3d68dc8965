"""The screen of all tags."""

from tui.keymap.commands import Command, Place

ALL_TAGS = Place(
    "all-tags",
    "Tags",
    (
        Command(
            id="all-tags.rename",
            keys=("enter", "r"),
            action="rename",
            name="Rename the tag",
            also="merge labels",
            short="Rename",
            footer=10,
            display="Enter",
            help="rename it; into another one that is there: both are one (asks)",
        ),
        Command(
            id="all-tags.remove",
            keys=("D", "delete"),
            action="remove",
            name="Take the tag away everywhere",
            short="Take away",
            footer=20,
            help="take it away everywhere (asks)",
        ),
        Command(
            id="all-tags.undo",
            keys=("U",),
            action="undo",
            name="Take back the last change of a tag",
            short="Undo",
            footer=30,
            help="take back the last change of a tag, also of an earlier day",
        ),
        Command(
            id="all-tags.filter",
            keys=("\\", "/"),
            action="filter",
            name="Filter the tags",
            short="Filter",
            footer=40,
            help="filter them",
        ),
        Command(
            id="all-tags.all",
            keys=("escape",),
            action="all",
            name="All tags again, or back",
            help="take the filter away; back where there is none",
        ),
        Command(id="all-tags.leave", keys=("q",), action="app.leave", name="Back", footer=50, help="back"),
        Command(id="all-tags.help", keys=("?",), action="app.help", name="Help", footer=60, help="this help"),
    ),
    on=("table", "application"),
)

RETAG = Place(
    "retag",
    "Rename a tag",
    (
        Command(id="retag.save", keys=("enter",), action="save", name="Rename", footer=10, priority=True),
        Command(id="retag.cancel", keys=("escape",), action="cancel", name="Cancel", footer=90),
    ),
)

PLACES = (ALL_TAGS, RETAG)
