"""Paths as they are typed, pasted, or dropped on a terminal, which quotes them in its own way."""

import os
import re
import shlex
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit

from rich.cells import cell_len

_BEGINS = re.compile(r"[~.'\"]")
_ROOTED = re.compile(r"~|/|\.{1,2}/|file:/")
_ADDRESS = re.compile(r"(?!file:)[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def is_path(text: str) -> bool:
    """Whether ``text`` is, or is going to be, a path, and not a part of a name."""
    return os.sep in text or _BEGINS.match(text) is not None


def is_address(text: str) -> bool:
    """Whether ``text`` is where something is found on the web."""
    return _ADDRESS.match(text.strip()) is not None


def meant(text: str, folder: Path) -> Path:
    """The path ``text`` as seen from ``folder``, in full. ``~`` is the home directory."""
    path = Path(text)
    with suppress(RuntimeError):  # somebody unknown has no home
        path = path.expanduser()
    return Path(os.path.normpath(folder / path))


def parted(text: str, folder: Path) -> tuple[Path, str]:
    """The folder that the path ``text`` leads to so far, and the name that is begun after that."""
    before, separator, begun = text.rpartition(os.sep)
    if not separator and begun.startswith("~"):
        return meant(begun, folder), ""
    return meant(before + separator or ".", folder), begun


def end_of(path: str, room: int) -> str:
    """Return ``path`` as it fits into ``room`` cells: of a longer one the end, behind an ellipsis."""
    if cell_len(path) <= room:
        return path
    end = path[max(0, len(path) - room + 1) :]
    while cell_len(end) >= room > 1:
        end = end[1:]
    return f"…{end}"


def paths_in(pasted: str) -> list[str]:
    """The paths in ``pasted``: one a line, or several on one as terminals put those down that are dropped on them.

    Understood are quotes, spaces with a backslash before them, and addresses that begin with ``file:``.
    """
    return [path for line in pasted.splitlines() if line.strip() for path in _of_line(line.strip())]


def _of_line(line: str) -> list[str]:
    try:
        words = shlex.split(line)
    except ValueError:  # a quotation mark that stands alone, as in a name
        words = []
    # A name with spaces that nobody quoted is one: what follows a space begins no path.
    if not words or not all(_ROOTED.match(word) for word in words):
        words = words if len(words) == 1 else [line]
    return [_from_address(word) for word in words]


def _from_address(word: str) -> str:
    if not word.lower().startswith("file:"):
        return word
    try:
        return unquote(urlsplit(word).path) or word
    except ValueError:
        return word
