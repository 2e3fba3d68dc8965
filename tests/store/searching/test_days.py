"""A range of days as the words that stand for it in the index."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.keys import days
from store.searching.days import Bound, bound, covering

DAYS = st.dates(date(1600, 1, 1), date(2099, 12, 31))


def whole(day: date) -> Bound:
    found = bound(day.isoformat())
    assert found is not None
    return found


def holds(parts: tuple[str, ...], day: str) -> bool:
    """Whether an article of that day is found by ``parts``: whole words, or from fewer digits than a year on."""
    words = days(day, "").split()
    return any(word == part or (len(part) < 4 and word.startswith(part)) for part in parts for word in words)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("27.11.2026", "2026-11-27"),
        ("2.3.2026", "2026-03-02"),
        ("11.2026", "2026-11"),
        ("27 November 2026", "2026-11-27"),
        ("27 nov 2026", "2026-11-27"),
        ("November 27, 2026", "2026-11-27"),
        ("March 2026", "2026-03"),
    ],
)
def test_dates_that_can_be_read_in_one_way_only_are_understood(text: str, same: str) -> None:
    assert bound(text) == bound(same) is not None


@pytest.mark.parametrize("text", ["3/4/2026", "31.2.2026", "32.1.2026", "1.13.2026", "xyz 2026", "27 march", "27.3.26"])
def test_dates_that_are_none_or_could_be_two_are_not(text: str) -> None:
    assert bound(text) is None


@given(DAYS, DAYS, DAYS)
def test_a_range_holds_exactly_the_days_from_its_first_to_its_last(after: date, before: date, day: date) -> None:
    for one in (day, after, before, after - timedelta(1), before + timedelta(1)):
        assert holds(covering(whole(after), whole(before)), one.isoformat()) == (after <= one <= before)


@given(DAYS, DAYS)
def test_an_open_range_goes_on_and_is_few_words(end: date, day: date) -> None:
    later, earlier = covering(whole(end), None), covering(None, whole(end))
    assert holds(later, day.isoformat()) == (day >= end)
    assert holds(earlier, day.isoformat()) == (day <= end)
    assert max(len(later), len(earlier)) < 100


def test_what_is_only_known_to_the_month_is_in_a_range_that_holds_the_month() -> None:
    assert holds(covering(bound("2026-03-01"), bound("2026-03-31")), "2026-03")
    assert not holds(covering(bound("2026-03-02"), None), "2026-03")
    assert holds(covering(bound("2026-01-01"), bound("2026-12-31")), "2026")


def test_a_month_or_a_year_is_taken_in_whole() -> None:
    assert covering(bound("2026-02"), bound("2026")) == tuple(f"2026{month:02}" for month in range(2, 13))


def test_a_range_that_ends_before_it_begins_is_empty() -> None:
    assert covering(bound("2026-03-02"), bound("2026-03-01")) == ()


@pytest.mark.parametrize(
    "text", ["", "26", "2026-3", "2026-13", "2026-00", "2026-02-30", "0000", "٢٠٢٦", "2026-03-02x"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert bound(text) is None
