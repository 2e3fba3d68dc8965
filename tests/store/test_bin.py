"""The bin: what is deleted lies in it with everything, comes back whole, or goes for good when that is asked for."""

import sqlite3
import subprocess
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from store.article import Article
from store.errors import SaysoError
from store.keeping.articles import UnknownArticleError
from store.keeping.bin import AmbiguousInBinError, NotInBinError, NotScrubbedError
from store.keeping.connection import Connection
from store.keeping.purging import Purged
from store.library import Library
from store.searching.indexing import check
from tests.store.kept import SAFE, TEXT, imported, note, passage, reading, resave

# Words that nothing else in a database says.
SECRETS = ("Quaverton", "zumbelquartz", "wexlingham", "brindlefork", "yarrowmint")


def leftovers(path: Path) -> set[str]:
    """Those of `SECRETS` that stand anywhere in the bytes of the database and its log."""
    # By another program: whoever opens and closes the file in this one takes away the locks that SQLite has on it.
    files = [file for file in path.parent.glob(f"{path.name}*") if file.is_file()]
    data = subprocess.run(["cat", *files], capture_output=True, check=True).stdout
    return {secret for secret in SECRETS if secret.casefold().encode() in data.lower()}


def index_agrees(path: Path) -> bool:
    connection = Connection(path)
    with closing(connection), connection.writing() as db:
        return not check(db)


def found(path: Path, words: str) -> int:
    """How many rows of the three indexes hold ``words``."""
    with closing(sqlite3.connect(path)) as db:
        return sum(
            db.execute(f"SELECT count(*) FROM {one}_index WHERE {one}_index MATCH ?", [f'"{words}"']).fetchone()[0]
            for one in ("article", "annotation", "claim")
        )


# --- in and out -----------------------------------------------------------------------------


def test_what_is_deleted_is_in_the_bin_and_comes_back_with_everything(library: Library, article: Article) -> None:
    kept = library.annotations.save(replace(note(article, note="Who measured?"), tags=("bridge", "ask"), reason="why"))
    library.annotations.delete(kept.uid)
    (binned,) = library.bin.contents()
    assert (binned.uid, binned.kind, binned.article) == (kept.uid, "claim", article.id)
    assert (binned.words, binned.note, binned.title) == ("the bridge was safe", "Who measured?", "The bridge")
    assert library.bin.restore(kept.uid) == binned
    assert library.annotations.of(article.id) == [kept]
    assert library.bin.contents() == []


def test_an_article_in_the_bin_is_in_no_list_and_no_search_and_comes_back_with_its_notes(
    path: Path, library: Library, article: Article
) -> None:
    library.readings.keep(article, reading(SAFE))
    kept = library.annotations.save(note(article))
    library.bin.put(article)
    assert library.articles.list() == []
    assert library.articles.page() == []
    assert library.articles.count() == 0
    assert found(path, "bridge") == found(path, "measured") == 0
    with pytest.raises(UnknownArticleError):
        library.articles.find("bridge")
    (binned,) = library.bin.contents()
    assert (binned.uid, binned.kind, binned.title) == (article.uid, "article", "The bridge")
    library.bin.restore(article.uid)
    assert library.articles.find("bridge") == article
    assert library.annotations.of(article.id) == [kept]
    assert found(path, "bridge") == 3
    assert found(path, "measured") == 1
    assert index_agrees(path)


def test_a_note_brings_the_article_that_it_is_on_out_of_the_bin(library: Library, article: Article) -> None:
    kept = library.annotations.save(note(article))
    library.annotations.delete(kept.uid)
    library.bin.put(article)
    library.bin.restore(kept.uid)
    assert library.articles.find("bridge") == article
    assert library.annotations.of(article.id) == [kept]


def test_the_text_of_an_article_in_the_bin_added_again_brings_it_back(library: Library, article: Article) -> None:
    kept = library.annotations.save(note(article))
    library.bin.put(article)
    again, outcome = library.articles.add(imported())
    assert (again.id, outcome.kind, outcome.restored) == (article.id, "known", True)
    assert library.annotations.of(article.id) == [kept]
    assert library.bin.contents() == []


def test_what_comes_out_of_the_bin_has_its_place_in_the_text_that_came_meanwhile(
    library: Library, article: Article
) -> None:
    library.annotations.save(note(article))
    library.annotations.save(passage(article))
    for uid in ("u1", "p1"):
        library.annotations.delete(uid)
    text = "Monday. " + TEXT.replace("Engineers doubted it, they", "Others")
    assert library.articles.add(imported(text), known_as=article).outcome.kind == "revised"
    for uid in ("u1", "p1"):
        library.bin.restore(uid)
    (kept,) = library.annotations.of(article.id)
    assert (kept.uid, kept.revision, kept.span) == ("u1", 2, (SAFE[0] + 8, SAFE[1] + 8))
    (lost,) = library.annotations.unplaced(article.id)
    assert (lost.uid, lost.place, lost.words) == ("p1", "lost", "Engineers doubted it")


def test_putting_in_twice_and_taking_out_of_nowhere_change_nothing(library: Library, article: Article) -> None:
    library.bin.put(article)
    log = library.history.log(article.id)
    library.bin.put(article)
    assert library.history.log(article.id) == log
    library.bin.restore(article.uid)
    with pytest.raises(NotInBinError):
        library.bin.restore(article.uid)
    with pytest.raises(NotInBinError):
        library.bin.restore("nothing")


def test_the_last_to_be_deleted_comes_first(library: Library, article: Article) -> None:
    for uid in ("u1", "u2"):
        library.annotations.save(note(article, uid=uid))
        library.annotations.delete(uid)
    library.bin.put(article)
    assert library.bin.contents()[0].uid == article.uid
    assert len(library.bin.contents(limit=2)) == 2


def test_taking_a_note_out_of_the_bin_is_undone_like_any_change(library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    library.annotations.delete("u1")
    library.bin.restore("u1")
    library.history.undo(article.id)
    assert [one.uid for one in library.bin.contents()] == ["u1"]
    library.history.undo(article.id)
    assert library.bin.contents() == []


def test_what_is_in_the_bin_is_found_by_its_uid_its_number_or_a_part_of_its_title(library: Library) -> None:
    for title in ("The strike", "The strike spreads", "1984"):
        added, _ = library.articles.add(imported(title, title=title))
        library.bin.put(added)
    library.articles.add(imported("here", title="Not in the bin"))
    assert library.bin.find("2").title == "The strike spreads"
    assert library.bin.find("SPREADS ").title == "The strike spreads"
    assert library.bin.find("the strike").title == "The strike"
    assert library.bin.find("1984").title == "1984"
    with pytest.raises(AmbiguousInBinError, match="1 “The strike”"):
        library.bin.find("strike")
    for name in ("", "not in", "\x1b[31m", "9" * 40, "\udce9"):
        with pytest.raises(NotInBinError) as caught:
            library.bin.find(name)
        assert "\x1b" not in str(caught.value)


# --- for good -------------------------------------------------------------------------------


def full_of_secrets(library: Library) -> tuple[Article, Article]:
    """Two articles, of which the second is in the bin, and so is the one note on the first, with all that it said."""
    first, _ = library.articles.add(imported())
    second, _ = library.articles.add(replace(imported(f"A word: {SECRETS[0]}.", title="S"), source=SECRETS[0]))
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
