"""The whole library as plain files: nothing is left out, and all of it can be read without this program."""

import json
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from store.exporting import CannotWriteError
from store.exporting.everything import export_all
from store.importing import read_file
from store.library import Library
from tests.store.make_schema import BRIDGE, FERRY, made


@pytest.fixture
def written(path: Path, tmp_path: Path) -> Path:
    """The folder that a library with something of everything was written to."""
    made(path)
    with Library(path) as library:
        library.bin.put(library.articles.get(3))
    export_all(path, tmp_path / "out")
    return tmp_path / "out"


def parsed(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))


def test_the_index_names_a_folder_for_each_article_also_of_those_in_the_bin(written: Path) -> None:
    articles = parsed(written / "index.json")["articles"]
    assert {one["folder"] for one in articles} == {entry.name for entry in written.iterdir() if entry.is_dir()}
    assert [bool(one["deleted"]) for one in articles] == [False, False, True]
    assert articles[0]["folder"] == "00001-ferry-company-denies-cutting-crews"


def test_each_text_is_there_as_it_came_and_agrees_with_its_hashes(written: Path) -> None:
    ferry = parsed(written / "00001-ferry-company-denies-cutting-crews" / "article.json")
    (revision,) = ferry["revisions"]
    source = (written / "00001-ferry-company-denies-cutting-crews" / revision["file"]).read_bytes()
    assert source.decode() == FERRY
    assert sha256(source).hexdigest() == revision["file_as_text_sha256"] == revision["file_sha256"]
    assert sha256(revision["text"].encode()).hexdigest() == revision["text_sha256"]


def test_each_text_has_the_tags_that_it_gives_itself(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "tagged.md"
    file.write_text("---\ntitle: Tagged\ntags: [courts, fraud]\n---\n\nA text, she said.\n", encoding="utf-8")
    with Library(path) as library:
        library.articles.add(read_file(file))
    export_all(path, tmp_path / "out")
    folder = tmp_path / "out" / "00001-tagged"
    assert parsed(folder / "article.json")["revisions"][0]["tags"] == ["courts", "fraud"]
    assert "article-tags:\n- courts\n- fraud\n" in (folder / "article.md").read_text(encoding="utf-8")


def test_all_annotations_are_there_with_their_places_their_tags_and_their_history(written: Path) -> None:
    ferry = parsed(written / "00001-ferry-company-denies-cutting-crews" / "article.json")
    text = ferry["revisions"][0]["text"]
    kept = {one["uid"]: one for one in ferry["annotations"]}
    assert set(kept) == {"accepted", "checked", "by-hand", "highlight", "binned"}
    assert kept["binned"]["deleted"] is not None
    assert kept["accepted"]["tags"] == ["safety", "ferry"]
    for one in kept.values():
        assert all(text[part["start"] : part["end"]] == part["exact"] for part in one["selectors"])
    assert [change["after"]["note"] for change in ferry["history"] if change["uid"] == "accepted"] == ["Since when?"]


def test_every_value_of_every_annotation_and_change_is_in_the_files(written: Path, path: Path) -> None:
    exported = "\n".join(file.read_text(encoding="utf-8") for file in written.rglob("article.json"))
    with closing(sqlite3.connect(path)) as connection:
        for table in ("annotations", "history", "drafts", "tags"):
            rows = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            assert rows > 0
        for (key,) in connection.execute("SELECT key FROM history UNION SELECT uid FROM annotations"):
            assert f'"{key}"' in exported
        for (name,) in connection.execute("SELECT name FROM tags WHERE id IN (SELECT tag FROM annotation_tags)"):
            assert f'"{name}"' in exported
    assert "Whom did they te" in exported


def test_the_annotated_article_is_there_to_be_read(written: Path) -> None:
    markdown = (written / "00001-ferry-company-denies-cutting-crews" / "article.md").read_text(encoding="utf-8")
    assert "<mark>" in markdown
    assert "Since when?" in markdown
    assert len(list(written.glob("00002-the-bridge-in-łódź-*"))) == 1
    assert BRIDGE in "".join(file.read_text() for file in written.rglob("revision-1.txt"))


@pytest.mark.parametrize("title", ["../../etc", "a/b\\c:d", ".", "\U0001f600", "CON", "x" * 300])
def test_no_title_leads_out_of_the_folder(title: str, path: Path, tmp_path: Path) -> None:
    made(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE articles SET title = ? WHERE id = 1", [title])
        connection.commit()
    export_all(path, tmp_path / "out")
    folders = [one["folder"] for one in parsed(tmp_path / "out" / "index.json")["articles"]]
    assert folders[0].startswith("00001")
    assert all((tmp_path / "out" / name / "article.json").is_file() for name in folders)


def test_a_folder_with_anything_in_it_is_left_alone(path: Path, tmp_path: Path) -> None:
    made(path)
    full, empty = tmp_path / "full", tmp_path / "empty"
    full.mkdir()
    (full / "precious").write_text("mine")
    empty.mkdir()
    for place in (full, full / "precious", tmp_path / "no" / "such" / "folder"):
        with pytest.raises(CannotWriteError):
            export_all(path, place)
    assert [file.name for file in full.iterdir()] == ["precious"]
    assert export_all(path, empty).articles == 3


def test_interrupted_nothing_is_there(path: Path, tmp_path: Path) -> None:
    made(path)

    def stop(_done: int, _all: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_all(path, tmp_path / "out", stop)
    assert [entry.name for entry in tmp_path.iterdir()] == ["sayso.db"]


def test_what_cannot_be_read_of_one_article_keeps_none_of_the_others_out(path: Path, tmp_path: Path) -> None:
    made(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE annotations SET selectors = 'spoilt' WHERE uid = 'mind'")
        connection.commit()
    done = export_all(path, tmp_path / "out")
    assert (done.articles, len(done.problems)) == (3, 1)
    bridge = next((tmp_path / "out").glob("00002-*"))
    assert '"spoilt"' in (bridge / "article.json").read_text()
    assert not (bridge / "article.md").exists()
    assert len(list((tmp_path / "out").rglob("article.md"))) == 2
