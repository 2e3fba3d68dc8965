"""Right-to-left text that can be read in a test: capitals stand for Hebrew letters, as in the examples of UAX #9."""

_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LETTERS = "אבגדהוזחטיכלמנסעפצקרשתםןףץ"
_TO = str.maketrans(_CAPITALS, _LETTERS)
_FROM = str.maketrans(_LETTERS, _CAPITALS)


def hebrew(text: str) -> str:
    """``text`` with Hebrew letters for its capitals."""
    return text.translate(_TO)


def capitals(text: str) -> str:
    """``text`` with capitals for its Hebrew letters."""
    return text.translate(_FROM)
