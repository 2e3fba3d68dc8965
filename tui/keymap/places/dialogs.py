"""The dialogs. What has a rank in the footer is a button here."""

from tui.keymap.commands import Command, Place
from tui.keymap.places.moves import moves


def _closing(place: str, *, name: str = "Cancel") -> Command:
    return Command(id=f"{place}.cancel", keys=("escape",), action="cancel", name=name, footer=90)


PAGE = Place(
    "page",
    "Dialog",
    (
        Command(id="page.close", keys=("escape", "q"), action="dismiss(None)", name="Close", footer=10),
        Command(id="page.down", keys=("j", "down"), action="scroll(1)", name="Down", footer=30, display="↓"),
        Command(id="page.up", keys=("k", "up"), action="scroll(-1)", name="Up", footer=40, display="↑"),
        Command(id="page.page-down", keys=("space", "pagedown"), action="page(1)", name="Page down"),
        Command(id="page.page-up", keys=("b", "pageup"), action="page(-1)", name="Page up"),
        Command(id="page.start", keys=("g", "home"), action="end(-1)", name="Beginning"),
        Command(id="page.end", keys=("G", "end"), action="end(1)", name="End"),
    ),
)

HISTORY = Place(
    "history",
    "History",
    (Command(id="history.widen", keys=("T",), action="widen", name="Whole article", footer=20),),
    on=("page",),
)

SHELF = Place(
    "shelf",
    "What has no sure place, or stands on changed words",
    (
        Command(id="shelf.confirm", keys=("enter",), action="act('confirm')", name="Confirm", footer=10),
        Command(id="shelf.relink", keys=("l",), action="act('relink')", name="Link anew", footer=20),
        Command(id="shelf.show", keys=("s",), action="act('show')", name="Show", footer=30),
        Command(id="shelf.keep", keys=("K",), action="act('keep')", name="Keep", footer=40),
        Command(id="shelf.bin", keys=("D", "delete"), action="act('bin')", name="Bin", footer=50),
        Command(
            id="shelf.close", keys=("escape", "q", "O"), action="dismiss(None)", name="Close", footer=60, display="Esc"
        ),
        Command(id="shelf.next", keys=("j", "down"), action="move(1)", name="Next"),
        Command(id="shelf.previous", keys=("k", "up"), action="move(-1)", name="Previous"),
    ),
)

NOTE = Place(
    "note",
    "Note",
    (
        Command(
            id="note.save",
            keys=("escape", "ctrl+s"),
            action="save",
            name="Save and close",
            footer=10,
            also="finish done",
        ),
        Command(id="note.discard", keys=("ctrl+r",), action="discard", name="Discard", footer=20),
        Command(id="note.preview", keys=("f2",), action="preview", name="Preview", also="markdown render", footer=30),
        Command(
            id="note.evidence", keys=("f3",), action="evidence", name="Evidence", also="proof link support", footer=40
        ),
        Command(id="note.complete", keys=("tab",), action="complete", name="Complete the tag", priority=True),
        Command(
            id="note.full-screen",
            keys=("f4",),
            action="full_screen",
            name="Full screen",
            short="Full",
            footer=50,
            also="fullscreen bigger zoom",
        ),
    ),
)

TAGS = Place(
    "tags",
    "Tags",
    (
        Command(id="tags.save", keys=("enter",), action="save", name="Save", footer=10, priority=True),
        Command(id="tags.complete", keys=("tab",), action="complete", name="Complete", footer=20, priority=True),
        Command(id="tags.again", keys=("ctrl+r",), action="again", name="The tags given last", short="Last", footer=30),
        _closing("tags"),
    ),
)

ASSESS = Place(
    "assess",
    "Assess",
    (
        Command(id="assess.save", keys=("enter",), action="save", name="Save", footer=10, priority=True),
        Command(id="assess.next", keys=("tab",), action="app.focus_next", name="Next", footer=20),
        # No letter: those begin the reason.
        Command(
            id="assess.refuse-guess", keys=("ctrl+x",), action="refuse_guess", name="Refuse the guessed name, and save"
        ),
        _closing("assess"),
    ),
)

EXPORT = Place(
    "export",
    "Export",
    (
        Command(id="export.save", keys=("enter",), action="save", name="Write", footer=10, priority=True),
        Command(id="export.next", keys=("tab",), action="app.focus_next", name="Next", footer=20),
        _closing("export"),
    ),
)

RESCUE = Place(
    "rescue",
    "Rescue",
    (
        Command(id="rescue.save", keys=("enter",), action="save", name="Write", footer=10, priority=True),
        _closing("rescue"),
    ),
)

