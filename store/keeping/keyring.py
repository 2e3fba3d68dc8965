"""The keys of the encrypted databases that were unlocked, for as long as the program runs.

The format is SQLCipher's fourth (https://www.zetetic.net/sqlcipher/design/): a file begins with sixteen random bytes,
its salt, and its key is derived from those and the passphrase. Copies of a database keep its salt, so what was unlocked
once is unlocked in every copy, and the passphrase itself need not be remembered.
"""

import hashlib
import os
import unicodedata
from typing import NamedTuple

SALT_LENGTH = 16
_ROUNDS = 256_000
_KEY_LENGTH = 32


class Key(NamedTuple):
    """What a database is encrypted with: 32 bytes, from a passphrase and the 16 bytes of ``salt``."""

    salt: bytes
    secret: bytes

    def __repr__(self) -> str:
        """It never stands in what goes wrong."""
        return f"Key(salt={self.salt!r})"

    @property
    def raw(self) -> str:
        """The key and the salt as SQLCipher takes them."""
        return f"x'{self.secret.hex()}{self.salt.hex()}'"


def derived(passphrase: str, salt: bytes | None = None) -> Key:
    """Return the key that the passphrase gives with a salt, or with a new one. Takes some tenths of a second."""
    salt = os.urandom(SALT_LENGTH) if salt is None else salt
    # The same passphrase may come from two keyboards as different code points.
    typed = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogateescape")
    return Key(salt, hashlib.pbkdf2_hmac("sha512", typed, salt, _ROUNDS, _KEY_LENGTH))


_keys: dict[bytes, Key] = {}


def add(key: Key) -> None:
    """Remember a key that has been tried."""
    _keys[key.salt] = key


def find(salt: bytes) -> Key | None:
    """Return the key of the databases that begin with that salt, if one of them was unlocked."""
    return _keys.get(salt)
