"""What is drawn, found by place: as if by going through everything, and each claim can be read off the screen."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from claims.model import Claim, Span, Spans
from store.review import Item
from tests.tui.pane_drafts import claim, paragraphs, passage
from tui.widgets.article.drawn import Drawn
from tui.widgets.article.flow import Flow
from tui.widgets.article.glyphs import CLOSING, OPENING, FixedSigns
from tui.widgets.article.layers import AT_FIRST, LAYERS, Shown

TEXT = "The minister said that the board had told her that the bridge was safe, and that she believed it. " * 2
DOCUMENT = paragraphs(TEXT)
PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@st.composite
def contents(draw: st.DrawFn) -> Spans:
    """One to three pieces in order, whole clusters of plain text, none touching the next."""
    cuts = sorted(draw(st.lists(st.integers(0, 60), min_size=2, max_size=6, unique=True)))
    return tuple(zip(cuts[::2], cuts[1::2], strict=False))


def items_of(many: Sequence[Spans]) -> list[Item]:
    ordered = sorted(many, key=lambda content: content[0])
    return [Item(number, Claim(content=content), None) for number, content in enumerate(ordered, 1)]


def painted(items: Sequence[Item]) -> str:
    flow = Flow(DOCUMENT, 1000)
    flow.decorate(Drawn(items))
    return "".join(run.text for line in flow.lines(0) for run in line.runs)


def read_off(shown: str) -> dict[int, list[Span]]:
    """The pieces of each claim that lies between brackets with its number, as one reads them: offsets into the text."""
    found: dict[int, list[Span]] = {}
    opened: dict[int, int] = {}
    at, i = 0, 0
    while i < len(shown):
        digits = i
        if shown[i] == OPENING:
            digits += 1
        end = digits
        while shown[end : end + 1].translate(PLAIN).isdecimal() and shown[end] not in "0123456789":
            end += 1
        if end > digits:
            number = int(shown[digits:end].translate(PLAIN))
            if shown[end : end + 1] == CLOSING:
                found.setdefault(number, []).append((opened.pop(number), at))
                end += 1
            elif digits > i:
                opened[number] = at
            i = end
        else:
            at += shown[i] != "·"
            i += 1
    assert not opened
    return found


@given(st.lists(contents(), min_size=1, max_size=5))
def test_of_claims_that_overlap_each_begins_and_ends_where_the_signs_say_so(many: list[Spans]) -> None:
    items = items_of(many)
    read = read_off(painted(items))
    for index, item in enumerate(items):
        if Drawn(items).is_shared(index):
            assert tuple(read[item.number or 0]) == item.content
        else:
            assert (item.number or 0) not in read


def test_a_claim_that_is_alone_on_its_words_has_its_number_and_no_brackets() -> None:
    text = painted([claim(DOCUMENT, "the board had told her", "The minister", "said")])
    assert text.startswith("¹The minister said that the board had told her that")


def test_a_claim_within_another_is_told_from_it_by_brackets_with_the_numbers() -> None:
    inner = "the bridge was safe"
    outer = f"the board had told her that {inner}"
    items = [claim(DOCUMENT, outer, "The minister", number=1), claim(DOCUMENT, inner, "the board", number=2)]
    assert painted(items).startswith("⁽¹The minister said that ⁽²the board had told her that the bridge was safe²⁾¹⁾,")


def test_a_number_without_brackets_stands_before_the_brackets_that_open_at_its_place() -> None:
    inner, outer = "the bridge was safe", "the board had told her that the bridge was safe"
    items = [
        claim(DOCUMENT, outer, "The minister", number=1),
        claim(DOCUMENT, inner, "the board", number=2),
        claim(DOCUMENT, "said", "The minister", number=3),
    ]
    assert painted(items).startswith("³⁽¹The minister said that ⁽²the board had told her that the bridge was safe²⁾¹⁾,")


def test_passages_that_begin_or_end_at_one_place_have_one_bar_there_and_each_its_meaning() -> None:
    long, short, end = "The minister said", "The minister", "minister said"
    several = [passage(DOCUMENT, long, meaning=2), passage(DOCUMENT, short), passage(DOCUMENT, end)]
    assert painted(several).startswith("≈▕The ▕minister▏ said▏ that")
    several = [passage(DOCUMENT, long), passage(DOCUMENT, short, meaning=2)]
    assert painted(several).startswith("≈▕The minister▏ said▏ that")
    several = [passage(DOCUMENT, long, meaning=1), passage(DOCUMENT, short, meaning=2)]
    assert painted(several).startswith("★≈▕The minister▏ said▏ that")


def test_a_rejected_claim_leaves_the_other_alone_on_its_words() -> None:
    outer = claim(DOCUMENT, "the board had told her", number=1)
    inner = claim(DOCUMENT, "told her", number=2, decision="rejected")
    assert painted([outer, inner]).startswith("The minister said that ¹the board had told her that")


def test_an_attitude_is_told_from_a_claim() -> None:
    found = Claim(content=((0, 12),), act="attitude")
    flow = Flow(DOCUMENT, 1000)
    flow.decorate(Drawn([Item(3, found, None)], frozenset(LAYERS)))
    assert "~³The minister" in "".join(run.text for line in flow.lines(0) for run in line.runs)


SHOWN = st.sampled_from([AT_FIRST, frozenset(LAYERS), frozenset[str](), frozenset({"notes"})])


@given(st.lists(contents(), max_size=6), SHOWN, st.integers(0, 60), st.integers(1, 60))
def test_what_is_found_by_place_is_what_going_through_everything_finds(
    many: list[Spans], shown: Shown, start: int, length: int
) -> None:
    drawn, end = Drawn(items_of(many), shown), start + length
    everything = drawn.highlights(0, len(TEXT))
    assert drawn.highlights(start, end) == [one for one in everything if one.start < end and one.end > start]
    signs = drawn.signs((0, len(TEXT)))
    assert drawn.signs((start, end)) == FixedSigns(signs).signs((start, end))


def test_a_passage_over_the_whole_text_is_found_everywhere() -> None:
    long = paragraphs("word " * 2000)
    items = [passage(long, long.text), claim(long, "word", number=1)]
    assert [one.item for one in Drawn(items).highlights(9000, 9004)] == [0]


@given(st.lists(contents(), min_size=1, max_size=6), st.lists(contents(), min_size=1, max_size=6))
def test_outside_of_what_changed_the_signs_are_as_they_were(old: list[Spans], new: list[Spans]) -> None:
    before, after = Drawn(items_of(old)), Drawn(items_of(new))
    spans = after.changed_since(before)
    assert spans is not None

    def untouched(drawn: Drawn) -> list[tuple[int, str]]:
        signs = drawn.signs((0, len(TEXT)))
        return [(one.at, one.text) for one in signs if not any(low <= one.at <= high for low, high in spans)]

    assert untouched(before) == untouched(after)


def test_nothing_has_changed_where_the_items_are_the_same() -> None:
    items = items_of([((0, 5),), ((7, 9),)])
    assert Drawn(items).changed_since(Drawn(tuple(items))) == []


def test_numbers_that_stand_at_one_place_are_one_group_that_no_line_ends_in() -> None:
    text = "The board said what the town knew."
    at = text.index("what")
    drawn = Drawn(
        [
            Item(n, Claim(content=((at, at + 4),) if n == 1 else ((at + 5, at + 8),), cue=((at, at + 4),)), None)
            for n in (1, 2)
        ]
    )
    for width in range(8, 40):
        flow = Flow(paragraphs(text), width)
        flow.decorate(drawn)
        lines = ["".join(run.text for run in line.runs) for n in range(1) for line in flow.lines(n)]
        assert any("¹·²what" in line for line in lines), lines
