"""Alignment: which stretches of a text have become which of the next one."""

from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from store.anchoring.alignment import Alignment

TEXTS = st.text("ab. \n", max_size=60) | st.lists(st.sampled_from(["one", "two", "six.", "\n"]), max_size=40).map(
    " ".join
)
FIRST, SECOND = "The council met on Monday evening.", "Nobody spoke about the bridge."


@given(old=TEXTS, new=TEXTS)
def test_what_is_held_to_be_equal_is_equal_and_in_order(old: str, new: str) -> None:
    alignment = Alignment(old, new)
    end = at = 0
    for run in alignment.runs:
        assert old[run.start : run.end] == new[run.at : run.at + run.end - run.start] != ""
        assert run.start >= end
        assert run.at >= at
        end, at = run.end, run.at + run.end - run.start


@given(old=TEXTS, new=TEXTS)
def test_the_changes_made_to_the_old_text_give_the_new_one(old: str, new: str) -> None:
    made, at = "", 0
    for was, became in Alignment(old, new).changes():
        made += old[at : was[0]] + new[slice(*became)]
        at = was[1]
    assert made + old[at:] == new


def test_of_two_equal_words_of_which_one_has_gone_neither_is_held_to_be_the_other() -> None:
    around = Alignment("very very long", "very long").around(0, 4)
    assert around.old == (0, 10)
    assert around.new == (0, 5)


def test_how_far_the_equal_text_reaches_is_known_on_both_sides() -> None:
    around = Alignment(FIRST, "So: " + FIRST + " And so on.").around(4, 11)
    assert (around.new, around.left, around.right) == ((8, 15), 4, len(FIRST) - 11)


def test_a_moved_line_is_found_where_it_is() -> None:
    around = Alignment(f"{FIRST}\n{SECOND}\nEnd.", f"{SECOND}\nEnd.\n{FIRST}").around(4, 11)
    start = len(f"{SECOND}\nEnd.\n") + 4
    assert around.new == (start, start + 7)


def test_text_that_was_something_else_before_is_told_from_text_that_is_new() -> None:
    alignment = Alignment(f"{FIRST}\n{SECOND}", f"{FIRST}\nThis is new to all.\n{SECOND}")
    second = len(f"{FIRST}\nThis is new to all.\n")
    assert alignment.others((second, second + 10), (0, 5)) == 1
    assert alignment.others((second, second + 10), (len(FIRST) + 1, len(FIRST) + 11)) == 0
    assert alignment.others((len(FIRST) + 1, len(FIRST) + 9), (0, 5)) == 0


def test_texts_of_any_length_that_repeat_themselves_take_no_room_and_not_for_ever() -> None:
    began = process_time()
    for old, new in (("yes no " * 20_000, "no yes " * 20_000), ("- " * 50_000, "- " * 50_001), ("x" * 10**6, "y")):
        Alignment(old, new)
    assert process_time() - began < 20


def test_a_long_text_that_repeats_itself_is_aligned_in_its_order() -> None:
    line = "The count goes on in all of the districts, officials said, and it will for a while.\n"
    old = "".join(f"{line}{line}Update {number % 7}: nothing new from there.\n" for number in range(400))
    new = old.replace("nothing new from there.\nThe", "nothing new from there. The", 1)
    alignment = Alignment(old, new)
    assert sum(run.end - run.start for run in alignment.runs) > 0.9 * len(old)
