"""Words as one line in quotation marks, wherever words of a text are named. Pure, and safe to print."""

from store.safety import label

LIMIT = 60
"""Code points of the words: enough to know them by."""

_CLOSING = {"“": "”", "‘": "’", "«": "»", "„": "“”", '"': '"', "”": "”", "»": "«»"}
"""What may end a quotation that one of these begins, the most usual first."""
_ENDS = frozenset('”“«»"')
"""Marks that end a quotation or begin one, and are nothing else; ’ is an apostrophe too."""
_BEFORE = frozenset('([{—–“„«‘"')
"""What a quotation begins behind, with no blank between."""


def quoted(text: str, limit: int = LIMIT) -> str:
    """Return ``text`` as one safe line of at most ``limit`` code points in quotation marks.

    Words that begin with their own get no more. Of each quotation in it both marks are there, also where the words end
    within it, or are cut there; one that ends in it without having begun loses its mark.
    """
    line, missing = _paired(label(text, limit))
    return f"{line}{missing}" if line[:1] in _CLOSING else f"“{line}{missing}”"


def _paired(line: str) -> tuple[str, str]:
    """``line`` without marks that end what did not begin in it, and the marks that it lacks behind it."""
    open_marks: list[str] = []
    kept = []
    for at, char in enumerate(line):
        if char in _CLOSING and _begins(line, at):
            open_marks.append(_CLOSING[char])
        elif char in _ENDS or (char == "’" and not line[at + 1 : at + 2].isalnum()):
            ended = next((n for n in reversed(range(len(open_marks))) if char in open_marks[n]), None)
            if ended is not None:
                del open_marks[ended:]
            elif char != "’" and not (char == '"' and line[at - 1 : at].isdigit()):
                continue
        kept.append(char)
    return "".join(kept), "".join(marks[0] for marks in reversed(open_marks))


def _begins(line: str, at: int) -> bool:
    """Whether the mark at ``at`` stands before words, and not behind them or where they were cut."""
    before, after = line[at - 1 : at], line[at + 1 : at + 2]
    return (not before or before.isspace() or before in _BEFORE) and bool(after.strip("…").strip())
