"""Files and texts read by a command, which has nothing else to do meanwhile, and tells a person how far it is."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from store.importing import read_file, read_stream
from store.safety import label
from tui.commands.busy import busy
from tui.commands.progress import progress

if TYPE_CHECKING:
    from claims.model import Reading
    from store.article import Imported
    from store.document import Document

_MOST = 4
"""Cores: with more, what the network does not do takes most of the time."""


def imported_from(file: str) -> "Imported":
    """Return what is in ``file`` (- for standard input). Raises SaysoError where that is nothing to read."""
    if file == "-":
        return read_stream(sys.stdin.buffer)
    with busy(f"Parsing {Path(file).name}"):
        return read_file(file)


def found_in(document: "Document", name: str) -> "Reading":
    """Find the claims of a document, which is called ``name`` meanwhile."""
    import claims
    from store.prose import prose

    with progress(name) as report:
        return claims.read(prose(document), progress=report, cores=cores())


def name_of(file: str) -> str:
    """Return what the text in ``file`` is called before its title is known."""
    return "standard input" if file == "-" else label(Path(file).name)


def cores() -> int:
    """Return how many cores a reading may take."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, _MOST)
