"""The tags of all articles: how often each is used, and changes of one wherever it is, made and undone as one."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from sqlite_utils import Database

from store.anchors import new_uid
from store.annotations import Annotation
from store.errors import SaysoError
from store.keeping.annotation_rows import some
from store.keeping.change import Change, Origin
from store.keeping.changes import Step, change_of, make_all
from store.keeping.connection import Connection, now, storable
from store.keeping.turning import take_back
from store.safety import label

LONGEST = 80
"""Code points of a tag."""


class TagError(SaysoError):
    """A tag cannot be called that."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag and how many annotations bear it, those in the bin left out."""

    name: str
    uses: int


@dataclass(frozen=True, slots=True)
class Retagged:
    """A change of a tag: on how many annotations and articles, and the ``token`` that it is undone by, '' for none."""

    token: str
    annotations: int = 0
    articles: int = 0


class Tags:
    """The tags of all articles."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Tag]:
        """Return every tag that an annotation bears, by the alphabet."""
        with self._connection.reading() as db:
            rows = db.execute(
                """SELECT name, count(*) FROM tags JOIN annotation_tags ON tag = tags.id
                JOIN annotations ON uid = annotation WHERE deleted IS NULL GROUP BY name"""
            ).fetchall()
        return sorted((Tag(*row) for row in rows), key=lambda tag: (tag.name.casefold(), tag.name))

    def rename(self, old: str, new: str, *, origin: Origin = "reader") -> Retagged:
        """Call a tag ``new`` wherever it is; where there is one of that name already, the two become one.

        Raises TagError where ``new`` is no name.
        """
        name = named(new)

        def renamed(tags: Iterable[str]) -> Iterable[str]:
            return (name if tag == old else tag for tag in tags)

        return self._change(old, renamed, origin) if name != old else Retagged("")

    def remove(self, name: str, *, origin: Origin = "reader") -> Retagged:
        """Take a tag away wherever it is; the annotations stay, but for claims that nothing else was made of."""
        return self._change(name, lambda tags: (tag for tag in tags if tag != name), origin)

    def undo(self, token: str) -> Retagged:
        """Take back what still stands of a change of a tag; what was changed otherwise since stays as it is."""
        again = new_uid()
        with self._connection.writing() as db:
            standing: defaultdict[int, list[Change]] = defaultdict(list)
            for row in list(db.query("SELECT * FROM history WHERE together = ? ORDER BY id", [storable(token)])):
                if row["subject"] == "annotation" and _stands(db, row["id"], row["uid"]):
                    standing[row["article"]].append(change_of(row))
            for article, changes in standing.items():
                take_back(db, article, changes, again)
        return _told(again, {article: len(changes) for article, changes in standing.items()})

    def _change(self, name: str, changed: Callable[[Iterable[str]], Iterable[str]], origin: Origin) -> Retagged:
        token, counted = new_uid(), {}
        with self._connection.writing() as db:
            for article, uids in _bearing(db, name).items():
                at = now()
                steps = [
                    _step(one, replace(one, tags=tuple(dict.fromkeys(changed(one.tags))), modified=at))
                    for one in some(db, article, uids)
                ]
                make_all(db, article, steps, origin=origin, together=token)
                counted[article] = len(steps)
        return _told(token, counted)


def named(tag: str) -> str:
    """Return ``tag`` as it is kept: one safe line, without its ``#``. Raises TagError where nothing is left of it."""
    name = label(tag.lstrip("# "), LONGEST)
    if not name:
        raise TagError("a tag needs a name: letters, digits, signs")
    return name


def _step(before: Annotation, after: Annotation) -> Step:
    return Step("delete", before, None) if after.empty else Step("change", before, after)


def _bearing(db: Database, name: str) -> dict[int, list[str]]:
    """The annotations that bear a tag and are not deleted, by their articles."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for article, uid in db.execute(
        """SELECT article, uid FROM annotations JOIN annotation_tags ON annotation = uid JOIN tags ON tags.id = tag
        WHERE name = ? AND deleted IS NULL ORDER BY article, annotations.id""",
        [storable(name)],
    ).fetchall():
        found[article].append(uid)
    return found


def _stands(db: Database, change: int, uid: str) -> bool:
    """Whether a change was not taken back, and no other version came in the place of what it made."""
    last = db.execute("SELECT action FROM history WHERE target = ? ORDER BY id DESC LIMIT 1", [change]).fetchone()
    query = "SELECT 1 FROM history WHERE uid = ? AND id > ? AND action IN ('merge', 'purge') LIMIT 1"
    return last != ("undo",) and db.execute(query, [uid, change]).fetchone() is None


def _told(token: str, counted: dict[int, int]) -> Retagged:
    return Retagged(token if counted else "", sum(counted.values()), len(counted))
