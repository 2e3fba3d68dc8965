"""``sayso claims``: one file, as a table, as JSON or at length."""

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.samples.sample_articles import ARTICLES
from tests.tui.commands.conftest import Sayso

SAID = "“Taxes will fall,” Ada Mensah said on Monday."


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


def test_a_claim_is_explained_with_its_words_its_attributes_and_the_evidence(sayso: Sayso, article: Path) -> None:
    ran = sayso("claims", "--explain", article)
    assert ran.code == 0
    first, *_ = ran.out.splitlines()
    assert first.endswith("found by the trained tagger (tagger-7)")
    part = next(part for part in ran.out.split("\n\n") if "“We have not cut a single post,”" in part)
    told = {line[:12].strip(): line[12:] for line in part.splitlines() if line[:12].strip()}
    assert told["source"].startswith("Marta Lindqvist")
    assert told["cue"] == "said"
    assert told["content"] == "“We have not cut a single post,”"
    assert told["kind"].startswith("speech · direct · told in a neutral word · at first hand")
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


@pytest.mark.usefixtures("no_model")
@pytest.mark.parametrize("form", [[], ["--json"], ["--explain"]], ids=["table", "json", "explained"])
def test_a_model_that_is_missing_is_told_on_standard_error(sayso: Sayso, article: Path, form: list[str]) -> None:
    ran = sayso("claims", article, *form)
    assert ran.code == 0
    (line,) = ran.err.splitlines()
    assert line == "sayso: Found by rules: the trained model cannot be used (network.onnx is missing)."
    assert "We have not cut a single post" in ran.out


@pytest.mark.usefixtures("no_model")
def test_adding_articles_says_so_once_too(sayso: Sayso, article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text(SAID, encoding="utf-8")
    ran = sayso("add", article, other)
    assert ran.code == 0
    assert len(ran.err.splitlines()) == 1


def test_no_claim_comes_from_code(sayso: Sayso) -> None:
    article = f"{SAID}\n\n```\nThe user said that it was broken.\n```\n"
    assert len(sayso("claims", "-", "--json", stdin=article.encode()).json["claims"]) == 1


RESULTS = Path(__file__).parents[3] / "samples" / "company-results.md"
"""An article with 24 claims and, among them, two attitudes."""


def numbers(out: str) -> list[str]:
    """What the claims are called: the first word of each line that is of one."""
    return [line.split()[0] for line in out.splitlines() if re.match(r"~?\d+ (?!claims)", line)]


@pytest.mark.parametrize("form", [[], ["--explain"]], ids=["table", "explained"])
def test_claims_have_their_numbers_of_the_reader_and_attitudes_come_after_them_where_asked_for(
    sayso: Sayso, form: list[str]
) -> None:
    claims_only = [str(number) for number in range(1, 25)]
    ran = sayso("claims", RESULTS, *form)
    assert numbers(ran.out) == claims_only
    assert "2 attitudes left out, which --attitudes prints too" in ran.err
    ran = sayso("claims", RESULTS, "--attitudes", *form)
    assert numbers(ran.out) == [*claims_only, "~25", "~26"]
    assert not ran.err


def test_json_and_the_article_in_words_number_the_claims_alike(sayso: Sayso) -> None:
    found = sayso("claims", RESULTS, "--json").json
    spoken = {one["number"]: one for one in found["claims"] if one["act"] == "speech"}
    plain = " ".join(sayso("read", "--plain", RESULTS).out.split())
    told = dict(re.findall(r"Claim (\d+)\. (.*?)(?= Claim \d|$)", plain))
    assert sorted(spoken) == sorted(map(int, told)) == [*range(1, 25)]
    for number, claim in spoken.items():
        start, end = claim["content"][0]
        assert " ".join(found["text"][start:end].split())[:20] in told[str(number)]
    assert sorted(one["number"] for one in found["claims"]) == [*range(1, 27)]


def test_no_claim_is_told_as_wholly_sure(sayso: Sayso) -> None:
    war = next(path for path in ARTICLES if path.stem == "war-wire")
    assert max(claim["confidence"] for claim in sayso("claims", war, "--json").json["claims"]) > 0.995
    for told in (sayso("claims", war).out, sayso("claims", war, "--explain").out):
        assert ">99%" in told
        assert "100%" not in told
