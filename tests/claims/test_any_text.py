"""Whatever the text, and whoever finds its claims, a reading is well formed, and work grows with the length alone."""

import sys
import unicodedata
from functools import cache
from itertools import islice, pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims import Reading, Span, read, rules
from claims.attributions import Finder
from claims.graphemes import is_border
from claims.quotes_only import QuotationFinder
from claims.spans import overlap
from claims.tagger.decoding import LAYERS, TAGS
from claims.tagger.encoding import GUIDE
from claims.tagger.finder import TaggerFinder
from claims.tagger.linking import SIZE, VECTORS
from claims.tagger.network import Model, load

WORDS = """said says told reporters that Malyar the ministry he she it according to , . : ; “ ” ‘ ’ " ' « » „ – — -- ( )
    and but while as which who was not did yesterday Monday Mr. U.S. 3 $4 denied accused of warned 👩‍👧 e\u0301 🇸🇪
    asked whether calls a x's workers’ … Polish"""
SPACES = ["\n", "\n\n", " ", "\t", "\r\n", "\u200d", "\u0301"]
ARTICLE_LIKE = st.lists(st.sampled_from([*WORDS.split(), *SPACES]), max_size=60).map(" ".join)


class Scribbler:
    """A network that gives each piece scores of its own without sense: claims everywhere, or with ``sense`` a few."""

    def __init__(self, sense: float = 0) -> None:
        chance = np.random.default_rng(1)
        self._tags = chance.normal(0, 3, (512, LAYERS * TAGS)).astype(np.float32)
        self._tags[:, ::TAGS] += sense
        self._vectors = chance.normal(0, 1, (512, VECTORS * SIZE)).astype(np.float32)

    def run(self, _: None, inputs: dict[str, np.ndarray]) -> list[np.ndarray]:
        """Tags and vectors for each piece, as the trained network gives them."""
        pieces = inputs["pieces"] % 512
        return [self._tags[pieces], self._vectors[pieces]]


@cache
def finders() -> dict[str, Finder]:
    model = load()
    parts = {"vocabulary": model.vocabulary, "transitions": model.transitions, "links": model.links}
    return {
        "rules": rules.FINDER,
        "tagger": TaggerFinder(GUIDE, model),
        "scribbler": TaggerFinder(GUIDE, Model(session=Scribbler(), **parts)),
        "calmer scribbler": TaggerFinder(GUIDE, Model(session=Scribbler(6), **parts)),
        "quotations": QuotationFinder(),
    }


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
@given(ARTICLE_LIKE, st.sampled_from(["rules", "rules", "scribbler", "scribbler", "quotations", "tagger"]))
def test_a_reading_of_words_in_any_order_is_well_formed(text: str, finder: str) -> None:
    assert_well_formed(text, read(text, finder=finders()[finder]))


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=300), st.sampled_from(["rules", "scribbler", "quotations", "tagger"]))
def test_a_reading_of_any_characters_is_well_formed(text: str, finder: str) -> None:
    assert_well_formed(text, read(text, finder=finders()[finder]))


BY_TURNS = [None, "rules", "tagger", "scribbler", "quotations"]


@pytest.mark.parametrize("finder", BY_TURNS, ids=str)
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("said", id="one word"),
        pytest.param("\n\n \n", id="only space"),
        pytest.param("“", id="one mark"),
        pytest.param("said the „ said", id="a source without a word"),
        pytest.param("THE MINISTRY SAID IT HAD WON. RUSSIA DENIED IT.", id="capitals"),
        pytest.param("Carl Berg came. “We go,” he said of the Polish", id="a nation at the end"),
        pytest.param(
            "Carl Berg met the " + "Polish " * 3_000 + "team. “We go,” he said.", id="a nation again and again"
        ),
        pytest.param("Ministeriet sa att vägen var öppen. „Wir sind müde“, sagte er.", id="other languages"),
        pytest.param("我们赢了，部长说。\n«Мы победили», сказал он.", id="other scripts"),
        pytest.param("def said(he):\n    return 'that'  # told\n", id="code"),
        pytest.param("Tyger Tyger, burning bright,\nIn the forests of the night;\n", id="a poem"),
        pytest.param("Town | People\nAarhus | 300\nRy | said “a lot”\n", id="a table"),
        pytest.param('“He said it. ‘She said. "They said.\n«And so on', id="no mark closed"),
        pytest.param("The mayor said " + "我们赢了部长说" * 500, id="a page without a space"),
        pytest.param("The mayor said " + "a-b." * 1500, id="one word of thousands of letters"),
        pytest.param("\0\x1b \ud800\udfff \u200b said \ufeff", id="signs that are none"),
        pytest.param("😀 said 👩‍👩‍👧, “🇸🇪🇸🇪” – 👍🏽", id="emoji"),
    ],
)
def test_odd_texts_are_read_without_complaint(text: str, finder: str | None) -> None:
    assert_well_formed(text, read(text, finder=finders()[finder] if finder else None))


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
    "chains": "a-b.",
    "no spaces": "我",
    "labels": "Q: Who pays?\nA: I go on with it.\n",
    "lines": "So:\n– I go on.\n– I pay.\n– No, said Holm.\n",
    "bodies": "G* Council said it was safe. The council said no.\n",
    "left open": "“I go on with G*.\n",
    "relatives": "Anna G* went home in the evening. His wife, W*, said it was safe.\n",
}
"""What a text is made of, again and again; a star stands for letters that are others each time."""


@pytest.mark.parametrize(
    ("finder", "unit"),
    [
        *(pytest.param("rules", unit, id=name) for name, unit in NASTY.items()),
        *(
            pytest.param(finder, NASTY[name], id=f"{name} by {finder}")
            for finder in ("calmer scribbler", "quotations")
            for name in ("line ends", "names", "quotes", "no spaces")
        ),
    ],
)
def test_work_grows_with_the_length_and_not_with_its_square(finder: str, unit: str) -> None:
    """Counted in steps of the interpreter, since a clock on a shared machine tells little."""
    short, long = (_steps(_text_of(unit, size), finders()[finder]) for size in (5_000, 15_000))
    assert long < 3.6 * short


def _text_of(unit: str, size: int) -> str:
    letters = map("".join, product("abcdefghijklmnopqrstuvwxyz", repeat=4))
    return "".join(unit.replace("*", own) for own in islice(letters, size // len(unit)))


def _steps(text: str, finder: Finder) -> int:
    count = 0

    def tick(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(tick)
    try:
        read(text, finder=finder)
    finally:
        sys.setprofile(None)
    return count


def test_a_letter_and_its_accent_stay_together() -> None:
    text = "Rene\u0301 said “cafe\u0301”."
    claim = read(text).claims[0]
    assert text[slice(*claim.source[0])] == "Rene\u0301"
    assert unicodedata.normalize("NFC", text[slice(*claim.content[0])]) == "“café”"
