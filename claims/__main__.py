"""``python -m claims``: a text on standard input, its reading as one line of JSON on standard output.

While it reads, lines ``{"progress": share}`` say how far it has come (0 to 1). This is how a caller reads a long text
in a process of its own, which it may stop at any moment.
"""

import json
import sys

from claims import read
from claims.as_json import reading_to_json


def main() -> None:
    """Read, report, print."""
    text = sys.stdin.buffer.read().decode("utf-8", "surrogatepass")
    shown = -1

    def report(done: int, total: int) -> None:
        nonlocal shown
        percent = 100 * done // max(1, total)
        if percent != shown:
            shown = percent
            print(json.dumps({"progress": percent / 100}), flush=True)

    print(json.dumps(reading_to_json(read(text, progress=report))), flush=True)


if __name__ == "__main__":
    main()
