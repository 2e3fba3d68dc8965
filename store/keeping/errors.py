"""What can go wrong with the database file, each in one line that says what, where and what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import SaysoError
from store.safety import label

if TYPE_CHECKING:
    from store.keeping import driver


class DatabaseRefusedError(SaysoError):
    """The database cannot be opened, and nothing was changed."""


class NewerDatabaseError(DatabaseRefusedError):
    """The database was made by a newer version of the program."""


class NotADatabaseError(DatabaseRefusedError):
    """The file is something else: no SQLite database, or another program's."""


class LockedError(DatabaseRefusedError):
    """The database is encrypted, and its passphrase was not given yet."""


class EncryptionMissingError(LockedError):
    """What opens encrypted databases is not installed."""


class WrongPassphraseError(LockedError):
    """The passphrase does not open the database; nor does any other, if it is damaged or none at all."""


class UnusablePlaceError(DatabaseRefusedError):
    """The place is a folder, cannot be read, is read-only, or nothing can be created there."""


class ReadOnlyError(UnusablePlaceError):
    """The library may be read, and nothing be saved in it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"the library {label(str(path))} may only be read, by its permissions or its folder's: "
            "nothing can be saved in it"
        )


class DatabaseFailedError(SaysoError):
    """Reading or writing failed; what was being written was rolled back as a whole."""


class DatabaseBusyError(DatabaseFailedError):
    """Another program held the database for longer than the wait."""


class DatabaseFullError(DatabaseFailedError):
    """There is no room left to write."""


class DatabaseDamagedError(DatabaseFailedError):
    """The file's contents are not sound."""


class UnreadableRecordError(DatabaseDamagedError, ValueError):
    """A row holds what no program of ours wrote."""


class DatabaseGoneError(DatabaseFailedError):
    """The file is no longer where it was opened, or another stands there; what was being written may be lost."""


class IndexDamagedError(DatabaseFailedError):
    """The full-text index, which is derived, is not sound."""


FULL = "no room is left to write the database {}; free some space, then try again"
MALFORMED = (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError)
"""What reading a row raises that no program of ours wrote."""

DAMAGED = (
    "the database {} is damaged: sayso db restore lists the backups and puts one back, "
    "sayso db export-all FOLDER saves what can be read"
)
NO_DATABASE = "{} is not a Sayso database; choose another file with --db or SAYSO_DB"

# By the beginning of the name that SQLite gives its result code (https://www.sqlite.org/rescode.html), so that the
# extended codes fall under their primary ones.
_EXPLAINED: tuple[tuple[str, type[SaysoError], str], ...] = (
    ("SQLITE_NOTADB", NotADatabaseError, NO_DATABASE),
    (
        "SQLITE_CORRUPT_VTAB",
        IndexDamagedError,
        "the full-text index of the database {} is damaged; sayso db check --repair builds it anew",
    ),
    ("SQLITE_CORRUPT", DatabaseDamagedError, DAMAGED),
    (
        "SQLITE_BUSY",
        DatabaseBusyError,
        "the database {} is in use by another program; try again later",
    ),
    (
        "SQLITE_LOCKED",
        DatabaseBusyError,
        "the database {} is in use by another program; try again later",
    ),
    (
        "SQLITE_CONSTRAINT_FOREIGNKEY",
        DatabaseFailedError,
        "what this belongs to was deleted for good from the database {}, in another window or by a script",
    ),
    ("SQLITE_FULL", DatabaseFullError, FULL),
    # The index of the log, which even who only reads lays beside the file, could not be made larger.
    ("SQLITE_IOERR_SHMSIZE", DatabaseFullError, FULL),
    ("SQLITE_READONLY", UnusablePlaceError, "the database {} is read-only; allow writing to it and its folder"),
    ("SQLITE_PERM", UnusablePlaceError, "the database {} is read-only; allow writing to it and its folder"),
    (
        "SQLITE_CANTOPEN",
        UnusablePlaceError,
        "the database {} cannot be opened; check its permissions and its folder's",
    ),
    ("SQLITE_IOERR", DatabaseFailedError, "the database {} cannot be read or written; check the disk it is on"),
)


def no_database(path: Path) -> NotADatabaseError:
    """Return the error of a file that is none; where backups lie beside it, it was one."""
    shown = label(str(path))
    if path.with_name(f"{path.name}.backups").is_dir():
        was = "it is damaged, or something else was put there: sayso db restore lists the backups and puts one back"
        return NotADatabaseError(f"{shown} is not a Sayso database any more; {was}")
    return NotADatabaseError(NO_DATABASE.format(shown))


def explained(error: "driver.Error", path: Path) -> SaysoError | None:
    """Return the error in plain words for the database at ``path``; None where it is no fault of the user's world."""
    from store.keeping import driver

    name = driver.name_of(error)
    # Python's own word, without a result code, about a text that is none.
    if not name and "decode" in str(error):
        name = "SQLITE_CORRUPT"
    for beginning, kind, line in _EXPLAINED:
        if name.startswith(beginning):
            if kind is NotADatabaseError:
                return no_database(path)
            return kind(line.format(label(str(path))))
    return None


@contextmanager
def readable() -> Iterator[None]:
    """Say of a row that cannot be read just that. Raises `UnreadableRecordError`."""
    try:
        yield
    except MALFORMED as error:
        raise UnreadableRecordError("a record of the library cannot be read; sayso db check tells which") from error
