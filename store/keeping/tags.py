"""The tags of all articles: how often each is used, and changes of one wherever it is, made and undone as one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
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

_MADE_HERE = "tags-"
"""How the tokens of changes of a tag begin: they are told by that from what else is made as one."""


class TagError(SaysoError):
    """A tag cannot be called that."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag and how many annotations bear it, those in the bin left out."""

    name: str
    uses: int


@dataclass(frozen=True, slots=True)
class Retagged:
    """A change of a tag: on how many annotations and articles, and the ``token`` that it is undone by, '' for none.

    ``old`` is the tag, ``new`` what it came to be called, '' where it was taken away.
    """

    token: str
    annotations: int = 0
    articles: int = 0
    old: str = ""
    new: str = ""


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

        return self._change(old, name, renamed, origin) if name != old else Retagged("")

    def remove(self, name: str, *, origin: Origin = "reader") -> Retagged:
        """Take a tag away wherever it is; the annotations stay, but for claims that nothing else was made of."""
        return self._change(name, "", lambda tags: (tag for tag in tags if tag != name), origin)

    def undo(self, token: str = "") -> Retagged:
        """Take back what still stands of a change of a tag; what was changed otherwise since stays as it is.

        Without a ``token`` that is the last change of a tag in this library of which anything stands, whoever made it.
        """
        again = new_uid()
        with self._connection.writing() as db:
            token = token or _last(db)
            standing: defaultdict[int, list[Change]] = defaultdict(list)
            made = f"SELECT * FROM history h WHERE together = ? AND {_STANDS} ORDER BY id"
            for row in list(db.query(made, [storable(token)])):
                standing[row["article"]].append(change_of(row))
            for article, changes in standing.items():
                take_back(db, article, changes, again)
        old, new = _names([one for changes in standing.values() for one in changes])
        return _told(again, {article: len(changes) for article, changes in standing.items()}, old, new)

    def _change(
        self, old: str, new: str, changed: Callable[[Iterable[str]], Iterable[str]], origin: Origin
    ) -> Retagged:
        token, counted = _MADE_HERE + new_uid(), {}
        with self._connection.writing() as db:
            for article, uids in _bearing(db, old).items():
                at = now()
                steps = [
                    _step(one, replace(one, tags=tuple(dict.fromkeys(changed(one.tags))), modified=at))
                    for one in some(db, article, uids)
                ]
                make_all(db, article, steps, origin=origin, together=token)
                counted[article] = len(steps)
        return _told(token, counted, old, new)


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


# Not taken back, and no other version came in the place of what it made.
_STANDS = """subject = 'annotation'
    AND coalesce((SELECT action FROM history t WHERE t.target = h.id ORDER BY t.id DESC LIMIT 1), '') != 'undo'
    AND NOT EXISTS (SELECT 1 FROM history m WHERE m.uid = h.uid AND m.id > h.id AND m.action IN ('merge', 'purge'))"""


def _last(db: Database) -> str:
    """The token of the last change of a tag that was made in this library and of which anything stands; '' for none."""
    last = db.execute(
        f"""SELECT together FROM history h INDEXED BY history_by_together
        WHERE together BETWEEN ? AND ? AND origin != 'import' AND {_STANDS} ORDER BY id DESC LIMIT 1""",
        [_MADE_HERE, _MADE_HERE + "~"],
    ).fetchone()
    return last[0] if last else ""


def _names(changes: Sequence[Change]) -> tuple[str, str]:
    """What the tag was called that all of ``changes`` are about, and what it was called then; '' for nothing."""
    tags = [(set(one.before.tags if one.before else ()), set(one.after.tags if one.after else ())) for one in changes]
    gone = (tag for before, after in tags for tag in before - after)
    come = (tag for before, after in tags for tag in after - before)
    return next(gone, ""), next(come, "")


def _told(token: str, counted: dict[int, int], old: str, new: str) -> Retagged:
    return Retagged(token if counted else "", sum(counted.values()), len(counted), old, new)
