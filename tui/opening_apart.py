"""How a process apart opens the library that is open here, also where that is encrypted."""

from pathlib import Path
from typing import Any

from store.keeping import driver, keyring
from store.keeping.keyring import Key


def how_to_open(database: Path) -> dict[str, str]:
    """What such a process has to be told, by a pipe, which nobody else sees."""
    salt = driver.salt_of(database) if database.exists() else None
    key = keyring.find(salt) if salt is not None else None
    told = {"database": str(database)}
    return told | ({"salt": key.salt.hex(), "secret": key.secret.hex()} if key is not None else {})


def to_open(told: dict[str, Any]) -> Path:
    """Return, in that process, the path of the library of which it was ``told`` so, which can be opened now."""
    if "salt" in told:
        keyring.add(Key(bytes.fromhex(told["salt"]), bytes.fromhex(told["secret"])))
    return Path(told["database"])
