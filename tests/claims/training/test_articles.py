"""The project's annotated articles are what they are said to be."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.training.check import FEWEST_WORDS, MOST_WORDS, main
from claims.training.corpus import ARTICLES
from claims.training.notation import GENRES, AnnotatedArticle, read_file, read_folder

PARTS = ("train", "dev", "test")
PATHS = sorted(path for part in PARTS for path in (ARTICLES / part).glob("*.txt"))
SHARED = 12  # words in a row that no two articles have in common

pytestmark = pytest.mark.skipif(not ARTICLES.exists(), reason="no annotated articles in this checkout")


@pytest.fixture(scope="module")
def articles() -> dict[str, list[AnnotatedArticle]]:
    return {part: read_folder(ARTICLES / part) for part in PARTS}


def test_every_article_is_well_formed_and_of_the_length_agreed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0, capsys.readouterr().out


def test_there_are_two_hundred_and_of_every_genre_in_every_part(articles: dict[str, list[AnnotatedArticle]]) -> None:
    assert sum(map(len, articles.values())) >= 200
    for part, its in articles.items():
        assert set(Counter(one.genre for one in its)) == set(GENRES), part
    assert len(articles["test"]) >= len(articles["train"]) / 2  # a third of both


def test_a_tenth_is_annotated_twice(articles: dict[str, list[AnnotatedArticle]]) -> None:
    assert len([*(ARTICLES / "second").glob("*.txt")]) >= sum(map(len, articles.values())) / 10


def test_an_article_is_called_by_its_genre(articles: dict[str, list[AnnotatedArticle]]) -> None:
    for its in articles.values():
        assert [one.name for one in its if not one.name.startswith(f"{one.genre}-")] == []


def test_no_article_is_in_two_parts_and_no_two_have_a_sentence_in_common() -> None:
    seen: dict[tuple[str, ...], str] = {}
    for path in PATHS:
        for row in set(_rows(read_file(path).text)):
            assert row not in seen, f"{path.name} and {seen[row]}: {' '.join(row)}"
            seen[row] = path.name


def _rows(text: str) -> Iterator[tuple[str, ...]]:
    words = [word for word in (raw.strip("“”‘’\"'.,:;!?()–—-«»„").lower() for raw in text.split()) if word]
    return zip(*(words[number:] for number in range(SHARED)), strict=False)


def test_what_was_annotated_twice_is_an_article_of_the_same_words() -> None:
    texts = {path.stem: read_file(path).text for path in PATHS}
    for again in read_folder(ARTICLES / "second"):
        assert again.text == texts[again.name], again.name


@pytest.mark.parametrize("words", [FEWEST_WORDS - 1, MOST_WORDS + 1])
def test_an_article_that_is_too_short_or_too_long_is_reported(
    words: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "courts-x.txt"
    path.write_text("genre: courts\n\n" + "word " * words + "\n\n---\n", encoding="utf-8")
    assert main([str(path)]) == 1
    assert f"{words} words  (not 250 to 600)" in capsys.readouterr().out
