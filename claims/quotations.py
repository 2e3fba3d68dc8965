"""Quotation marks of every style, and the stretches they enclose.

Double (straight, curly, low-high, guillemets, two single ones), and single as in British print, where the closing
mark must be told from an apostrophe. A quotation never runs past its paragraph: one that is left open there (as print
does when the next paragraph opens it again) ends with the paragraph, and an opening mark inside a paragraph that
nothing closes is no quotation at all.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

_CLOSERS = {
    "“": '”“"',
    "”": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "‘": "’",
    "‚": "‘’",
    '"': '"”',
    "״": "״",
    "「": "」",
    "『": "』",
    "''": "''",
    "``": "''",
    "'": "'",
}
_MARK = re.compile(r"''|``|[“”„«»‹›‘’‚\"'״「」『』]")
_SPACES_INSIDE = " \u00a0\u202f"  # French sets its marks off from the words
# Words that drop their beginning: the mark before them is an apostrophe.
_CLIPPED = re.compile(r"(?:\d0s|em|tis|twas|til|cause|cos|round|bout|n)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Code points ``start`` to ``end``, marks included."""

    start: int
    end: int


def quotations_in(text: str, start: int, end: int) -> list[Quotation]:
    """The outermost quotations of the paragraph at ``[start, end)``, in order."""
    marks = list(_MARK.finditer(text, start, end))
    closing: dict[str, list[int]] = {}
    for number, mark in enumerate(marks):
        if _can_close(text, mark, start, end):
            closing.setdefault(mark.group(), []).append(number)
    found: list[Quotation] = []
    number = 0
    while number < len(marks):
        mark = marks[number]
        if not _can_open(text, mark, start, end):
            number += 1
            continue
        closer = _closer(text, marks, closing, number)
        if closer is not None:
            found.append(Quotation(mark.start(), marks[closer].end()))
            number = closer + 1
        elif (mark.group() in '“«„"' and mark.start() == start) or _reopened(text, end, mark.group()):
            found.append(Quotation(mark.start(), end))
            break
        else:
            number += 1
    return found


def within_marks(text: str, quotation: Quotation) -> tuple[int, int]:
    """Where the words of ``quotation`` stand, without its marks; the one that closes it may be missing."""
    opener = _opener(text[quotation.start : quotation.end])
    start = quotation.start + len(opener)
    closer = next((one for one in closers_of(opener) if text.endswith(one, start, quotation.end)), "")
    return start, quotation.end - len(closer)


def left_open(words: str) -> bool:
    """Whether ``words`` begin with a mark that opens a quotation, and do not end with one that closes it.

    The next paragraph may go on with such a quotation.
    """
    opener = _opener(words)
    return opener in _CLOSERS and not words.endswith(tuple(closers_of(opener)), len(opener))


def _opener(words: str) -> str:
    return words[:2] if words[:2] in _CLOSERS else words[:1]


def closers_of(opener: str) -> list[str]:
    """The marks that close what ``opener``, a mark that opens quotations, opens."""
    return ["''"] if opener in ("''", "``") else list(_CLOSERS[opener])


def _reopened(text: str, end: int, sign: str) -> bool:
    """Whether the paragraph after the one that ends at ``end`` opens the same quotation again."""
    return sign in '“«„"‘' and text[end : end + 4].lstrip().startswith(sign)


def _can_open(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    at, after, sign = mark.start(), mark.end(), mark.group()
    if sign == "”" and "“" in text[start:end]:
        return False  # Swedish and Finnish print opens with it too
    if (
        sign in "’›」』"
        or after >= end
        or (text[after].isspace() and not (sign == "«" and text[after] in _SPACES_INSIDE))
    ):
        return False
    if sign == "»" and not (at == start or text[at - 1].isspace()):
        return False
    if sign in "“„«‹「『":
        return True
    if at > start and not (text[at - 1].isspace() or text[at - 1] in "([—–-/:“\"‘'"):
        return False
    return not (sign in "‘'" and _CLIPPED.match(text, after))


def _can_close(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    at, after, sign = mark.start(), mark.end(), mark.group()
    if sign == "``" or at == start or (text[at - 1].isspace() and sign not in "”»«" and text[at - 2] not in ",.?!"):
        return False
    return not (sign in "’‘'\"״" and after < end and text[after].isalnum())


def _closer(text: str, marks: list[re.Match[str]], closing: dict[str, list[int]], number: int) -> int | None:
    """The number of the mark that closes mark ``number``, or None."""
    opener = marks[number].group()
    after = marks[number].end()
    single = opener in "‘'‚" and len(opener) == 1
    for sign in closers_of(opener):
        numbers = closing.get(sign, [])
        first = bisect_right(numbers, number)
        fallback = None
        for closer in numbers[first : first + 12]:
            if marks[closer].start() <= after - 1:
                continue
            if fallback is not None and any(_opens_anew(text, one, opener) for one in marks[fallback + 1 : closer]):
                return fallback  # a quotation holds none with the same marks: what looked like *workers’* closes it
            if single and _plural_possessive(text, marks[closer]):
                fallback = closer if fallback is None else fallback
                continue
            return closer
        if fallback is not None:
            return fallback
    return None


def _opens_anew(text: str, mark: re.Match[str], opener: str) -> bool:
    """Whether the mark is another ``opener``, one that looks otherwise than what closes it, before a word."""
    anew = opener == mark.group() == "‘" and text[mark.end() : mark.end() + 1].isalnum()
    return anew and _CLIPPED.match(text, mark.end()) is None


def _plural_possessive(text: str, mark: re.Match[str]) -> bool:
    """Whether the mark may be the apostrophe of *the workers’ rights*: after an s, before a small letter."""
    at, after = mark.start(), mark.end()
    return text[at - 1] == "s" and text[after : after + 1] == " " and text[after + 1 : after + 2].islower()
