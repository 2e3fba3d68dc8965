"""Who puts words into order, this program or the terminal; and telling the terminal, where it is this program."""

import os
from collections.abc import Mapping

from textual.driver import Driver

from tui.config.schema import config_of

# BDSM of ECMA-48, as the recommendation “BiDi in Terminal Emulators” has it: reset is explicit, what is written stays
# where it is written to; set, as it is at first, is implicit, and the terminal orders each line by itself.
_STAY, _ORDER = "\x1b[8l", "\x1b[8h"


def orders_text(app: object) -> bool:
    """Return whether ``app`` puts words into order; otherwise the terminal does."""
    return (config_of(app).bidi or _expected(os.environ)) == "sayso"


def _expected(environment: Mapping[str, str]) -> str:
    """Two terminals are known to order lines by themselves and not to be told otherwise."""
    theirs = environment.get("TERM_PROGRAM") == "Apple_Terminal" or "KONSOLE_VERSION" in environment
    # What is served in a browser is not seen in the terminal that it was started from.
    return "terminal" if theirs and "TEXTUAL_DRIVER" not in environment else "sayso"


def in_explicit_mode(driver: type[Driver]) -> type[Driver]:
    """Return ``driver`` as one that has the terminal leave lines as they are while the program is in front."""

    class Explicit(driver):  # type: ignore[valid-type, misc]
        def start_application_mode(self) -> None:
            super().start_application_mode()
            self._tell(_STAY)

        def stop_application_mode(self) -> None:
            self._tell(_ORDER)
            super().stop_application_mode()

        def _tell(self, sequence: str) -> None:
            # Only a driver that writes to a terminal has one, and not where it was started behind another program.
            if getattr(self, "_writer_thread", None) is not None:
                self.write(sequence)

    return Explicit
