"""How much of a thing, or how many times as much: *a third*, *by half*, *two to one*, *three times the average*."""

import re
from collections.abc import Iterator

from claims.attributes.numerals import NUMBER, value

_BARE = NUMBER.replace("?P<number>", "?:")
_PARTS = r"(?:third|fifth|sixth|seventh|eighth|ninth|tenth)"
_HOLDER = r"(?:the|its|their|his|her|our|what|that)"
_RATIO = re.compile(
    rf"""\b(?:a|one)[\s-]{_PARTS}\b(?=\s(?:are|had|has|have|higher|is|less|lower|more|fewer|of|was|were)\b|[.,;:!?)”’"]|$)
    |(?<=\bby\s)(?:a|one)[\s-]quarter\b|\b(?:a|one)[\s-]quarter(?=\sof\s(?!an\shour))
    |\b(?:two|three|four|five|six|seven|eight|nine|\d)[\s-](?:{_PARTS}s\b|quarters(?=\sof\b))
    |(?:(?<=\bby\s)|(?<=\bthan\s)|(?<=\balmost\s)|(?<=\babout\s)|(?<=\bnearly\s)|(?<=\bonly\s))half\b(?!\s(?:a|an|past|hour)\b)
    |(?<!first\s)(?<!second\s)(?<!other\s)(?<!latter\s)(?<!better\s)\bhalf(?=\sof\s(?!an?\s)|\s{_HOLDER}\b)
    |\b(?:doubl|tripl|trebl|quadrupl|halv)(?:ed|ing)\b(?!\s(?:as|back|down|over|up)\b)
    |\b(?:twice|thrice)(?=\s(?:as|{_HOLDER})\b)
    |{_BARE}\stimes(?=\s(?:as|{_HOLDER}|higher|lower|larger|bigger|more|less|fewer|over)\b)
    |\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+)-?fold\b
    |{_BARE}(?:\sto\s|-to-)(?:one|1)\b(?![\s-]?(?:hundred|thousand|million|billion|[:.,]\d))""",
    re.VERBOSE | re.IGNORECASE,
)
_OF_SO_MANY = re.compile(
    rf"(?P<few>{_BARE})\s(?:in|out\sof)\s(?:every\s)?(?P<many>{_BARE})\b(?!\s?(?:%|per\b|a\.?m\b|p\.?m\b))"
)
_NUMBER = re.compile(NUMBER)


def ratios(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where shares and multiples stand in ``[start, end)`` of ``text``."""
    yield from (match.span() for match in _RATIO.finditer(text, start, end))
    yield from (match.span() for match in _OF_SO_MANY.finditer(text, start, end) if _is_fewer(match))


def _is_fewer(match: re.Match[str]) -> bool:
    """Whether they are some of so many, as in *one in nine*, and no *40 in 2 hospitals*."""
    few, many = (_NUMBER.match(match[name]) for name in ("few", "many"))
    sizes = value(few) if few is not None else None, value(many) if many is not None else None
    return sizes[0] is not None and sizes[1] is not None and sizes[0] < sizes[1]
