"""Keys with their names in one line, as many as there is room for."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.keymap.applying import Keymap
from tui.keymap.keyed import marked, plain
from tui.widgets.fitted_keys import fitted_hint, fitted_keys

DIGITS = [("1", "important"), ("2", "a question"), ("3", "no"), ("4", "漢字漢字")]


def test_where_there_is_no_room_the_last_are_left_out_and_no_name_is_cut() -> None:
    assert fitted_keys(DIGITS, 40) == "1 important 2 a question 3 no 4 漢字漢字"
    assert fitted_keys(DIGITS, 39) == "1 important 2 a question 3 no"
    assert fitted_keys(DIGITS, 10) == ""
    assert fitted_keys([("", "nothing"), ("x", "one")], 9) == "x one"
    assert fitted_keys([], 9) == ""


@given(st.lists(st.text("ab漢 ", max_size=20), max_size=9), st.integers(0, 120))
def test_it_fits_into_every_line(names: list[str], room: int) -> None:
    assert cell_len(fitted_keys([(str(n), name) for n, name in enumerate(names)], room)) <= room


def test_of_a_hint_that_has_no_room_the_way_out_stays() -> None:
    words = Keymap().worded(
        "Marking 1/3: select what (v) · {mode.answer} on · {mode.leave} stop · {mode.back} back", marked
    )
    assert plain(fitted_hint(words, 80)) == plain(words)
    assert plain(fitted_hint(words, 52)) == "Marking 1/3: select what (v) · Enter on · Esc stop"
    assert plain(fitted_hint(words, 40)) == "Marking 1/3: select what (v) · Esc stop"
    assert plain(fitted_hint(words, 24)) == "Marking 1/3:… · Esc stop"
    assert all(cell_len(plain(fitted_hint(words, room))) <= room for room in range(12, 80))
