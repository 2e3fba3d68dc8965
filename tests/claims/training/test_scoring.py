"""How found claims are compared with annotated ones."""

import random

import pytest

from claims.training.scoring import Counts, Spoken, compared, interval, matched, segments

TEXT = "“It is safe and sound,” the minister said. He warned drivers."


def spoken(content: str, source: str = "", cue: str = "") -> Spoken:
    def spans(part: str) -> tuple[tuple[int, int], ...]:
        start = TEXT.find(part)
        return ((start, start + len(part)),) if part else ()

    return Spoken(spans(content), spans(cue), spans(source))


WHOLE = spoken("“It is safe and sound,”", "the minister", "said")


@pytest.mark.parametrize("content", ["“It is safe and sound,”", "It is safe and", "safe and sound,”"])
def test_half_of_the_content_and_a_word_of_the_source_is_enough(content: str) -> None:
    assert matched(TEXT, [WHOLE], [spoken(content, "minister")]) == [(0, 0)]


@pytest.mark.parametrize("found", [spoken("sound", "the minister"), spoken("It is safe", "He"), spoken("It is safe")])
def test_less_content_or_another_source_is_not(found: Spoken) -> None:
    assert matched(TEXT, [WHOLE], [found]) == []


def test_a_claim_is_found_once() -> None:
    assert matched(TEXT, [WHOLE], [WHOLE, WHOLE]) == [(0, 0)]


def test_segments_are_words_and_a_source_hides_content() -> None:
    overlapping = [spoken("the minister said. He", "the minister"), WHOLE]
    found = segments(TEXT, overlapping)
    assert found["source"] == {(8, 10)}
    assert found["cue"] == {(10, 11)}
    assert found["content"] == {(0, 8), (11, 13)}


def test_counts_add_up() -> None:
    counts = compared(TEXT, [WHOLE], [WHOLE, spoken("drivers", "He", "warned")])
    assert counts["claim"] == Counts(1, 2, 1)
    assert counts["source"] == Counts(1, 2, 1)
    assert (counts["claim"].precision, counts["claim"].recall) == (0.5, 1.0)
    assert counts["claim"].f1 == pytest.approx(2 / 3)


def test_nothing_found_and_nothing_there_is_no_division_by_zero() -> None:
    assert (Counts().precision, Counts().recall, Counts().f1) == (0, 0, 0)


def test_the_interval_holds_the_figure_and_narrows_with_more_articles() -> None:
    rng = random.Random(1)
    few = [Counts(right := rng.randint(0, 9), right + 1, right + 2) for _ in range(10)]
    many = few * 20
    low, high = interval(few, lambda one: one.f1)
    assert low < sum(few, Counts()).f1 < high
    narrower = interval(many, lambda one: one.f1)
    assert narrower[1] - narrower[0] < high - low
