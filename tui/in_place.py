"""Whether there is still a screen for what was waited for."""

from typing import Any

from textual.screen import Screen


def in_place(screen: Screen[Any]) -> bool:
    """Whether ``screen`` is there and not on its way out, when its widgets go one after the other.

    To be asked after each wait: what arrives while a screen goes away has nothing to be shown on.
    """
    # What is going away is not displayed, says Textual.
    return bool(screen.children) and screen.is_attached and screen.display
