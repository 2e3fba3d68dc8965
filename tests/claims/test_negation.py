"""What somebody has *not* said is never shown as said."""

import pytest

from tests.claims.as_marked import as_marked
from tests.claims.notation import written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Brynholt] has not <disclosed> {any penalties}.", "has not disclosed"),
        ("[The firm] hasn’t yet <announced> {the price}.", "hasn’t yet announced"),
        ("[The ministry] has so far never publicly <said> {that it knew}.", "has so far never publicly said"),
        ("[The court] cannot <confirm> {that he was there}.", "cannot confirm"),
        ("[She] no longer <believes> {that he is alive}.", "no longer believes"),
        ("[She] declined to <name> {the two}.", "declined to name"),
        ("[He] flatly refused to <say> {where it was}.", "refused to say"),
        ("[Police] were unable to <say> {how many had died}.", "were unable to say"),
        ("[The council] does not <want> {the road closed}.", "does not want"),
        ("[The club] did not <deny> {that it had bid}.", "did not deny"),
        ("Nor did [the mayor] <say> {who had paid}.", "Nor did // say"),
    ],
)
def test_a_cue_has_its_negation_with_it(text: str, expected: str) -> None:
    bare, reading = as_marked(text)
    assert f"<{expected}>" in written(bare, reading.claims[0])
    assert ", negated" in " ".join(reading.claims[0].why)


@pytest.mark.parametrize(
    "text",
    [
        "[The mayor] not only <said> {that it was late} but left.",
        "{I will not}, [he] <said>.",
        "“{It was not},” [Holm] <said>.",
        "[Those who did not] <said> {it was late}.",
        "[Holm] said no and <added> {that it was late}.",
    ],
)
def test_what_negates_something_else_or_nothing_is_no_part_of_the_cue(text: str) -> None:
    bare, reading = as_marked(text)
    assert bare[slice(*reading.claims[0].cue[0])] in ("said", "added")
    assert reading.claims[0].tone == "neutral"


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("[Brynholt] has not <disclosed> {any penalties}.", "denial"),
        ("[The minister] <declined to name> {the two}.", "denial"),
        ("[Neither side] <would confirm> {the figure}.", "denial"),
        ("[Nobody] <said> {that it was safe}.", "denial"),
        ("[The club] <denied> {that it had bid}.", "denial"),
        ("[The club] did not <deny> {that it had bid}.", "neutral"),
        ("[The club] would neither <confirm nor deny> {that it had bid}.", "neutral"),
        ("[Nobody] <denied> {that it was safe}.", "neutral"),
    ],
)
def test_what_is_not_said_is_denied_and_what_is_not_denied_is_not(text: str, tone: str) -> None:
    assert as_marked(text)[1].claims[0].tone == tone
