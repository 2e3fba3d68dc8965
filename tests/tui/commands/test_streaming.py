"""``sayso claims --jsonl``: a line of JSON in, a line of JSON out, and what becomes of lines that are none."""

import json
import math
import subprocess
from pathlib import Path

import pytest

import claims
from claims.raw import read_raw
from tests.claims.damage import ENGLISH
from tests.claims.test_language import OTHERS
from tests.terminal import SAYSO
from tests.tui.commands.conftest import Sayso

SAID = "“Taxes will fall,” Ada Mensah said on Monday."


def lines(*documents: object) -> bytes:
    return b"".join(json.dumps(document).encode() + b"\n" for document in documents)


def strictly(line: str) -> object:
    """``line`` as a reader takes it that knows JSON and nothing beside it."""

    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    return json.loads(line, parse_constant=refuse)


def test_a_stream_answers_line_by_line_in_order_with_offsets_into_the_text_as_given(sayso: Sayso) -> None:
    hard = "\n\n  " + SAID + "\x1b[31m\n"
    ran = sayso("claims", "--jsonl", stdin=lines({"id": "b", "text": SAID}, {"id": "a", "text": hard}))
    first, second = map(json.loads, ran.out.splitlines())
    assert (first["id"], second["id"]) == ("b", "a")
    start, end = second["claims"][0]["content"][0]
    assert hard[start:end] == "“Taxes will fall,”"


BAD = {
    "no JSON": (b"nothing", "not JSON"),
    "cut short": (b'{"id": 1, "text": "He', "not JSON"),
    "two documents": (b'{"id": 1, "text": ""} {"id": 2, "text": ""}', "not JSON"),
    "another encoding": ('{"id": 1, "text": "é"}'.encode("latin-1"), "not UTF-8"),
    "UTF-16": ('{"id": 1, "text": ""}'.encode("utf-16"), "not UTF-8"),
    "no object": (b"[1, 2]", "not an object"),
    "no text": (b'{"id": 1}', "no text"),
    "no id": (b'{"text": ""}', "no id"),
    "a text that is a number": (b'{"id": 1, "text": 3}', "not a string"),
    "an id that is a list": (b'{"id": [[1]], "text": ""}', "neither a string nor a number"),
    "an id that is true": (b'{"id": true, "text": ""}', "neither a string nor a number"),
    "an id that is null": (b'{"id": null, "text": ""}', "neither a string nor a number"),
    "NaN": (b'{"id": NaN, "text": ""}', "NaN"),
    "Infinity": (b'{"id": -Infinity, "text": ""}', "-Infinity"),
    "Infinity beside": (b'{"id": 1, "text": "", "weight": [Infinity]}', "Infinity"),
    "beyond a double": (b'{"id": 1e999, "text": ""}', "1e999 is too great"),
    "beyond 20 digits": (b'{"id": 900719925474099290071, "text": ""}', "is too great: write it as a string"),
    "as far below zero": (b'{"id": 1, "text": "", "more": [-900719925474099290071]}', "is too great"),
    "endless digits": (b'{"id": ' + b"7" * 5000 + b', "text": ""}', "is too great: write it as a string"),
    "half a pair in the id": (b'{"id": "\\ud800", "text": ""}', "half a surrogate pair (\\ud800)"),
    "half a pair in the text": (b'{"id": 1, "text": "Hm \\udc00"}', "half a surrogate pair (\\udc00)"),
    "half a pair in a key": (b'{"id": 1, "text": "", "\\udbff": 2}', "half a surrogate pair (\\udbff)"),
    "half a pair within": (b'{"id": 1, "text": "", "more": [["\\udfff"]]}', "half a surrogate pair (\\udfff)"),
    "a key twice": (b'{"id": 1, "id": 2, "text": ""}', "'id' stands twice"),
    "a key twice within": (b'{"id": 1, "text": "", "more": [{"a\\u001b": 1, "a\\u001b": 2}]}', "stands twice"),
    "nested deep": (b'{"id": 1, "text": "", "more": ' + b"[" * 200_000 + b"]" * 200_000 + b"}", "nested too deep"),
}


