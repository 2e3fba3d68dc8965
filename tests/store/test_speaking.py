"""Who speaks in two articles."""

import pytest

from claims.model import Claim
from store.items import Item
from store.speaking import folded, in_both


def items(*speakers: str | None) -> list[Item]:
    """A claim of each."""
    return [
        Item(number, Claim(content=((10 * number, 10 * number + 5),), speaker=speaker), None)
        for number, speaker in enumerate(speakers, 1)
    ]


@pytest.mark.parametrize(
    ("here", "there", "shared"),
    [
        (["Ada Mensah", "mayor"], ["Ada Mensah"], [("Ada Mensah", (0,), (0,))]),
        (["ADA MENSAH"], ["Ada Mensah"], [("ADA MENSAH", (0,), (0,))]),
        (["Hinewai Rāpana"], ["Hinewai Rapana"], [("Hinewai Rāpana", (0,), (0,))]),
        (["the ministry"], ["ministry"], [("the ministry", (0,), (0,))]),
        (["Lindqvist", None, "Lindqvist"], ["Marta Lindqvist"], [("Marta Lindqvist", (0, 2), (0,))]),
        # Of two of that name nobody knows which one it is.
        (["Lindqvist"], ["Marta Lindqvist", "Olof Lindqvist"], []),
        (["Lindqvist", "Marta Lindqvist"], ["Lindqvist"], [("Marta Lindqvist", (0, 1), (0,))]),
        ([None], [None], []),
        (["A", "B", "B"], ["B", "A"], [("B", (1, 2), (0,)), ("A", (0,), (1,))]),
    ],
)
def test_speakers_of_both_are_found_whatever_form_their_names_have(
    here: list[str | None], there: list[str | None], shared: list[tuple[str, tuple[int, ...], tuple[int, ...]]]
) -> None:
    found = in_both(items(*here), items(*there))
    assert [(one.name, one.here, one.there) for one in found] == shared
    back = in_both(items(*there), items(*here))
    assert {(one.here, one.there) for one in back} == {(one.there, one.here) for one in found}


def test_a_name_is_compared_without_case_accents_and_article() -> None:
    assert folded("The  Ōtāwhai Review") == folded("otawhai review")
