"""What goes wrong with an encrypted library is told in the same words as with any other, and can be mended as well."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from store import backups
from store.checking import check, repair
from store.errors import SaysoError
from store.keeping import connection, driver
from store.keeping.errors import DatabaseBusyError, DatabaseGoneError
from store.library import Library
from store.searching.query import parse
from tests.store.encrypting.hidden import encrypt
from tests.store.kept import note

pytest.importorskip("sqlcipher3")


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE article_index_data SET block = x'00'",
        "DELETE FROM annotation_index_data",
        "DELETE FROM claim_index_config",
        "DROP TABLE article_index_idx",
    ],
)
def test_a_damaged_index_is_named_and_built_anew_after_a_backup(secret: Path, damage: str) -> None:
    with closing(driver.connect(secret, driver.MAY_WRITE)) as raw:
        raw.execute(damage)
    found = {finding.name for finding in check(secret) if finding.problems}
    assert "full-text index" in found
    assert "integrity" not in found
    backup = repair(secret)
    assert driver.key_of(backup) == driver.key_of(secret)
    assert backups.described(backup).articles == 1
    assert not any(finding.problems for finding in check(secret))
    with Library(secret) as library:
        assert len(library.search.find(parse("quisling")).results) == 1


def test_an_index_of_sqlites_that_lacks_a_row_is_named_and_built_anew_after_a_backup(secret: Path) -> None:
    of_titles = "UPDATE sqlite_master SET sql = replace(sql, '({})', '({})') WHERE name = 'articles_by_title'"
    for statement in (
        of_titles.format("title_key", "days"),
        "UPDATE articles SET days = 'x' WHERE id = 1",
        of_titles.format("days", "title_key"),
    ):
        with closing(driver.connect(secret, driver.MAY_WRITE)) as raw:
            raw.execute("PRAGMA writable_schema = ON")
            raw.execute(statement)
    assert "integrity" in {finding.name for finding in check(secret) if finding.problems}
    repair(secret)
    assert not any(finding.problems for finding in check(secret))


def test_a_note_on_what_was_deleted_for_good_is_refused(secret: Path) -> None:
    with Library(secret) as library:
        of_another = replace(note(library.articles.get(1)), uid="new", article=99)
        with pytest.raises(SaysoError, match="was deleted for good"):
            library.annotations.save(of_another)


def test_a_library_that_another_program_keeps_to_itself_is_in_use(
    secret: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_TIMEOUT", 0.1)
    with Library(secret) as library, closing(driver.connect(secret, driver.MAY_WRITE)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseBusyError, match="in use by another program"):
            library.articles.remember_position(1, 3)
        other.execute("ROLLBACK")
        library.articles.remember_position(1, 3)


def test_another_encrypted_library_put_in_its_place_is_noticed(secret: Path, tmp_path: Path) -> None:
    with Library(tmp_path / "other.db"):
        pass
    encrypt(tmp_path / "other.db", "eight herons")
    with Library(secret) as library:
        (tmp_path / "other.db").replace(secret)
        with pytest.raises(DatabaseGoneError):
            library.articles.list()
    with Library(secret) as other:
        assert other.articles.count() == 0
