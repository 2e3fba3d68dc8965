"""``sayso claims``: one file, or many texts in a stream."""

import json
from pathlib import Path

from tests.tui.commands.conftest import Sayso

SAID = "“Taxes will fall,” Ada Mensah said on Monday."


def lines(*documents: object) -> bytes:
    return b"".join(json.dumps(document).encode() + b"\n" for document in documents)


def test_the_table_names_the_speaker_the_cue_and_the_words(sayso: Sayso, article: Path) -> None:
    ran = sayso("claims", article)
    assert ran.code == 0
    row = next(line for line in ran.out.splitlines() if "We have not cut a single post" in line)
    assert "Marta Lindqvist" in row
    assert "said" in row
    assert "direct" in row


def test_json_holds_the_text_that_the_offsets_count_in(sayso: Sayso, article: Path) -> None:
    reading = sayso("claims", article, "--json").json
    assert reading["id"] == str(article)
    claim = next(c for c in reading["claims"] if c["quote"] == "direct")
    (start, end) = claim["content"][0]
    assert reading["text"][start:end] == "“We have not cut a single post,”"
    (start, end) = claim["cue"][0]
    assert reading["text"][start:end] == "said"
    assert {"source", "act", "nested", "speaker", "confidence", "why", "caveats", "hedges"} <= claim.keys()
    assert {"engine", "caveats", "sentences"} <= reading.keys()


def test_a_file_is_read_without_being_added(sayso: Sayso, article: Path, database: Path) -> None:
    assert sayso("claims", article).code == 0
    assert not database.exists()


def test_a_dash_reads_standard_input(sayso: Sayso) -> None:
    assert "Ada Mensah" in sayso("claims", "-", stdin=SAID.encode()).out


def test_a_stream_answers_line_by_line_in_order_with_offsets_into_the_text_as_given(sayso: Sayso) -> None:
    hard = "\n\n  " + SAID + "\x1b[31m\n"
    ran = sayso("claims", "--jsonl", stdin=lines({"id": "b", "text": SAID}, {"id": "a", "text": hard}))
    first, second = map(json.loads, ran.out.splitlines())
    assert (first["id"], second["id"]) == ("b", "a")
    start, end = second["claims"][0]["content"][0]
    assert hard[start:end] == "“Taxes will fall,”"


def test_a_bad_line_in_a_stream_is_reported_and_skipped(sayso: Sayso) -> None:
    bad = b'{"id": 1}\n[1, 2]\nnot json\n{"id": 2, "text": 3}\n\xff\xfe\n\n'
    ran = sayso("claims", "--jsonl", stdin=bad + lines({"id": "good", "text": SAID}))
    assert ran.code == 0
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == ["good"]
    assert [f"line {n}" in ran.err for n in range(1, 8)] == [True] * 5 + [False] * 2


def test_a_stream_survives_any_text(sayso: Sayso) -> None:
    texts = ["", " ", "\ud800", "“" * 50, "A" * 10_000, "👩‍👩‍👧 “hi” said Bo.", "\x00\x1b[2J"]
    ran = sayso("claims", "--jsonl", stdin=lines(*({"id": i, "text": t} for i, t in enumerate(texts))))
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == list(range(len(texts)))
    assert "\x1b" not in ran.out
