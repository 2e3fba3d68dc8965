"""The dialog in which one thing is done with all claims that are shown."""

from tui.keymap.commands import Command, Place
from tui.keymap.places.claims import FINDINGS, PROGRESS

BULK = Place(
    "bulk",
    "With all that are shown",
    (
        Command(id="bulk.accept", keys=("y",), action="give('decision', 'accepted')", name="Accept"),
        Command(id="bulk.reject", keys=("x",), action="give('decision', 'rejected')", name="Reject"),
        *(
            Command(id=f"bulk.progress-{n}", keys=(str(n),), action=f"give('progress', {name!r})", name=name)
            for n, name in enumerate(PROGRESS, 1)
        ),
        *(
            Command(id=f"bulk.finding-{n}", keys=(str(n + 3),), action=f"give_finding({n})", name=name)
            for n, name in enumerate(FINDINGS, 1)
        ),
        Command(id="bulk.finding-none", keys=("0",), action="give('finding')", name="no finding"),
        Command(id="bulk.tags", keys=("t",), action="give('tags')", name="Tag"),
        Command(id="bulk.cancel", keys=("escape",), action="cancel", name="Cancel", footer=90),
    ),
)

# Other keys than those that are asked about: y y, or y held down, is no answer to how many there are.
SURE = Place(
    "bulk-sure",
    "With all that are shown",
    (
        Command(
            id="bulk-sure.yes", keys=("enter",), action="answer(True)", name="All of them", footer=10, listed=False
        ),
        Command(id="bulk-sure.cancel", keys=("escape",), action="answer(False)", name="None", footer=20, listed=False),
    ),
)

PLACES = (BULK, SURE)
