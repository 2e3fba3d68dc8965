"""The tour over the reading screen."""

from tui.keymap.commands import Command, Place

TOURING = Place(
    "touring",
    "Tour",
    (
        Command(
            id="tour.begin",
            keys=("f9",),
            action="tour",
            name="Tour: the first steps",
            also="tutorial introduction learn",
            help="the tour of the first steps",
        ),
        Command(id="tour.skip", keys=("enter",), action="tour_skip", name="Skip this step of the tour", listed=False),
        Command(id="tour.end", keys=("escape",), action="tour_end", name="End the tour", listed=False),
    ),
    on=("reading",),
)

PLACES = (TOURING,)
