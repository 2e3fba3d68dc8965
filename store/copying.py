"""A database copied whole into one file, as it is at one moment, while other programs may be writing to it."""

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from time import time

from store.errors import SaysoError
from store.keeping import driver
from store.keeping.errors import DAMAGED, DatabaseDamagedError, DatabaseFailedError, ReadOnlyError, explained
from store.keeping.file import is_protected
from store.keeping.interrupting import interruptible
from store.keeping.soundness import problems
from store.safety import label

PART = ".part-"
"""How the names of copies begin that are not finished."""

# Between so many pages somebody may be told how far it is, and stop it.
_STEP = 2_000
# The page size of our own databases: only copies of the same can be put back into one that is open.
_PAGE_SIZE = 4096
_TRIES = 5
_A_DAY = 24 * 60 * 60


Progress = Callable[[int, int], None]
"""Is told how much is done, and of how much."""


def copy_database(source: Path, target: Path, *, ours: bool = True, progress: Progress | None = None) -> None:
    """Write a sound copy of the database ``source`` to ``target``, in the place of what stands there, or nothing.

    One that is not ``ours`` is only read: not even a log is laid beside it. ``progress`` is called with the pages
    done and all of them; what it raises comes through. Raises SaysoError where the source is damaged, and where the
    copy cannot be written.
    """
    part = _new_file(target)
    try:
        with plain_errors(part), closing(driver.connect(part, key=driver.key_of(source))) as copy:
            with plain_errors(source):
                _copy_pages(source, copy, ours, progress)
            with _room(), interruptible(copy):
                _tidy(copy, source)
        put_in_place(part, target)
    except OSError as error:
        raise _unwritable(target, error) from error
    finally:
        for leftover in (part, *(part.with_name(part.name + end) for end in ("-journal", "-wal", "-shm"))):
            with suppress(OSError):
                leftover.unlink()


@contextmanager
def opened(path: Path) -> Iterator[driver.Connection]:
    """Open our own database, which is there, beside all that may be writing to it; to read it if it allows no more."""
    how = driver.only_reading(path) if is_protected(path) else driver.MAY_WRITE
    with plain_errors(path), closing(driver.connect(path, how)) as connection:
        yield connection


@contextmanager
def opened_to_read(path: Path) -> Iterator[driver.Connection]:
    """Open a database that is not to be touched. A log that a program left beside it is read too.

    Raises `DatabaseDamagedError` where the file ends within a page: SQLite would read zeros for the rest of it.
    """
    with plain_errors(path), closing(driver.connect(path, driver.only_reading(path))) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # what is no database is told of as such
        (page,) = connection.execute("PRAGMA page_size").fetchone()
        if path.stat().st_size % int(page) and not has_log(path):
            raise DatabaseDamagedError(f"the database {label(str(path))} is damaged: it was cut short")
        yield connection


def require_writable(path: Path) -> None:
    """Raise `ReadOnlyError` where the database at ``path`` is there and may only be read."""
    if is_protected(path):
        raise ReadOnlyError(path)


def has_log(path: Path) -> bool:
    """Return whether a log is beside a database: a program has it open, or was killed while it had."""
    return _log(path).exists()


@contextmanager
def scratch(database: Path, doing: str) -> Iterator[Path]:
    """Give a folder beside ``database`` that goes in the end, as do those that programs which were killed left there.

    Raises OSError where none can be made.
    """
    sweep(database, doing, before=time() - _A_DAY)
    with tempfile.TemporaryDirectory(prefix=_scratch(database, doing), dir=database.parent) as folder:
        yield Path(folder)


def sweep(database: Path, doing: str, *, before: float) -> None:
    """Remove what programs that were killed left in `scratch` before a time, in seconds since 1970."""
    for left in database.parent.iterdir():
        with suppress(OSError):
            if left.name.startswith(_scratch(database, doing)) and left.stat().st_mtime < before:
                shutil.rmtree(left)


def put_in_place(made: Path, target: Path) -> None:
    """Give a finished file the name of another, for good: one of them stands there at every moment. Raises OSError."""
    _flush(made)
    made.replace(target)
    _flush(target.parent)


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Say what SQLite raises about the database at ``path`` in plain words."""
    try:
        yield
    except driver.errors() as error:
        raise explained(error, path) or DatabaseFailedError(
            f"the database {label(str(path))} cannot be used: {label(str(error))}"
        ) from error
    except UnicodeDecodeError as error:
        # What SQLite says of damaged tables may quote what is in them.
        raise DatabaseDamagedError(f"the database {label(str(path))} is damaged") from error


def as_far_as_readable(stored: bytes) -> str:
    """Return stored text, with what is no UTF-8 replaced: for a ``text_factory``, where it may be damaged."""
    return stored.decode("utf-8", "replace")


def _copy_pages(source: Path, copy: driver.Connection, ours: bool, progress: Progress | None) -> None:
    if ours:
        with opened(source) as connection:
            _backup(connection, copy, progress)
        return
    for _ in range(_TRIES):
        before = _stamp(source)
        with opened_to_read(source) as connection:
            _backup(connection, copy, progress)
        # Nothing kept another program from writing to it meanwhile.
        if _stamp(source) == before:
            return
    raise DatabaseFailedError(f"{label(str(source))} is being written by another program; try again later")


def _backup(source: driver.Connection, copy: driver.Connection, progress: Progress | None) -> None:
    # Inside a transaction the pages stay as they are at this moment, however many steps it takes.
    source.execute("BEGIN")
    source.execute("SELECT count(*) FROM sqlite_master").fetchone()
    copy_pages(source, copy, progress)


def copy_pages(source: driver.Connection, copy: driver.Connection, progress: Progress | None) -> None:
    """Write all pages of ``source`` over those of ``copy``, or none where ``progress``, told of each step, raises."""

    def tell(_status: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress(total - remaining, total)

    with _room():
        source.backup(copy, pages=_STEP, progress=tell)


@contextmanager
def _room() -> Iterator[None]:
    """Tell of a full disk as the system does: of what SQLite raises nobody knows which of two files it is about."""
    try:
        yield
    except driver.errors() as error:
        if getattr(error, "sqlite_errorname", "") == "SQLITE_FULL":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error
        raise


def _tidy(copy: driver.Connection, source: Path) -> None:
    # One file that can be read anywhere, also where nothing may be written.
    copy.execute("PRAGMA journal_mode = DELETE")
    if copy.execute("PRAGMA page_size").fetchone()[0] != _PAGE_SIZE:
        copy.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
        copy.execute("VACUUM")
    # Some versions look at SQLite's own indexes here too, which can be built anew, but only where they were kept.
    if any(" index " not in line for line in problems(copy, "quick_check")):
        raise DatabaseDamagedError(DAMAGED.format(label(str(source))))


def _scratch(database: Path, doing: str) -> str:
    return f".{database.name}.{doing}-"


def _new_file(target: Path) -> Path:
    """An empty file beside ``target``, for the user alone."""
    try:
        descriptor, name = tempfile.mkstemp(prefix=PART, dir=target.parent)
    except OSError as error:
        raise _unwritable(target, error) from error
    os.close(descriptor)
    return Path(name)


def _unwritable(target: Path, error: OSError) -> SaysoError:
    reason = (error.strerror or str(error)).lower()
    return DatabaseFailedError(f"cannot write {label(str(target))}: {reason}; choose another place")


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _stamp(path: Path) -> tuple[int, int, int]:
    """What changes when a program writes to the database."""
    facts, log = path.stat(), _log(path)
    return facts.st_size, facts.st_mtime_ns, log.stat().st_size if log.exists() else -1
