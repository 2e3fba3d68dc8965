"""``sayso claims``: one file, or many texts in a stream."""

import json
import subprocess
from pathlib import Path

import pytest
from rich.cells import cell_len

from claims import choosing
from claims.choosing import Chooser
from claims.raw import read_raw
from tests.claims.damage import ENGLISH
from tests.claims.test_language import OTHERS
from tests.terminal import SAYSO
from tests.tui.commands.conftest import Sayso

SAID = "“Taxes will fall,” Ada Mensah said on Monday."


@pytest.fixture
def no_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "IN_USE", Chooser(tmp_path))


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


def test_a_claim_is_explained_with_its_words_its_attributes_and_the_evidence(sayso: Sayso, article: Path) -> None:
    ran = sayso("claims", "--explain", article)
    assert ran.code == 0
    first, *_ = ran.out.splitlines()
    assert first.endswith("found by the trained tagger (tagger-1)")
    part = next(part for part in ran.out.split("\n\n") if "“We have not cut a single post,”" in part)
    told = {line[:12].strip(): line[12:] for line in part.splitlines() if line[:12].strip()}
    assert told["source"].startswith("Marta Lindqvist")
    assert told["cue"] == "said"
    assert told["content"] == "“We have not cut a single post,”"
    assert told["kind"].startswith("speech · direct · tone: neutral · hand: first")
    assert told["sure"].endswith("%")
    assert "cue “said”: a reporting verb" in " ".join(part.split())


@pytest.mark.usefixtures("no_model")
def test_what_is_explained_fits_eighty_columns_and_a_pipe_whatever_the_words(sayso: Sayso) -> None:
    words = "The ministry said that the sign " + "🌧" * 200 + " meant that the " + "bridge " * 40 + "was safe."
    out = sayso("claims", "--explain", "-", stdin=f"{SAID}\n\n{words}\n\nNobody \x1b[31mknows.".encode()).out
    assert max(map(cell_len, out.splitlines())) <= 80
    assert "🌧" * 10 in out
    assert "\x1b" not in out
    assert all(line == line.rstrip() for line in out.splitlines())


def test_explaining_is_for_people_and_a_corpus_convention_for_bulk(sayso: Sayso, article: Path) -> None:
    for wrong in (["--explain", "--json", article], ["--explain", "--jsonl"], ["--convention", "polnear", article]):
        ran = sayso("claims", *wrong)
        assert (ran.code, ran.out) == (2, "")
        assert len(ran.err.splitlines()) == 1


def test_by_the_corpus_convention_a_stream_has_the_finders_own_spans_in_the_same_form(sayso: Sayso) -> None:
    documents = lines({"id": 1, "text": SAID}, {"id": 2, "text": ENGLISH})
    by_guide = sayso("claims", "--jsonl", stdin=documents).out.splitlines()
    by_corpus = sayso("claims", "--jsonl", "--convention", "polnear", stdin=documents).out.splitlines()
    assert len(by_guide) == len(by_corpus) == 2
    for guided, raw in zip(map(json.loads, by_guide), map(json.loads, by_corpus), strict=True):
        assert list(raw) == list(guided)
        assert list(raw["claims"][0]) == list(guided["claims"][0])
    spans = [(claim.content, claim.cue, claim.source) for claim in read_raw(ENGLISH).claims]
    claims = json.loads(by_corpus[1])["claims"]
    assert [tuple(tuple(map(tuple, claim[role])) for role in ("content", "cue", "source")) for claim in claims] == spans
    assert sayso("claims", "--jsonl", "--convention", "guide", stdin=documents).out.splitlines() == by_guide


def test_a_stream_answers_each_line_before_it_waits_for_the_next(database: Path) -> None:
    command = [SAYSO, "claims", "--jsonl", "--convention", "polnear", "--db", str(database)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(2):
            process.stdin.write(lines({"id": number, "text": SAID}))
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()


@pytest.mark.usefixtures("no_model")
@pytest.mark.parametrize("form", [[], ["--json"], ["--explain"]], ids=["table", "json", "explained"])
def test_a_model_that_is_missing_is_told_on_standard_error(sayso: Sayso, article: Path, form: list[str]) -> None:
    ran = sayso("claims", article, *form)
    assert ran.code == 0
    (line,) = ran.err.splitlines()
    assert line == "sayso: Found by rules: the trained model cannot be used (network.onnx is missing)."
    assert "We have not cut a single post" in ran.out


@pytest.mark.usefixtures("no_model")
@pytest.mark.parametrize("convention", ["guide", "polnear"])
def test_a_stream_says_each_notice_once_and_every_line_holds_its_own(sayso: Sayso, convention: str) -> None:
    swedish = {"id": "sv", "text": OTHERS["Swedish"]}
    documents = lines({"id": 1, "text": SAID}, swedish, {"id": 2, "text": SAID}, swedish)
    ran = sayso("claims", "--jsonl", "--convention", convention, stdin=documents)
    assert len(ran.err.splitlines()) == (2 if convention == "guide" else 1)
    assert [len(json.loads(line)["notices"]) for line in ran.out.splitlines()] == [1, 1, 1, 1]
    assert json.loads(ran.out.splitlines()[0])["engine"] == "rules-1"


@pytest.mark.usefixtures("no_model")
def test_adding_articles_says_so_once_too(sayso: Sayso, article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text(SAID, encoding="utf-8")
    ran = sayso("add", article, other)
    assert ran.code == 0
    assert len(ran.err.splitlines()) == 1
