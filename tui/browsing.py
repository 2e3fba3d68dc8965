"""The contents of folders, for choosing files."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from store.importing.sniffing import can_be_article
from store.speaking import folded
from tui.typed_paths import parted

READABLE = (".md", ".markdown", ".mdown", ".mkd", ".txt", ".text")
"""What the names of articles end in; others can be tried all the same."""

MOST = 2_000
"""Entries of a folder that are listed: a list of more would take a while, and nobody looks through it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A folder, or a file, which ``readable`` says is an article by its name."""

    path: Path
    folder: bool = False
    readable: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a folder; folders first.

    ``left_out`` are those that are hidden, or files that can be no articles; ``more`` how many entries after the last
    of these are not looked at; ``fault`` why there are none.
    """

    entries: tuple[Entry, ...] = ()
    left_out: tuple[Entry, ...] = ()
    more: int = 0
    fault: str = ""

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that are readable."""
        return tuple(entry.path for entry in self.entries if entry.readable)

    def named(self, name: str) -> Entry | None:
        """The one of just that name, listed or left out."""
        return next((entry for entry in (*self.entries, *self.left_out) if entry.path.name == name), None)


def contents(folder: Path, *, everything: bool = False) -> Contents:
    """List a folder; with ``everything`` also what is hidden and what can be no article. Never raises."""
    try:
        with os.scandir(folder) as scanned:
            found = sorted(map(_entry, scanned), key=_in_order)
    except (OSError, ValueError) as error:
        return Contents(fault=getattr(error, "strerror", None) or "it cannot be read")
    listed: list[Entry] = []
    left_out: list[Entry] = []
    for entry in found:
        if len(listed) == MOST:
            break
        (listed if everything or _is_offered(entry) else left_out).append(entry)
    return Contents(tuple(listed), tuple(left_out), len(found) - len(listed) - len(left_out))


def narrowed(entries: Sequence[Entry], wanted: str) -> tuple[Entry, ...]:
    """Those whose names have all words of ``wanted``: first the one of that name, then those that begin with it.

    Case and accents are nothing. Where there are none, those that have its letters one after the other.
    """
    words = folded(wanted).split()
    names = [(entry, folded(entry.path.name)) for entry in entries]
    found = [(entry, name) for entry, name in names if all(word in name for word in words)]
    found.sort(key=lambda one: bool(words) and (one[1] != " ".join(words)) + (not one[1].startswith(words[0])))
    return tuple(entry for entry, _ in found or [one for one in names if _has_letters(one[1], "".join(words))])


def beginning(entries: Sequence[Entry], begun: str) -> tuple[Entry, ...]:
    """Those whose names begin with ``begun``, whatever its case."""
    return tuple(entry for entry in entries if entry.path.name.casefold().startswith(begun.casefold()))


def completed(typed: str, here: Path) -> str:
    """What ``typed``, the beginning of a path as seen from ``here``, can only go on as; itself if not known."""
    folder, begun = parted(typed, here)
    names = [
        f"{entry.path.name}{os.sep if entry.folder else ''}"
        for entry in contents(folder, everything=begun.startswith(".")).entries
        if entry.path.name.startswith(begun)
    ]
    low, high = min(names, default=""), max(names, default="")
    common = low[: next((at for at, (one, other) in enumerate(zip(low, high, strict=False)) if one != other), len(low))]
    if len(common) <= len(begun):
        return typed
    return typed[: len(typed) - len(begun)] + common


def kind(path: Path) -> Literal["file", "folder", ""]:
    """What stands at ``path``: '' for nothing. Never raises."""
    try:
        return "folder" if path.is_dir() else "file" if path.exists() else ""
    except (OSError, ValueError):
        return ""


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


def _in_order(entry: Entry) -> tuple[bool, str, str]:
    return not entry.folder, entry.path.name.casefold(), entry.path.name


def _is_offered(entry: Entry) -> bool:
    if entry.path.name.startswith("."):
        return False
    return entry.folder or can_be_article(entry.path, named_so=entry.readable)


def _has_letters(name: str, letters: str) -> bool:
    rest = iter(name)
    return all(letter in rest for letter in letters)
