"""Nothing that was written or noted can be read in the bytes of an encrypted library, nor of what lies beside it."""

import os
from pathlib import Path

import pytest

from store import backups
from store.checking import check
from store.library import Library
from store.merging import merge
from store.rescuing import Rescue, write_rescue
from store.searching.query import parse
from tests.store.encrypting.hidden import TEXT, WORDS, encrypt, fill, found_in
from tests.store.kept import imported

pytest.importorskip("sqlcipher3")


def words_beside(path: Path) -> set[str]:
    """Which words stand in any file of the folder, however deep."""
    return set().union(*found_in(path.parent.rglob("*")).values())


def test_a_plain_library_shows_every_word_and_an_encrypted_one_none(path: Path) -> None:
    with Library(path) as library:
        fill(library)
        assert words_beside(path) == set(WORDS)
    backups.keep(path, backups.DAILY)
    encrypt(path)
    assert words_beside(path) == set()
    assert path.stat().st_mode & 0o777 == 0o600


def test_while_it_is_written_to_its_log_shows_none_either(secret: Path) -> None:
    with Library(secret) as library, Library(secret) as other, other._connection.reading():
        article = library.articles.add(imported(f"{TEXT} Lighthouse quisling", "Lighthouse")).article
        log = secret.with_name(secret.name + "-wal")
        assert log.stat().st_size > 4096
        assert words_beside(secret) == set()
    with Library(secret) as library:
        library.bin.put(article)
        library.bin.purge([article.uid])
        assert words_beside(secret) == set()


def test_copies_backups_merged_and_rescued_libraries_show_none(secret: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    backups.write(secret, copy)
    backups.keep(secret, backups.DAILY)
    with Library(secret) as library:
        article = library.articles.get(1)
        library.articles.add(imported("Another text.", "Another"))
        document = library.articles.document(article)
        rescue = Rescue(document, article.metadata, None, article, None, library.annotations.of(1), frozenset(), [], [])
        os.rename(secret, moved := tmp_path / "moved.db")  # noqa: PTH104
        write_rescue(tmp_path / "rescued.db", rescue, secret)
    merge(moved, tmp_path / "rescued.db")
    merge(moved, copy)
    files = found_in(tmp_path.rglob("*"))
    assert {"moved.db", "rescued.db", "copy.db"} < set(files)
    assert set().union(*files.values()) == set()
    with Library(tmp_path / "rescued.db") as rescued:
        assert [one.note for one in rescued.annotations.of(1)] == ["Ask the quisling."]


def test_an_encrypted_library_is_searched_checked_and_polled_like_any_other(secret: Path) -> None:
    with Library(secret) as library, Library(secret) as other:
        before = library.data_version()
        other.articles.add(imported("Another text.", "Another"))
        assert library.data_version() != before
        assert [result.article for result in library.search.find(parse("xylographer")).results] == [1]
    assert not any(finding.problems for finding in check(secret))
