"""``python -m claims``: a text on standard input, its reading in lines of JSON on standard output.

While it reads, lines ``{"progress": share}`` say how far it has come (0 to 1); then come those of
`claims.as_json.reading_to_lines`. This is how a caller reads a long text in a process of its own, which it may stop
at any moment.
"""

import json
import os
import sys

from claims import read
from claims.as_json import reading_to_lines


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
            print(json.dumps({"progress": percent / 100}), flush=True)

    for line in reading_to_lines(read(text, progress=report)):
        print(line, flush=True)


if __name__ == "__main__":
    main()
