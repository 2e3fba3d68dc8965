"""What an amended annotation says otherwise, in a line. Pure, and safe to print."""

from store.annotations import Annotation, Role
from store.quoting import quoted

_ROLES: tuple[tuple[Role, str], ...] = (
    ("content", "words"),
    ("source", "speaker"),
    ("cue", "cue"),
    ("passage", "words"),
)
_SHORT, _BESIDE = 32, 10
"""Code points of words that are told whole, and of what is told beside the place where long ones part."""


def told(before: Annotation, after: Annotation, number: int | None = None) -> str:
    """Return what is otherwise, as ``Speaker of claim 3: “She” → “Ana Bo”``; '' where nothing is.

    ``number`` is that of the claim, None for a passage.
    """
    whose = f" of claim {number:,}" if number is not None else ""
    changed = []
    for role, name in _ROLES:
        was, became = (_words(one, role) for one in (before, after))
        if was != became:
            changed.append(f"{name}{whose}: {' → '.join(map(_value, _parted(was, became)))}")
            whose = ""
    line = "; ".join(changed)
    return line[:1].upper() + line[1:]


def _words(annotation: Annotation, role: Role) -> str:
    return " … ".join(one.exact for one in annotation.selectors if one.role == role)


def _value(words: str) -> str:
    return quoted(words) if words else "none"


def _parted(was: str, became: str) -> tuple[str, str]:
    """Both, and of long ones what is alike at their beginnings and ends cut short."""
    if max(len(was), len(became)) <= _SHORT or not (was and became):
        return was, became
    same = _alike(was, became)
    rest = _alike(was[same:][::-1], became[same:][::-1])
    first, last = max(0, same - _BESIDE), max(0, rest - _BESIDE)
    if first:  # a word is not begun within it
        first = was.find(" ", first, same) + 1 or first
    return _cut(was, first, last), _cut(became, first, last)


def _alike(one: str, other: str) -> int:
    """How many code points are the same at the beginning of both."""
    apart = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(apart, min(len(one), len(other)))


def _cut(words: str, first: int, last: int) -> str:
    end = len(words) - last
    return f"{'…' * (first > 0)}{words[first:end].strip()}{'…' * (last > 0)}"
