"""Paths as they are typed, pasted, and dropped on a terminal."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from tui.typed_paths import end_of, is_path, meant, parted, paths_in


@pytest.mark.parametrize("text", ["/", "~", ".", "./a", "../b.md", "more/one.txt", "'/a b.md'", "file:///a.md", '"/a'])
def test_what_begins_like_a_path_or_has_a_separator_is_one(text: str) -> None:
    assert is_path(text)


@pytest.mark.parametrize("text", ["", "bridge", "my file", "a.md", "a~b"])
def test_part_of_a_name_is_none(text: str) -> None:
    assert not is_path(text)


@pytest.mark.parametrize(
    ("pasted", "paths"),
    [
        ("/a/b.md\n", ["/a/b.md"]),
        ("/a/b.md\r\n~/c.md\n\n", ["/a/b.md", "~/c.md"]),
        ("/a/my file.md", ["/a/my file.md"]),  # copied, by somebody who quotes nothing
        (r"/a/my\ file.md /b.md ", ["/a/my file.md", "/b.md"]),
        ("'/a/my file.md' '/b.md'", ["/a/my file.md", "/b.md"]),
        ("'/a/it'\\''s.md'", ["/a/it's.md"]),
        ('"/a/my file.md"', ["/a/my file.md"]),
        ("file:///a/my%20file.md\nfile://host/c.md", ["/a/my file.md", "/c.md"]),
        ("/a/it's.md", ["/a/it's.md"]),  # a quotation mark that is a part of the name
        ("bridge", ["bridge"]),
        (" \n", []),
    ],
)
def test_pasted_paths_are_known_however_they_are_quoted(pasted: str, paths: list[str]) -> None:
    assert paths_in(pasted) == paths


def test_a_path_is_seen_from_the_folder_that_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ann")
    here = Path("/texts")
    assert meant("../a.md", here) == Path("/a.md")
    assert meant("~/b.md", here) == Path("/home/ann/b.md")
    assert meant("~nobody-of-that-name/b.md", here) == Path("/texts/~nobody-of-that-name/b.md")
    assert parted("more/on", here) == (Path("/texts/more"), "on")
    assert parted("/et", here) == (Path("/"), "et")
    assert parted("~", here) == (Path("/home/ann"), "")


@pytest.mark.parametrize("path", ["/a/path/of/thirty/letters/or/so", "/上海/新闻/文章/很长的路径", "/short"])
@pytest.mark.parametrize("room", [8, 9, 20, 40])
def test_of_a_path_that_has_no_room_the_end_is_shown(path: str, room: int) -> None:
    shown = end_of(path, room)
    assert cell_len(shown) <= room
    assert shown == path if cell_len(path) <= room else path.endswith(shown.removeprefix("…"))
