"""A text of any length is read in stretches, and nothing in it is lost, changed or told twice for that."""

from dataclasses import replace
from threading import Event
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.attributions import Attribution
from claims.model import Spans
from claims.paragraphs import Paragraph, paragraphs_of
from claims.tagger.decoding import LAYERS, ROLES, TAGS, Floats, Transitions
from claims.tagger.encoding import GUIDE, POLNEAR, Ints
from claims.tagger.finder import FIRST_STRETCH, STRETCH, TaggerFinder, stretches
from claims.tagger.finding import tagged
from claims.tagger.linking import BUCKETS, SIZE, VECTORS, LinkBiases
from claims.tagger.network import Model
from tests.bench.articles import plain
from tests.claims.tagger.toy import TOY

SOURCE, CUE, CONTENT, MORE = "s", "q", "c", "d"  # words that are what they stand for, wherever they stand
WORDS = st.sampled_from([SOURCE, CUE, CONTENT, MORE, "e", "e", "e" * 60])
PARAGRAPH = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
TEXT = st.lists(PARAGRAPH, max_size=60).map("\n\n".join)


class Literal:
    """Stands in for the network: it takes each of the words above for what it stands for, and others for nothing."""

    TAG = {SOURCE: 1, CUE: 3, CONTENT: 5, MORE: 6}

    def run(self, _: None, given: dict[str, Ints]) -> list[Floats]:
        pieces = given["pieces"][0]
        tags = np.zeros((1, len(pieces), LAYERS * TAGS), np.float32)
        tags[..., 0] = tags[..., TAGS] = 1
        for word, tag in self.TAG.items():
            tags[0, pieces == TOY.pieces(word)[0][0], tag] = 5
        return [tags, np.zeros((1, len(pieces), VECTORS * SIZE), np.float32)]


