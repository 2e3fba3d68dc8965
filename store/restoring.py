"""A backup put back in the place of the library as it is, which is itself kept."""

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from store import backups
from store.copying import Progress, copy_database, copy_pages, opened, plain_errors, require_writable, scratch
from store.encrypting import rewrite_file
from store.keeping import driver
from store.keeping.connection import Connection
from store.keeping.errors import DatabaseDamagedError, DatabaseFailedError, LockedError, NotADatabaseError
from store.keeping.migrations import APPLICATION_ID
from store.safety import label
from store.steps import Steps, step

_SMALLEST = 512
_LOGS = ("-wal", "-shm", "-journal")


def restore(database: Path, backup: Path, told: Steps | None = None) -> Path | None:
    """Put ``backup`` in the place of the ``database``, also while other programs have that open.

    An encrypted one stays encrypted, with its own passphrase, whatever the backup is. Returns where the present one is
    now: among the backups, or beside its place where it is damaged or was not unlocked; None where there was none.
    ``told`` is called with how far it is; what it raises comes through. Raises SaysoError where the backup cannot be
    used or the present one not be kept; then nothing was changed.
    """
    backups.described(backup)
    database = Path(os.path.realpath(database))
    if database.exists() and database.samefile(backup):
        raise NotADatabaseError(f"{label(str(backup))} is the library itself, not a backup of it")
    require_writable(database)
    _check_secrecy(database, backup)
    try:
        database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # All that can fail about the backup fails before anything is touched, and no window ever sees old tables.
        with scratch(database, "restoring") as folder:
            copy = folder / "library.db"
            copy_database(backup, copy, ours=False, progress=step(told, "Reading"))
            with plain_errors(backup):
                Connection(copy).close()
            kept, there = _put_by(database, backup, step(told, "Backing up"))
            if there:
                _encrypt_like(copy, database)
                # Not by renaming: whoever has the file open would go on with what is no longer there.
                with opened(copy) as source, opened(database) as target:
                    _put_back(source, target, step(told, "Putting back"))
            else:
                copy.replace(database)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DatabaseFailedError(f"cannot write {label(str(database))}: {reason}") from error
    return kept


def _check_secrecy(database: Path, backup: Path) -> None:
    """What was encrypted is not to lie open in a library that is not, without anybody having said so."""
    if database.exists() and driver.salt_of(backup) is not None and driver.is_plain(database):
        raise DatabaseFailedError(
            f"{label(str(backup))} is encrypted, and the library is not: encrypt the library first (sayso db encrypt)"
        )


def _encrypt_like(copy: Path, database: Path) -> None:
    """Only from an encrypted file can another be written over."""
    key = driver.key_of(database)
    if key is not None and driver.key_of(copy) is None:
        rewrite_file(copy, key)


def _put_back(source: driver.Connection, target: driver.Connection, progress: Progress | None) -> None:
    try:
        copy_pages(source, target, progress)
    except KeyboardInterrupt:
        # While the last of it is written Python does not hear of it: then it comes too late.
        query = "SELECT count(*), max(id), max(key) FROM history"
        if source.execute(query).fetchone() != target.execute(query).fetchone():
            raise


def _put_by(database: Path, backup: Path, progress: Progress | None) -> tuple[Path | None, bool]:
    """Keep the database as it is. Returns where, and whether it is still at its place."""
    if not database.exists():
        return None, False
    try:
        if database.is_file() and 0 < database.stat().st_size < _SMALLEST:
            raise NotADatabaseError
        with opened(database) as connection:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (entries,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if not entries:
            return None, True
        if application == APPLICATION_ID:
            return backups.keep(database, "before-restore", sparing=backup, progress=progress), True
    except (NotADatabaseError, DatabaseDamagedError, LockedError):
        return _kept_aside(database), False
    raise NotADatabaseError(f"{label(str(database))} is another program's database; choose another file with --db")


def _kept_aside(database: Path) -> Path:
    """Give a damaged database another name, and take its logs from beside it: none is to be read into what follows."""
    aside = database.with_name(f"{database.name}.damaged-{datetime.now(UTC):%Y-%m-%dT%H-%M-%S-%f}")
    for end in _LOGS:
        with suppress(FileNotFoundError):
            database.with_name(database.name + end).rename(aside.with_name(aside.name + end))
    try:
        # It keeps its own name until the backup has that, so that a library stands there at every moment.
        os.link(database, aside)
    except OSError:
        database.rename(aside)
    return aside
