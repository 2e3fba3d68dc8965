"""How sure an engine is, as it is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.in_percent import in_percent


@pytest.mark.parametrize(
    ("sure", "words"),
    [(0.0, "<1%"), (0.005, "<1%"), (0.01, "1%"), (0.856, "86%"), (0.994, "99%"), (0.9951, ">99%"), (1.0, ">99%")],
)
def test_it_is_told_in_whole_per_cent(sure: float, words: str) -> None:
    assert in_percent(sure) == words


@given(st.floats(min_value=0, max_value=1))
def test_nothing_is_told_as_wholly_sure(sure: float) -> None:
    assert in_percent(sure) not in ("0%", "100%")
