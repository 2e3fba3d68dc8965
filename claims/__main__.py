"""``python -m claims``: a text on standard input, its reading in lines of JSON on standard output.

While it reads, lines ``{"progress": share}`` say how far it has come (0 to 1). Then come lines that each hold a part of
the reading: ``{"claims": […]}``, ``{"caveats": […]}``, ``{"sentences": […]}``, as many of each as there are parts, and
last ``{"engine": "…"}``. This is how a caller reads a long text in a process of its own, which it may stop at any
moment, and takes the answer in without a pause.
"""

import json
import os
import sys
from typing import Any

from claims import read
from claims.as_json import reading_to_json

_PART = 200


def main() -> None:
    """Read, report, print."""
    # Whoever waits for this does something else meanwhile, such as scrolling, and that comes first.
    if hasattr(os, "nice"):
        os.nice(10)
    text = sys.stdin.buffer.read().decode("utf-8", "surrogatepass")
    shown = -1

    def report(done: int, total: int) -> None:
        nonlocal shown
        percent = 100 * done // max(1, total)
        if percent != shown:
            shown = percent
            _print({"progress": percent / 100})

    reading = reading_to_json(read(text, progress=report))
    for key in ("claims", "caveats", "sentences"):
        for start in range(0, len(reading[key]), _PART):
            _print({key: reading[key][start : start + _PART]})
    _print({"engine": reading["engine"]})


def _print(line: dict[str, Any]) -> None:
    print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
