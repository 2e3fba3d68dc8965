"""By whom what is claimed came to the article besides its speaker, in a few words, for wherever that is told."""

from claims.model import Claim, ViaRole
from store.safety import label

_HOW: dict[ViaRole | None, str] = {
    "origin": "citing",  # who speaks has it from them
    "teller": "as told by",  # they tell of who speaks
    "outlet": "via",
    None: "via",  # as earlier versions kept it
}
AT_SECOND_HAND = "at second hand"


def relayed(claim: Claim, longest: int = 200) -> str:
    """Return from or through whom ``claim`` is: ``citing an unnamed officer``, ``as told by Ana Ruiz``, ``via …``.

    Safe and in one line, their name in ``longest`` code points at most. `AT_SECOND_HAND` where the article does not
    tell, and empty at first hand.
    """
    if claim.via:
        return f"{_HOW[claim.via_role]} {label(claim.via, longest)}"
    return AT_SECOND_HAND if claim.hand == "relayed" else ""
