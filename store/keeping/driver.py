"""The one place where database files are opened: plain ones by Python's SQLite, encrypted ones by SQLCipher.

Two rules keep a file whole. Both libraries in one process must never have the same file open, since neither knows of
the other's locks; and whoever opens and closes a file by itself drops the locks that SQLite holds on it in the process.
So the beginning of a file is read only while no connection to it is open, and while one is, it decides for the next.
"""

import os
import sqlite3
import sys
from importlib import import_module
from pathlib import Path
from threading import RLock
from types import ModuleType
from typing import Any, TypeAlias
from weakref import finalize

from store.keeping import keyring
from store.keeping.errors import EncryptionMissingError, LockedError
from store.keeping.file import identity
from store.keeping.keyring import SALT_LENGTH, Key
from store.safety import label

Connection: TypeAlias = sqlite3.Connection
"""A connection of either library: they have the same interface."""

Error: TypeAlias = sqlite3.Error
"""What either library raises, for annotations; it is caught as `errors`."""

MAY_CREATE = "mode=rwc"
MAY_WRITE = "mode=rw"

_PRIMARY = (
    *("SQLITE_BUSY", "SQLITE_CANTOPEN", "SQLITE_CONSTRAINT", "SQLITE_CORRUPT", "SQLITE_FULL", "SQLITE_IOERR"),
    *("SQLITE_LOCKED", "SQLITE_NOTADB", "SQLITE_PERM", "SQLITE_READONLY"),
)
_PLAIN = b"SQLite format 3\x00"
# https://www.sqlite.org/c3ref/c_open_autoproxy.html
_READ_WRITE_CREATE = 0x2 | 0x4
_URI = 0x40
_EXTENDED_CODES = 0x02000000
_CIPHER = "sqlcipher3.dbapi2"
_INSTALL = "pip install 'sayso[encryption]'"
# Of 512 random bytes about 221 are different; of those of texts, pictures' headers and what was wiped, far fewer.
_LOOKED_AT = 512
_NOISE = 180


class _File:
    """A file that is open: how it begins (its ``salt``), which library has it, and how often."""

    def __init__(self, salt: bytes | None, module: ModuleType) -> None:
        self.salt, self.module = salt, module
        self.connections = 0


_open: dict[tuple[int, int], _File] = {}
_last: dict[Path, Key | None] = {}
_looking = RLock()


def connect(
    path: Path, how: str = MAY_CREATE, *, timeout: float = 5.0, key: Key | None = None, cipher: bool = False
) -> Connection:
    """Open the database at ``path``, in the way that ``how`` says in a URI, without transactions of Python's own.

    An encrypted one is opened with ``key``, else with the one that it was unlocked with; one that is still empty
    becomes encrypted if there is a ``key``. With ``cipher`` SQLCipher opens a plain one too. Raises `LockedError` where
    there is no key, `EncryptionMissingError` where SQLCipher is not installed, and what `errors` returns.
    """
    path = Path(os.path.realpath(path))
    with _looking:
        salt = _salt(path)
        if salt is not None:
            key = key or keyring.find(salt)
            if key is None:
                raise _locked(path)
        elif path.exists() and path.stat().st_size:
            key = None
        module = _cipher(path) if key is not None or cipher else sqlite3
        connection = _tracked(module, path, how, timeout, key.salt if key is not None else None)
        _last[path] = key
    if module is not sqlite3:
        # Otherwise a key that does not fit is told of on standard error, over the screen.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("PRAGMA cipher_default_compatibility = 4")
        if key is not None:
            connection.execute(f'PRAGMA key = "{key.raw}"')
        # What SQLite puts by in files of its own is not encrypted.
        connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def only_reading(path: Path) -> str:
    """Return how a database that is not to be touched is opened."""
    # Read-only, SQLite would still lay a log beside the file; immutable, it would overlook one that is there.
    return "mode=ro" if path.with_name(f"{path.name}-wal").exists() else "immutable=1"


def in_memory() -> Connection:
    """Open a database of its own in no file, for what is of use for a moment."""
    return sqlite3.connect(":memory:", isolation_level=None)


def is_complete(statement: str) -> bool:
    """Return whether SQL ends where a statement does, and not within a trigger, a comment or a string."""
    return sqlite3.complete_statement(statement)


def errors() -> tuple[type[Error], ...]:
    """Return what either library raises, for an ``except``. Their kinds are not to be relied on, but `name_of` is."""
    modules = (sqlite3, sys.modules.get(_CIPHER))
    return tuple(module.Error for module in modules if module is not None)


