"""What is in the bin goes for good when that is asked for: from every table, the history and the bytes of the files."""

import sqlite3
import subprocess
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from store.article import Article
from store.errors import SaysoError
from store.keeping.bin import NotScrubbedError
from store.keeping.purging import Purged
from store.library import Library
from tests.store.kept import SAFE, TEXT, imported, note, passage, reading, resave
from tests.store.looking_in import index_agrees

# Words that nothing else in a database says.
SECRETS = ("Quaverton", "zumbelquartz", "wexlingham", "brindlefork", "yarrowmint")


def leftovers(path: Path) -> set[str]:
    """Those of `SECRETS` that stand anywhere in the bytes of the database and its log."""
    # By another program: whoever opens and closes the file in this one takes away the locks that SQLite has on it.
    files = [file for file in path.parent.glob(f"{path.name}*") if file.is_file()]
    data = subprocess.run(["cat", *files], capture_output=True, check=True).stdout
    return {secret for secret in SECRETS if secret.casefold().encode() in data.lower()}


def full_of_secrets(library: Library) -> tuple[Article, Article]:
    """Two articles, of which the second is in the bin, and so is the one note on the first, with all that it said."""
    first, _ = library.articles.add(imported())
    second, _ = library.articles.add(imported(f"A word: {SECRETS[0]}.", title="S")._replace(source=SECRETS[0]))
    library.readings.keep(second, reading((2, 17)))
    library.annotations.save(note(first, note=SECRETS[1]))
    resave(library, replace(note(first, note=f"{SECRETS[1]} again"), tags=(SECRETS[2],)))
    library.drafts.keep(note(second, uid="u2", note=f"{SECRETS[3]} being typed"))
    resave(library, note(first, note=SECRETS[4]))
    library.history.undo(first.id)
    library.annotations.delete("u1")
    library.bin.put(second)
    return first, second


def test_nothing_of_what_was_purged_is_in_the_files_bytes(path: Path, library: Library) -> None:
    with library._connection.writing() as db:
        db.execute("PRAGMA secure_delete = OFF")  # as many systems build SQLite
    first, second = full_of_secrets(library)
    assert leftovers(path) == set(SECRETS)
    assert library.bin.purge(["u1", second.uid]) == Purged(articles=1, annotations=1)
    assert leftovers(path) == set()
    assert library.bin.contents() == []
    assert library.articles.document(first).text == TEXT
    assert index_agrees(path)


def test_nothing_is_left_either_while_other_windows_have_the_library_open(path: Path, library: Library) -> None:
    with Library(path) as other:
        _, second = full_of_secrets(library)
        assert other.articles.count() == 1
        other.bin.purge(["u1", second.uid])
        assert leftovers(path) == set()
        assert library.articles.count() == 1


