"""What is pasted is text alone: an escape sequence in it is no key.

Textual takes a paste letter by letter, and what it knows for no sequence it types as keys besides: a text that was
copied from elsewhere could delete and quit. Most terminals take escapes out of what they paste; this is for those that
do not.
"""

import sys
from collections.abc import Iterable
from typing import Any

from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.message import Message

_BEGIN, _END, _ESCAPE, _SIGN = "\x1b[200~", "\x1b[201~", "\x1b", "␛"


class PastedText:
    """Puts a sign in the place of each escape between the brackets of a paste, however the input is cut in pieces."""

    def __init__(self) -> None:
        self._pasting = False
        self._held = ""

    def cleaned(self, data: str) -> str:
        """``data`` as it may be parsed; of a paste, what may begin the bracket at its end is held back."""
        parts: list[str] = []
        data, self._held = self._held + data, ""
        while data:
            if not self._pasting:
                before, bracket, data = data.partition(_BEGIN)
                parts += before, bracket
                self._pasting = bool(bracket)
                continue
            text, bracket, rest = data.partition(_END)
            if not bracket:
                text, self._held = _without_bracket(text)
            parts += text.replace(_ESCAPE, _SIGN), bracket
            self._pasting, data = not bracket, rest
        return "".join(parts)


class Parser(XTermParser):
    """Textual's, for which what is pasted holds no escape."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._pasted = PastedText()

    def feed(self, data: str) -> Iterable[Message]:
        """What ``data`` means; '' is the end."""
        cleaned = self._pasted.cleaned(data)
        return super().feed(cleaned) if cleaned or not data else ()


def taking_pastes_as_text(driver: type[Driver]) -> type[Driver]:
    """``driver``, which reads by `Parser` from now on: its module names the one that it reads by."""
    module = sys.modules[driver.__module__]
    if hasattr(module, "XTermParser"):
        vars(module)["XTermParser"] = Parser
    return driver


def _without_bracket(text: str) -> tuple[str, str]:
    """``text`` before what may be the beginning of the closing bracket at its end, and that."""
    length = next((n for n in range(len(_END) - 1, 0, -1) if text.endswith(_END[:n])), 0)
    return (text[:-length], text[-length:]) if length else (text, "")
