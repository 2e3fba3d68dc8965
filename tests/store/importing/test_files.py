"""Files, pipes and standard input: what is read, and the one line that bad input gets."""

import hashlib
import io
import os
import threading
from pathlib import Path

import pytest

from store.errors import SaysoError
from store.importing import files, read_file, read_stream


def _written(folder: Path, data: bytes, name: str = "article.md") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def _refusal(path: Path) -> str:
    with pytest.raises(SaysoError) as refused:
        read_file(path)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_a_file_is_read_with_its_path_and_the_hash_of_its_bytes(tmp_path: Path) -> None:
    data = "\ufeff# Head\r\n\r\nOne\r\ntwo.\r\n".encode()
    path = _written(tmp_path, data)
    imported = read_file(str(path))
    assert imported.document.text == "Head\nOne two."
    assert imported.source == "# Head\r\n\r\nOne\r\ntwo.\r\n"
    assert imported.file_sha256 == hashlib.sha256(data).hexdigest()
    assert (imported.path, imported.format, imported.notice) == (str(path), "markdown", "")


def test_standard_input_has_no_path() -> None:
    imported = read_stream(io.BytesIO(b"One paragraph.\rAnd another.\r"))
    assert imported.document.text == "One paragraph.\nAnd another."
    assert (imported.path, imported.format, imported.metadata.title) == (None, "plain", "One paragraph.")


def test_a_pipe_is_read_and_has_no_path(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"Through the pipe.",))
    writer.start()
    imported = read_file(pipe)
    writer.join()
    assert (imported.document.text, imported.path) == ("Through the pipe.", None)


def test_what_is_not_there_or_no_file_is_refused(tmp_path: Path) -> None:
    assert "no such file" in _refusal(tmp_path / "none.md")
    assert "no such file" in _refusal(tmp_path / "none.md" / "deeper.md")
    assert "no such file" in _refusal(Path("nul\0.md"))
    assert "is a folder" in _refusal(tmp_path)
    assert "is a device" in _refusal(Path("/dev/null"))
    assert "cannot be read" in _refusal(tmp_path / ("n" * 300))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = _written(tmp_path, b"secret")
    path.chmod(0)
    assert "permissions" in _refusal(path)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        bytes(range(1, 32)) * 9,
        b"PK\x03\x04" + bytes(99),
    ],
)
def test_binary_files_are_refused(tmp_path: Path, data: bytes) -> None:
    assert "is not text" in _refusal(_written(tmp_path, data))


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n", "\ufeff".encode(), b"---\ntitle: T\n---\n\n", b"<!-- only this -->\n"]
)
def test_files_with_nothing_to_read_are_refused(tmp_path: Path, data: bytes) -> None:
    assert "holds no text" in _refusal(_written(tmp_path, data))


def test_files_over_the_limit_are_refused_unparsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LIMIT", 1 << 20)
    assert "larger than 1 MB" in _refusal(_written(tmp_path, b"a" * ((1 << 20) + 1)))
    assert read_file(_written(tmp_path, b"a" * (1 << 20), "b.txt")).document.text == "a" * (1 << 20)


def test_names_and_messages_are_safe_to_print(tmp_path: Path) -> None:
    assert "\x1b" not in _refusal(tmp_path / "\x1b[31mred.md")
    imported = read_file(_written(tmp_path, b"```\ncode alone\n```\n", "\x1b[2J.md"))
    assert imported.metadata.title == "␛[2J"


def test_progress_is_reported_and_can_cancel(tmp_path: Path) -> None:
    path = _written(tmp_path, b"A *paragraph*.\n\n" * 3000)
    steps: list[tuple[int, int]] = []
    read_file(path, progress=lambda done, total: steps.append((done, total)))
    assert steps == sorted(steps)
    assert len(steps) > 10
    assert all(done <= total for done, total in steps)

    class CancelledError(Exception):
        pass

    def cancel(*_: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        read_file(path, progress=cancel)