def literal() -> Model:
    """A model that knows the words above, and links what is in one paragraph, the nearest first."""
    distance = np.zeros((2, BUCKETS))
    distance[:, BUCKETS // 2 :] = [1, 2, 3, 4, 5, 4, 3, 2, 1]
    flat = Transitions(np.zeros((TAGS, TAGS)), np.zeros(TAGS), np.zeros(TAGS))
    return Model(Literal(), TOY, (flat,) * LAYERS, LinkBiases(distance, np.full(2, 0.5)))  # type: ignore[arg-type]


def spans(one: Attribution) -> dict[str, Spans]:
    return {role: getattr(one, role) for role in ROLES}


@given(st.lists(st.integers(1, 4_000), max_size=60))
def test_stretches_are_all_paragraphs_in_order_and_of_bounded_size(lengths: list[int]) -> None:
    paragraphs, at = [], 0
    for length in lengths:
        paragraphs.append(Paragraph(at, at + length))
        at += length + 2
    found = list(stretches(paragraphs))
    assert [number for first, last in found for number in range(first, last)] == list(range(len(paragraphs)))
    for first, last in found:
        assert last == first + 1 or paragraphs[last - 1].end - paragraphs[first].start <= STRETCH


def test_the_first_stretch_of_a_long_text_is_short_so_that_something_shows_at_once() -> None:
    paragraphs = [Paragraph(at, at + 498) for at in range(0, 20_000, 500)]
    (first, last), *_ = stretches(paragraphs)
    assert paragraphs[last - 1].end - paragraphs[first].start <= FIRST_STRETCH


def test_a_short_text_is_one_stretch() -> None:
    assert list(stretches([Paragraph(0, 3_000), Paragraph(3_002, 6_000)])) == [(0, 2)]
    assert list(stretches([])) == []


def test_a_claim_has_the_nearest_cue_and_source_and_all_its_pieces() -> None:
    text = "s q c d e s\n\nc d e s q e c"
    first, second = TaggerFinder(POLNEAR, literal())(text, paragraphs_of(text))
    assert [spans(one) for one in first] == [{"source": ((0, 1),), "cue": ((2, 3),), "content": ((4, 7),)}]
    assert [spans(one) for one in second] == [
        {"source": ((19, 20),), "cue": ((21, 22),), "content": ((13, 16), (25, 26))}
    ]


@settings(max_examples=50)
@given(TEXT)
def test_a_text_read_in_stretches_has_the_claims_that_it_has_in_one_piece(text: str) -> None:
    paragraphs = paragraphs_of(text)
    model = literal()
    whole = [
        {"source": (one.source,) if one.source else (), "cue": (one.cue,) if one.cue else (), "content": one.content}
        for one in tagged(model, text, paragraphs, POLNEAR)
    ]
    with patch.multiple("claims.tagger.finder", FIRST_STRETCH=20, STRETCH=100):
        by_paragraph = list(TaggerFinder(POLNEAR, model)(text, paragraphs))
    assert [spans(one) for found in by_paragraph for one in found] == whole
    assert len(by_paragraph) == len(paragraphs)
    for paragraph, found in zip(paragraphs, by_paragraph, strict=True):
        assert all(paragraph.start <= one.content[0][0] < paragraph.end for one in found)


@pytest.mark.parametrize("text", ["", "x", "-".join("a" * 3000), "1" * 20_000, "\u0301", "“", "a.b." * 2_000])
def test_the_trained_network_reads_anything(model: Model, text: str) -> None:
    paragraphs = paragraphs_of(text)
    for convention in (POLNEAR, GUIDE):
        assert len(list(TaggerFinder(convention, model)(text, paragraphs))) == len(paragraphs)


def test_where_a_stretch_begins_matters_little_to_the_trained_network(model: Model) -> None:
    """Not nothing: what a window begins with shifts the scores of all that is in it by a little."""
    text = plain(20_000)
    paragraphs = paragraphs_of(text)
    whole = {one.content for one in tagged(model, text, paragraphs, POLNEAR)}
    read = {one.content for found in TaggerFinder(POLNEAR, model)(text, paragraphs) for one in found}
    assert len(list(stretches(paragraphs))) > 2
    assert len(whole & read) >= 0.8 * max(len(whole), len(read))


class Hesitant(Literal):
    """Takes the words above rather for nothing."""

    def run(self, nothing: None, given: dict[str, Ints]) -> list[Floats]:
        tags, vectors = super().run(nothing, given)
        tags[tags == 5] = 0.8
        return [tags, vectors]


def test_by_polnears_convention_what_is_doubtful_is_marked_and_by_the_guide_it_is_not() -> None:
    model = replace(literal(), session=Hesitant())
    paragraphs = paragraphs_of("e c e")
    assert [one.content for one in tagged(model, "e c e", paragraphs, POLNEAR)] == [((2, 3),)]
    assert tagged(model, "e c e", paragraphs, GUIDE) == []


@pytest.mark.parametrize(("sure", "shown"), [(0.49, 0), (0.5, 1)])
def test_by_the_guide_what_is_likelier_wrong_than_right_is_not_shown(sure: float, shown: int) -> None:
    text = "She spoke. s q c d"
    with patch("claims.tagger.finder.confidence", return_value=sure):
        found = [one for each in TaggerFinder(GUIDE, literal())(text, paragraphs_of(text)) for one in each]
        raw = [one for each in TaggerFinder(POLNEAR, literal())(text, paragraphs_of(text)) for one in each]
    assert (len(found), len(raw)) == (shown, 1)


class InCompany(Literal):
    """A network that answers nobody before two have asked."""

    def __init__(self) -> None:
        self.asked, self.two = 0, Event()

    def run(self, _: None, given: dict[str, Ints]) -> list[Floats]:
        self.asked += 1
        if self.asked == 2:
            self.two.set()
        assert self.two.wait(60)
        return super().run(_, given)


def test_on_several_cores_windows_are_read_at_once_and_nothing_is_found_otherwise() -> None:
    text = "\n\n".join(f"{SOURCE} {CUE} e {CONTENT} {MORE} e" for _ in range(400))
    paragraphs = paragraphs_of(text)
    alone = [*TaggerFinder(GUIDE, literal())(text, paragraphs)]
    model = replace(literal(), session=InCompany(), cores=2)  # type: ignore[arg-type]
    assert [*TaggerFinder(GUIDE, model)(text, paragraphs)] == alone
    assert sum(map(len, alone)) == 400
