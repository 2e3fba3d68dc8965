"""The library: everything that is kept, in one file."""

from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from store import backups
from store.keeping.annotations import Annotations
from store.keeping.articles import Articles
from store.keeping.bin import Bin
from store.keeping.connection import Connection
from store.keeping.drafts import Drafts
from store.keeping.history import History
from store.keeping.naming import whole_uid
from store.keeping.readings import Readings
from store.keeping.revisions import Revisions
from store.keeping.settings import Settings
from store.keeping.tags import Tags
from store.searching.finding import Search


class Library:
    """One open database and what is kept in it. A context manager that closes it.

    Threads may share it and take turns, a transaction at a time. Opening creates the file where it is absent and
    brings it up to date; it raises `SaysoError`, as does everything else here, where the file cannot be used.
    ``notices`` are lines for the user about what was found at opening.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = Connection(path, backups.before_migration)
        self.notices = tuple(self._connection.notices)
        self.articles = Articles(self._connection)
        self.annotations = Annotations(self._connection)
        self.history = History(self._connection)
        self.bin = Bin(self._connection)
        self.drafts = Drafts(self._connection)
        self.readings = Readings(self._connection)
        self.revisions = Revisions(self._connection)
        self.search = Search(self._connection)
        self.settings = Settings(self._connection)
        self.tags = Tags(self._connection)

    def whole_uid(self, name: str) -> str:
        """Return the one uid, of an annotation or an article, that begins with ``name``; itself where none does.

        Raises `AmbiguousUidError`.
        """
        with self._connection.reading() as db:
            return whole_uid(db, name)

    @property
    def read_only(self) -> bool:
        """Whether the file, or its folder, may not be written: then everything can be read and nothing be saved."""
        return self._connection.read_only

    def data_version(self) -> int:
        """Return a number that is another one once another window or program has changed anything."""
        return self._connection.data_version()

    def together(self) -> AbstractContextManager[None]:
        """Make one transaction of all that is written inside, so that the disk is waited for once.

        Nothing that takes long belongs in it: other programs have to wait.
        """
        return self._connection.together()

    def close(self) -> None:
        """Close the file; closing it again does nothing."""
        self._connection.close()

    def __enter__(self) -> "Library":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
