"""How a filter goes on while it is typed, and what it is once it is left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.searching.completing import begun, chosen, completed, settled
from store.searching.query import IN_CLAIMS, IN_LIST, Names, parse


@pytest.mark.parametrize(
    ("text", "names", "options"),
    [
        ("is:an", IN_CLAIMS, ("anonymous",)),
        ("stood IS:Re", IN_CLAIMS, ("rejected", "reviewed", "reworded")),
        ("is:anon ", IN_CLAIMS, ("has:", "is:", "kind:", "finding:", "meaning:", "progress:", "speaker:", "tag:")),
        ("ki", IN_CLAIMS, ("kind:",)),
        ("finding:un", IN_CLAIMS, ("unproven", "unverifiable")),
        ("progress:to", IN_CLAIMS, ("to-verify",)),
        ("speaker:", IN_CLAIMS, ()),
        ("has:", IN_LIST, ("claim", "note", "orphan")),
        ("af", IN_LIST, ("after:",)),
        ("bogus:x", IN_LIST, ()),
    ],
)
def test_what_is_begun_may_become_what_there_is_of_its_kind(text: str, names: Names, options: tuple[str, ...]) -> None:
    assert begun(text, names).options == options


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("is:ano", "is:anonymous "),
        ("stood is:re", "stood is:re"),
        ("is:den", "is:denied "),
        ("sp", "speaker:"),
        ("finding:un", "finding:un"),
        ("speaker:ada", "speaker:ada"),
        ("", ""),
    ],
)
def test_it_is_completed_as_far_as_it_goes_on_in_one_way_only(text: str, whole: str) -> None:
    assert completed(text, IN_CLAIMS) == whole


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("is:anon", "is:anonymous"),
        ("is:re", "is:re "),
        ("is:", "is: "),
        ("speaker:", "speaker: "),
        ("is:rejected", "is:rejected"),
        ("finding:un", "finding:un"),
        ("stood", "stood"),
        ("bogus:x", "bogus:x"),
        ("", ""),
    ],
)
def test_what_is_left_is_the_one_thing_it_can_be_or_else_words(text: str, meant: str) -> None:
    assert settled(text, IN_CLAIMS) == meant


SPEAKERS = ("Ana Holm", "Ana Bo", "NATO", "Émile Zu", 'Cy "Big" Do')


@pytest.mark.parametrize(
    ("text", "options", "whole"),
    [
        ("speaker:", SPEAKERS, "speaker:"),
        ("speaker:n", ("NATO",), "speaker:NATO "),
        ("is:hedged SPEAKER:ho", ("Ana Holm",), 'is:hedged SPEAKER:"Ana Holm" '),
        ("speaker:an", ("Ana Holm", "Ana Bo"), 'speaker:"Ana '),
        ('speaker:"Ana B', ("Ana Bo",), 'speaker:"Ana Bo" '),
        ("speaker:emi", ("Émile Zu",), 'speaker:"Émile Zu" '),
        ("speaker:ato", (), "speaker:ato"),
        ("speaker:big", ('Cy "Big" Do',), "speaker:Cy speaker:Big speaker:Do "),
        ('stood speaker:"Ana Bo"', (), 'stood speaker:"Ana Bo"'),
        ("tag:", (), "tag:"),
    ],
)
def test_a_speaker_is_completed_by_any_word_of_the_name(text: str, options: tuple[str, ...], whole: str) -> None:
    def there(name: str) -> tuple[str, ...]:
        return SPEAKERS if name == "speaker" else ()

    last = begun(text, IN_CLAIMS, there)
    assert (last.options if last.name else ()) == options
    assert completed(text, IN_CLAIMS, there) == whole


def test_what_is_chosen_stands_for_a_name_that_is_begun_between_quotation_marks() -> None:
    assert chosen('stood speaker:"ana b', "Ana Bo") == 'stood speaker:"Ana Bo" '
    assert chosen('speaker:"Ana Bo" is:f', "hedged") == 'speaker:"Ana Bo" is:hedged '


@given(st.text(alphabet=st.sampled_from('ab ":-ishasnotekdr'), max_size=20))
def test_nothing_that_was_left_is_passed_over(text: str) -> None:
    left = settled(text, IN_CLAIMS)
    assert parse(left, IN_CLAIMS, typing=True).empty == parse(f"{left} ", IN_CLAIMS, typing=True).empty


@pytest.mark.parametrize(
    ("text", "option", "whole"),
    [
        ("is:re", "rejected", "is:rejected "),
        ("stood  is:foo", "rejected", "stood  is:rejected "),
        ("sp", "speaker:", "speaker:"),
        ("stood bogus:x", "is:", "stood is:"),
        ("is:denied ", "has:", "is:denied has:"),
        ("", "is:", "is:"),
    ],
)
def test_what_is_chosen_stands_for_what_was_begun(text: str, option: str, whole: str) -> None:
    assert chosen(text, option) == whole
