"""The way in: a path or a stream of bytes to an `Imported`, or one plain line on why not."""

import hashlib
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from store.article import Imported
from store.errors import SaysoError
from store.importing.decoding import decode
from store.importing.formats import detect
from store.importing.metadata import describe, with_headline
from store.safety import label

LIMIT = 64 * 1024 * 1024
LONG = 1_000_000
_BEGINNING = 64 * 1024

_ADDRESS = r"(?i)(?:[a-z][a-z0-9+.-]*:/|www\.)"
_WEB_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAKEN = "this is the article without the marks and notes that it added"
_TAKEN_OF_CHANGED = "somebody changed it since; what looks like its marks and notes was taken off"

Progress = Callable[[int, int], None]


class ImportingError(SaysoError):
    """A file or stream that cannot be read as an article."""


def read_file(path: str | Path, progress: Progress | None = None) -> Imported:
    """Read the file at ``path``, which may also be a pipe such as ``/dev/stdin``.

    ``progress`` is called with (done, total), in no unit, while a large Markdown text is parsed; an exception that
    it raises stops the import and reaches the caller. Raises `ImportingError` for what is not there, is no file, may
    not be read, is not text, is empty or is larger than `LIMIT` bytes.
    """
    shown = label(str(Path(path)))
    try:
        mode = Path(path).stat().st_mode
        if stat.S_ISDIR(mode):
            raise ImportingError(f"{shown} is a folder; give the path of a file in it")
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            raise ImportingError(f"{shown} is a device, not a file; give a text file, or - for standard input")
        with Path(path).open("rb") as stream:
            data = stream.read(LIMIT + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        if re.match(_ADDRESS, str(path)):
            raise ImportingError(
                f"{label(str(path))} is an address: save the page first, as text or clipped as Markdown, and open that"
            ) from error
        raise ImportingError(f"{shown}: no such file; check the path") from error
    except PermissionError as error:
        raise ImportingError(f"{shown} may not be read by you; check its permissions") from error
    except OSError as error:
        raise ImportingError(f"{shown} cannot be read: {label(error.strerror or str(error))}") from error
    # A pipe cannot be read twice, so its path leads nowhere.
    return _imported(data, shown, Path(path), _home(path) if stat.S_ISREG(mode) else None, progress)


def read_beginning(path: str | Path) -> Imported | None:
    """Read the beginning of a file of more than `LONG` bytes, so that it can be looked at while the whole is added.

    None of a shorter one, and of what may be no article or not be found under its name again: `read_file` tells.
    """
    try:
        facts = Path(path).stat()
        if not stat.S_ISREG(facts.st_mode) or not LONG < facts.st_size <= LIMIT or "\ufffd" in _home(path):
            return None
        with Path(path).open("rb") as stream:
            data = stream.read(_BEGINNING)
        # Not within a line, where there are any, nor within a character.
        data = data[: data.rfind(b"\n") if b"\n" in data else data.rfind(b" ")]
        found = _imported(data, label(str(Path(path))), Path(path), _home(path), None)
    except (OSError, ValueError, ImportingError):
        return None
    return found._replace(notice="", beginning=True)


def identity(path: str | Path) -> tuple[str, str] | None:
    """Return where a file is, as `Imported.path` has it, and the SHA-256 of its bytes.

    None of what is no such file, or cannot be read twice: what is wrong with it, `read_file` says.
    """
    try:
        if not stat.S_ISREG(Path(path).stat().st_mode):
            return None
        with Path(path).open("rb") as stream:
            return _home(path), hashlib.file_digest(stream, "sha256").hexdigest()
    except (OSError, ValueError):
        return None


def read_stream(stream: BinaryIO, name: str = "standard input") -> Imported:
    """Read ``stream`` to its end; ``name`` stands for it in messages. Raises `ImportingError` as `read_file` does."""
    try:
        data = stream.read(LIMIT + 1)
    except OSError as error:
        raise ImportingError(f"{label(name)} cannot be read: {label(error.strerror or str(error))}") from error
    return _imported(data, label(name), Path(name), None, None)


def _home(path: str | Path) -> str:
    # A name that is not UTF-8 could not be kept.
    return os.fsencode(Path(path).absolute()).decode("utf-8", "replace")


def _imported(data: bytes, shown: str, name: Path, path: str | None, progress: Progress | None) -> Imported:
    if len(data) > LIMIT:
        raise ImportingError(f"{shown} is larger than {LIMIT >> 20} MB; split it and read the parts")
    decoded = decode(data)
    if decoded is not None and _WEB_PAGE.match(decoded[0]):
        raise ImportingError(f"{shown} is a web page (HTML); save its text, or clip it as Markdown, and open that")
    if decoded is None:
        raise ImportingError(f"{shown} is not text; give Markdown or plain text")
    source, notice = decoded
    text = source.replace("\r\n", "\n").replace("\r", "\n")
    notices = [notice] if notice else []
    fields: dict[str, str] = {}
    export_of = ""
    kind = detect(text, name.suffix)
    # Deferred, so that a plain text pays for no Markdown parser.
    if kind == "plain":
        from store.importing.plain import parse_plain

        document = parse_plain(text)
    else:
        from store.importing.exported import TEXT, is_export, without_additions
        from store.importing.front_matter import split
        from store.importing.markdown import parse_markdown

        fields, body, broken = split(text)
        notices += [broken] if broken else []
        document = parse_markdown(body, progress)
        if is_export(fields):
            export_of = fields.get(TEXT, "")
            document, whole = without_additions(document, export_of)
            notices.append(f"{shown} is an export of Sayso's: {_TAKEN if whole else _TAKEN_OF_CHANGED}")
    if not str(document.text).strip():
        raise ImportingError(f"{shown} holds no text to read")
    metadata = describe(fields, document, name.stem)
    if fields.get("title") and not fields.get("exported-by"):
        document = with_headline(document, metadata.title)
    return Imported(
        document=document,
        metadata=metadata,
        source=source,
        format=kind,
        file_sha256=hashlib.sha256(data).hexdigest(),
        path=path,
        notice="; ".join(notices),
        export_of=export_of,
    )
