"""Libraries under a passphrase, and the words that nobody is to find in them."""

from collections.abc import Iterable
from pathlib import Path

from store.article import Article
from store.encrypting import rewrite
from store.keeping import keyring
from store.keeping.keyring import Key
from store.library import Library
from tests.store.kept import imported, note

PASSPHRASE = "seven owls by the canal"
TEXT = "The mayor said the bridge was safe. Engineers doubted it, they told the council on Monday. Xylographer."
WORDS = ("Engineers", "xylographer", "quisling", "Lighthouse")
"""Words of the text, of the index, of a note and of a title."""


def fill(library: Library) -> Article:
    """Add an article with a note, which together hold all of `WORDS`."""
    article = library.articles.add(imported(TEXT, "Lighthouse")).article
    library.annotations.save(note(article, note="Ask the quisling."))
    return article


def encrypt(path: Path, passphrase: str = PASSPHRASE) -> Key:
    """Encrypt the library, which is closed."""
    key = keyring.derived(passphrase)
    rewrite(path, key)
    return key


def forget() -> None:
    """From here on no library is unlocked, as in a program that has just started."""
    keyring._keys.clear()


def found_in(files: Iterable[Path]) -> dict[str, set[str]]:
    """Which of `WORDS`, whatever their case, stand in the bytes of which files."""
    return {
        file.name: {word for word in WORDS if word.lower().encode() in data}
        for file in files
        if file.is_file()
        for data in [file.read_bytes().lower()]
    }
