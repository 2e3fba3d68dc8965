"""Wherever words from right to left stand in a row, they are seen in their order and nothing else on it moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.color import Color
from textual.widgets import DataTable, Input, OptionList, Static

from tests.tui.bidi.capitals import capitals, hebrew
from tui.bidi.application import OrderedApp
from tui.bidi.marking import VisualOrder, in_order, labels_in_order
from tui.config.schema import Config
from tui.dialogs.confirm import ConfirmDialog

BLACK = Color(0, 0, 0)
BOLD, PLAIN = Style(bold=True), Style()


def seen(*segments: tuple[str, Style]) -> list[Segment]:
    return VisualOrder().apply([Segment(hebrew(text), style) for text, style in segments], BLACK)


def words(segments: list[Segment]) -> str:
    return capitals("".join(segment.text for segment in segments))


@pytest.mark.parametrize(
    ("written", "painted"),
    [
        ("│ A TITLE       an outlet │", "│ ELTIT A       an outlet │"),
        ("│ ONE TWO   THREE FOUR │", "│ OWT ENO   RUOF EERHT │"),
        ("╭─ A TITLE (2026) ────╮", "╭─ (2026) ELTIT A ────╮"),
        ("○ A NAME  said · direct", "○ EMAN A  said · direct"),
        ("THE MAYOR · SAID · direct", "ROYAM EHT · DIAS · direct"),
        ("deleted: A NOTE", "deleted: ETON A"),
        ("  10 DEAD IN paris", "  paris NI DAED 10"),
    ],
)
def test_each_label_is_put_in_order_by_itself(written: str, painted: str) -> None:
    assert words(seen((written, PLAIN))) == painted


def test_styles_stay_on_their_letters() -> None:
    found = seen(("A ", PLAIN), ("BC", BOLD), (" D", PLAIN))
    assert words(found) == "D CB A"
    assert capitals("".join(one.text for one in found if one.style == BOLD)) == "CB"


def test_what_stands_in_order_already_is_not_turned_again() -> None:
    done = in_order([Segment(hebrew("CBA"), PLAIN)])
    assert VisualOrder().apply(done, BLACK) == done


def test_each_line_of_a_paragraph_goes_as_that_does_and_other_labels_by_themselves() -> None:
    line = [Segment(hebrew(text), PLAIN) for text in ("○", " 1 ", "smith A B…", "  ", "said C.")]
    found = labels_in_order(line, hebrew("THE MAYOR OF smith A B"))
    assert [capitals(one.text) for one in found] == ["○", " 1 ", "…B A smith", "  ", "said C."]
    assert VisualOrder().apply(found, BLACK) == found


@given(st.lists(st.tuples(st.text(st.sampled_from("ab A Bשלו1. (│)·é字\u0301"), max_size=12), st.just(PLAIN))))
def test_a_line_stays_as_wide_and_all_its_letters_stay(pieces: list[tuple[str, Style]]) -> None:
    before = [Segment(hebrew(text), style) for text, style in pieces]
    after = VisualOrder().apply(before, BLACK)
    assert sum(one.cell_length for one in after) == Segment.get_line_length(before) or "\u0301" in words(before)
    assert sorted(filter(str.isalnum, words(after))) == sorted(filter(str.isalnum, words(before)))


class Widgets(OrderedApp, App[None]):
    """Some widgets that know nothing of any order."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config
        self.begin_order()

    def compose(self) -> ComposeResult:
        yield Static(hebrew("ONE TWO"), markup=False)
        yield OptionList(hebrew("THREE (4)"))
        yield Input(hebrew("FIVE SIX"))
        table: DataTable[str] = DataTable()
        table.add_columns("a", "b")
        table.add_row(hebrew("SEVEN"), hebrew("EIGHT NINE"))
        yield table


def rows(app: App[None]) -> str:
    return capitals("\n".join(strip.text for strip in app.screen._compositor.render_strips()))


async def test_widgets_that_know_nothing_of_it_show_words_in_their_order() -> None:
    app = Widgets(Config(bidi="sayso"))
    async with app.run_test(size=(40, 20)):
        for painted in ("OWT ENO", "(4) EERHT", "XIS EVIF", "NEVES  ENIN THGIE"):
            assert painted in rows(app)
        assert app.query_one(Input).value == hebrew("FIVE SIX")


async def test_under_a_dialog_words_stay_in_their_order() -> None:
    app = Widgets(Config(bidi="sayso"))
    async with app.run_test(size=(40, 20)) as pilot:
        app.push_screen(ConfirmDialog(hebrew("A QUESTION"), "Yes"))
        await pilot.pause()
        assert "NOITSEUQ A" in rows(app)
        assert "OWT ENO" in rows(app)


async def test_where_the_terminal_is_to_do_it_widgets_leave_words_as_they_are() -> None:
    app = Widgets(Config(bidi="terminal"))
    async with app.run_test(size=(40, 20)):
        for written in ("ONE TWO", "THREE (4)", "FIVE SIX"):
            assert written in rows(app)
