"""Whatever the text, a reading is well formed, and it takes time in proportion to the length."""

import sys
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims import Reading, Span, read
from claims.graphemes import is_border
from claims.spans import overlap

WORDS = """said says told reporters that Malyar the ministry he she it according to , . : ; “ ” ‘ ’ " ' « » „ – — -- ( )
    and but while as which who was not did yesterday Monday Mr. U.S. 3 $4 denied accused of warned 👩‍👧 e\u0301 🇸🇪
    asked whether calls a x's workers’ …"""
SPACES = ["\n", "\n\n", " ", "\t", "\r\n", "\u200d", "\u0301"]
ARTICLE_LIKE = st.lists(st.sampled_from([*WORDS.split(), *SPACES]), max_size=60).map(" ".join)


def assert_well_formed(text: str, reading: Reading) -> None:
    for claim in reading.claims:
        assert claim.content
        for role in (claim.source, claim.cue, claim.content):
            assert_in_order(text, role)
        assert 0 <= claim.confidence <= 1
        assert all(0 <= number < len(reading.caveats) for number in claim.caveats)
        phrases = [phrase.span for phrase in (claim.channel, claim.when) if phrase]
        for start, end in [*phrases, *(one.span for one in (*claim.hedges, *claim.quantities))]:
            assert 0 <= start < end <= len(text)
    assert list(reading.claims) == sorted(reading.claims, key=lambda claim: (claim.start, claim.end))
    assert_in_order(text, tuple(one.span for one in reading.sentences))
    for caveat in reading.caveats:
        assert 0 <= caveat.span[0] < caveat.span[1] <= len(text)


def assert_in_order(text: str, spans: tuple[Span, ...]) -> None:
    """Inside the text, none empty, in order, apart, and no character split."""
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert is_border(text, start)
        assert is_border(text, end)
    assert not any(overlap(one, other) for one, other in pairwise(spans))
    assert list(spans) == sorted(spans)


@settings(deadline=None, max_examples=300)
@given(ARTICLE_LIKE)
def test_a_reading_of_words_in_any_order_is_well_formed(text: str) -> None:
    assert_well_formed(text, read(text))


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=300))
def test_a_reading_of_any_characters_is_well_formed(text: str) -> None:
    assert_well_formed(text, read(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("said", id="one word"),
        pytest.param("\n\n \n", id="only space"),
        pytest.param("“", id="one mark"),
        pytest.param("THE MINISTRY SAID IT HAD WON. RUSSIA DENIED IT.", id="capitals"),
        pytest.param("Ministeriet sa att vägen var öppen. „Wir sind müde“, sagte er.", id="other languages"),
        pytest.param("我们赢了，部长说。\n«Мы победили», сказал он.", id="other scripts"),
        pytest.param("def said(he):\n    return 'that'  # told\n", id="code"),
        pytest.param("Tyger Tyger, burning bright,\nIn the forests of the night;\n", id="a poem"),
        pytest.param("😀 said 👩‍👩‍👧, “🇸🇪🇸🇪” – 👍🏽", id="emoji"),
    ],
)
def test_odd_texts_are_read_without_complaint(text: str) -> None:
    assert_well_formed(text, read(text))


NASTY = {
    "quotes": "“a” ",
    "openers": "“",
    "apostrophes": "'a ",
    "verbs": "said said ",
    "one sentence": "word other thing ",
    "nested claims": "he said that ",
    "commas": "x, ",
    "names": "John Smith ",
    "coordination": "a and ",
    "according": "according to ",
    "quoted claims": "“I go,” he said. ",
    "remarks": "It was not able to verify this. He said it. ",
    "digits": "1,",
    "line ends": "a\n",
}


@pytest.mark.parametrize("unit", [pytest.param(unit, id=name) for name, unit in NASTY.items()])
def test_work_grows_with_the_length_and_not_with_its_square(unit: str) -> None:
    """Counted in steps of the interpreter, since a clock on a shared machine tells little."""
    short, long = (_steps(unit * (size // len(unit))) for size in (10_000, 30_000))
    assert long < 4.5 * short


def _steps(text: str) -> int:
    count = 0

    def tick(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(tick)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return count


def test_a_letter_and_its_accent_stay_together() -> None:
    text = "Rene\u0301 said “cafe\u0301”."
    claim = read(text).claims[0]
    assert text[slice(*claim.source[0])] == "Rene\u0301"
    assert unicodedata.normalize("NFC", text[slice(*claim.content[0])]) == "“café”"
