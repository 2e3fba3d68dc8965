"""Times of the day, which are no counts: *4:52 a.m.*, *16h30*, *7 o’clock*, *ten to four*, *at nine*."""

import re
from collections.abc import Iterator

_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_AM = r"[ap](?:\.\s?m\.|m\b)"
_NOON = r"(?:midnight|noon|midday)"
_MINUTES = r"(?:\d{1,2}|five|ten|twenty(?:-five)?|half|(?:a\s)?quarter)(?:\sminutes)?"
_OF_DAY = r"\s(?:in\sthe\s(?:small\shours|morning|afternoon|evening)|at\snight)\b"
_ENDS = (
    r"(?=[.,;:!?”’\"')\]]|$|\s(?:and|or|but|on|that|this|yesterday|today|tomorrow|he|she|it|they|we|I)\b(?!\sa\shalf))"
)
_TIME = re.compile(
    rf"""(?<![\d.,:])\b(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?\s?{_AM}
    |(?<![\d.,:])\b(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])(?:\s(?:hours|hrs)\b)?
    |\b(?:[01]?\d|2[0-4])h[0-5]\d\b
    |\b(?:[01]?\d|{_HOUR})(?:(?:\s?[-–]\s?|\sto\s)(?:[01]?\d|{_HOUR}))?\s?{_AM}
    |\b(?:\d{{1,2}}|{_HOUR})\so[’']clock\b
    |(?<![\d.,:])\b(?:\d{{1,2}}(?:[.:][0-5]\d)?|{_HOUR}){_OF_DAY}
    |\b{_MINUTES}\spast\s(?:\d{{1,2}}|{_HOUR})\b
    |\b(?:half|(?:a\s)?quarter)\s(?:past|to)\s(?:\d{{1,2}}|{_HOUR})\b
    |(?<=\bat\s)(?:five|ten|twenty(?:-five)?)\sto\s{_HOUR}\b{_ENDS}
    |\b{_NOON}\s(?:and|to|till|until)\s(?:\d{{1,2}}|{_HOUR})(?:\s?{_AM}|\b{_ENDS})
    |\b(?:\d{{1,2}}|{_HOUR})\s(?:and|to|till|until)\s(?={_NOON}\b)
    |\b[0-2]\d[0-5]\d\s(?:GMT|UTC|BST|CET|EST|EDT|local\stime)\b|\b0\d[0-5]\d\s(?:hours|hrs)\b""",
    re.VERBOSE,
)
# *At nine*, where no number of things is told by it: *the toll stood at nine*.
_BARE = re.compile(rf"\b(?:at|until|till)\s(?P<hour>{_HOUR}|(?:1?\d|2[0-3])\.[0-5]\d){_ENDS}")
_BEFORE = 60  # code points
_AMOUNT = re.compile(
    r"\b(?:puts?|putting|st(?:and|ood)s?|standing|estimated?s?|set|sets|remain\w*|level\w*|peak\w*|toll|figure|number|total"
    r"|count\w*|value\w*|price\w*|cap\w*|fix\w*|reckon\w*|magnitude|aged?)\b[^.;]*$",
    re.IGNORECASE,
)


def times(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where times of the day stand in ``[start, end)`` of ``text``."""
    yield from (match.span() for match in _TIME.finditer(text, start, end))
    for match in _BARE.finditer(text, start, end):
        if _AMOUNT.search(text, max(start, match.start() - _BEFORE), match.start()) is None:
            yield match.span("hour")
