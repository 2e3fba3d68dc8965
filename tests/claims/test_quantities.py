"""Which words of a claim are figures, of what kind and value, and which only look like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.by_rules import the_claim


def test_quantities_are_read_with_their_kind_and_value() -> None:
    text = "Holm said 1,200 crews had $2.5 million, 40 percent of it gone 3 km away, and two people killed on 4 June."
    found = [(text[slice(*one.span)], one.kind, one.value) for one in the_claim(text).quantities]
    assert found == [
        ("1,200", "count", 1200.0),
        ("$2.5 million", "money", 2.5e6),
        ("40 percent", "percentage", 40.0),
        ("3 km", "distance", 3.0),
        ("two people killed", "casualties", 2.0),
        ("4 June", "date", None),
    ]


def test_a_figure_beyond_all_numbers_has_a_place_but_no_value() -> None:
    (quantity,) = the_claim(f"Holm said {'9' * 400} million came.").quantities
    assert (quantity.kind, quantity.value) == ("count", None)


def figures(text: str) -> list[tuple[str, str, float | None]]:
    return [(text[slice(*one.span)], one.kind, one.value) for one in the_claim(text).quantities]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("forty-one boats had sunk", ("forty-one", "count", 41.0)),
        ("Thirty crews had come", ("Thirty", "count", 30.0)),
        ("two hundred boats had sunk", ("two hundred", "count", 200.0)),
        ("a hundred and eighty boats had sunk", ("a hundred and eighty", "count", 180.0)),
        ("they paid N400,000 for it", ("N400,000", "money", 400_000.0)),
        ("they paid ₹1.2 lakh for it", ("₹1.2 lakh", "money", 120_000.0)),
        ("they paid 3.3 billion crowns", ("3.3 billion crowns", "money", 3.3e9)),
        ("it was sold in the 1990s", ("1990s", "date", None)),
        ("it would open on 2 June", ("2 June", "date", None)),
    ],
)
def test_numbers_are_read_whole(said: str, found: tuple[str, str, float | None]) -> None:
    assert figures(f"Holm said that {said}.") == [found]


@pytest.mark.parametrize(
    "time",
    [
        *(
            "4:52 a.m.",
            "4.52 pm",
            "16h30",
            "16:30",
            "8 a.m",
            "8pm",
            "five a.m",
            "7 o’clock",
            "seven o’clock",
            "0430 GMT",
        ),
        *("three in the morning", "half past six", "quarter to ten", "ten past four", "twenty to four", "2.30", "nine"),
    ],
)
def test_a_time_of_the_day_is_no_count(time: str) -> None:
    assert figures(f"Holm said that the bus left at {time}.") == [(time + "." * time.endswith(".m"), "time", None)]


@pytest.mark.parametrize(
    "said",
    [
        *(
            "the toll stood at nine",
            "the price peaked at nine",
            "the board voted 12 to 3 for it",
            "it weighed 4.52 tonnes",
        ),
        *(
            "five to ten people had left",
            "40 in 2 hospitals had left",
            "she met twelve in all",
            "nine and a half tonnes were left",
            "it won 3-1",
        ),
    ],
)
def test_what_looks_like_a_time_and_counts_is_a_count(said: str) -> None:
    assert {kind for _, kind, _ in figures(f"Holm said that {said}.")} == {"count"}


@pytest.mark.parametrize(
    "said",
    [
        *(
            "they held Hill 214",
            "they took Route 66",
            "Flight 370 was lost",
            "a Boeing 737 jet was lost",
            "it broke Article 5",
        ),
        *("she was in Room 12", "she had Covid-19", "it was on page two", "it was in chapter 3", "the G7 had met"),
        *("it was Formula One", "the A380 was late", "it was at Radio 4", "she was sworn in as the 45th president"),
        *("Ana Ruiz, 58, had left", "she was 58 years old", "a 58-year-old had left", "those aged 12 to 14 had left"),
        *(
            "the map[1] was wrong",
            "they were one coffee away from it",
            "no one had come",
            "she was the one",
            "one day it would end",
        ),
        *(
            "one of them had left",
            "they trusted one another",
            "it was as one trusts the tide",
            "it was a big one",
            "it was a one-off",
        ),
    ],
)
def test_a_number_that_counts_nothing_is_no_figure(said: str) -> None:
    assert figures(f"Holm said that {said}.") == []


@pytest.mark.parametrize(
    ("said", "figure"),
    [
        ("in Kalvo 40 people had died", "40"),
        ("in Kalvo 12 crews had left", "12"),
        ("on Monday 12 crews had left", "12"),
        ("in the room 12 people waited", "12"),
        ("the poll gave Ruiz 52", "52"),
        ("the bus held 31", "31"),
        ("police had made one arrest", "one"),
        ("there were boats and one car", "one"),
        ("one boat was missed", "one"),
        ("no four boats were alike", "four"),
    ],
)
def test_a_number_is_no_name_for_standing_behind_one(said: str, figure: str) -> None:
    assert [(words, kind) for words, kind, _ in figures(f"Holm said that {said}.")] == [(figure, "count")]


@given(st.integers(min_value=2, max_value=999_999), st.sampled_from(["boats", "people", "young men"]))
def test_any_number_of_things_is_counted(number: int, things: str) -> None:
    year = 1900 <= number <= 2099
    words = f"{number:,}"
    assert figures(f"Holm said that {words} {things} had left.") == [(words, "count", float(number))]
    assert year or figures(f"Holm said that they had {number} {things}.") == [(str(number), "count", float(number))]


@given(st.integers(min_value=0, max_value=23), st.integers(min_value=0, max_value=59), st.sampled_from([":", "h"]))
def test_any_time_of_the_clock_is_one(hour: int, minute: int, between: str) -> None:
    time = f"{hour}{between}{minute:02}"
    assert figures(f"Holm said that the bus left at {time} from Kalvo.") == [(time, "time", None)]
