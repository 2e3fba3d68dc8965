"""A text in pieces is read as the `str` of the same code points is."""

import re
import tracemalloc
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import quote_kind, speaker_of
from claims.text import Text, around, matches, parts
from store import pieces
from store.anchors import selector
from store.pieces import Pieces

SIGNS = "ab \n“é漢😀\ud800"
TEXTS = st.text(alphabet=SIGNS, max_size=60)
AT = st.integers(-70, 70)


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "LENGTH", 7)


def in_pieces(text: str, cuts: list[int]) -> Pieces:
    """``text`` as it comes in parts that end at ``cuts``."""
    return Pieces(text[start:end] for start, end in pairwise([0, *sorted(min(cut, len(text)) for cut in cuts), None]))


@given(TEXTS, st.lists(st.integers(0, 60), max_size=4))
def test_it_is_the_same_text(text: str, cuts: list[int]) -> None:
    kept = in_pieces(text, cuts)
    assert str(kept) == text
    assert len(kept) == len(text)
    assert list(kept) == list(text)  # type: ignore[call-overload]
    assert "".join(parts(kept)) == text
    assert bool(kept) == bool(text)
    assert kept == text
    assert kept == Pieces([text])
    assert hash(kept) == hash(text)


@given(TEXTS, TEXTS)
def test_it_equals_what_has_the_same_code_points(text: str, other: str) -> None:
    assert (Pieces([text]) == other) is (text == other)
    assert (Pieces([text]) == Pieces([other])) is (text == other)
    assert Pieces([text]) != list(text)


@given(TEXTS, AT | st.none(), AT | st.none(), st.sampled_from((None, 1, 2, -1)))
def test_slices_are_the_same(text: str, start: int | None, end: int | None, step: int | None) -> None:
    assert Pieces([text])[start:end:step] == text[start:end:step]


@given(TEXTS, AT)
def test_code_points_are_the_same(text: str, at: int) -> None:
    if -len(text) <= at < len(text):
        assert Pieces([text])[at] == text[at]
    else:
        with pytest.raises(IndexError):
            Pieces([text])[at]


@given(st.text(alphabet="ab", max_size=40), st.text(alphabet="ab", min_size=1, max_size=9), AT, AT | st.none())
def test_words_are_found_at_the_same_places(text: str, words: str, start: int, end: int | None) -> None:
    assert Pieces([text]).find(words, start, end) == text.find(words, start, end)
    assert Pieces([text]).rfind(words, start, end) == text.rfind(words, start, end)


@given(TEXTS, st.integers(0, 60), st.integers(0, 60), st.sampled_from((r"(?<=a)b+", r"\w+", r"\n", r"(?<!\w)[^\s]+\Z")))
def test_patterns_match_at_the_same_places(text: str, start: int, end: int, pattern: str) -> None:
    compiled = re.compile(pattern)
    expected = [match.span() for match in compiled.finditer(text, start, end)]
    assert list(matches(compiled, text, start, end)) == expected
    assert list(matches(compiled, Pieces([text]), start, end)) == expected


@given(st.text(alphabet="ab\n", max_size=60), st.data())
def test_what_stands_around_a_place_are_whole_lines_of_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    lines, first = around(Pieces([text]), ((start, end),))
    assert (lines, first) == around(text, ((start, end),)) == (text, 0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("claims.text._AROUND", 2)
        lines, first = around(Pieces([text]), ((start, end),))
    assert text[first : first + len(lines)] == lines
    assert first <= start
    assert end <= first + len(lines)
    assert first == 0 or text[first - 1] == "\n"
    assert first + len(lines) in (len(text), text.find("\n", first + len(lines)))


@pytest.mark.parametrize("of", [str, lambda text: Pieces([text])])
def test_what_is_marked_by_hand_in_one_is_what_it_is(of: type[str]) -> None:
    text: Text = of("Anna Kovač, the mayor, met them.\n“The bridge is safe,” Kovač said on Monday.\nThey left.")
    content, source = (text.find("The bridge"), text.find("safe,") + 5), (text.find("Kovač said"), text.find(" said"))
    assert quote_kind(text, (content,)) == "direct"
    assert speaker_of(text, (source,)) == "Anna Kovač"
    assert selector(text, *content, "content").exact == "The bridge is safe,"


def test_one_emoji_does_not_make_it_four_times_as_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    words = "“Nobody was hurt,” the ministry said.\n"
    tracemalloc.start()
    try:
        kept = Pieces([words * 10_000, "😀"])
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert taken < 1.2 * len(str(kept).encode())
