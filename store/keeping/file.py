"""The database file: made for the user alone, and whether behind an open connection it is still what was opened."""

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile
from time import sleep

from store.keeping.errors import DatabaseGoneError, UnusablePlaceError
from store.safety import label

# The write-ahead log: a header, and frames of a header and a page (https://www.sqlite.org/fileformat2.html#walformat).
_HEADER = 32
_FRAME_HEADER = 24
_PAGE_SIZE = slice(8, 12)
# While another program appends to the log it is of no whole size for a moment.
_MOMENT = 0.05
_WRITABLE = 0o222


def create_private(path: Path) -> None:
    """Create the file where it is absent, and folders on the way to it, for the user alone from the first byte.

    SQLite gives the files of its log the same permissions.
    """
    try:
        for folder in reversed(path.parents):
            if not folder.exists():
                folder.mkdir(mode=0o700, exist_ok=True)
        # Another program that comes first with it does no harm.
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        # A copy or a backup put back may have come with wider permissions.
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnusablePlaceError(f"the database {label(str(path))} cannot be created: {reason}") from error


def is_protected(path: Path) -> bool:
    """Return whether the database at ``path`` may be read, but not it or its folder be written.

    Write protection that somebody set is respected too by those whom the system would let write all the same.
    """
    path = Path(os.path.realpath(path))
    # SQLite keeps its log beside the database.
    return path.is_file() and not (_may_write(path, os.W_OK) and _may_write(path.parent, os.W_OK | os.X_OK))


def _may_write(path: Path, how: int) -> bool:
    return os.access(path, how) and bool(path.stat().st_mode & _WRITABLE)


class Held:
    """A file that is open. SQLite writes on into one that was deleted or replaced as if nothing had happened."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._identity = identity(path)
        self._state = _state(path)

    def check(self) -> None:
        """Raise `DatabaseGoneError` unless what stands at the path is still the file that was opened."""
        if identity(self._path) != self._identity:
            raise DatabaseGoneError(
                f"the database {label(str(self._path))} was moved, deleted or replaced while it was open; "
                "nothing more is written to it"
            )

    def touched(self) -> bool:
        """Return whether anybody has written to the file since this or `settled` was last called."""
        before, self._state = self._state, _state(self._path)
        return self._state != before

    def settled(self) -> None:
        """Take what was just written for this program's own."""
        self._state = _state(self._path)


def keep_cut_log(path: Path) -> Path | None:
    """Copy a log that was cut short, beside the database at ``path``, before SQLite drops what is not whole in it.

    Returns the copy; None where there is no log or nothing is wrong with its size.
    """
    log = path.with_name(f"{path.name}-wal")
    try:
        if _whole(log):
            return None
        sleep(_MOMENT)
        if _whole(log):
            return None
        copy = path.with_name(f"{log.name}.cut-{datetime.now(UTC):%Y-%m-%dT%H-%M-%S}")
        copyfile(log, copy)
        copy.chmod(0o600)
    except OSError:
        return None  # what cannot be read cannot be kept either: opening the database says why
    return copy


def _whole(log: Path) -> bool:
    # Only the log may be opened: closing the database itself would drop SQLite's locks on it.
    if not log.exists():
        return True
    size = log.stat().st_size
    with log.open("rb") as file:
        header = file.read(_HEADER)
    frame = _FRAME_HEADER + int.from_bytes(header[_PAGE_SIZE])
    return size == 0 or (len(header) == _HEADER and (size - _HEADER) % frame == 0)


def identity(path: Path) -> tuple[int, int] | None:
    """Return what tells the file at ``path`` from any other, whatever it is called: device and inode; None of none."""
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_dev, facts.st_ino


def _state(path: Path) -> tuple[int, int] | None:
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_size, facts.st_mtime_ns
