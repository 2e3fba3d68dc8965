"""Looking around in an article."""

from tui.keymap.commands import Command, Place

SIDEWAYS = "a wide table sideways; with none: order, groups of the claims"

READING = Place(
    "reading",
    "Read",
    (
        Command(
            id="read.search",
            keys=("/",),
            action="search",
            name="Search",
            also="find look words",
            short="Search",
            footer=90,
            help="search, next hit, previous hit",
        ),
        Command(
            id="read.next-hit", keys=("n",), action="hit(False)", name="Next hit", help="search, next hit, previous hit"
        ),
        Command(
            id="read.previous-hit",
            keys=("N",),
            action="hit(True)",
            name="Previous hit",
            help="search, next hit, previous hit",
        ),
        Command(
            id="read.clear-search",
            keys=("escape",),
            action="clear_search",
            name="Clear the search, then the filter",
            short="Clear",
            help="take the marks of the search off, then the filter, then the notice",
            also="reset all",
        ),
        Command(
            id="read.outline",
            keys=("o",),
            action="outline",
            name="Outline",
            also="headings contents sections toc paragraph go jump goto",
            help="outline: headings, paragraphs, claims in each",
        ),
        Command(
            id="read.links",
            keys=("l",),
            action="links",
            name="Links in sight",
            also="address url web footnote browser",
            short="Links",
            footer=150,
            help="letters beside the links and footnotes in sight: type one to choose it",
        ),
        Command(
            id="read.numbers",
            keys=("p",),
            action="numbers",
            name="Number the paragraphs",
            also="count ¶ numbers",
            help="number the paragraphs",
        ),
        Command(
            id="read.layers",
            keys=("z",),
            action="layers",
            name="What is drawn on the text",
            also="layers hedges figures caveats hide show toggle opinions",
            short="Draw",
            footer=130,
            help="what is drawn: claims, hedges, figures, notes …",
        ),
        Command(
            id="claims.focus",
            keys=("f",),
            action="this_only",
            name="This claim only, the rest dimmed",
            also="dim focus spotlight single",
            short="Only this",
            footer=140,
            help="this claim only, the rest dimmed",
        ),
        # In most terminals ctrl+i is Tab: what always works comes first.
        Command(
            id="read.back",
            keys=("alt+left", "ctrl+o"),
            action="back",
            name="Back to where I was",
            also="return jump backwards",
            help="back to where you were, and forth",
        ),
        Command(
            id="read.forth",
            keys=("alt+right", "ctrl+i"),
            action="forth",
            name="Forth again",
            help="back to where you were, and forth",
            also="forward",
        ),
        Command(
            id="read.left",
            keys=("<",),
            action="sideways(-1)",
            name="Table to the left",
            help=SIDEWAYS,
            also="column scroll",
        ),
        Command(
            id="read.right",
            keys=(">",),
            action="sideways(1)",
            name="Table to the right",
            help=SIDEWAYS,
            also="column scroll",
        ),
    ),
    on=("scrolling", "around", "application"),
)

PLACES = (READING,)
