"""Right-to-left text is put into the order in which it is seen, by the Unicode Bidirectional Algorithm."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from store.safety import safe
from tests.tui.bidi.capitals import capitals, hebrew
from tui.bidi.levels import direction, has_rtl, levels
from tui.bidi.order import ordered, visual, visual_order
from tui.widgets.article.wrapping import clusters

TEXTS = st.text(
    st.one_of(
        st.sampled_from(list("abc ABGשלוםמרحبا٠١٢123 .,:+-%()[]«»<>“”‘’")),
        st.sampled_from(["\u05b0", "\u064b", "\u0301", "\u200d", "\u200c", "漢", "👨", "🏽", "🇫"]),
        st.characters(),
    ),
    max_size=40,
).map(lambda text: safe(text).replace("\n", " "))


# By hand, from the rules; what is read first in a line that begins with a capital stands on its right.
@pytest.mark.parametrize(
    ("read", "seen"),
    [
        ("car", "car"),
        ("CAR", "RAC"),
        ("the word CAR means a car", "the word RAC means a car"),
        ("car MEANS CAR.", "car RAC SNAEM."),
        ("CAR means car.", ".means car RAC"),
        ("he said “IT WILL RAIN, HE SAID”.", "he said “DIAS EH ,NIAR LLIW TI”."),
        ("HE SAID “john left” TODAY.", ".YADOT ”john left“ DIAS EH"),
        ("IN 2026 THEY WERE 1,200.", ".1,200 EREW YEHT 2026 NI"),
        ("IT ROSE BY 12.5% IN MAY", "YAM NI 12.5% YB ESOR TI"),
        ("FROM 3-5 TO 7", "7 OT 3-5 MORF"),
        ("a (BC) d", "a (CB) d"),
        ("A (bc) D", "D (bc) A"),
        ("A (BC) D", "D (CB) A"),
        ("LABOUR (b) WON", "NOW (b) RUOBAL"),
        ("see (LABOUR PARTY) now", "see (YTRAP RUOBAL) now"),
        ("A[1]B", "B[1]A"),
        ("ab(CD[&EF]!)gh", "ab([FE&]DC!)gh"),
        ("smith (fabrikam ARABIC) HEBREW", "smith (fabrikam CIBARA) WERBEH"),
        ("ARABIC (book(s))", "(book(s)) CIBARA"),
        ("A < B", "B > A"),
        ("«A B»", "«B A»"),
        ("A.  ", "  .A"),
        ("10 DEAD", "DAED 10"),
        ("", ""),
    ],
)
def test_what_is_read_in_one_order_is_seen_in_another(read: str, seen: str) -> None:
    assert capitals(visual(hebrew(read))) == seen


def test_numbers_among_arabic_letters_go_from_left_to_right_with_their_signs() -> None:
    assert visual("مرحبا 12,5 دولار") == "رالود 12,5 ابحرم"
    assert visual("سنة ٢٠٢٦، شهر ٣") == "٣ رهش ،٢٠٢٦ ةنس"
    # After Arabic letters, not after Hebrew ones, a number leaves a sign of currency to the words.
    assert visual("ا 5$") == "$5 ا"
    assert capitals(visual(hebrew("A 5$"))) == "5$ A"


def test_a_paragraph_goes_by_its_first_letter_whatever_comes_before_it() -> None:
    assert direction(hebrew("12. “A b")) == 1
    assert direction(hebrew("12. “b A")) == 0
    assert direction("12") == direction("") == 0


def test_marks_stay_on_their_letters() -> None:
    pointed = "שָׁלוֹם"
    assert [visual(pointed)[a:b] for a, b, _ in clusters(visual(pointed))] == [
        pointed[a:b] for a, b, _ in reversed(clusters(pointed))
    ]


@given(TEXTS, st.sampled_from([0, 1]))
def test_pieces_hold_the_text_once_and_their_levels_are_next_to_that_of_the_paragraph(text: str, base: int) -> None:
    pieces = ordered(text, base)
    assert "".join(text[start:end] for start, end, _ in sorted(pieces)) == text
    assert {level for _, _, level in pieces} <= {base, base + 1, base + 2}


@given(TEXTS)
def test_what_is_seen_is_as_wide_as_what_is_read_and_has_the_same_letters(text: str) -> None:
    seen = visual(text)
    assert cell_len(seen) == cell_len(text)
    assert sorted(filter(str.isalnum, seen)) == sorted(filter(str.isalnum, text))


@given(TEXTS.filter(lambda text: not has_rtl(text)))
def test_text_that_only_goes_from_left_to_right_is_as_it_was(text: str) -> None:
    assert visual(text) == text
    assert set(levels(text, 0)) <= {0}


@given(st.lists(st.integers(0, 3)))
def test_an_order_has_each_place_once_and_the_same_reversal_leads_back(some: list[int]) -> None:
    order = visual_order(some)
    assert sorted(order) == list(range(len(some)))
    back = visual_order([some[i] for i in order])
    if max(some, default=0) <= 1:
        assert [order[i] for i in back] == list(range(len(some)))


def test_a_long_line_and_brackets_without_end_take_time_in_proportion() -> None:
    def seconds(text: str) -> float:
        def once() -> float:
            began = process_time()
            levels(text, 1)
            return process_time() - began

        return min(once() for _ in range(3))

    for some in (hebrew("A (b) 1. "), "(", hebrew("A)"), hebrew("(A["), "א\u05b0", "(\u0301"):
        assert seconds(some * 64000) < 100 * seconds(some * 4000)  # squared it would be 256
