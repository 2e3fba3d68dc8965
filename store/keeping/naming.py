"""What a person calls something by: its uid, or as much of the beginning as no other has."""

from sqlite_utils import Database

from store.errors import SaysoError
from store.keeping.connection import storable
from store.safety import label

SHORTEST = 4
"""Letters of a uid that may stand for all of it."""

_LONGEST = 18
_SHOWN = 5
# Behind every letter that a uid can have.
_LAST = "\U0010ffff"

_NAMED = """SELECT uid FROM (
    SELECT uid FROM annotations WHERE uid >= ?1 AND uid < ?2
    UNION SELECT uid FROM articles WHERE uid >= ?1 AND uid < ?2
    UNION SELECT uid FROM history WHERE uid >= ?1 AND uid < ?2
) ORDER BY uid LIMIT ?3"""


class AmbiguousUidError(SaysoError):
    """Several uids begin so."""

    def __init__(self, beginning: str, uids: list[str]) -> None:
        listed = ", ".join(uids[:_SHOWN]) + (" and more" if len(uids) > _SHOWN else "")
        super().__init__(f"several uids begin with {label(beginning)}; give more of one: {listed}")


def whole_uid(db: Database, name: str) -> str:
    """Return the one uid that begins with ``name``, also of what was deleted; ``name`` where none does or it is short.

    Raises `AmbiguousUidError`.
    """
    beginning = storable(name.strip())
    if not (SHORTEST <= len(beginning) < _LONGEST and beginning.isascii() and beginning.isalnum()):
        return beginning
    found = [str(uid) for (uid,) in db.execute(_NAMED, [beginning, beginning + _LAST, _SHOWN + 1])]
    if beginning in found or not found:
        return beginning
    if len(found) > 1:
        raise AmbiguousUidError(beginning, found)
    return found[0]
