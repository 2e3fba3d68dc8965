"""Any bytes in a file of any name: an article that is kept as it is shown, or one line and a library as before."""

import random
from pathlib import Path

import pytest

from store.checking import check
from store.errors import SaysoError
from store.importing import read_file
from store.library import Library
from tests.store.damage import cases

SAMPLES = sorted((Path(__file__).parents[3] / "samples").glob("*-*.*"))
NAMES = ("a.md", "a.txt", "a.html", "a", "a.markdown", "a.pdf", "\x1b[31m.md", "e\u0301\u202e.txt")
ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "shift-jis")
PIECES = (
    b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x1b[31m", b"\x1a", b"\r", b"\x85", b"\xe2\x80\xae",
    b"---\n", b"---\ntitle: [\n---\n", b"title: \xc2\x80\n", b"date: 99999-99-99\n", b"&#x110000;", b"&#0;", b"<!--",
    b"<table><tr>", b"</p>" * 50, b"[x](", b"![]" * 50, b"> " * 200, b"- " * 200, b"`" * 99, b"*" * 999, b"|-|\n" * 9,
    b"\\", b"[^1]: ", b"http://[", b"{%", b"%PDF-1.7", b"PK\x03\x04", b"SQLite format 3\x00", "e\u0301".encode() * 99,
)  # fmt: skip


def scrambled(chance: random.Random) -> bytes:
    """A sample in any encoding with pieces left out, doubled and put in; now and then bytes of no kind."""
    if chance.random() < 0.1:
        return chance.randbytes(chance.choice((0, 1, 5, 600)))
    text = chance.choice(SAMPLES).read_text(encoding="utf-8")[: chance.choice((40, 400, 4000))]
    data = bytearray(text.encode(chance.choice(ENCODINGS), "replace"))
    for _ in range(chance.choice((0, 1, 3, 30))):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(4):
            case 0:
                data[at : at + chance.randrange(60)] = b""
            case 1:
                data[at:at] = data[at : at + chance.randrange(200)]
            case 2:
                data[at : at + 1] = chance.randbytes(1)
            case _:
                data[at:at] = chance.choice(PIECES)
    return bytes(data)


def test_any_file_is_kept_as_it_is_shown_or_refused_in_one_line_and_changes_nothing(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = refused = 0
    with Library(path) as library:
        for seed in range(cases(80)):
            chance = random.Random(seed)
            file = tmp_path / chance.choice(NAMES)
            file.write_bytes(scrambled(chance))
            before = path.read_bytes()
            line = ""
            try:
                imported = read_file(file)
            except SaysoError as error:
                line = str(error)
            if line:
                refused += 1
                assert len(line.splitlines()) == 1, seed
                assert not set(line) & {"\x1b", "\u202e"}, seed
                assert path.read_bytes() == before, seed
                continue
            article, outcome = library.articles.add(imported)
            kept += outcome.kind != "known"
            # What is known as an earlier text of an article does not become its newest again.
            if not outcome.earlier:
                assert library.articles.document(article).text == imported.document.text, seed
    assert not any(finding.problems for finding in check(path))
    with capsys.disabled():
        print(f"\n{cases(80)} scrambled files: {kept} kept, {refused} refused, 0 tracebacks")
