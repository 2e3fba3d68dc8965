"""A reading goes out as JSON in the published shape and comes back whole."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims import Caveat, Claim, Hedge, Phrase, Quantity, Reading, Sentence
from claims.as_json import reading_from_json, reading_from_lines, reading_to_json, reading_to_lines
from tests.claims.by_rules import read

SPAN = st.tuples(st.integers(0, 500), st.integers(501, 900))
SPANS = st.lists(SPAN, max_size=3).map(tuple)
NAME = st.none() | st.text(max_size=12)
PHRASE = st.none() | st.builds(Phrase, st.text(max_size=12), SPAN)
CLAIMS = st.builds(
    Claim,
    content=st.lists(SPAN, min_size=1, max_size=3).map(tuple),
    cue=SPANS,
    source=SPANS,
    act=st.sampled_from(["speech", "attitude"]),
    quote=st.sampled_from(["direct", "indirect", "mixed"]),
    nested=st.booleans(),
    speaker=NAME,
    speaker_sure=st.floats(0, 1),
    source_kind=st.sampled_from(["person", "role", "anonymous", "unknown"]),
    tone=st.sampled_from(["neutral", "loaded", "denial"]),
    hand=st.sampled_from(["first", "relayed"]),
    via=NAME,
    via_kind=st.sampled_from(["anonymous", "media", "unknown"]),
    via_role=st.sampled_from(["origin", "teller", "outlet", None]),
    channel=PHRASE,
    when=PHRASE,
    hedges=st.lists(st.builds(Hedge, SPAN, st.sampled_from(["source", "reporter"])), max_size=2).map(tuple),
    quantities=st.lists(
        st.builds(Quantity, SPAN, st.sampled_from(["money", "date", "time"]), st.none() | st.floats(0, 1e12)),
        max_size=2,
    ).map(tuple),
    caveats=st.lists(st.integers(0, 9), max_size=3).map(tuple),
    confidence=st.floats(0, 1),
    why=st.lists(st.text(max_size=12), max_size=2).map(tuple),
)
READINGS = st.builds(
    Reading,
    engine=st.text(max_size=12),
    claims=st.lists(CLAIMS, max_size=3).map(tuple),
    caveats=st.lists(st.builds(Caveat, st.sampled_from(["unverified", "denial"]), SPAN), max_size=2).map(tuple),
    sentences=st.lists(
        st.builds(
            Sentence,
            SPAN,
            st.sampled_from(["attributed", "caveat"]),
            NAME,
            st.none() | st.just("forecast"),
            st.booleans(),
            st.booleans(),
        ),
        max_size=2,
    ).map(tuple),
    notices=st.lists(st.text(max_size=12), max_size=2).map(tuple),
)


@settings(deadline=None)
@given(READINGS)
def test_a_reading_survives_the_way_through_json(reading: Reading) -> None:
    assert reading_from_json(json.loads(json.dumps(reading_to_json(reading)))) == reading


@given(READINGS)
def test_a_reading_survives_the_way_through_lines(reading: Reading) -> None:
    assert reading_from_lines(reading_to_lines(reading)) == reading


def test_a_reading_that_an_earlier_version_kept_is_sure_of_its_speakers() -> None:
    data = reading_to_json(Reading("tagger-3", (Claim(content=((0, 3),), speaker="Anna Holm"),)))
    for claim in data["claims"]:
        del claim["speaker_sure"], claim["guessed"]
    assert not reading_from_json(data).claims[0].guessed


def test_the_lines_of_a_long_reading_are_short() -> None:
    lines = list(reading_to_lines(read("Ada Mensah said that it rained.\n" * 1000)))
    assert len(lines) > 10
    assert max(map(len, lines)) < 200_000
    with pytest.raises(KeyError):
        reading_from_lines(lines[:-1])


def test_the_keys_are_those_that_other_programs_rely_on() -> None:
    data = reading_to_json(read("The mayor said on Telegram on Monday that it may cost $3 million."))
    assert list(data) == ["engine", "claims", "caveats", "sentences", "notices"]
    (claim,) = data["claims"]
    keys = (
        "source cue content act quote nested speaker speaker_sure guessed source_kind sought tone hand via via_kind"
        " via_role channel when hedges quantities caveats"
    )
    assert list(claim) == [*keys.split(), "confidence", "why"]
    assert claim["source"] == [[0, 9]]
    assert claim["channel"] == {"text": "Telegram", "span": [18, 26]}
    assert claim["quantities"] == [{"span": [54, 64], "kind": "money", "value": 3e6}]
    assert claim["hedges"] == [{"span": [45, 48], "whose": "source"}]


def test_what_was_kept_before_there_were_notices_has_none() -> None:
    data = reading_to_json(read("It rained."))
    del data["notices"]
    assert reading_from_json(data) == read("It rained.")


def test_what_is_no_reading_is_refused() -> None:
    with pytest.raises(KeyError):
        reading_from_json({"engine": "rules"})
