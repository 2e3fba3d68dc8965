"""Names of files and folders that are made of titles: nothing but words and hyphens."""

import re

LONGEST = 60
"""Code points: also in the widest letters no more bytes than a name of a file may have."""


def name_of(title: str) -> str:
    """The words of ``title`` in small letters, hyphens between them, at most `LONGEST`; empty where it has none.

    It ends with a word's end, unless a single word would take more than half of it.
    """
    words = re.sub(r"[^\w]+", "-", title.lower()).strip("-")
    if len(words) <= LONGEST:
        return words
    end = words.rfind("-", LONGEST // 2, LONGEST + 1)
    return words[: end if end > 0 else LONGEST].rstrip("-")
