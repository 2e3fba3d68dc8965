"""Figures that measure a time, a share or a sum, and those that only name a thing."""

from time import process_time

import pytest

from claims.attributes.uncounted import not_counting
from store.questions import questions
from tests.claims.by_rules import read


def figures(said: str) -> list[tuple[str, str, float | None]]:
    text = f"Holm said that {said}."
    return [(text[slice(*one.span)], one.kind, one.value) for one in read(text).claims[0].quantities]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("they came up to three hours late", ("three hours", 3.0)),
        ("it was off for forty minutes after midnight", ("forty minutes", 40.0)),
        ("she was given two years in jail", ("two years", 2.0)),
        ("it took thirty years", ("thirty years", 30.0)),
        ("it took ten to twelve weeks", ("ten to twelve weeks", 12.0)),
        ("it took two and a half years", ("two and a half years", 2.5)),
        ("it took three full days", ("three full days", 3.0)),
        ("it was a 48-hour walk", ("48-hour", 48.0)),
        ("only one day was left", ("one day", 1.0)),
    ],
)
def test_how_long_something_takes_is_a_duration(said: str, found: tuple[str, float]) -> None:
    assert figures(said) == [(found[0], "duration", found[1])]


def test_nobody_is_asked_who_counted_the_hours() -> None:
    def asked(text: str) -> bool:
        return any(question.startswith("Who counted") for question in questions(read(text).claims[0], text))

    assert not asked("Holm said that it took three hours.")
    assert asked("Holm said that three crews had left.")


@pytest.mark.parametrize("said", ["one day it would end", "she was 58 years old", "Ana, 58, had left"])
def test_an_age_and_a_day_to_come_last_no_time(said: str) -> None:
    assert figures(said) == []


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("customers would lose a third", "a third"),
        ("a third of the customers had left", "a third"),
        ("two thirds of voters had left", "two thirds"),
        ("three quarters of them had left", "three quarters"),
        ("it would be cut by half", "half"),
        ("half the voters had left", "half"),
        ("sales had tripled", "tripled"),
        ("a threefold rise had come", "threefold"),
        ("twice as many had come", "twice"),
        ("it was three times the average", "three times"),
        ("she had won by two to one", "two to one"),
        ("one in nine had left", "one in nine"),
        ("nine out of ten had left", "nine out of ten"),
    ],
)
def test_a_share_and_a_multiple_are_ratios(said: str, words: str) -> None:
    assert figures(said) == [(words, "ratio", None)]


@pytest.mark.parametrize(
    "said",
    [
        *("a third official had left", "the first half of the year was bad", "in the third quarter it lost"),
        *("it doubled down on it", "they left at half past", "it came half an hour late"),
    ],
)
def test_what_comes_third_or_is_half_of_no_number_is_no_ratio(said: str) -> None:
    assert [kind for _, kind, _ in figures(said) if kind == "ratio"] == []


@pytest.mark.parametrize(
    "said", ["members made 155mm artillery rounds", "it fired 155-mm shells", "it was shot with a 9mm pistol"]
)
def test_a_calibre_counts_nothing(said: str) -> None:
    assert figures(said) == []


def test_a_number_of_thousands_of_digits_is_looked_at_once() -> None:
    began = process_time()
    assert not_counting("9" * 20_000, 0, 20_000) == []
    assert process_time() - began < 2  # were it looked at from each of its digits on, it would be ten


def test_a_depth_in_millimetres_is_a_distance() -> None:
    assert figures("20 mm of rain fell") == [("20 mm", "distance", 20.0)]


def test_a_bare_sum_beside_a_sum_of_money_is_one_too() -> None:
    said = "profit fell to 312 million crowns ($29 million) in three months from 341 million a year earlier"
    assert [(words, kind) for words, kind, _ in figures(said)] == [
        ("312 million crowns", "money"),
        ("$29 million", "money"),
        ("three months", "duration"),
        ("341 million", "money"),
    ]


@pytest.mark.parametrize("said", ["it paid $3 billion to 4 million people", "4 million came and it cost $3 billion"])
def test_what_is_counted_beside_a_sum_of_money_is_no_sum(said: str) -> None:
    assert ("4 million", "count", 4e6) in figures(said)


def test_who_is_in_hospital_beside_the_dead_is_a_casualty() -> None:
    found = figures("it left three dead, 11 injured and one still in hospital in a serious condition")
    assert [(words, kind) for words, kind, _ in found] == [
        ("three dead", "casualties"),
        ("11 injured", "casualties"),
        ("one still in hospital", "casualties"),
    ]