@pytest.mark.parametrize(("bad", "why"), BAD.values(), ids=BAD)
def test_a_line_that_is_no_document_is_named_with_the_reason_and_the_others_are_answered(
    sayso: Sayso, bad: bytes, why: str
) -> None:
    good = lines({"id": "good", "text": SAID})
    ran = sayso("claims", "--jsonl", stdin=good + b"\n" + bad + b"\r\n" + good)
    assert [strictly(line)["id"] for line in ran.out.splitlines()] == ["good", "good"]  # type: ignore[index]
    (said,) = ran.err.splitlines()
    assert said.startswith("sayso: line 3 skipped: ")
    assert why in said
    assert said.isprintable()
    assert len(said) < 120
    assert ran.code == 2


def test_every_bad_line_has_a_line_and_a_stream_without_one_ends_well(sayso: Sayso) -> None:
    ran = sayso("claims", "--jsonl", stdin=b"".join(bad + b"\n" for bad, _ in BAD.values()))
    assert (ran.code, ran.out) == (2, "")
    assert [line.split()[2] for line in ran.err.splitlines()] == [str(n) for n in range(1, len(BAD) + 1)]
    ran = sayso("claims", "--jsonl", stdin=b"\xef\xbb\xbf" + lines({"id": "first", "text": SAID}) + b"\n \n")
    assert (ran.code, ran.err) == (0, "")
    assert strictly(ran.out)["id"] == "first"  # type: ignore[index]


@pytest.mark.parametrize("name", ["", "名 \u2028\x1b😀", 0, -1.5, 1e300, 2**64, 1 - 2**64, str(10**399)])
def test_the_id_comes_back_as_it_was(sayso: Sayso, name: object) -> None:
    ran = sayso("claims", "--jsonl", stdin=lines({"id": name, "text": SAID, "more": {"deep": [{}]}}))
    assert strictly(ran.out)["id"] == name  # type: ignore[index]


def test_a_text_that_the_engine_fails_on_costs_the_others_nothing(
    sayso: Sayso, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = claims.read
    monkeypatch.setattr(claims, "read", lambda text: read(text) if text else math.sqrt(-1))
    ran = sayso("claims", "--jsonl", stdin=lines({"id": 1, "text": ""}, {"id": 2, "text": SAID}))
    assert [strictly(line)["id"] for line in ran.out.splitlines()] == [2]  # type: ignore[index]
    assert ran.err == "sayso: line 1 skipped: the engine failed on it (ValueError)\n"
    assert ran.code == 2


def test_a_stream_survives_any_text(sayso: Sayso) -> None:
    texts = ["", " ", "“" * 50, "A" * 10_000, "👩‍👩‍👧 “hi” said Bo.", "\x00\x1b[2J", f"Bo said {'9' * 400} came."]
    ran = sayso("claims", "--jsonl", stdin=lines(*({"id": i, "text": t} for i, t in enumerate(texts))))
    assert [strictly(line)["id"] for line in ran.out.splitlines()] == list(range(len(texts)))  # type: ignore[index]
    assert ran.code == 0
    assert "\x1b" not in ran.out


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
@pytest.mark.parametrize("convention", ["guide", "polnear"])
def test_a_stream_says_each_notice_once_and_every_line_holds_its_own(sayso: Sayso, convention: str) -> None:
    swedish = {"id": "sv", "text": OTHERS["Swedish"]}
    documents = lines({"id": 1, "text": SAID}, swedish, {"id": 2, "text": SAID}, swedish)
    ran = sayso("claims", "--jsonl", "--convention", convention, stdin=documents)
    assert len(ran.err.splitlines()) == (2 if convention == "guide" else 1)
    assert [len(json.loads(line)["notices"]) for line in ran.out.splitlines()] == [1, 1, 1, 1]
    assert json.loads(ran.out.splitlines()[0])["engine"] == "rules-6"