UNSAVED = Place(
    "unsaved",
    "Not saved",
    (
        Command(
            id="unsaved.rescue",
            keys=("W", "w"),
            action="answer('rescue')",
            name="Write them to a file",
            footer=10,
        ),
        Command(id="unsaved.stay", keys=("escape", "n"), action="answer(None)", name="Stay", footer=20),
        Command(id="unsaved.leave", keys=("X",), action="answer('leave')", name="Leave without them", footer=30),
    ),
)

CONFLICT = Place(
    "conflict",
    "Changed elsewhere",
    (
        Command(id="conflict.theirs", keys=("t",), action="choose('theirs')", name="Keep theirs", footer=10),
        Command(id="conflict.mine", keys=("m",), action="choose('mine')", name="Keep yours", footer=20),
        Command(id="conflict.both", keys=("b",), action="choose('both')", name="Keep both", footer=30),
        Command(id="conflict.later", keys=("escape",), action="later", name="Later", footer=40),
    ),
)

CONFIRM = Place(
    "confirm",
    "Sure?",
    (
        Command(id="confirm.yes", keys=("y",), action="answer(True)", name="Yes", footer=10),
        Command(id="confirm.no", keys=("n", "escape"), action="answer(False)", name="No", footer=20),
    ),
)

PICKER = Place(
    "picker",
    "Add files",
    (
        # None with priority but that which can be no letter: what is typed before a key counts before it.
        Command(id="picker.open", keys=("enter",), action="open", name="Open", footer=10),
        Command(id="picker.mark", keys=("space",), action="mark", name="Mark", footer=20),
        Command(id="picker.mark-all", keys=("*",), action="mark_all", name="All", footer=30),
        Command(id="picker.add", keys=("ctrl+s",), action="add", name="Add", footer=40, priority=True),
        Command(id="picker.up", keys=("backspace", "left"), action="up", name="Folder above", short="Up", footer=50),
        Command(
            id="picker.complete",
            keys=("tab",),
            action="complete",
            name="Complete the path; in the list, mark",
            short="Complete",
        ),
        Command(id="picker.everything", keys=("f2",), action="everything", name="Show also what is left out"),
        Command(id="picker.next", keys=("down",), action="move(1)", name="Next"),
        Command(id="picker.previous", keys=("up",), action="move(-1)", name="Previous"),
        Command(id="picker.page-down", keys=("pagedown",), action="move(1, True)", name="Page down"),
        Command(id="picker.page-up", keys=("pageup",), action="move(-1, True)", name="Page up"),
        _closing("picker"),
    ),
)

SWITCHER = Place(
    "switcher",
    "Go to",
    (
        Command(id="switcher.go", keys=("enter",), action="go", name="Go", footer=10, priority=True),
        *moves("switcher"),
        _closing("switcher"),
    ),
)

SORTING = Place(
    "sorting",
    "Order of the articles",
    (
        Command(id="sorting.save", keys=("enter",), action="save", name="Sort", footer=10, priority=True),
        Command(
            id="sorting.turn",
            keys=("r",),
            action="save(True)",
            name="The other way round",
            short="Turned",
            footer=20,
            priority=True,
        ),
        _closing("sorting"),
    ),
)

FILTER_LINE = Place(
    "filter-line",
    "Filter",
    (
        # With priority, since the line would take it for its own.
        Command(
            id="filter-line.leave",
            keys=("down",),
            action="leave",
            name="To the list",
            footer=10,
            display="↓",
            priority=True,
        ),
        # With priority, since it would leave the line, and what is typed after it would be keys.
        Command(
            id="filter-line.complete",
            keys=("tab",),
            action="complete",
            name="Complete a name or value",
            short="Complete",
            footer=15,
            priority=True,
        ),
        Command(
            id="filter-line.close",
            keys=("escape",),
            action="close",
            name="Take the filter away",
            short="All again",
            footer=20,
        ),
    ),
)

SEARCH_LINE = Place(
    "search-line",
    "Search",
    (Command(id="search-line.close", keys=("escape",), action="close", name="Leave off", footer=10),),
)

PLACES = (
    PAGE,
    HISTORY,
    SHELF,
    NOTE,
    TAGS,
    ASSESS,
    EXPORT,
    RESCUE,
    UNSAVED,
    CONFLICT,
    CONFIRM,
    PICKER,
    SWITCHER,
    SORTING,
    FILTER_LINE,
    SEARCH_LINE,
)
