"""A library written anew: encrypted, with another passphrase, or in clear again; and its backups along with it."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from time import time

from store import backups
from store.copying import Progress, opened, plain_errors, put_in_place, require_writable, scratch, sweep
from store.errors import SaysoError
from store.keeping import driver, keyring
from store.keeping.errors import DatabaseBusyError, DatabaseDamagedError, DatabaseFailedError
from store.keeping.interrupting import interruptible
from store.keeping.keyring import Key
from store.safety import label

_DOING = "rewriting"
_BUSY_TIMEOUT = 2.0
_ZEROS = bytes(1 << 20)


@dataclass(frozen=True, slots=True)
class Rewritten:
    """How many backups were written anew too, and which files beside the library are still as they were."""

    backups: int
    left: tuple[Path, ...]


def rewrite(database: Path, key: Key | None, progress: Progress | None = None) -> Rewritten:
    """Write the library anew under ``key``, in clear where that is None, and its backups, which else would tell all.

    Called again, it finishes what was interrupted. ``progress`` is called with the bytes written and, about, all of
    them. Raises SaysoError where the library is open elsewhere or cannot be read or written; then nothing was changed.
    A backup that cannot be is left.
    """
    database = Path(os.path.realpath(database))
    require_writable(database)
    _put_under(database, key, progress)
    done, left = 0, []
    for backup in backups.files(database):
        try:
            done += _put_under(backup, key)
        except SaysoError:
            left.append(backup)
    return Rewritten(done, (*left, *_beside(database, key)))


def _put_under(path: Path, key: Key | None, progress: Progress | None = None) -> bool:
    """Write one database anew, unless that was done. Returns whether it was done now."""
    if driver.key_of(path) == key:
        with suppress(SaysoError):
            sweep_up(path)
        return False
    rewrite_file(path, key, progress)
    return True


def rewrite_file(path: Path, key: Key | None, progress: Progress | None = None) -> None:
    """Write one database anew under ``key``: at every moment the old one or the new one stands there, whole.

    Raises SaysoError where it is open anywhere, or cannot be read or written; then nothing was changed.
    """
    try:
        with _alone(path) as connection:
            sweep(path, _DOING, before=time() + 1)
            backups.clear_unfinished(path)
            with scratch(path, _DOING) as folder:
                made = folder / "library.db"
                with plain_errors(path):
                    _export(connection, made, key, progress)
                put_in_place(made, path)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DatabaseFailedError(f"cannot write {label(str(path))}: {reason}") from error
    if key is not None:
        keyring.add(key)


def sweep_up(database: Path) -> None:
    """Remove what programs that were killed left of rewriting: maybe all of a library in clear. Raises SaysoError."""
    with opened(database) as connection:
        # While anybody reads it, nobody can be rewriting it.
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        with suppress(OSError):
            sweep(database, _DOING, before=time() + 1)


@contextmanager
def _alone(path: Path) -> Iterator[driver.Connection]:
    """Open a database that nobody has open, and keep everybody out; afterwards nothing of the file is left.

    So no change that another program was told is saved can be missing from what takes the file's place.
    """
    # Opened before SQLite does and closed after it: closing it drops the locks.
    old = os.open(path, os.O_RDWR)
    try:
        # SQLCipher reads plain files too, and nothing else writes encrypted ones.
        with closing(driver.connect(path, driver.MAY_WRITE, timeout=_BUSY_TIMEOUT, cipher=True)) as connection:
            try:
                with plain_errors(path):
                    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
                    # Refused while anybody has it open; and the log goes, with all that stands in it.
                    if connection.execute("PRAGMA journal_mode = DELETE").fetchone() != ("delete",):
                        raise DatabaseBusyError
                    connection.execute("BEGIN EXCLUSIVE")
                    connection.execute("COMMIT")
            except DatabaseBusyError as error:
                line = f"{label(str(path))} is open in another window or program: close it there first"
                raise DatabaseBusyError(line) from error
            try:
                yield connection
            finally:
                _wipe(old)
    finally:
        os.close(old)


def _wipe(descriptor: int) -> None:
    """Overwrite a file that has no name any more, as far as the disk lets anybody.

    It also keeps out whoever opened it just before: what is no database gets no log, and that would lie beside the
    new one.
    """
    facts = os.fstat(descriptor)
    if facts.st_nlink:
        return  # nothing took its place, or somebody has linked to it and means to keep it
    with suppress(OSError):
        for start in range(0, facts.st_size, len(_ZEROS)):
            os.pwrite(descriptor, _ZEROS[: facts.st_size - start], start)
        os.fsync(descriptor)


def _export(connection: driver.Connection, made: Path, key: Key | None, progress: Progress | None) -> None:
    """Write all that is in a database to a new file, and compare it row by row."""
    os.close(os.open(made, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    size = Path(connection.execute("PRAGMA database_list").fetchone()[2]).stat().st_size

    def told() -> None:
        if progress is not None:
            progress(min(made.stat().st_size, size), size)

    connection.text_factory = bytes
    with interruptible(connection, told):
        connection.execute("ATTACH ? AS made KEY ?", [str(made), key.raw if key is not None else ""])
        connection.execute("PRAGMA made.journal_mode = OFF")
        connection.execute("PRAGMA made.synchronous = OFF")
        connection.execute("SELECT sqlcipher_export('made')")
        for pragma in ("application_id", "user_version"):
            (value,) = connection.execute(f"PRAGMA main.{pragma}").fetchone()
            connection.execute(f"PRAGMA made.{pragma} = {value}")
        _compare(connection, encrypted=key is not None)
        connection.execute("DETACH made")


def _compare(connection: driver.Connection, *, encrypted: bool) -> None:
    """Raise `DatabaseDamagedError` unless all that is in ``main`` is in ``made``, and that is sound."""
    problems = connection.execute("PRAGMA made.cipher_integrity_check").fetchall() if encrypted else []
    sound = not problems and connection.execute("PRAGMA made.integrity_check(1)").fetchone() == (b"ok",)
    # What SQLite has counted for its planner is not copied.
    entries = "SELECT type, name, tbl_name, sql FROM {}.sqlite_master WHERE name NOT LIKE 'sqlite_stat%' ORDER BY 1, 2"
    tables = "SELECT name FROM main.sqlite_master WHERE rootpage AND type = 'table' AND name NOT LIKE 'sqlite_stat%'"
    queries = [entries, "PRAGMA {}.application_id", "PRAGMA {}.user_version"]
    for (name,) in connection.execute(tables).fetchall():
        quoted = name.decode().replace('"', '""').replace("{", "{{").replace("}", "}}")
        queries.append(f'SELECT * FROM {{}}."{quoted}" NOT INDEXED')
    if not sound or not all(_same(connection, query) for query in queries):
        raise DatabaseDamagedError("what was written is not what was read: the disk, or the library, is damaged")


def _same(connection: driver.Connection, query: str) -> bool:
    main, made = (connection.execute(query.format(schema)) for schema in ("main", "made"))
    return all(one == other for one, other in zip_longest(main, made))


def _beside(database: Path, key: Key | None) -> Iterator[Path]:
    """What else stands beside the library under its name, or was rescued from it, that ``key`` does not open."""
    own = {database.name + end for end in ("", "-wal", "-shm", "-journal", ".backups")}
    for path in sorted(database.parent.iterdir()):
        ours = path.name.startswith(database.name) or (path.name.startswith("sayso-unsaved-") and path.suffix == ".db")
        if ours and path.name not in own and path.is_file() and driver.salt_of(path) != (key.salt if key else None):
            yield path
