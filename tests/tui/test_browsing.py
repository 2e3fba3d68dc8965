"""What is listed of a folder, and what of that is like what is written."""

import os
import sqlite3
from pathlib import Path

import pytest

from tui.browsing import MOST, Entry, chosen_files, completed, contents, narrowed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles, a file of settings, a folder with one article, and nine files of which none can be one."""
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "one.txt").write_text("The mayor said that it was over.\n")
    for name in ("a.md", "b.txt", "keys.toml", ".hidden.md"):
        (tmp_path / name).write_text("The mayor said so.\n")
    connection = sqlite3.connect(tmp_path / "x.db")
    connection.execute("pragma journal_mode=wal")
    connection.execute("create table t (x)")
    for beside in ("-wal", "-shm"):
        (tmp_path / f"y.db{beside}").write_bytes((tmp_path / f"x.db{beside}").read_bytes())
    connection.close()
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (tmp_path / "book.pdf").write_bytes(b"%PDF-1.7\nAll of it is letters.\n")
    (tmp_path / "empty.md").touch()
    (tmp_path / "lost.md").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe")
    return tmp_path


def names(folder: Path, *, everything: bool = False) -> list[str]:
    return [entry.path.name for entry in contents(folder, everything=everything).entries]


def test_what_can_be_no_article_is_left_out_and_counted(folder: Path) -> None:
    assert names(folder) == ["more", "a.md", "b.txt", "keys.toml"]
    assert len(contents(folder).left_out) == 9
    assert len(names(folder, everything=True)) == 13
    assert contents(folder, everything=True).left_out == ()


def test_a_folder_stands_for_what_in_it_is_an_article_by_its_name(folder: Path) -> None:
    assert chosen_files([folder / "a.md", folder, folder / "more"]) == [
        folder / "a.md",
        folder / "b.txt",
        folder / "more" / "one.txt",
    ]


def test_a_folder_that_cannot_be_listed_tells_why(folder: Path) -> None:
    assert "No such file" in contents(folder / "nowhere").fault
    assert contents(Path("\0")).fault


def test_of_a_huge_folder_only_a_part_is_listed(tmp_path: Path) -> None:
    for number in range(MOST + 5):
        (tmp_path / f"{number}.md").write_text("So.")
    assert (len(contents(tmp_path).entries), contents(tmp_path).more) == (MOST, 5)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("", ["bridge.md", "Ōtāwhai bridge.md", "bridge", "ferry.txt"]),
        ("bridge", ["bridge", "bridge.md", "Ōtāwhai bridge.md"]),
        ("bridge ota", ["Ōtāwhai bridge.md"]),
        ("FERRY", ["ferry.txt"]),
        ("fy", ["ferry.txt"]),
        ("zz", []),
    ],
)
def test_a_list_is_narrowed_by_words_and_only_else_by_letters(wanted: str, found: list[str]) -> None:
    entries = [Entry(Path(name)) for name in ("bridge.md", "Ōtāwhai bridge.md", "bridge", "ferry.txt")]
    assert [entry.path.name for entry in narrowed(entries, wanted)] == found


def test_a_path_is_completed_as_far_as_it_can_only_be_meant(folder: Path) -> None:
    assert completed(f"{folder}/mo", Path("/")) == f"{folder}/more/"
    assert completed("more/", folder) == "more/one.txt"
    assert completed("./.h", folder) == "./.hidden.md"
    assert completed("/no/such/place", folder) == "/no/such/place"
