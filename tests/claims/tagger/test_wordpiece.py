"""Our WordPiece gives the pieces that the usual implementation gives, whatever the text."""

import json
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.tagger import FOLDER
from claims.tagger.network import VOCABULARY
from claims.tagger.wordpiece import WordPiece
from claims.training.corpus import ARTICLES
from tests.claims.tagger.make_wordpieces import EXPECTED, SAMPLE, Reference, described, words_of
from tests.claims.tagger.varied_text import lines
from tests.samples.sample_articles import ARTICLES as SAMPLES

WRITTEN: dict[str, Any] = json.loads(EXPECTED.read_text(encoding="utf-8"))


@pytest.mark.parametrize("expected", [pytest.param(one, id=one["text"][:20]) for one in WRITTEN["sample"]])
def test_a_text_comes_apart_as_written_down(vocabulary: WordPiece, expected: dict[str, Any]) -> None:
    words = words_of(FOLDER / VOCABULARY)
    numbers, starts = vocabulary.pieces(expected["text"])
    assert [words[number] for number in numbers] == expected["pieces"]
    assert starts == expected["starts"]


def test_every_text_of_the_sample_is_written_down() -> None:
    assert [one["text"] for one in WRITTEN["sample"]] == list(SAMPLE)


def test_a_long_text_with_signs_from_everywhere_comes_apart_as_the_usual_implementation_has_it(
    vocabulary: WordPiece,
) -> None:
    written = {key: value for key, value in WRITTEN.items() if key != "sample"}
    assert described(FOLDER / VOCABULARY, vocabulary.pieces) == written


def test_the_usual_implementation_agrees_on_articles_and_on_other_varied_text(vocabulary: WordPiece) -> None:
    pytest.importorskip("tokenizers")
    reference = Reference(FOLDER / VOCABULARY)
    for text in _texts():
        assert vocabulary.pieces(text) == reference.pieces(text)


def _texts() -> Iterator[str]:
    for path in [*SAMPLES, *sorted(ARTICLES.glob("*/*.txt"))]:
        yield path.read_text(encoding="utf-8")
    yield from lines(words_of(FOLDER / VOCABULARY), 1_000, seed=2)


def test_the_usual_implementation_agrees_on_every_sign_of_old(vocabulary: WordPiece) -> None:
    pytest.importorskip("tokenizers")
    reference = Reference(FOLDER / VOCABULARY)
    signs = [sign for sign in map(chr, range(1, sys.maxunicode + 1)) if _is_old(sign)]
    for first in range(0, len(signs), 200):
        text = " ".join(f"a{sign}b {sign} c" for sign in signs[first : first + 200])
        assert vocabulary.pieces(text) == reference.pieces(text), f"from {signs[first]!r}"


def _is_old(sign: str) -> bool:
    category = unicodedata.ucd_3_2_0.category(sign)
    return category == unicodedata.category(sign) and category not in ("Cn", "Cs")


@given(st.text())
def test_pieces_begin_inside_the_text_and_in_its_order(text: str) -> None:
    numbers, starts = TOY.pieces(text)
    assert len(numbers) == len(starts)
    assert starts == sorted(starts)
    assert all(0 <= start < len(text) for start in starts)


TOY = WordPiece(["[UNK]", "[CLS]", "[SEP]", "[MASK]", *"abcdefghijklmnopqrstuvwxyz", *(f"##{a}" for a in "abcdefg")])


def test_a_vocabulary_is_read_a_piece_a_line_whatever_signs_the_pieces_are(tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.txt"
    path.write_text("[UNK]\n[CLS]\n[SEP]\n[MASK]\n\u2028\n\x85\na\n", encoding="utf-8")
    read = WordPiece.load(path)
    assert len(read) == 7
    assert read.pieces("a") == ([6], [0])


def test_a_vocabulary_without_its_special_pieces_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.txt"
    path.write_text("a\nb\n", encoding="utf-8")
    with pytest.raises(KeyError):
        WordPiece.load(path)
