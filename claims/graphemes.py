"""Where one character as a reader sees it ends and the next begins.

Follows the grapheme clusters of Unicode Standard Annex 29 as far as the standard library knows the properties:
combining marks, joiners, variation selectors, skin tones, flags, Hangul syllables and line ends.
"""

import re
import unicodedata

from claims.text import Text

_JOINER = "\u200d"
# Thai and its neighbours, kana, Han: what is written without spaces can be cut anywhere.
_UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"


def is_border(text: Text, at: int) -> bool:
    """Whether a span may begin or end at code point ``at`` without splitting a character."""
    if at <= 0 or at >= len(text):
        return True
    after = text[at]
    before = text[at - 1]
    if after < "\u0300":
        return not (after == "\n" and before == "\r")
    if _extends(after) or (before == _JOINER and unicodedata.category(after) == "So"):
        return False
    if _flag(after) and _flag(before):
        return _flags_before(text, at) % 2 == 0
    return not (_hangul(after) and _hangul(before))


def _extends(sign: str) -> bool:
    return (
        unicodedata.category(sign) in ("Mn", "Me", "Mc")
        or sign in "\u200c\u200d\uff9e\uff9f\u0e33\u0eb3"
        or ("\U0001f3fb" <= sign <= "\U0001f3ff" or "\U000e0020" <= sign <= "\U000e007f")
    )


def _flag(sign: str) -> bool:
    return "\U0001f1e6" <= sign <= "\U0001f1ff"


def _flags_before(text: Text, at: int) -> int:
    first = at
    while first and _flag(text[first - 1]):
        first -= 1
    return at - first


def _hangul(sign: str) -> bool:
    return "\u1100" <= sign <= "\u11ff" or "\uac00" <= sign <= "\ud7ff" or "\ua960" <= sign <= "\ua97f"


def is_unspaced(sign: str) -> bool:
    """Return whether ``sign`` begins with one of a script that puts no spaces between its words."""
    return re.match(_UNSPACED, sign) is not None
