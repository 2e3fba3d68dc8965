"""Writing an export into a file that may be there already."""

from pathlib import Path

import pytest

from store.exporting import CannotWriteError, write_file


def test_a_new_file_is_written_and_nothing_kept(tmp_path: Path) -> None:
    assert write_file(tmp_path / "out.md", "über") is None
    assert (tmp_path / "out.md").read_text(encoding="utf-8") == "über"


def test_the_file_that_stood_there_is_kept_with_its_permissions(tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    out.write_text("old")
    out.chmod(0o640)
    kept = write_file(out, "new")
    assert kept == tmp_path / "out.md~"
    assert kept.read_text() == "old"
    assert out.read_text() == "new"
    assert out.stat().st_mode & 0o777 == 0o640


def test_the_same_text_again_leaves_an_earlier_file_kept(tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    out.write_text("mine")
    write_file(out, "export")
    assert write_file(out, "export") is None
    assert (tmp_path / "out.md~").read_text() == "mine"


def test_what_was_kept_before_is_not_written_over(tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    out.write_text("mine")
    write_file(out, "one")
    assert write_file(out, "two") == tmp_path / "out.md~2"
    assert [(tmp_path / name).read_text() for name in ("out.md~", "out.md~2", "out.md")] == ["mine", "one", "two"]


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to("real.md")
    write_file(tmp_path / "link.md", "new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "new"


def test_a_device_is_written_to_and_stays_one() -> None:
    assert write_file("/dev/null", "x") is None
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("place", ["no/such/folder/out.md", "."])
def test_a_place_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path, place: str) -> None:
    with pytest.raises(CannotWriteError, match="choose another place"):
        write_file(tmp_path / place, "x")
    assert list(tmp_path.iterdir()) == []
