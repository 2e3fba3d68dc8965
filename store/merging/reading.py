"""Another library, read record by record. It is never written to: what is read is a copy of it."""

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from store import backups
from store.annotations import Annotation
from store.copying import Progress, as_far_as_readable, copy_database, opened, plain_errors
from store.errors import SaysoError
from store.keeping import driver
from store.keeping.connection import Connection
from store.keeping.drafts import DraftKind
from store.keeping.errors import DatabaseDamagedError
from store.keeping.snapshot import SELECTORS
from store.merging import records, values
from store.merging.records import Row, TheirChange, TheirRevision, believed_only
from store.merging.values import UnreadableError
from store.safety import label
from store.steps import Steps, step


@dataclass(frozen=True, slots=True)
class TheirAnnotation:
    """An annotation there, and since when it is ``deleted`` there; ``at`` is when it was last changed by anybody."""

    annotation: Annotation
    deleted: str | None
    at: str


@dataclass(frozen=True, slots=True)
class TheirDraft:
    """What was being typed there, and when that was kept."""

    annotation: Annotation
    at: str
    kind: DraftKind


@dataclass(frozen=True, slots=True)
class TheirArticle:
    """An article there with all that is on it; ``at`` is when anything of it was last changed by anybody."""

    id: int
    uid: str
    added: str
    deleted: str | None
    position: int
    at: str
    revisions: tuple[TheirRevision, ...]
    annotations: tuple[TheirAnnotation, ...]
    changes: tuple[TheirChange, ...]
    drafts: tuple[TheirDraft, ...]


