"""The text of a revision as it is read from the database: a long one part by part."""

from codecs import iterdecode
from functools import partial

from sqlite_utils import Database

from claims.text import Text
from store.keeping import driver
from store.pieces import Pieces

LONG = 1_000_000
"""Bytes. Shorter texts are a `str`, since they take little memory anyhow."""
_AT_ONCE = 1 << 16


def text_of(db: Database, revision: int) -> Text:
    """Return the text of the revision with that row id, which must be there."""
    # SQLCipher's wrapper cannot open it so: there a book is in memory as a whole for a moment.
    if hasattr(db.conn, "blobopen"):
        with db.conn.blobopen("revisions", "text", revision, readonly=True) as blob:
            if len(blob) >= LONG:
                try:
                    return Pieces(iterdecode(iter(partial(blob.read, _AT_ONCE), b""), "utf-8"))
                except UnicodeDecodeError as error:
                    raise driver.Error(str(error)) from error  # as of a short one
    text: str
    (text,) = db.execute("SELECT text FROM revisions WHERE id = ?", [revision]).fetchone()
    return Pieces((text,)) if len(text) >= LONG else text
