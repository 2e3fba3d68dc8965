"""The one connection to the database: opened private and durable, brought up to date, shared by all tables."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from time import monotonic, sleep

from sqlite_utils import Database

from store.keeping import driver, migrations
from store.keeping.errors import (
    MALFORMED,
    DatabaseBusyError,
    DatabaseDamagedError,
    NewerDatabaseError,
    NotADatabaseError,
    ReadOnlyError,
    UnusablePlaceError,
    explained,
)
from store.keeping.file import Held, create_private, is_protected, keep_cut_log
from store.keeping.interrupting import interruptible
from store.keeping.keyring import Key
from store.place import check
from store.safety import label

BUSY_TIMEOUT = 10.0
"""Seconds to wait for another program that is writing."""


def now() -> str:
    """Return the time in UTC as ISO 8601 to the millisecond; in text order these are in order of time."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def storable(text: str) -> str:
    """Return ``text`` with lone surrogates, which SQLite cannot hold, replaced; file names and arguments have them."""
    return text.encode("utf-8", "replace").decode("utf-8")


class Connection:
    """A database and the two ways to use it: `reading` and `writing`.

    ``before_migration`` is called with the path and the number of the step that the file is at, before a database that
    holds anything is brought up to date; what it raises comes through, and then nothing was changed. ``notices`` are
    lines for the user about what was found at opening. Where the file or its folder may not be written it is
    ``read_only``: nothing at all is written, nor laid beside it. A new file is encrypted where there is a ``key``.
    Raises `SaysoError` where the file cannot be opened. A lock lets threads take turns, a transaction at a time.
    """

    def __init__(
        self, path: Path, before_migration: Callable[[Path, int], None] | None = None, *, key: Key | None = None
    ) -> None:
        check(path)
        path = Path(os.path.realpath(path))
        self.read_only = is_protected(path)
        if not self.read_only:
            create_private(path)
        self._path = path
        self._lock = RLock()
        self._together = False
        self.notices: list[str] = []
        kept = keep_cut_log(path) if not self.read_only else None
        if kept is not None:
            self.notices.append(f"the log of the database was cut short; what is left of it is in {label(str(kept))}")
        # From before it is opened: what takes its place meanwhile is not what is opened.
        self._held = Held(path)
        with self._plain_errors():
            how = driver.only_reading(path) if self.read_only else driver.MAY_CREATE
            raw = driver.connect(path, how, timeout=BUSY_TIMEOUT, key=key)
            # Plugins of sqlite-utils that happen to be installed have no business in the reader's notes.
            self._db = Database(raw, execute_plugins=False)
        self._version = 0
        self._began = 0
        self._made: list[range] = []
        try:
            if not self.read_only:
                with self._plain_errors():
                    _enable_wal(self._db)
                    self._db.execute("PRAGMA synchronous = FULL")
                    # Every change is in the database itself before it is acknowledged, not only in the log beside it,
                    # which SQLite silently drops from the first place on at which it is cut or damaged.
                    self._db.execute("PRAGMA wal_autocheckpoint = 1")
                    self._db.execute("PRAGMA foreign_keys = ON")
            self._migrate(before_migration)
            self._version = len(migrations.MIGRATIONS)
            # Of a library whose history is damaged all else can be read.
            with suppress(DatabaseDamagedError), self.reading():
                self._began = self._next_change()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the database when what is under way has finished; closing it again does nothing."""
        with self._lock:
            self._db.close()

    def data_version(self) -> int:
        """Return a number that is another one once another connection has written. Not inside a transaction."""
        with self._lock, self._plain_errors():
            self._check_file()
            self._check_version(self._db)
            version: int = self._db.execute("PRAGMA data_version").fetchone()[0]
            return version

    def scrub(self, told: Callable[[], None] = lambda: None) -> None:
        """Write the file anew, so that nothing of what was deleted is left in it, nor in its log.

        Not inside a transaction. Takes time, and for a while as much room again as the file takes; ``told`` is called
        now and then meanwhile, and what it raises comes through.
        """
        with self._lock, self._plain_errors():
            self._held.check()
            with interruptible(self._db.conn, told):
                self._db.execute("VACUUM")
            (busy, *_) = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            self._held.check()
        if busy:
            raise DatabaseBusyError(
                f"{label(str(self._path))} is being read by another program: its log was not emptied; try again later"
            )

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """Give the database as it is at one moment, whatever other programs write meanwhile.

        To be left soon: while it lasts, what others write stays in the log.
        """
        with self._transaction("BEGIN") as db:
            self._check_version(db)
            yield db

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """Give the database for one change: all of it is kept, for good, or on any error nothing.

        The right to write is taken at once, so that two programs that read and then write cannot undo each other's.
        """
        if self.read_only:
            self._held.check()
            raise ReadOnlyError(self._path)
        with self._transaction("BEGIN IMMEDIATE") as db:
            self._check_version(db)
            first = self._next_change()
            yield db
            made = range(first, self._next_change())
        if made and not self._together:
            self._made.append(made)

    def made_elsewhere(self, change: int) -> bool:
        """Whether a change, its id in the history, was written by another window or program while this one was open."""
        return change >= self._began and not any(change in made for made in reversed(self._made))

    def last_made(self) -> int:
        """Return the id of the last change that was written here; 0 before any."""
        return self._made[-1][-1] if self._made else 0

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make one transaction of all that is read and written inside, each of which is kept or not by itself."""
        with self.writing():
            self._together = True
            try:
                yield
            finally:
                self._together = False

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Database]:
        with self._lock, self._plain_errors():
            if self._together:
                with self._savepoint():
                    yield self._db
                return
            self._check_file()
            self._db.execute(begin)
            try:
                yield self._db
                self._db.commit()
            except BaseException:
                self._db.rollback()
                raise
            # What was written to a file that is no longer there was not kept.
            self._held.check()
            self._held.settled()

    @contextmanager
    def _savepoint(self) -> Iterator[None]:
        self._db.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            # Of some faults, such as a full disk, SQLite takes back the whole transaction by itself.
            if self._db.conn.in_transaction:
                self._db.execute("ROLLBACK TO part")
                self._db.execute("RELEASE part")
            raise
        self._db.execute("RELEASE part")

    @contextmanager
    def _plain_errors(self) -> Iterator[None]:
        try:
            yield
        except driver.errors() as error:
            plain = explained(error, self._path)
            if plain is None:
                raise
            raise plain from error

    def _check_file(self) -> None:
        """What SQLite remembers of the file may not be what stands there any more, if another program wrote over it."""
        self._held.check()
        if self._held.touched():
            self._db.execute("PRAGMA shrink_memory")

    def _check_version(self, db: Database) -> None:
        """A newer program may have brought the file up to date while it was open, or another been copied over it."""
        version, shown = _version(db), label(str(self._path))
        if version > len(migrations.MIGRATIONS):
            raise NewerDatabaseError(f"{shown} was brought up to date by a newer version of Sayso: start Sayso again")
        if version < self._version:
            raise NotADatabaseError(f"{shown} is no longer the library that was opened: something else was put there")

    def _next_change(self) -> int:
        """The id of the next row of the history, while nobody else writes; 0 while there is none that can be read."""
        if not self._version:
            return 0
        try:
            last: int | None = self._db.execute("SELECT max(id) FROM history").fetchone()[0]
        except driver.errors():
            # Whatever else can be read of a damaged library is still to be got out of it.
            return 0
        return (last or 0) + 1

    def _migrate(self, before_migration: Callable[[Path, int], None] | None) -> None:
        with self.reading() as db:
            version = _version(db)
        if version == len(migrations.MIGRATIONS):
            return
        if self.read_only:
            raise UnusablePlaceError(
                f"the library {label(str(self._path))} is of an earlier version of Sayso, and may only be read: "
                "allow writing to it and its folder once, so that it is brought up to date"
            )
        if version > 0 and before_migration is not None:
            before_migration(self._path, version)
        # Tables that others refer to can be built anew only without; the setting is ignored inside a transaction.
        self._db.execute("PRAGMA foreign_keys = OFF")
        # A new library is made in one: half made, it would be one of an earlier version to another program.
        with self.together() if version == 0 else nullcontext():
            for number, step in enumerate(migrations.MIGRATIONS[version:], version + 1):
                with self.writing() as db:
                    # Another program may have taken the step meanwhile.
                    if _version(db) < number:
                        self._take(step, db)
                        self._check_references(db)
                        db.execute(f"PRAGMA user_version = {number}")
        self._db.execute("PRAGMA foreign_keys = ON")

    def _take(self, step: Callable[[Database], None], db: Database) -> None:
        # What is in the tables of an earlier version is believed by the steps.
        try:
            step(db)
        except MALFORMED as error:
            shown = label(str(self._path))
            raise DatabaseDamagedError(
                f"the database {shown} is damaged and cannot be brought up to date: a record in it cannot be read; "
                "nothing was changed"
            ) from error

    def _check_references(self, db: Database) -> None:
        broken = db.execute("PRAGMA foreign_key_check").fetchone()
        if broken is not None:
            shown = label(str(self._path))
            raise DatabaseDamagedError(
                f"the database {shown} cannot be brought up to date: a row of {broken[0]} refers to one of {broken[2]} "
                "that is not there; nothing was changed"
            )


def _version(db: Database) -> int:
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    return version


def _enable_wal(db: Database) -> None:
    # SQLite does not wait for other connections here by itself, and two programs may create the file at once.
    deadline = monotonic() + BUSY_TIMEOUT
    while True:
        try:
            db.enable_wal()
            return
        except driver.errors() as error:
            if not driver.name_of(error).startswith("SQLITE_BUSY") or monotonic() > deadline:
                raise
            sleep(0.01)
