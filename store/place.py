"""Where the database is, and whether it can be opened there. Quick: asked before a screen opens."""

import os
from pathlib import Path

from store.errors import SaysoError
from store.keeping.errors import (
    NewerDatabaseError,
    NotADatabaseError,
    UnusablePlaceError,
    explained,
    no_database,
)
from store.safety import label

_SMALLEST_PAGE = 512


def database_path(option: str | Path | None = None) -> Path:
    """Return the database's place: ``option``, else ``$SAYSO_DB``, else the platform's user data folder."""
    chosen = option or os.environ.get("SAYSO_DB")
    if chosen:
        # Shells leave the tilde in --db=~/x alone. The pathlib way raises where there is no such user.
        return Path(os.path.expanduser(chosen))  # noqa: PTH111
    from platformdirs import user_data_path

    return user_data_path("sayso", appauthor=False) / "sayso.db"


def check(path: Path) -> None:
    """Refuse a place where the database could not be opened; change and create nothing.

    Raises `NewerDatabaseError`, `NotADatabaseError`, `UnusablePlaceError` or `DatabaseDamagedError`, all of them
    `SaysoError`. An absent or an empty file is fine where it could be created, and so is one that may only be read.
    """
    shown = label(str(path))
    # What a link points to counts: SQLite keeps its log beside that.
    path = Path(os.path.realpath(path))
    try:
        if path.is_dir():
            raise UnusablePlaceError(f"{shown} is a folder; give a database file with --db or SAYSO_DB")
        if not path.exists():
            _check_folder(_nearest(path.parent), shown)
        elif not path.is_file():
            raise NotADatabaseError(f"{shown} is not an ordinary file; give a database file with --db or SAYSO_DB")
        else:
            # Not by opening it: closing a file drops the locks that SQLite holds on it elsewhere in the process.
            if not os.access(path, os.R_OK):
                raise UnusablePlaceError(f"the database {shown} may not be read; allow it")
            _check_contents(path)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnusablePlaceError(f"the database {shown} cannot be opened: {reason}") from error


def _nearest(folder: Path) -> Path:
    """The folder itself, or the first on the way up that exists."""
    while not folder.exists():
        folder = folder.parent
    return folder


def _check_folder(folder: Path, shown: str) -> None:
    if not folder.is_dir():
        raise UnusablePlaceError(f"the database {shown} cannot be created: {label(str(folder))} is not a folder")
    # SQLite keeps its write-ahead log beside the database, so the folder must be writable too.
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UnusablePlaceError(f"the database {shown} cannot be written: {label(str(folder))} is read-only")


def _check_contents(path: Path) -> None:
    before = _stamp(path)
    try:
        _judge(path)
    except SaysoError:
        if _stamp(path) == before:
            raise
        # It was read while another program was creating it.
        _check_contents(path)


def _stamp(path: Path) -> tuple[int, int, bool]:
    """What changes when a program writes to the database."""
    facts = path.stat()
    return facts.st_size, facts.st_mtime_ns, _log(path).exists()


def _log(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _judge(path: Path) -> None:
    from contextlib import closing

    # Of a library that is still to be made nothing is asked.
    from store.keeping import driver
    from store.keeping.migrations import APPLICATION_ID, LATEST

    shown = label(str(path))
    # SQLite would take a file of one byte for an empty one, and write over it.
    if 0 < path.stat().st_size < _SMALLEST_PAGE:
        raise no_database(path)
    try:
        with closing(driver.connect(path, driver.only_reading(path))) as connection:
            connection.execute("BEGIN")
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            (entries,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except driver.errors() as error:
        plain = explained(error, path)
        if plain is None:
            raise
        raise plain from error
    if application != APPLICATION_ID and (entries or 0 < version <= LATEST):
        raise NotADatabaseError(f"{shown} is another program's database; choose another file with --db")
    if version > LATEST:
        raise NewerDatabaseError(f"{shown} was made by a newer version of Sayso; install that version to open it")
