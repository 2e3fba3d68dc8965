"""What can be read of a damaged library comes out of it, and what cannot is named."""

import json
import random
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from store import checking
from store.errors import SaysoError
from store.exporting.everything import export_all
from store.library import Library
from store.salvaging import salvage
from tests.store.damage import cases, pages
from tests.store.kept import TEXT, imported, note
from tests.store.make_schema import SCHEMAS, made

ARTICLES = 40


@pytest.fixture
def many(path: Path) -> Path:
    """A library of articles over many pages, a note on each."""
    with Library(path) as library:
        for number in range(1, ARTICLES + 1):
            text = f"{TEXT} {f'words of number {number} ' * 300}"
            article = library.articles.add(imported(text, title=f"Article {number}")).article
            library.annotations.save(note(article, uid=f"u{number}", note=f"Note {number}"))
    return path


def overwrite(path: Path, *, share: float, length: int = 10_000) -> None:
    data = bytearray(path.read_bytes())
    at = int(len(data) * share)
    data[at : at + length] = random.Random(share).randbytes(len(data[at : at + length]))
    path.write_bytes(data)


def test_of_a_sound_library_everything_is_there_and_nothing_is_told(many: Path, tmp_path: Path) -> None:
    assert salvage(many, tmp_path / "made.db") == []
    with Library(many) as old, Library(tmp_path / "made.db") as new:
        assert [one.article for one in new.articles.list()] == [one.article for one in old.articles.list()]
        for one in old.articles.list():
            assert new.annotations.of(one.article.id) == old.annotations.of(one.article.id)
            assert new.articles.document(one.article) == old.articles.document(one.article)
            assert new.history.log(one.article.id) == old.history.log(one.article.id)
    wrong = [one for one in checking.check(tmp_path / "made.db") if one.problems and not one.derived]
    assert wrong == []


@pytest.mark.parametrize("share", [0.2, 0.4, 0.6, 0.8])
def test_ten_kilobytes_that_were_overwritten_cost_no_more_than_what_stood_there(
    many: Path, tmp_path: Path, share: float
) -> None:
    overwrite(many, share=share)
    done = export_all(many, tmp_path / "out")
    assert done.damaged
    whole = 0
    for file in (tmp_path / "out").glob("*/article.json"):
        article = json.loads(file.read_text(encoding="utf-8"))
        number = article["title"].removeprefix("Article ")
        notes = [one["note"] for one in article["annotations"]]
        texts = [one["text"] for one in article["revisions"]]
        whole += notes == [f"Note {number}"] and texts == [f"{TEXT} {f'words of number {number} ' * 300}"]
    assert whole == ARTICLES or done.problems
    assert whole >= ARTICLES * 0.6


@pytest.mark.parametrize("schema", sorted(SCHEMAS.glob("*.db"), key=lambda file: file.name), ids=lambda file: file.stem)
def test_a_library_of_any_earlier_version_is_read_too(schema: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    shutil.copy(schema, old)
    with closing(sqlite3.connect(old)) as connection:
        (articles,) = connection.execute("SELECT count(*) FROM articles").fetchone()
        (annotations,) = connection.execute("SELECT count(*) FROM annotations WHERE deleted IS NULL").fetchone()
    salvage(old, tmp_path / "made.db")
    with Library(tmp_path / "made.db") as library:
        kept = [library.articles.get(number) for number in range(1, articles + 1)]
        assert sum(len(library.annotations.of(one.id) + library.annotations.unplaced(one.id)) for one in kept) == (
            annotations
        )


def test_a_text_whose_article_cannot_be_read_has_one_again(many: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(many)) as connection:
        connection.execute("DELETE FROM articles WHERE id = 7")
        connection.commit()
    problems = salvage(many, tmp_path / "made.db")
    assert problems == ["article 7 cannot be read but for its texts: “Article 7”"]
    with Library(tmp_path / "made.db") as library:
        assert library.annotations.of(7)[0].note == "Note 7"


def test_damage_of_any_kind_gives_files_or_one_line_never_a_traceback(path: Path, tmp_path: Path) -> None:
    made(tmp_path / "whole.db")
    written = 0
    for seed in range(cases(30)):
        shutil.copy(tmp_path / "whole.db", path)
        pages(path, random.Random(f"salvage {seed}"))
        out = tmp_path / f"out-{seed}"
        with suppress(SaysoError):
            export_all(path, out)
            written += 1
            assert (out / "index.json").is_file()
    assert written > 0
