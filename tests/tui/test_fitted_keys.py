"""Keys with their names in one line, cut no more than there is need."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.widgets.fitted_keys import fitted_keys

DIGITS = [("1", "important"), ("2", "a question"), ("3", "no"), ("4", "漢字漢字")]


def test_where_there_is_room_nothing_is_cut_and_else_the_longest_names_are() -> None:
    assert fitted_keys(DIGITS, 40) == "1 important 2 a question 3 no 4 漢字漢字"
    assert fitted_keys(DIGITS, 35) == "1 import… 2 a ques… 3 no 4 漢字漢字"
    assert fitted_keys([("", "nothing"), ("x", "one")], 9) == "x one"
    assert fitted_keys([], 9) == ""


@given(st.lists(st.text("ab漢 ", max_size=20), max_size=9), st.integers(60, 120))
def test_it_fits_into_every_line_that_has_room_for_four_letters_of_each(names: list[str], room: int) -> None:
    assert cell_len(fitted_keys([(str(n), name) for n, name in enumerate(names)], room)) <= room
