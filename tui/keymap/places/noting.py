"""What goes with a note: its evidence."""

from tui.keymap.commands import Command, Place

# With priority, so that what is typed right after Tab goes to the next field already.
EVIDENCE = Place(
    "evidence",
    "Evidence",
    (
        Command(id="evidence.save", keys=("enter",), action="save", name="Save", footer=10, priority=True),
        Command(id="evidence.next", keys=("tab",), action="app.focus_next", name="Next", footer=20, priority=True),
        Command(id="evidence.cancel", keys=("escape",), action="cancel", name="Cancel", footer=90),
    ),
)

EVIDENCE_LIST = Place(
    "evidence-list",
    "Evidence of a note",
    (
        Command(id="evidence-list.change", keys=("enter",), action="select", name="Change it", listed=False),
        Command(id="evidence-list.remove", keys=("D", "delete"), action="remove", name="Take it away", listed=False),
    ),
)

PLACES = (EVIDENCE, EVIDENCE_LIST)
