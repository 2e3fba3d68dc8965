"""Backups of the library, in a folder beside it: one each day of use, and one before whatever changes all of it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from store.copying import PART, Progress, copy_database, has_log, opened, opened_to_read
from store.errors import SaysoError
from store.keeping import migrations
from store.keeping.errors import DatabaseFailedError, NewerDatabaseError, NotADatabaseError
from store.keeping.file import is_protected
from store.safety import label

DAILY = "daily"
KEPT = 3
"""How many backups of each kind are kept."""

# A little under a day, so that whoever starts at nine each morning has one each morning.
_A_DAY = timedelta(hours=20)
_TIME = "%Y-%m-%dT%H-%M-%S-%f"
_TIME_LENGTH = len("2026-11-27T16-41-05-123456")


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the library: when it was made, in UTC, before what (or ``daily``), and what is in it."""

    path: Path
    at: datetime
    kind: str
    articles: int
    annotations: int


def folder_of(database: Path) -> Path:
    """Return the folder of the backups of a database; of a link, of what it points to."""
    database = Path(os.path.realpath(database))
    return database.with_name(f"{database.name}.backups")


def keep(database: Path, kind: str, *, sparing: Path | None = None, progress: Progress | None = None) -> Path:
    """Back up the database as it is now, and return the copy; of its kind the oldest go, but for ``sparing``.

    Raises SaysoError where that cannot be done.
    """
    folder = folder_of(database)
    with _plain_errors(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
        target = folder / f"{datetime.now(UTC).strftime(_TIME)}-{kind}.db"
        copy_database(database, target, progress=progress)
        _thin_out(folder, kind, sparing)
    return target


def before_migration(database: Path, _version: int) -> None:
    """Back up a database before it is brought up to date, which is not done where that fails."""
    try:
        keep(database, f"before-schema-{migrations.LATEST}")
    except SaysoError as error:
        raise DatabaseFailedError(
            f"the database was not brought up to date, since it cannot be backed up first: {error}; nothing was changed"
        ) from error


def daily(database: Path, progress: Progress | None = None) -> Path | None:
    """Back up the database if that was not done for a day and it has changed since; return the copy if there is one.

    One that may only be read does not change; an empty one is none to back up, nor one of an earlier schema, which is
    backed up before it is brought up to date.
    What ``progress`` raises stops it, and comes through. Raises SaysoError where it cannot be done.
    """
    if is_protected(database):
        return None
    with _plain_errors(folder := folder_of(database)):
        last = max((at for at, kind in map(_named, _files(folder)) if kind == DAILY), default=None)
        if last is not None and (datetime.now(UTC) - last < _A_DAY or _written(database) <= last):
            return None
    return keep(database, DAILY, progress=progress) if _worth_keeping(database) else None


def described(path: Path) -> Backup:
    """Return what is in a copy of a library. Raises SaysoError where the file is none, or a newer program's."""
    if not path.is_file():
        raise NotADatabaseError(f"{label(str(path))} is not a file")
    with _no_library(path), opened_to_read(path) as connection:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if application != migrations.APPLICATION_ID or version < 1:
            raise NotADatabaseError
        if version > migrations.LATEST:
            raise NewerDatabaseError(f"{label(str(path))} was made by a newer version of Sayso; install that version")
        (articles,) = connection.execute("SELECT count(*) FROM articles").fetchone()
        (annotations,) = connection.execute("SELECT count(*) FROM annotations WHERE deleted IS NULL").fetchone()
    at, kind = _named(path)
    return Backup(path, at, kind, articles, annotations)


def write(database: Path, target: Path, progress: Progress | None = None) -> Backup:
    """Write a copy of the database to ``target``, in the place of an earlier copy there, and return what is in it.

    Raises SaysoError where that cannot be done, and where anything else stands there.
    """
    if target.exists():
        if target.is_file() and database.exists() and target.samefile(database):
            raise NotADatabaseError(f"{label(str(target))} is the library itself; choose another place")
        try:
            described(target)
        except SaysoError as error:
            line = f"{label(str(target))} is not replaced, since it is no copy of a library; choose another place"
            raise NotADatabaseError(line) from error
        if has_log(target):
            raise DatabaseFailedError(f"{label(str(target))} is a library that is open elsewhere; choose another place")
    copy_database(database, target, progress=progress)
    return described(target)


def named(database: Path, name: str) -> Path:
    """Return the backup of a database that has that file name, else the file at that place."""
    among = folder_of(database) / name
    return among if Path(name).name == name and not Path(name).exists() and among.is_file() else Path(name)


def listed(database: Path) -> list[Backup]:
    """Return the backups of a database that can be put back, the newest first."""
    found = []
    for path in _files(folder_of(database)):
        with suppress(SaysoError):
            found.append(described(path))
    return sorted(found, key=lambda backup: backup.at, reverse=True)


@contextmanager
def _no_library(path: Path) -> Iterator[None]:
    try:
        yield
    except NotADatabaseError as error:
        raise NotADatabaseError(f"{label(str(path))} is not a Sayso database") from error


@contextmanager
def _plain_errors(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DatabaseFailedError(f"no backups can be kept in {label(str(folder))}: {reason}") from error


def files(database: Path) -> list[Path]:
    """Return the files of the backups of a database, the oldest first, readable or not."""
    return _files(folder_of(database))


def clear_unfinished(database: Path) -> None:
    """Remove the backups that programs which were killed did not finish. Only while nobody has the database open."""
    for path in folder_of(database).glob(f"{PART}*"):
        path.unlink(missing_ok=True)


def _thin_out(folder: Path, kind: str, sparing: Path | None) -> None:
    of_kind = sorted(path for path in _files(folder) if _named(path)[1] == kind)
    long_ago = (datetime.now(UTC) - _A_DAY).timestamp()
    for path in of_kind[:-KEPT]:
        if sparing is None or not path.samefile(sparing):
            path.unlink(missing_ok=True)
    # What a program that was killed did not finish.
    for path in folder.glob(f"{PART}*"):
        with suppress(FileNotFoundError):  # another program has finished it by now
            if path.stat().st_mtime < long_ago:
                path.unlink()


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("[0-9]*.db")) if folder.is_dir() else []


def _named(path: Path) -> tuple[datetime, str]:
    """When and before what a backup was made, by its name; of another file when it was last written."""
    stem = path.stem
    with suppress(ValueError):
        return datetime.strptime(stem[:_TIME_LENGTH], _TIME).replace(tzinfo=UTC), stem[_TIME_LENGTH + 1 :]
    return datetime.fromtimestamp(path.stat().st_mtime, UTC), ""


def _written(database: Path) -> datetime:
    return datetime.fromtimestamp(database.stat().st_mtime, UTC)


def _worth_keeping(database: Path) -> bool:
    with opened(database) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        return version == migrations.LATEST and bool(connection.execute("SELECT 1 FROM articles LIMIT 1").fetchone())
