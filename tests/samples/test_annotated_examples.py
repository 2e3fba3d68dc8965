"""The annotated claims stand word for word in their articles and keep to the definition of a claim."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.samples.sample_articles import ARTICLES, FOLDER, annotations, document, examples

KEYS = {"source", "cue", "content", "speaker", "quote", "nested", "act"}
ROW = re.compile(r"^\| \[(?P<name>\S+)\]\(.*\| *(?P<claims>\d+) \| *(?P<nested>\d+) \| *(?P<attitudes>\d+) \|$", re.M)

each_article = pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)


@each_article
def test_a_claim_has_the_fields_of_the_notation(path: Path) -> None:
    for claim in annotations(path):
        assert claim.keys() <= KEYS
        assert claim["content"]
        assert claim["speaker"] is None or claim["speaker"]
        assert claim["quote"] in {"direct", "indirect", "mixed"}
        assert claim.get("act", "attitude") == "attitude"


@each_article
def test_source_cue_and_content_stand_in_the_article_in_order(path: Path) -> None:
    found = list(examples(path))
    starts = [example.content[0][0] for example in found]
    assert len(found) == len(annotations(path))
    assert starts == sorted(starts)


@each_article
def test_the_parts_of_a_claim_stand_within_a_sentence_or_two(path: Path) -> None:
    text = document(path).text
    for example in examples(path):
        spans = [span for span in (example.source, example.cue, *example.content) if span]
        between = text[min(end for _, end in spans) : max(start for start, _ in spans)]
        assert len(re.findall(r"[.!?…][”’»\"']? ", between)) <= 2, example.fields
        assert between.count("\n") <= 1, example.fields


@each_article
def test_content_leaves_out_the_punctuation_that_the_attribution_brings(path: Path) -> None:
    for claim in annotations(path):
        for piece in claim["content"]:
            assert piece == piece.strip()
            assert piece[-1] not in ",:;", piece
            if claim["quote"] == "indirect":
                assert not piece.endswith(".") or piece.endswith((" a.m.", " p.m.")), piece


@each_article
def test_a_claim_is_direct_when_all_of_it_is_quoted_and_mixed_when_some_is(path: Path) -> None:
    article = document(path)
    quotations = [b for b in article.blocks if any(container.kind == "quote" for container in b.within)]
    displayed = {article.text[block.start : block.end] for block in quotations}
    for example in examples(path):
        claim = example.fields
        pieces = claim["content"]
        if all(piece[0] in "“‘«\"'" for piece in pieces) or pieces[0] in displayed:
            expected = "direct"
        elif any(re.search(r"[“‘«\"]|(?<!\w)'", piece) for piece in pieces):
            expected = "mixed"
        else:
            expected = "indirect"
        assert claim["quote"] == expected, claim


@each_article
def test_nested_claims_lie_inside_another_claim_and_others_do_not(path: Path) -> None:
    found = list(examples(path))
    for example in found:
        spans = [span for span in (example.source, example.cue, *example.content) if span]
        start, end = min(spans)[0], max(end for _, end in spans)
        contents = [span for other in found if other is not example for span in other.content]
        inside = any(outer_start <= start and end <= outer_end for outer_start, outer_end in contents)
        assert inside == example.nested, example.fields


@each_article
def test_a_speaker_is_named_in_the_words_of_the_article_without_a_leading_the(path: Path) -> None:
    text = document(path).text
    for speaker in filter(None, (claim["speaker"] for claim in annotations(path))):
        assert speaker in text
        assert not speaker.lower().startswith(("the ", "a ", "an "))


@each_article
def test_the_readme_gives_the_counts_of_the_annotations(path: Path) -> None:
    rows = {row["name"]: row for row in ROW.finditer((FOLDER / "README.md").read_text(encoding="utf-8"))}
    counts = Counter[str]()
    for claim in annotations(path):
        counts.update(claims=1, nested=bool(claim.get("nested")), attitudes=claim.get("act") == "attitude")
    assert {name: int(rows[path.name][name]) for name in ("claims", "nested", "attitudes")} == dict(counts)


def test_between_them_the_examples_hold_every_shape_of_claim() -> None:
    found = [claim for path in ARTICLES for claim in annotations(path)]
    assert {claim["quote"] for claim in found} == {"direct", "indirect", "mixed"}
    assert any("source" not in claim and "cue" in claim for claim in found)
    assert any("source" not in claim and "cue" not in claim and claim["speaker"] for claim in found)
    assert any(len(claim["content"]) > 1 for claim in found)
    assert {"—", ":", "--"} <= {claim.get("cue") for claim in found}
