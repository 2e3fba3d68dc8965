"""The questions that fit a claim: particular ones for its kind, and never more than a handful."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Caveat, Claim, Hedge, Quantity, QuantityKind
from store.questions import ALWAYS, MOST, questions

TEXT = "Officials said the bridge will fall."
PLAIN = Claim(content=((15, 25),), source=((0, 9),), source_kind="person", speaker="Ada Bo")


def test_a_plain_claim_and_one_marked_by_hand_are_asked_what_all_are() -> None:
    assert questions(PLAIN, TEXT) == questions(None, TEXT) == list(ALWAYS)


@pytest.mark.parametrize(
    ("claim", "asked"),
    [
        (PLAIN._replace(source_kind="anonymous"), "not named"),
        (PLAIN._replace(hand="relayed"), "the original"),
        (PLAIN._replace(quantities=(Quantity((0, 2), "count"),)), "Who counted"),
        (PLAIN._replace(tone="denial"), "exactly is denied"),
        (PLAIN._replace(source_kind="government"), "other side"),
        (PLAIN._replace(content=((15, 35),)), "by when could it be tested"),
        (PLAIN._replace(act="attitude"), "by when could it be tested"),
        (PLAIN._replace(tone="loaded"), "takes sides"),
        (PLAIN._replace(caveats=(0,)), "detail is missing"),
        (PLAIN._replace(source_kind="crowd"), "how many"),
        (PLAIN._replace(hedges=(Hedge((0, 2), "source"),)), "hedge"),
        (PLAIN._replace(source=(), speaker=None), "Who says it at all?"),
    ],
)
def test_the_question_for_its_kind_comes_first(claim: Claim, asked: str) -> None:
    assert asked in questions(claim, TEXT, (Caveat("missing-detail", (0, 2)),))[0]


@pytest.mark.parametrize("kind", ["date", "time"])
def test_a_date_or_a_time_of_the_day_alone_is_no_figure_to_be_counted(kind: QuantityKind) -> None:
    assert questions(PLAIN._replace(quantities=(Quantity((0, 2), kind),)), TEXT) == list(ALWAYS)


@given(
    st.builds(
        Claim,
        content=st.just(((15, 35),)),
        source_kind=st.sampled_from(("anonymous", "government", "crowd", "person")),
        tone=st.sampled_from(("neutral", "loaded", "denial")),
        hand=st.sampled_from(("first", "relayed")),
        act=st.sampled_from(("speech", "attitude")),
        caveats=st.just(()),
    )
)
def test_there_are_never_more_than_a_handful_no_two_alike_and_some_that_fit_every_claim(claim: Claim) -> None:
    asked = questions(claim, TEXT)
    assert len(asked) == len(set(asked)) == MOST
    assert ALWAYS[0] in asked
