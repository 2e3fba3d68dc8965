"""The library, its bin, and searching it."""

from tui.keymap.commands import Command, Place

BINNED = "put it into the bin, take it out again"
SEARCH = "search all texts, claims, notes and tags"

LIBRARY = Place(
    "library",
    "Library",
    (
        Command(
            id="library.open", keys=("enter",), action="open", name="Open", footer=10, help="open it", also="read show"
        ),
        # With priority: what is typed right after it is already for the search.
        Command(
            id="library.search",
            keys=("/", "F"),
            action="app.find",
            name="Search",
            footer=20,
            priority=True,
            help=SEARCH,
            also="find look words",
        ),
        Command(
            id="library.delete",
            keys=("D", "delete"),
            action="put_in_bin",
            name="Delete, into the bin",
            short="Delete",
            footer=30,
            help=BINNED,
            also="delete remove erase trash",
        ),
        Command(
            id="library.undo",
            keys=("U",),
            action="take_out",
            name="Take out of the bin what was put in last",
            short="Undo",
            footer=40,
            help=BINNED,
            also="undo revert restore",
        ),
        Command(
            id="library.bin", keys=("B",), action="bin", name="Bin", footer=50, help="bin", also="trash restore deleted"
        ),
        Command(id="library.history", keys=("T",), action="history", name="History", footer=60, help="its history"),
        Command(
            id="library.add",
            keys=("a",),
            action="add",
            name="Add files",
            also="import folder file new load open paste drop path upload",
            short="Add",
            footer=12,
            help="add files",
        ),
        Command(
            id="library.sort",
            keys=("s",),
            action="sort",
            name="Order of the articles",
            also="sort arrange",
            short="Sort",
            footer=24,
            help="sort; a click on a heading too",
        ),
        Command(
            id="library.filter",
            keys=("\\",),
            action="filter",
            name="Filter the articles",
            also="outlet",
            short="Filter",
            footer=22,
            help="filter by title, outlet:, after:, before:, is:unreviewed, has:note, has:orphan",
        ),
        Command(
            id="library.all",
            keys=("escape",),
            action="all",
            name="All articles again, without the filter",
            help="take the filter away",
            also="clear reset",
        ),
        Command(
            id="library.tags",
            keys=("#",),
            action="all_tags",
            name="All tags",
            help="all tags: rename, merge, take away",
            also="labels rename merge",
        ),
        Command(
            id="library.mark",
            keys=("space",),
            action="mark",
            name="Mark to compare",
            help="mark two, and compare them",
            also="tick choose",
        ),
        Command(
            id="library.compare",
            keys=("=",),
            action="compare",
            name="Compare the two that are marked",
            help="mark two, and compare them",
            also="side two",
        ),
        Command(
            id="library.leave",
            keys=("q",),
            action="app.leave",
            name="Quit",
            footer=70,
            help="quit",
            also="close exit leave end",
        ),
        Command(
            id="library.help",
            keys=("?",),
            action="app.help",
            name="Help",
            footer=80,
            help="this help",
            also="keys shortcuts manual",
        ),
    ),
    on=("table", "application"),
)

BIN = Place(
    "bin",
    "Bin",
    (
        Command(
            id="bin.restore",
            keys=("enter", "r"),
            action="restore",
            name="Take out",
            footer=10,
            display="Enter",
            help="take it out of the bin; a double click too",
        ),
        Command(
            id="bin.undo",
            keys=("U",),
            action="undo",
            name="Put in again what was taken out last",
            short="Undo",
            footer=15,
            help="put what was taken out last in again",
            also="undo revert back",
        ),
        Command(
            id="bin.delete",
            keys=("D", "delete"),
            action="purge",
            name="Delete for good",
            footer=20,
            help="delete it for good (asks)",
        ),
        Command(
            id="bin.empty", keys=("E",), action="empty", name="Empty the bin", footer=30, help="empty the bin (asks)"
        ),
        Command(id="bin.leave", keys=("q", "escape"), action="app.leave", name="Back", footer=40, help="back"),
        Command(id="bin.help", keys=("?",), action="app.help", name="Help", footer=50, help="this help"),
    ),
    on=("table", "application"),
)

TABLE = Place(
    "table",
    "List",
    (
        Command(id="table.down", keys=("j", "down"), action="cursor_down", name="A row down", help="down, up"),
        Command(id="table.up", keys=("k", "up"), action="cursor_up", name="A row up", help="down, up"),
        Command(id="table.first", keys=("g",), action="scroll_top", name="First row", help="first, last"),
        Command(id="table.last", keys=("G",), action="scroll_bottom", name="Last row", help="first, last"),
        Command(id="table.page-down", keys=("pagedown",), action="page_down", name="A page of rows down"),
        Command(id="table.page-up", keys=("pageup", "b"), action="page_up", name="A page of rows up"),
    ),
)

# With priority, since the line would take the arrows for its own.
FINDING = Place(
    "finding",
    "Search",
    (
        Command(id="find.open", keys=("enter",), action="open", name="Open", footer=10, priority=True),
        Command(id="find.next", keys=("down",), action="move(1)", name="Next", footer=20, display="↓", priority=True),
        Command(
            id="find.previous", keys=("up",), action="move(-1)", name="Previous", footer=30, display="↑", priority=True
        ),
        Command(id="find.page-down", keys=("pagedown",), action="move(10)", name="Ten on", listed=False, priority=True),
        Command(id="find.page-up", keys=("pageup",), action="move(-10)", name="Ten back", listed=False, priority=True),
        Command(id="find.leave", keys=("escape",), action="app.leave", name="Back", footer=40),
    ),
    on=("application",),
)

PLACES = (LIBRARY, BIN, TABLE, FINDING)
