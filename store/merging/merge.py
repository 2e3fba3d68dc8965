"""The whole merge: one transaction, a backup before it, and what came of it in numbers."""

import json
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from store import backups
from store.copying import scratch
from store.errors import SaysoError
from store.keeping.changes import make_article, state_of
from store.keeping.claim_rows import refill
from store.keeping.connection import Connection
from store.keeping.counts import recount
from store.keeping.errors import DatabaseFailedError
from store.keeping.placing import Placer
from store.keeping.readings import newest, put
from store.merging import annotations, articles, drafts
from store.merging.annotations import Here
from store.merging.articles import Placed
from store.merging.changes import bring
from store.merging.parted import Parted, binning_is_news, both_changed, parted, stays_out_or_in
from store.merging.reading import TheirAnnotation, TheirArticle, Theirs, read
from store.safety import label
from store.steps import Steps, step


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge changed here, in numbers; ``ours`` are annotations whose later version was here already.

    Of articles and annotations that were deleted for good here ``away`` stayed away, and ``back`` came again, since
    they were changed there after that; ``gone`` are here still, and were deleted for good there.
    ``parted`` is what was changed on both sides, with the version that stays.
    ``problems`` says of each record that was passed over which and why, a line each; ``backup`` is the library as it
    was, None where nothing was changed.
    """

    articles: int = 0
    revised: int = 0
    new: int = 0
    theirs: int = 0
    ours: int = 0
    away: int = 0
    back: int = 0
    gone: int = 0
    parted: tuple[Parted, ...] = ()
    problems: tuple[str, ...] = ()
    backup: Path | None = None


def merge(database: Path, other: Path, told: Steps | None = None) -> Merged:
    """Merge the library ``other`` into the one at ``database``; ``other`` is left as it is.

    ``told`` is called with how far it is. Raises SaysoError where either cannot serve, and KeyboardInterrupt where the
    user does not want it any more; then nothing was changed.
    """
    database = Path(os.path.realpath(database))
    if other.exists() and database.exists() and other.samefile(database):
        raise SaysoError(f"{label(str(other))} is this library itself")
    backups.described(other)
    connection = Connection(database, backups.before_migration)
    last, merged = 0, Merged()
    try:
        with scratch(database, "merging") as folder, read(other, folder, told) as theirs:
            with connection.writing() as db:
                met: list[Parted] = []
                counted = _merge(db, theirs, met)
                # Seen from outside, the library is still as it was.
                copying = step(told, "Backing up")
                backup = backups.keep(database, "before-merge", progress=copying) if counted.pop("changes") else None
                merged = Merged(**counted, parted=tuple(met), problems=tuple(theirs.problems), backup=backup)
                last = _last_change(db)
            return merged
    except KeyboardInterrupt:
        # While everything is being written Python does not hear of it: then it comes too late.
        with connection.reading() as db:
            if last and _last_change(db) == last:
                return merged
        raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DatabaseFailedError(f"cannot write beside {label(str(database))}: {reason}") from error
    finally:
        connection.close()


def _last_change(db: Database) -> int:
    last: int = db.execute("SELECT coalesce(max(id), 0) FROM history").fetchone()[0]
    return last


def _merge(db: Database, theirs: Theirs, met: list[Parted]) -> Counter[str]:
    counted: Counter[str] = Counter()
    before = db.conn.total_changes
    for article in theirs.articles():
        _merge_article(db, theirs, article, counted, met)
    counted["gone"] = _still_here(db, theirs.purged())
    counted["changes"] = db.conn.total_changes - before
    return counted


def _merge_article(
    db: Database, theirs: Theirs, article: TheirArticle, counted: Counter[str], met: list[Parted]
) -> None:
    here = articles.counterpart(db, article)
    if here is None and (purged := articles.purged(db, article)):
        if article.at <= purged:
            counted["away"] += 1
            return
        counted["back"] += 1
    before = db.conn.total_changes
    changed_here = "" if here is None else articles.changed(db, here)
    placed = articles.insert(db, article) if here is None else articles.join(db, here, article)
    staying = _compared(db, theirs, placed, article, counted)
    changed_twice = set(both_changed(db, article, staying))
    binned_there = bool(placed.new or binning_is_news(db, article))
    bring(db, placed, article, {one.annotation.uid for _, one in staying})
    if placed.new:
        counted["articles"] += 1
        make_article(db, placed.id, "merge", None, state_of(db, placed.id), origin="merge")
    else:
        counted["revised"] += placed.revised
        if not articles.bin_or_restore(db, placed.id, article, changed_here) and binned_there:
            met.append(stays_out_or_in(db, placed.id, article))
    placer = Placer(db, placed.id)
    same = placed.numbers[article.revisions[-1].number] == (number := state_of(db, placed.id).number)
    verdicts = annotations.join(db, placed, staying, placer, number if same else None)
    counted.update({verdict: verdicts[verdict] for verdict in ("new", "theirs", "ours")})
    met += parted(db, placed.id, [(mine, one) for mine, one in staying if one.annotation.uid in changed_twice])
    drafts.bring(db, placed, article)
    if placed.new or (placed.revised and same):
        _bring_readings(db, theirs, placed, article)
    if db.conn.total_changes > before:
        recount(db, placed.id, newest(db, placed.id))


def _compared(
    db: Database, theirs: Theirs, placed: Placed, article: TheirArticle, counted: Counter[str]
) -> list[tuple[Here, TheirAnnotation]]:
    """Their annotations, each with what is here of it, before anything of their history is."""
    here = annotations.here(db, placed.id, [one.annotation.uid for one in article.annotations])
    found = []
    for one in article.annotations:
        mine = here.get(one.annotation.uid)
        if mine is None:
            theirs.problems.append(f"annotation {one.annotation.uid} skipped: here it is on another article")
        elif annotations.stays_away(mine, one):
            counted["away"] += 1
        else:
            counted["back"] += mine.purged
            found.append((mine, one))
    return found


def _still_here(db: Database, uids: Iterable[str]) -> int:
    among = "uid IN (SELECT value FROM json_each(?))"
    query = f"SELECT (SELECT count(*) FROM articles WHERE {among}) + (SELECT count(*) FROM annotations WHERE {among})"
    asked = json.dumps(list(uids))
    number: int = db.execute(query, [asked, asked]).fetchone()[0]
    return number


def _bring_readings(db: Database, theirs: Theirs, placed: Placed, article: TheirArticle) -> None:
    """What engines made of the newest text there, which is new here: it need not be read anew."""
    last = article.revisions[-1]
    (revision,) = db.execute("SELECT revision FROM articles WHERE id = ?", [placed.id]).fetchone()
    for engine, reading in theirs.readings(article.id, last.number, str(last.imported.document.text)):
        put(db, revision, engine, reading)
    refill(db, placed.id, newest(db, placed.id))
