"""Text as it is compared by who cannot type all of its letters: without case, accents and the like. Pure."""

import unicodedata

# What has no accent to be taken off in Unicode, though whoever lacks the key types it so.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe"})


def folded(text: str) -> str:
    """Return ``text`` as it is compared: without case and accents, all white space one space."""
    text = " ".join(text.split()).casefold()
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text)
        # Again, since what was one sign, such as ™, may have become capitals.
        text = "".join(char for char in parts if not unicodedata.combining(char)).translate(_PLAIN).casefold()
    return text
