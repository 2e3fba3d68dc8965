"""The contents of folders, for choosing files."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

READABLE = (".md", ".markdown", ".mdown", ".mkd", ".txt", ".text")
"""What the names of articles end in; others can be tried all the same."""

MOST = 2_000
"""Entries of a folder that are listed: a list of more would take a while, and nobody looks through it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A folder, or a file, which ``readable`` says is one by its name."""

    path: Path
    folder: bool = False
    readable: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a folder; folders first. ``more`` is how many entries are not listed, ``fault`` why none are."""

    entries: tuple[Entry, ...] = ()
    more: int = 0
    fault: str = ""

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that are readable."""
        return tuple(entry.path for entry in self.entries if entry.readable)


def contents(folder: Path) -> Contents:
    """List a folder, without what is hidden. Never raises."""
    try:
        with os.scandir(folder) as scanned:
            found = [_entry(one) for one in scanned if not one.name.startswith(".")]
    except (OSError, ValueError) as error:
        return Contents(fault=getattr(error, "strerror", None) or "it cannot be read")
    found.sort(key=lambda entry: (not entry.folder, entry.path.name.casefold(), entry.path.name))
    return Contents(tuple(found[:MOST]), max(0, len(found) - MOST))


def completed(typed: str) -> str:
    """What ``typed``, the beginning of a path, can only go on as; itself where that is not known."""
    path = Path(typed).expanduser()
    folder, begun = (path, "") if typed.endswith(os.sep) else (path.parent, path.name)
    names = [
        f"{entry.path.name}{os.sep if entry.folder else ''}"
        for entry in contents(folder).entries
        if entry.path.name.startswith(begun)
    ]
    low, high = min(names, default=""), max(names, default="")
    common = low[: next((at for at, (one, other) in enumerate(zip(low, high, strict=False)) if one != other), len(low))]
    if len(common) <= len(begun):
        return typed
    return typed[: len(typed) - len(begun)] + common


def chosen_files(marked: Sequence[Path]) -> list[Path]:
    """The files among ``marked``, and all readable ones in the folders among them, each once."""
    files: dict[Path, None] = {}
    for path in marked:
        for one in contents(path).files if path.is_dir() else (path,):
            files.setdefault(one)
    return list(files)


def _entry(one: "os.DirEntry[str]") -> Entry:
    try:
        folder = one.is_dir()
    except OSError:
        folder = False
    return Entry(Path(one.path), folder, not folder and one.name.lower().endswith(READABLE))
