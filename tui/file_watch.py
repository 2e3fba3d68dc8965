"""Whether the file that an article came from still holds the text that was read from it."""

from pathlib import Path
from typing import Literal

from claims.text import Text
from store.errors import SaysoError

News = Literal["", "changed", "gone"]


class FileWatch:
    """Looks at a file now and then, on any thread; ``news`` is what has become of it, '' for nothing.

    It is read only once its date or size is another one, and stays so from one look to the next: who writes a file may
    empty it first, or take it away for a moment. Until then it is ``unsettled``. ``database`` is the library's file.
    """

    def __init__(self, database: Path) -> None:
        self.news: News = ""
        self.unsettled = False
        self._database = database
        self._found: tuple[object, ...] = ()
        self._judged: tuple[object, ...] = ()
        self._was_there = False

    def look(self, path: str, file_sha256: str, text: Text) -> None:
        """Look at the file at ``path``, which had ``file_sha256`` when ``text`` was read from it."""
        facts = _facts(path)
        found = (path, file_sha256, facts)
        self.unsettled = found != self._found
        if not self.unsettled and found != self._judged:
            self.news = self._judge(path, file_sha256, text) if facts else self._gone
            self._judged = found
        self._found, self._was_there = found, self._was_there or facts is not None

    @property
    def _gone(self) -> News:
        # Of an article of the library nobody need be told that its file was put away long ago.
        return "gone" if self._was_there else ""

    def _judge(self, path: str, file_sha256: str, text: Text) -> News:
        from store.importing import read_file
        from store.importing.files import LONG
        from store.verifying import file_of

        state, _ = file_of(path, file_sha256, self._database)
        if state == "no longer there":
            return self._gone
        if state != "changed since":
            return ""
        try:
            # That of a book would keep a core busy, to find what is certain but for some odd cases.
            same = Path(path).stat().st_size <= LONG and read_file(path).document.text == text
        except (SaysoError, OSError):
            same = False  # reading it anew tells what is wrong with it
        return "" if same else "changed"


def _facts(path: str) -> tuple[int, int, int] | None:
    """What is another once a file is written: when it was last, its size, and which one it is; None where none is."""
    try:
        facts = Path(path).stat()
    except (OSError, ValueError):
        return None
    return facts.st_mtime_ns, facts.st_size, facts.st_ino
