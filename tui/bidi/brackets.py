"""Brackets that belong together, and signs that are turned round in text from right to left. Pure."""

from unicodedata import category

# Every opening bracket that Unicode pairs. Its partner is the next code point, or the next but one.
_OPENING = (
    "([{\u0f3a\u0f3c\u169b\u2045\u207d\u208d\u2308\u230a\u2329\u2768\u276a\u276c\u276e\u2770\u2772\u2774\u27c5"
    "\u27e6\u27e8\u27ea\u27ec\u27ee\u2983\u2985\u2987\u2989\u298b\u2991\u2993\u2995\u2997\u29d8\u29da\u29fc"
    "\u2e22\u2e24\u2e26\u2e28\u2e55\u2e57\u2e59\u2e5b\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a"
    "\ufe59\ufe5b\ufe5d\uff08\uff3b\uff5b\uff5f\uff62"
)


def _partner(opening: str) -> str:
    following = chr(ord(opening) + 1)
    return following if category(following) == "Pe" else chr(ord(opening) + 2)


# Two pairs are crossed.
CLOSING_OF = {**{one: _partner(one) for one in _OPENING}, "\u298d": "\u2990", "\u298f": "\u298e"}
"""The closing bracket for each opening one."""
OPENING_OF = {closing: opening for opening, closing in CLOSING_OF.items()}
"""The opening bracket for each closing one."""
SAME = {"\u2329": "\u3008", "\u232a": "\u3009"}
"""Brackets that are the same as others, though they are two code points."""

_TURNED = "<>«»‹›≤≥≪≫≺≻⊂⊃⊆⊇∈∋"
_MIRROR = str.maketrans(
    {
        **CLOSING_OF,
        **OPENING_OF,
        **dict(zip(_TURNED[::2], _TURNED[1::2], strict=True)),
        **dict(zip(_TURNED[1::2], _TURNED[::2], strict=True)),
    }
)


def mirrored(text: str) -> str:
    """Return ``text`` with every sign that has a side turned to the other, as it is seen from right to left."""
    return text.translate(_MIRROR)