def test_while_another_program_is_reading_the_log_stays_and_that_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.keeping.connection.BUSY_TIMEOUT", 0.1)
    with Library(path) as library:
        _, second = full_of_secrets(library)
        with closing(sqlite3.connect(path, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM articles").fetchone()
            with pytest.raises(NotScrubbedError, match="purge --all"):
                library.bin.purge(["u1", second.uid])
        assert library.bin.contents() == []
        assert leftovers(path) == set(SECRETS)
        assert library.bin.purge([]) == Purged(articles=0, annotations=0)
        assert leftovers(path) == set()


def test_the_number_of_a_purged_article_is_given_to_no_other(library: Library, article: Article) -> None:
    library.bin.put(article)
    library.bin.purge([article.uid])
    another = library.articles.add(imported("Another text.", title="Another")).article
    assert another.id > article.id
    assert another.revision > article.revision


def test_an_article_goes_with_all_that_was_on_it(path: Path, library: Library, article: Article) -> None:
    library.readings.keep(article, reading(SAFE))
    library.annotations.save(note(article))
    library.annotations.save(passage(article))
    library.annotations.delete("p1")
    library.bin.purge(["p1"])
    library.annotations.save(note(article, uid="u2"))
    library.annotations.delete("u2")
    library.drafts.keep(note(article, uid="typing"))
    library.articles.remember_position(article.id, 3)
    library.bin.put(article)
    assert library.bin.purge([article.uid]) == Purged(articles=1, annotations=2)
    with closing(sqlite3.connect(path)) as db:
        for table in ("articles", "revisions", "readings", "annotations", "annotation_tags", "tags", "drafts"):
            assert db.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
        for table in ("claims", "positions", "purging"):
            assert db.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        left = db.execute("SELECT uid, subject, action, article, before, after FROM history ORDER BY uid").fetchall()
    gone = sorted([(article.uid, "article"), *((uid, "annotation") for uid in ("p1", "typing", "u1", "u2"))])
    assert left == [(*one, "purge", None, None, None) for one in gone]


def test_of_a_purged_note_the_history_keeps_only_that_it_was_purged(library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    library.annotations.save(passage(article))
    library.annotations.delete("u1")
    library.bin.purge(["u1"])
    assert [(c.uid, c.action) for c in library.history.of(article.id)] == [("p1", "add"), ("u1", "purge")]
    (trace,) = library.history.of_annotation("u1")
    assert (trace.before, trace.after, trace.version != "") == (None, None, True)
    undone = library.history.undo(article.id)
    assert undone is not None
    assert undone.uid == "p1"
    assert library.history.undo(article.id) is None


def test_only_what_is_in_the_bin_can_be_purged(library: Library, article: Article) -> None:
    kept = library.annotations.save(note(article))
    assert library.bin.purge([kept.uid, article.uid, "nothing"]) == Purged(articles=0, annotations=0)
    assert library.annotations.get(kept.uid) == kept


def test_what_other_notes_share_with_a_purged_one_stays(library: Library, article: Article) -> None:
    library.annotations.save(replace(note(article), tags=("shared", "own")))
    kept = library.annotations.save(replace(passage(article), tags=("shared",)))
    library.annotations.delete("u1")
    library.bin.purge(["u1"])
    assert library.annotations.of(article.id) == [kept]
    assert library.annotations.tags() == ["shared"]


@pytest.mark.parametrize(
    "statement",
    ["UPDATE history SET at = ''", "DELETE FROM history", "DELETE FROM history WHERE action = 'purge'"],
)
def test_the_history_can_be_neither_edited_nor_deleted_after_a_purge_either(
    path: Path, library: Library, article: Article, statement: str
) -> None:
    library.annotations.save(note(article))
    library.annotations.delete("u1")
    library.bin.purge(["u1"])
    with closing(sqlite3.connect(path)) as db, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.execute(statement)


def test_a_purge_that_fails_half_way_has_done_nothing(
    library: Library, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = library.annotations.save(note(article))
    library.annotations.delete("u1")
    log = library.history.of(article.id)

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("store.keeping.purging.compact", broken)
    with pytest.raises(ZeroDivisionError):
        library.bin.purge(["u1"])
    assert library.history.of(article.id) == log
    library.bin.restore("u1")
    assert library.annotations.of(article.id) == [kept]


def test_whoever_still_has_a_purged_article_open_is_told_in_plain_words(path: Path, library: Library) -> None:
    article, _ = library.articles.add(imported())
    with Library(path) as other:
        other.bin.put(article)
        other.bin.purge([article.uid])
    for work in (
        lambda: library.annotations.save(note(article)),
        lambda: library.annotations.apply(note(article), note(article)),
        lambda: library.drafts.keep(note(article)),
        lambda: library.readings.keep(article, reading(SAFE)),
        lambda: library.articles.remember_position(article.id, 3),
        lambda: library.articles.document(article),
        lambda: library.annotations.delete("u1"),
        lambda: library.bin.restore(article.uid),
    ):
        with pytest.raises(SaysoError) as caught:
            work()
        assert "\n" not in str(caught.value)
    library.bin.put(article)
    assert library.history.undo(article.id) is None


def test_interrupted_while_the_file_is_written_anew_what_was_deleted_is_gone_and_the_next_purge_sees_to_the_bytes(
    path: Path, library: Library
) -> None:
    with library._connection.writing() as db:
        db.execute("PRAGMA secure_delete = OFF")
        # Enough to be asked on the way whether to go on.
        db.execute(
            """WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
            INSERT INTO history (at, uid, action, version, key) SELECT '', 'x' || i, 'purge', '', 'x' || i FROM n"""
        )
    _, second = full_of_secrets(library)
    deleted: list[bool] = []

    def interrupt_once_it_is_deleted() -> None:
        with closing(sqlite3.connect(path)) as connection:
            deleted.append(not connection.execute("SELECT 1 FROM articles WHERE deleted IS NOT NULL").fetchone())
        if deleted[-1]:
            raise KeyboardInterrupt

    with pytest.raises(NotScrubbedError, match="interrupted; sayso bin purge --all sees to it"):
        library.bin.purge(["u1", second.uid], told=interrupt_once_it_is_deleted)
    assert library.bin.contents() == []
    library.bin.purge([])
    assert leftovers(path) == set()


def test_interrupted_before_anything_was_deleted_all_of_it_is_in_the_bin(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, second = full_of_secrets(library)
    before = library.bin.contents()

    def interrupted(*_: object, **__: object) -> Purged:
        raise KeyboardInterrupt

    monkeypatch.setattr("store.keeping.bin.purge", interrupted)
    with pytest.raises(KeyboardInterrupt):
        library.bin.purge(["u1", second.uid])
    assert library.bin.contents() == before
