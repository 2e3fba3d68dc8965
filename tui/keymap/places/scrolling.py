"""Scrolling a text, as in less and vim.

A key may be here and in `selecting`: the pane lets only the actions of the mode at hand through, which it knows by
their names (``read_…`` and ``caret_…``).
"""

from tui.keymap.commands import Command, Place

LINES, PAGES, HALVES = "a line down, up", "a page down, up", "half a page down, up"
ENDS, PARAGRAPHS = "beginning, end", "paragraph before, after"

SCROLLING = Place(
    "scrolling",
    "Read",
    (
        Command(id="read.line-down", keys=("j", "down", "ctrl+e"), action="read_rows(1)", name="Line down", help=LINES),
        Command(id="read.line-up", keys=("k", "up", "ctrl+y"), action="read_rows(-1)", name="Line up", help=LINES),
        Command(
            id="read.page-down",
            keys=("space", "pagedown", "ctrl+f"),
            action="read_pages(1.0)",
            name="Page down",
            help=PAGES,
            also="scroll",
        ),
        Command(
            id="read.page-up",
            keys=("b", "pageup", "ctrl+b"),
            action="read_pages(-1.0)",
            name="Page up",
            help=PAGES,
            also="scroll",
        ),
        Command(
            id="read.half-page-down",
            keys=("d", "ctrl+d"),
            action="read_pages(0.5)",
            name="Half page down",
            help=HALVES,
        ),
        Command(
            id="read.half-page-up", keys=("u", "ctrl+u"), action="read_pages(-0.5)", name="Half page up", help=HALVES
        ),
        Command(
            id="read.start",
            keys=("g", "home"),
            action="read_start",
            name="Start",
            help=ENDS,
            also="top beginning first",
        ),
        Command(id="read.end", keys=("G", "end"), action="read_end", name="End", help=ENDS, also="bottom last"),
        Command(
            id="read.previous-paragraph",
            keys=("{",),
            action="read_paragraphs(-1)",
            name="Previous paragraph",
            help=PARAGRAPHS,
        ),
        Command(
            id="read.next-paragraph", keys=("}",), action="read_paragraphs(1)", name="Next paragraph", help=PARAGRAPHS
        ),
    ),
)

PLACES = (SCROLLING,)
