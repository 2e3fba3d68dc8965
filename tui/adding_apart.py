"""A long text brought into the library by a process of its own.

What that takes, the whole file, its parser and the index of its words, is several times the text, and a process that
has taken memory seldom gives it back. The reader then has the text alone, from the library.
"""

import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from tui.apart import begin
from tui.opening_apart import how_to_open, to_open


class NotAddedError(Exception):
    """The process could not do it: whoever tries again here hears why."""


@dataclass(frozen=True, slots=True)
class AddedApart:
    """The id of the article that the text was added to, and what is to be said of that."""

    article: int
    notices: tuple[str, ...]


async def add_apart(database: Path, file: str) -> AddedApart:
    """Add ``file`` to the library at ``database``, which is not open here. Raises `NotAddedError`.

    Cancelling the task that awaits this stops the process; then nothing was added.
    """
    asked = {**how_to_open(database), "file": file}
    process = await begin(__name__)
    try:
        told, _ = await process.communicate(json.dumps(asked).encode())
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        raise NotAddedError
    answer = json.loads(told)
    return AddedApart(answer["article"], tuple(answer["notices"]))


def main() -> None:
    """Be that process: what is asked for comes on standard input, what was done goes to standard output."""
    asked = json.load(sys.stdin)
    database = to_open(asked)
    from store.importing import read_file
    from store.library import Library

    imported = read_file(asked["file"])
    with Library(database) as library:
        article, outcome = library.articles.add(imported)
        notices = (*library.notices, outcome.notice(asked["file"], article), imported.notice)
    print(json.dumps(asdict(AddedApart(article.id, tuple(filter(None, notices))))))


if __name__ == "__main__":
    main()
