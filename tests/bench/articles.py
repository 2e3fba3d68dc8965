"""Texts of any length out of the samples, the same at every run."""

from itertools import cycle
from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "samples"


def plain(size: int) -> str:
    """About ``size`` bytes of the samples' paragraphs as plain text, a paragraph a line, the first one marked."""
    paragraphs = [
        " ".join(paragraph.split())
        for path in sorted(SAMPLES.glob("*.md"))
        if path.name != "README.md"
        for paragraph in path.read_text(encoding="utf-8").split("---", 2)[2].split("\n\n")
        if paragraph.strip() and paragraph.strip()[0] not in "#>|-`!*["
    ]
    lines = ["Yardstick article begins here."]
    length = 0
    for paragraph in cycle(paragraphs):
        if length >= size:
            return "\n".join(lines) + "\n"
        lines.append(paragraph)
        length += len(paragraph.encode()) + 1
    raise AssertionError("no samples")
