"""On whose word a claim hangs besides its speaker's."""

import pytest

from claims import Claim
from tests.claims.as_marked import as_marked
from tests.claims.by_rules import read


def inner(text: str) -> Claim:
    (claim,) = [one for one in as_marked(text)[1].claims if one.nested]
    return claim


def test_what_another_tells_of_is_passed_on_by_that_one() -> None:
    claim = inner("[1 Ana Ruiz] <1 told> the court {1 that [2 Ben Holm] had <2 said> {2 it was late}}.")
    assert (claim.hand, claim.via, claim.via_kind, claim.via_role) == ("relayed", "Ana Ruiz", "person", "teller")


@pytest.mark.parametrize("source", ["I", "Ana Ruiz"])
def test_what_somebody_tells_of_themselves_is_at_first_hand(source: str) -> None:
    claim = inner(f"[1 Ana Ruiz] <1 told> the court: {{1 “[2 {source}] <2 said> {{2 it was late}}.”}}")
    assert (claim.hand, claim.via) == ("first", None)


def test_one_who_is_kept_anonymous_makes_what_they_pass_on_anonymous() -> None:
    claim = inner("[1 An official who asked not to be named] <1 said> {1 [2 Ben Holm] had <2 said> {2 it was late}}.")
    assert claim.anonymous
    assert (claim.hand, claim.speaker) == ("relayed", "Ben Holm")


def test_a_teller_without_a_name_is_called_as_the_text_does() -> None:
    claim = inner("[1 One of them] <1 said> {1 [2 Ben Holm] had <2 said> {2 it was late}}.")
    assert (claim.via, claim.via_kind, claim.via_role) == ("One of them", "anonymous", "teller")


def test_the_closest_teller_passes_it_on() -> None:
    reading = as_marked(
        "[1 Ana Ruiz] <1 said> {1 that [2 Ben Holm] had <2 said> {2 that [3 Cy Lund] had <3 said> {3 it was late}}}."
    )[1]
    assert [(claim.speaker, claim.via) for claim in reading.claims] == [
        ("Ana Ruiz", None),
        ("Ben Holm", "Ana Ruiz"),
        ("Cy Lund", "Ben Holm"),
    ]


@pytest.mark.parametrize(
    "text", ["Holm told a mate that it was late, a jury heard on Monday.", "It is alleged that it was late."]
)
def test_what_nobody_is_named_for_is_at_second_hand(text: str) -> None:
    (claim,) = (one for one in read(text).claims if not one.source)
    assert (claim.hand, claim.via) == ("relayed", None)


def test_a_quotation_that_runs_on_is_at_first_hand_as_what_it_goes_on_from() -> None:
    text = "“It is late,” said Ana Ruiz. “We left.\n\n“We never went back.”"
    assert {claim.hand for claim in read(text).claims} == {"first"}
