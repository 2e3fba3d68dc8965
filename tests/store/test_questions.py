"""The questions that fit a claim: particular ones for its kind, and never more than a handful."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Caveat, Claim, Hedge, Quantity
from store.questions import ALWAYS, MOST, questions

TEXT = "Officials said the bridge will fall."
PLAIN = Claim(content=((15, 25),), source=((0, 9),), source_kind="person", speaker="Ada Bo")


def test_a_plain_claim_and_one_marked_by_hand_are_asked_what_all_are() -> None:
    assert questions(PLAIN, TEXT) == questions(None, TEXT) == list(ALWAYS)


@pytest.mark.parametrize(
    ("claim", "asked"),
    [
        (replace(PLAIN, source_kind="anonymous"), "not named"),
        (replace(PLAIN, hand="relayed"), "the original"),
        (replace(PLAIN, quantities=(Quantity((0, 2), "count"),)), "Who counted"),
        (replace(PLAIN, tone="denial"), "exactly is denied"),
        (replace(PLAIN, source_kind="government"), "other side"),
        (replace(PLAIN, content=((15, 35),)), "by when could it be tested"),
        (replace(PLAIN, act="attitude"), "by when could it be tested"),
        (replace(PLAIN, tone="loaded"), "takes sides"),
        (replace(PLAIN, caveats=(0,)), "detail is missing"),
        (replace(PLAIN, source_kind="crowd"), "how many"),
        (replace(PLAIN, hedges=(Hedge((0, 2), "source"),)), "hedge"),
        (replace(PLAIN, source=(), speaker=None), "Who says it at all?"),
    ],
)
def test_the_question_for_its_kind_comes_first(claim: Claim, asked: str) -> None:
    assert asked in questions(claim, TEXT, (Caveat("missing-detail", (0, 2)),))[0]


def test_a_date_alone_is_no_figure_to_be_counted() -> None:
    assert questions(replace(PLAIN, quantities=(Quantity((0, 2), "date"),)), TEXT) == list(ALWAYS)


@given(
    st.builds(
        Claim,
        content=st.just(((15, 35),)),
        source_kind=st.sampled_from(("anonymous", "government", "crowd", "person")),
        tone=st.sampled_from(("neutral", "loaded", "denial")),
        hand=st.sampled_from(("first", "relayed")),
        act=st.sampled_from(("speech", "attitude")),
    )
)
def test_there_are_never_more_than_a_handful_no_two_alike_and_some_that_fit_every_claim(claim: Claim) -> None:
    asked = questions(claim, TEXT)
    assert len(asked) == len(set(asked)) == MOST
    assert ALWAYS[0] in asked