def name_of(error: Error) -> str:
    """Return SQLite's extended name of what went wrong (https://www.sqlite.org/rescode.html), '' where it told none."""
    name: str = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_UNKNOWN":
        # SQLCipher's wrapper tells the number and knows only the primary ones by name.
        extended = (word for word in vars(sqlite3) if vars(sqlite3)[word] == error.sqlite_errorcode)
        primary = (word for word in _PRIMARY if vars(sqlite3)[word] == error.sqlite_errorcode & 0xFF)
        name = next((word for word in (*extended, *primary) if word.startswith("SQLITE_")), "")
    return name


def salt_of(path: Path) -> bytes | None:
    """Return what an encrypted database begins with; None where the file is plain, empty, absent, or surely neither."""
    with _looking:
        return _salt(Path(os.path.realpath(path)))


def is_encrypted(path: Path) -> bool:
    """Return whether the file is an encrypted database, as far as that can be told without its key."""
    return salt_of(path) is not None


def is_plain(path: Path) -> bool:
    """Return whether the file is a database that is not encrypted, or will be one: it is empty."""
    with _looking:
        path = Path(os.path.realpath(path))
        known = _known(path)
        if known is not None:
            return known.salt is None
        with path.open("rb") as file:
            return file.read(len(_PLAIN)) in (b"", _PLAIN)


def key_of(path: Path) -> Key | None:
    """Return the key of an encrypted database, None for a plain one. Raises `LockedError` where it was not unlocked."""
    salt = salt_of(path)
    key = keyring.find(salt) if salt is not None else None
    if salt is not None and key is None:
        raise _locked(path)
    return key


def last_key_of(path: Path) -> Key | None:
    """Return the key that the file at ``path`` was last opened with, also where it is gone or was overwritten."""
    return _last.get(Path(os.path.realpath(path)))


def require_cipher(path: Path) -> None:
    """Raise `EncryptionMissingError`, about the file at ``path``, unless encrypted databases can be opened and made."""
    encrypted = salt_of(path) is not None
    try:
        _cipher(path)
    except EncryptionMissingError as error:
        if encrypted:
            raise
        raise EncryptionMissingError(f"what encrypts libraries is not installed yet: {_INSTALL}") from error


def _locked(path: Path) -> LockedError:
    line = f"the database {label(str(path))} is encrypted, and was not unlocked"
    return LockedError(f"{line}: start Sayso again to be asked for the passphrase")


def _salt(path: Path) -> bytes | None:
    known = _known(path)
    if known is not None:
        return known.salt
    try:
        with path.open("rb") as file:
            head = file.read(_LOOKED_AT)
    except OSError:
        return None  # whoever opens it as a database is told why
    if len(head) < _LOOKED_AT or head.startswith(_PLAIN) or len(set(head)) < _NOISE:
        return None
    return head[:SALT_LENGTH]


def _cipher(path: Path) -> ModuleType:
    # Imported here: twenty megabytes that a plain library does without.
    try:
        return import_module(_CIPHER)
    except ImportError as error:
        raise EncryptionMissingError(
            f"{label(str(path))} is encrypted, or no Sayso database; what opens encrypted ones is installed with: "
            f"{_INSTALL}"
        ) from error


def _tracked(module: ModuleType, path: Path, how: str, timeout: float, salt: bytes | None) -> Connection:
    """Connect, and know of it until it is closed."""
    file = _known(path)
    if file is not None and file.module is not module:
        raise RuntimeError("the database is open in this program by the other library")
    # Python's own asks for extended codes by itself; the other opens with these flags, and goes by the URI as well.
    flags = {} if module is sqlite3 else {"flags": _READ_WRITE_CREATE | _URI | _EXTENDED_CODES}
    connection: Any = module.connect(
        f"{path.as_uri()}?{how}",
        uri=True,
        timeout=timeout,
        isolation_level=None,
        check_same_thread=False,
        factory=_factory(module),
        **flags,
    )
    here = identity(path)
    if here is not None:
        file = _open.setdefault(here, _File(salt, module))
        file.connections += 1
        connection.let_go = finalize(connection, _let_go, here)
    return connection  # type: ignore[no-any-return]


def _known(path: Path) -> _File | None:
    here = identity(path)
    return _open.get(here) if here is not None else None


def _let_go(here: tuple[int, int]) -> None:
    with _looking:
        file = _open[here]
        file.connections -= 1
        if not file.connections:
            del _open[here]


def _factory(module: ModuleType) -> type:
    factory = _factories.get(module.__name__)
    if factory is None:

        class Tracked(module.Connection):  # type: ignore[misc, name-defined]
            """A connection that says when it is closed."""

            let_go: Any = None

            def close(self) -> None:
                """Close the connection; closing it again does nothing."""
                super().close()
                if self.let_go is not None:
                    self.let_go()

        factory = _factories[module.__name__] = Tracked
    return factory


_factories: dict[str, type] = {}
