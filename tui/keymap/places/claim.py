"""The dialog with all that is known of a claim."""

from tui.keymap.commands import Command, Place

MOST = 9
"""Other claims that can be gone to: as many as there are digits."""

CLAIM = Place(
    "claim",
    "Claim",
    (
        Command(id="claim.close", keys=("i",), action="dismiss(None)", name="Close the claim"),
        Command(id="claim.next", keys=("]",), action="step(1)", name="Next claim", short="Next", footer=20),
        Command(id="claim.previous", keys=("[",), action="step(-1)", name="Previous claim"),
        Command(id="claim.refuse-guess", keys=("X",), action="refuse_guess", name="Refuse the guessed name"),
        Command(id="claim.same", keys=("\\",), action="same", name="Only what the same speaker says"),
        *(
            Command(
                id=f"claim.other-{number}",
                keys=(str(number),),
                action=f"other({number})",
                name=f"Claim {number} of the same speaker",
            )
            for number in range(1, MOST + 1)
        ),
    ),
    on=("page",),
)

PLACES = (CLAIM,)
