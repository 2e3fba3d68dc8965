"""``python -m claims``: a text on standard input, its reading in lines of JSON on standard output.

While it reads, lines ``{"progress": share}`` say how far it has come (0 to 1), and lines ``{"found": [claim, …]}`` give
the first claims of a long text as they are found, without their caveats; then come the lines of
`claims.as_json.reading_to_lines`, with all claims. This is how a caller reads a long text in a process of its own,
which it may stop at any moment.
"""

import json
import os
import sys
from collections.abc import Sequence

from claims import read
from claims.as_json import claim_to_json, reading_to_lines
from claims.model import Claim

GIVEN_EARLY = 4_000
"""Claims: an hour's reading, and as many as a screen can number anew and show in the time between two keys."""


def main() -> None:
    """Read, report, print."""
    # Whoever waits for this does something else meanwhile, such as scrolling, and that comes first.
    if hasattr(os, "nice"):
        os.nice(10)
    text = sys.stdin.buffer.read().decode("utf-8", "surrogatepass")
    shown = -1
    given = 0

    def report(done: int, total: int) -> None:
        nonlocal shown
        percent = 100 * done // max(1, total)
        if percent != shown:
            shown = percent
            print(json.dumps({"progress": percent / 100}), flush=True)

    def give(found: Sequence[Claim]) -> None:
        nonlocal given
        if given < GIVEN_EARLY:
            given += len(found)
            print(json.dumps({"found": [claim_to_json(claim) for claim in found]}), flush=True)

    for line in reading_to_lines(read(text, progress=report, found=give)):
        print(line, flush=True)


if __name__ == "__main__":
    main()