class Theirs:
    """Another library. ``problems`` says of each record that could not be read which and why."""

    def __init__(self, connection: driver.Connection, progress: Progress | None) -> None:
        self._connection = connection
        self._progress = progress
        self.problems: list[str] = []

    def articles(self) -> Iterator[TheirArticle]:
        """All articles that can be read, each without what on it cannot."""
        ids = [row["id"] for row in self._rows("SELECT id FROM articles ORDER BY id")]
        for done, number in enumerate(ids, 1):
            for row in self._rows("SELECT * FROM articles WHERE id = ?", number):
                with self._passing_over("article", number):
                    yield self._article(row)
            if self._progress is not None:
                self._progress(done, len(ids))

    def purged(self) -> list[str]:
        """The uids of all that was deleted for good there."""
        uids = (row["uid"] for row in self._rows("SELECT DISTINCT uid FROM history WHERE action = 'purge'"))
        return [uid for uid in uids if isinstance(uid, str)]

    def readings(self, article: int, number: int, text: str) -> Iterator[tuple[str, str]]:
        """The engines and readings kept of a text, the newest last; what is none of this text is as good as absent."""
        query = """SELECT engine, reading FROM readings JOIN revisions ON revisions.id = revision
            WHERE article = ? AND number = ? ORDER BY readings.id"""
        for row in self._rows(query, article, number):
            engine, reading = row["engine"], row["reading"]
            if isinstance(engine, str) and isinstance(reading, str) and records.is_reading(reading, text):
                yield engine, reading

    def _article(self, row: Row) -> TheirArticle:
        changes = tuple(self._changes(row["id"]))
        revisions = tuple(self._revisions(row["id"]))
        if not revisions:
            raise UnreadableError("text")
        deleted = None if row["deleted"] is None else values.time(row["deleted"], "time")
        added = values.time(row["added"], "time")
        times = [change.at for change in changes if counts(change)]
        return TheirArticle(
            id=values.number(row["id"], "number"),
            uid=values.uid(row["uid"]),
            added=added,
            deleted=deleted,
            position=self._position(row["id"], len(revisions[-1].imported.document.text)),
            at=max([added, *times]),
            revisions=revisions,
            annotations=tuple(self._annotations(row["id"], revisions, changes)),
            changes=changes,
            drafts=tuple(self._drafts(row["id"])),
        )

    def _revisions(self, article: Any) -> Iterator[TheirRevision]:
        for row in self._rows("SELECT * FROM revisions WHERE article = ? ORDER BY number", article):
            with self._passing_over("text", f"{row['number']} of article {article}"):
                yield records.revision(row)

    def _annotations(
        self, article: Any, revisions: tuple[TheirRevision, ...], changes: tuple[TheirChange, ...]
    ) -> Iterator[TheirAnnotation]:
        texts = {one.number: str(one.imported.document.text) for one in revisions}
        newest = str(revisions[-1].imported.document.text)
        tags: defaultdict[Any, list[Any]] = defaultdict(list)
        for tagged in self._rows(
            """SELECT annotation, name FROM annotation_tags JOIN tags ON tags.id = tag
            JOIN annotations ON uid = annotation WHERE article = ? ORDER BY annotation_tags.place""",
            article,
        ):
            tags[tagged["annotation"]].append(tagged["name"])
        times = {change.uid: change.at for change in sorted(changes, key=lambda one: one.at) if counts(change)}
        for row in self._rows("SELECT * FROM annotations WHERE article = ? ORDER BY id", article):
            with self._passing_over("annotation", row["uid"]):
                with believed_only("place"):
                    parsed = {name: json.loads(values.text(row[name], "place")) for name in SELECTORS}
                with believed_only("evidence"):
                    parsed["evidence"] = json.loads(values.text(row["evidence"], "evidence"))
                with believed_only("contents"):
                    own = records.annotation({**row, **parsed}, tags[row["uid"]])
                if not records.stands(
                    (*own.selectors, *own.original), texts.get(own.revision, "")
                ) or not records.stands(own.proposed, newest):
                    raise UnreadableError("place")
                deleted = None if row["deleted"] is None else values.time(row["deleted"], "time")
                yield TheirAnnotation(own, deleted, times.get(own.uid, deleted or own.modified))

    def _changes(self, article: Any) -> Iterator[TheirChange]:
        for row in self._rows("SELECT * FROM history WHERE article = ? ORDER BY id", article):
            with self._passing_over("change", row["id"]), believed_only("contents"):
                yield records.change(row)

    def _drafts(self, article: Any) -> Iterator[TheirDraft]:
        for row in self._rows("SELECT * FROM drafts WHERE article = ? ORDER BY at, uid", article):
            with self._passing_over("draft", row["uid"]), believed_only("contents"):
                state = json.loads(values.text(row["annotation"], "contents"))
                annotation = records.annotation(state, values.listed(state["tags"], "tags"))
                kind = values.one_of(row["kind"], get_args(DraftKind), "kind")
                yield TheirDraft(annotation, values.time(row["at"], "time"), kind)

    def _position(self, article: Any, length: int) -> int:
        rows = self._rows('SELECT "offset" FROM positions WHERE article = ?', article)
        offset = rows[0]["offset"] if rows else 0
        return offset if type(offset) is int and 0 <= offset <= length else 0

    def _rows(self, query: str, *parameters: Any) -> list[dict[str, Any]]:
        cursor = self._connection.execute(query, parameters)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    @contextmanager
    def _passing_over(self, what: str, name: object) -> Iterator[None]:
        try:
            yield
        except UnreadableError as error:
            self.problems.append(f"{what} {label(str(name), 40)} skipped: its {error} is not readable")


def counts(change: TheirChange) -> bool:
    """Whether somebody made the change; places found anew and merges are made by the program."""
    return change.action not in ("place", "merge", "purge") and change.origin not in ("rule", "merge")


@contextmanager
def read(other: Path, folder: Path, told: Steps | None = None) -> Iterator[Theirs]:
    """Open a copy of ``other``, made in ``folder`` and there brought up to date. Raises SaysoError where it is none."""
    backups.described(other)
    copy = folder / "other.db"
    copy_database(other, copy, ours=False, progress=step(told, "Reading"))
    try:
        Connection(copy).close()
    except SaysoError:
        raise
    except Exception as error:
        # What an earlier version's tables hold is believed by the steps that bring them up to date.
        raise DatabaseDamagedError(f"{label(str(other))} is damaged and cannot be brought up to date") from error
    with opened(copy) as connection, plain_errors(other), closing(connection):
        connection.text_factory = as_far_as_readable
        yield Theirs(connection, step(told, "Merging"))
