"""The words that an article's claims stand in, for what is to be said of those that its reader amended or marked."""

from functools import cached_property
from typing import TYPE_CHECKING

import claims
from claims.model import Reading
from claims.text import Text

if TYPE_CHECKING:
    from claims import Anew


class Wording:
    """A ``text`` and its ``reading``: nothing is worked out, or loaded, before it is asked for."""

    def __init__(self, text: Text, reading: Reading | None) -> None:
        self._text, self._reading = text, reading or Reading("")

    @cached_property
    def anew(self) -> "Anew":
        """What works out anew what is to be said of a claim."""
        return claims.Anew(self._text, self._reading)
