"""``python -m claims.training.check [FILE …]``: are annotated articles well formed, and how many words have they?"""

import sys
from collections.abc import Sequence
from pathlib import Path

from claims.training.command import Parser
from claims.training.corpus import ARTICLES
from claims.training.notation import NotationError, read_file

FEWEST_WORDS, MOST_WORDS = 250, 600


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the files named, or all; print what is wrong with each, or its figures. Returns 1 where something is."""
    parser = Parser("check", "Check that annotated articles are well formed, and count their words and claims.")
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE", help="an article; without one, all are checked")
    paths = parser.parse_args(arguments).files or sorted(ARTICLES.glob("*/*.txt"))
    faults = 0
    for path in paths:
        with parser.refusing():
            try:
                article = read_file(path)
            except NotationError as error:
                print(error)
                faults += 1
                continue
        words = len(article.text.split())
        short = "" if FEWEST_WORDS <= words <= MOST_WORDS else f"  (not {FEWEST_WORDS} to {MOST_WORDS})"
        faults += bool(short)
        print(f"{path}: {words} words{short}, {len(article.claims)} claims")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
