"""The kept readings of engines, and the counts that the library shows."""

import sqlite3
from contextlib import closing, suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

import claims
from claims import choosing, rules, tagger
from claims.as_json import reading_to_lines
from claims.choosing import NOT_ENGLISH, Chooser
from store.article import Article
from store.importing import read_stream
from store.library import Library
from tests.claims.damage import DAMAGE, damaged_model
from tests.claims.test_language import OTHERS
from tests.store.kept import DOUBTED, SAFE, imported, note, passage, reading, resave


def counts(library: Library) -> tuple[int | None, int, int]:
    """Claims, unreviewed and annotations of the one article."""
    (summary,) = library.articles.list()
    return summary.claims, summary.unreviewed, summary.annotations


def test_each_engine_has_its_own_reading(library: Library, article: Article) -> None:
    one, two = reading(SAFE, engine="one"), reading(SAFE, DOUBTED, engine="two")
    library.readings.keep(article, one)
    library.readings.keep(article, two)
    assert library.readings.get(article, "one") == one
    assert library.readings.get(article, "two") == two
    assert library.readings.get(article, "three") is None


def test_a_reading_of_the_same_engine_takes_the_place_of_the_old(library: Library, article: Article) -> None:
    library.readings.keep(article, reading(SAFE))
    library.readings.keep(article, reading(DOUBTED))
    assert library.readings.get(article, "rules 1") == reading(DOUBTED)


def test_an_article_is_read_once_by_the_engine_in_use(
    library: Library, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = library.readings.read(article)
    assert first.engine == tagger.NAME
    monkeypatch.setattr(claims, "read", None)
    assert library.readings.read(article) == first


def test_what_the_rules_read_for_want_of_a_model_is_not_read_again_until_there_is_one(
    library: Library, article: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as while_damaged:
        model = damaged_model(tmp_path, *DAMAGE["network cut short"][:2])
        while_damaged.setattr(choosing, "IN_USE", Chooser(model))
        first = library.readings.read(article)
        assert first.engine == rules.FINDER.name
        assert len(first.notices) == 1
        while_damaged.setattr(claims, "read", None)
        assert library.readings.read(article) == first
    assert library.readings.read(article).engine == tagger.NAME


def test_a_better_reading_stays_in_use_when_the_model_is_gone(
    library: Library, article: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = library.readings.read(article)
    monkeypatch.setattr(choosing, "IN_USE", Chooser(tmp_path))
    library.readings.keep(article, reading(SAFE, engine=rules.FINDER.name))
    assert library.readings.read(article) == first


def test_what_an_earlier_version_of_the_engine_read_is_read_anew(library: Library, article: Article) -> None:
    library.readings.keep(article, reading(SAFE, engine="tagger-0"))
    assert library.readings.up_to_date(article) is None
    assert library.readings.read(article).engine == tagger.NAME


def test_the_reading_of_a_text_in_another_language_is_kept_with_its_notice(library: Library) -> None:
    swedish, _ = library.articles.add(read_stream(BytesIO(OTHERS["Swedish"].encode())))
    first = library.readings.read(swedish)
    assert first.notices == (NOT_ENGLISH,)
    assert library.readings.up_to_date(swedish) == first


def test_a_reading_that_another_version_wrote_and_nobody_understands_counts_as_none(path: Path) -> None:
    with Library(path) as library:
        article, _ = library.articles.add(imported())
        library.readings.keep(article, reading(SAFE))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("""UPDATE readings SET reading = '{"engine": "rules 1", "claims": [{}]}'""")
        connection.commit()
    with Library(path) as library:
        assert library.readings.get(article, "rules 1") is None
        library.annotations.save(note(article))
        assert counts(library) == (None, 1, 1)


def test_an_article_has_no_number_of_claims_until_an_engine_has_read_it(library: Library, article: Article) -> None:
    assert counts(library) == (None, 0, 0)
    library.readings.keep(article, reading())
    assert counts(library) == (0, 0, 0)


def test_the_newest_reading_is_counted(library: Library, article: Article) -> None:
    library.readings.keep(article, reading(SAFE, DOUBTED, engine="one"))
    library.readings.keep(article, reading(SAFE, engine="two"))
    assert counts(library) == (1, 1, 0)
    library.readings.keep(article, reading(SAFE, DOUBTED, engine="one"))
    assert counts(library) == (2, 2, 0)
    library.annotations.save(passage(article))
    assert counts(library) == (2, 2, 1)


def test_counts_follow_every_decision_deletion_undo_and_redo(library: Library, article: Article) -> None:
    library.readings.keep(article, reading(SAFE, DOUBTED))
    library.annotations.save(note(article))
    assert counts(library) == (2, 2, 1)
    resave(library, replace(note(article), decision="rejected"))
    assert counts(library) == (2, 1, 1)
    library.annotations.delete("u1")
    assert counts(library) == (2, 2, 0)
    library.history.undo(article.id)
    assert counts(library) == (2, 1, 1)
    library.history.redo(article.id)
    assert counts(library) == (2, 2, 0)


# --- counting from the reading that was read last -----------------------------------------------------------------


def test_a_verdict_counts_without_reading_what_was_found_again(
    library: Library, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.readings.keep(article, reading(SAFE, DOUBTED))
    resave(library, note(article))
    with monkeypatch.context() as afterwards:
        afterwards.setattr("store.keeping.readings.parsed", None)
        resave(library, replace(note(article), decision="rejected"))
    assert counts(library) == (2, 1, 1)


def test_what_another_program_found_meanwhile_is_counted(library: Library, article: Article, path: Path) -> None:
    library.readings.keep(article, reading(SAFE, DOUBTED))
    resave(library, note(article))
    with Library(path) as other:
        other.readings.keep(article, reading(SAFE))
    resave(library, replace(note(article), decision="rejected"))
    assert counts(library) == (1, 0, 1)


def test_what_another_program_wrote_over_a_reading_is_counted(library: Library, article: Article, path: Path) -> None:
    library.readings.keep(article, reading(SAFE, DOUBTED))
    resave(library, note(article))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE readings SET reading = ?", ["\n".join(reading_to_lines(reading(SAFE)))])
        connection.commit()
    resave(library, replace(note(article), decision="rejected"))
    assert counts(library) == (1, 0, 1)


def test_after_one_article_was_deleted_for_good_the_next_has_its_own_counts(library: Library, article: Article) -> None:
    library.readings.keep(article, reading(SAFE, DOUBTED))
    resave(library, note(article))
    library.bin.put(article)
    library.bin.purge([article.uid])
    again, _ = library.articles.add(imported())
    library.readings.keep(again, reading(SAFE))
    resave(library, note(again))
    assert counts(library) == (1, 1, 1)


def test_a_reading_that_was_taken_back_is_not_counted_for_the_next(library: Library, article: Article) -> None:
    with suppress(KeyboardInterrupt), library.together():
        library.readings.keep(article, reading(SAFE, DOUBTED))
        resave(library, note(article))
        raise KeyboardInterrupt
    library.readings.keep(article, reading(SAFE))
    resave(library, note(article))
    assert counts(library) == (1, 1, 1)
