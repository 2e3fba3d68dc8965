"""Both corpora are read into one shape, and what is wrong with a file is told with its line."""

import json
from pathlib import Path
from typing import Any

import pytest

from claims.training import corpus
from claims.training.corpus import GUIDE, POLNEAR, DataError, held_out, own, polnear

TEXT = "She said it rained."
CLAIM = {"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 18]]}


def written(tmp_path: Path, *lines: Any) -> Path:
    path = tmp_path / "train.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


def test_polnear_is_read_from_json_lines(tmp_path: Path) -> None:
    (article,) = polnear(written(tmp_path, {"id": "a", "text": TEXT, "claims": [CLAIM]}))
    assert (article.name, article.text, article.convention) == ("a", TEXT, POLNEAR)
    (claim,) = article.claims
    assert (claim.source, claim.cue, claim.content, claim.nested) == (((0, 3),), ((4, 8),), ((9, 18),), False)


def test_a_claim_without_content_is_none(tmp_path: Path) -> None:
    (article,) = polnear(written(tmp_path, {"id": "a", "text": TEXT, "claims": [{**CLAIM, "content": []}]}))
    assert article.claims == ()


def test_a_line_of_json_may_hold_what_ends_a_line_elsewhere(tmp_path: Path) -> None:
    articles = polnear(written(tmp_path, {"id": "a", "text": "one\u2028two\x85three", "claims": []}))
    assert [one.text for one in articles] == ["one\u2028two\x85three"]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("no article", id="a string"),
        pytest.param([], id="a list"),
        pytest.param({"id": "b", "text": TEXT}, id="no claims"),
        pytest.param({"id": "b", "text": TEXT, "claims": [{"content": [[0, 3]]}]}, id="roles missing"),
        pytest.param({"id": "b", "text": TEXT, "claims": [{**CLAIM, "cue": [[4]]}]}, id="half a span"),
        pytest.param({"id": "b", "text": TEXT, "claims": [{**CLAIM, "cue": [[4, 99]]}]}, id="span outside of the text"),
        pytest.param({"id": "b", "text": TEXT, "claims": [{**CLAIM, "cue": [[8, 8]]}]}, id="empty span"),
    ],
)
def test_a_line_that_is_no_article_is_named(tmp_path: Path, line: Any) -> None:
    path = written(tmp_path, {"id": "a", "text": TEXT, "claims": [CLAIM]}, line)
    with pytest.raises(DataError, match=r"train\.jsonl, line 2: not an article as JSON"):
        polnear(path)


def test_a_file_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "train.jsonl"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(DataError, match="line 1: not an article"):
        polnear(path)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(DataError, match="not UTF-8"):
        polnear(path)
    path.write_text("", encoding="utf-8")
    with pytest.raises(DataError, match="no articles in it"):
        polnear(path)


def test_the_projects_own_articles_go_by_the_guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "ARTICLES", tmp_path)
    (tmp_path / "train").mkdir()
    (tmp_path / "train" / "courts-x.txt").write_text(
        "genre: courts\n\n{s1 She} {q1 said} {c1 {s2 he} {q2 thought} {c2 it rained}}.\n\n---\n"
        "1: speech, indirect, -\n2: attitude, indirect, -, nested\n",
        encoding="utf-8",
    )
    (article,) = own("train")
    assert (article.name, article.text, article.convention) == ("courts-x", "She said he thought it rained.", GUIDE)
    assert [(one.content, one.nested) for one in article.claims] == [(((9, 29),), False), (((20, 29),), True)]


def test_a_part_without_articles_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "ARTICLES", tmp_path)
    with pytest.raises(DataError, match="train: no articles in it"):
        own("train")


def test_about_a_fifth_is_held_out_and_always_the_same() -> None:
    names = [f"paper_2016-{number}" for number in range(2_000)]
    kept = [name for name in names if held_out(name)]
    assert 0.17 < len(kept) / len(names) < 0.23
    assert kept[:3] == [name for name in names if held_out(name)][:3]
    assert held_out("breitbart_2015-11-11_the-ninth-circle-the-hellish-vie") is False
