"""In what script words are written, as far as telling two apart needs it."""

import unicodedata
from functools import lru_cache

_TOGETHER = {"CJK": "EAST", "HIRAGANA": "EAST", "KATAKANA": "EAST", "HANGUL": "EAST", "FULLWIDTH": "LATIN"}


def script_of(text: str) -> str | None:
    """The script of the first letter of ``text``; None where there is no letter."""
    letter = next((sign for sign in text if sign.isalpha()), None)
    return None if letter is None else _script(letter)


@lru_cache(maxsize=1_000)
def _script(letter: str) -> str:
    name = unicodedata.name(letter, "").split(" ")[0]
    return _TOGETHER.get(name, name)
