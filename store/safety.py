"""Foreign text made harmless for a terminal, one code point for one, so that offsets never move."""

import re

# C0 (but for the line feed), DEL, C1, line and paragraph separators, every Bidi_Control character of Unicode
# (UAX #9), the deprecated tag characters and interlinear annotations, lone surrogates.
_UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_SPACES = frozenset("\t\x0b\x0c\x85\u2028\u2029")


def _picture(match: re.Match[str]) -> str:
    char = match[0]
    if char in _SPACES:
        return " "
    if char < " ":
        return chr(0x2400 + ord(char))
    return "\u2421" if char == "\x7f" else "\ufffd"


def safe(text: str) -> str:
    """Return ``text`` with every terminal-active character replaced, one for one; line feeds stay.

    Control characters become their Unicode pictures, tabs and line separators spaces, bidirectional controls and
    other invisible mischief U+FFFD. The length never changes.
    """
    return _UNSAFE.sub(_picture, text) if _UNSAFE.search(text) else text


def label(text: str, limit: int = 200) -> str:
    """Return ``text`` as one safe line of at most ``limit`` code points, for titles, tags and error messages."""
    line = " ".join(safe(text[: 4 * limit]).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def json_safe(dumped: str) -> str:
    """Return the JSON text ``dumped`` with the same characters written as escapes; it means the same as before."""
    import json

    return _UNSAFE.sub(lambda match: json.dumps(match[0])[1:-1], dumped)
