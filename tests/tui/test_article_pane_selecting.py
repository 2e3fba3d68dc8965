"""Selecting in the pane by mouse and by keyboard: offsets into the source, whole clusters, the article's own text."""

import pytest
from textual.events import MouseScrollDown
from textual.geometry import Offset
from textual.pilot import Pilot

from claims.model import Reading, Sentence, Span
from store.document import Document
from store.review import Item
from tests.tui.pane_drafts import Draft, PaneApp, claim, painted, paragraphs, span_of
from tests.tui.reading import until
from tests.tui.test_article_pane import LONG, at_words
from tui.widgets.article.pane import ArticlePane

FAMILY = "👨‍👩‍👧‍👦"
TEXT = paragraphs(
    "The ministry said on Monday that 漢字 and unemployment had fallen. It isn’t so, others said.",
    f"A family {FAMILY} came by. Nobody asked.",
)


def items(document: Document) -> list[Item]:
    return [claim(document, "unemployment had fallen", "The ministry", "said", number=123, note="a note")]


async def drag(pilot: Pilot[None], app: PaneApp, start: Offset, end: Offset) -> None:
    await pilot.mouse_down(app.pane, offset=start)
    await pilot.hover(app.pane, offset=end)
    await pilot.mouse_up(app.pane, offset=end)


def cell(app: PaneApp, words: str, last: bool = False) -> Offset:
    """The cell of the first (or last) letter of ``words`` on the screen; rows may hold wide characters."""
    line = next(line for line in (app.pane._flow.line(row) for row in range(99)) if line and _in(line, words))
    span = span_of(TEXT, words)
    row = app.pane._flow.where(span[0]) - round(app.pane.scroll_y)
    return Offset(app.pane._geometry[1] + line.cell_of(span[1] - 1 if last else span[0]), row)


def _in(line: object, words: str) -> bool:
    return words in "".join(run.text for run in line.runs)  # type: ignore[attr-defined]


def selected_spans(app: PaneApp) -> list[Span | None]:
    return [said.span for said in app.said if isinstance(said, ArticlePane.Selected)]


@pytest.mark.parametrize("width", [24, 40, 80, 160])
async def test_a_drag_gives_the_offsets_of_the_words_at_every_width(width: int) -> None:
    app = PaneApp(TEXT, items(TEXT))
    async with app.run_test(size=(width, 24)) as pilot:
        await drag(pilot, app, cell(app, "unemployment"), cell(app, "unemployment", last=True))
        assert app.pane.selection == span_of(TEXT, "unemployment")
        await until(pilot, lambda: selected_spans(app)[-1:] == [span_of(TEXT, "unemployment")])
        assert app.screen.get_selected_text() == "unemployment"


async def test_a_drag_backwards_over_lines_selects_the_same_and_copies_no_sign() -> None:
    app = PaneApp(TEXT, items(TEXT))
    async with app.run_test(size=(40, 24)) as pilot:
        await drag(pilot, app, cell(app, "others"), cell(app, "said on"))
        expected = TEXT.text[TEXT.text.index("said on") : TEXT.text.index(" said.")]
        assert app.screen.get_selected_text() == expected
        await pilot.press("ctrl+c")
        assert app.clipboard == expected


async def test_a_drag_never_parts_a_cluster() -> None:
    app = PaneApp(TEXT)
    async with app.run_test(size=(80, 24)) as pilot:
        place = cell(app, FAMILY)
        await drag(pilot, app, place + Offset(1, 0), place + Offset(2, 0))
        assert app.screen.get_selected_text() == FAMILY
        await drag(pilot, app, place - Offset(2, 0), place)
        assert app.screen.get_selected_text() == "family " + FAMILY


async def test_a_drag_takes_words_whole_and_no_space_around_them() -> None:
    app = PaneApp(TEXT)
    async with app.run_test(size=(120, 24)) as pilot:
        await drag(pilot, app, cell(app, "nistry"), cell(app, "id on"))
        assert app.screen.get_selected_text() == "ministry said"
        await drag(pilot, app, cell(app, " said on"), cell(app, "on Monday", last=True) + Offset(1, 0))
        assert app.screen.get_selected_text() == "said on Monday"
        # Of what is written without spaces a word cannot be told from the next.
        await drag(pilot, app, cell(app, "字 and"), cell(app, "and un", last=True))
        assert app.screen.get_selected_text() == "字 and unemployment"
        # Letters are for the keys, which go on from there.
        await pilot.press("v", "h")
        assert app.screen.get_selected_text() == "字 and unemploymen"


async def test_the_key_that_selects_goes_on_with_what_is_selected() -> None:
    app = PaneApp(TEXT)
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.click(app.pane, offset=cell(app, "ministry"), times=2)
        await pilot.press("v", "v", "v")
        assert app.screen.get_selected_text() == "ministry"
        await pilot.press("e")
        assert app.screen.get_selected_text() == "ministry said"
        assert not app.pane.check_action("caret_anchor", ())
        await pilot.press("escape")
        assert app.pane.selection is None
        assert app.pane.check_action("caret_anchor", ())


async def test_a_drag_over_the_edge_scrolls_and_selects_on() -> None:
    app = PaneApp(LONG)
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.styles.height = 10
        await until(pilot, lambda: app.pane.rows == 10)
        start = at_words(app.pane, "Paragraph 1 ")
        await pilot.mouse_down(app.pane, offset=start)
        await pilot.hover(offset=(start.x, 15))
        await until(pilot, lambda: app.pane.scroll_y > 30)
        await pilot.mouse_up(offset=(start.x, 15))
        selection = app.pane.selection
        assert selection is not None
        assert selection[0] == span_of(LONG, "Paragraph 1 ")[0]
        assert app.pane.visible_span[0] < selection[1] <= app.pane.visible_span[1]
        scrolled = app.pane.scroll_y
        await pilot.pause(0.2)
        assert app.pane.scroll_y == scrolled


async def test_the_wheel_scrolls_and_leaves_the_selection() -> None:
    app = PaneApp(LONG)
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.select(*span_of(LONG, "Paragraph 0"))
        await pilot._post_mouse_events([MouseScrollDown], app.pane, offset=(5, 5), button=0)
        await until(pilot, lambda: app.pane.scroll_y > 0)
        assert app.pane.selection == span_of(LONG, "Paragraph 0")


async def test_twice_selects_the_word_three_times_the_paragraph_and_once_clears() -> None:
    app = PaneApp(TEXT, items(TEXT))
    async with app.run_test(size=(80, 24)) as pilot:
        place = cell(app, "isn’t")
        await pilot.click(app.pane, offset=place, times=2)
        assert app.screen.get_selected_text() == "isn’t"
        await pilot.click(app.pane, offset=place, times=3)
        assert app.screen.get_selected_text() == TEXT.text.split("\n")[0]
        assert selected_spans(app)[-1] == (0, TEXT.text.index("\n"))
        await pilot.pause(0.6)
        await pilot.click(app.pane, offset=cell(app, "Nobody"))
        await until(pilot, lambda: selected_spans(app)[-1] is None)
        assert app.pane.selection is None


async def test_a_click_with_shift_selects_on_to_there_from_the_end_that_is_further() -> None:
    app = PaneApp(TEXT)
    async with app.run_test(size=(120, 24)) as pilot:
        await drag(pilot, app, cell(app, "unemployment"), cell(app, "had", last=True))
        await pilot.click(app.pane, offset=cell(app, "fallen", last=True), shift=True)
        assert app.screen.get_selected_text() == "unemployment had fallen"
        await pilot.click(app.pane, offset=cell(app, "Monday"), shift=True)
        assert app.screen.get_selected_text() == "Monday that 漢字 and unemployment had fallen"
        await until(pilot, lambda: selected_spans(app)[-1:] == [app.pane.selection])
        assert not [said for said in app.said if isinstance(said, ArticlePane.Clicked)]


async def test_a_click_with_shift_selects_from_the_last_click_or_the_caret() -> None:
    app = PaneApp(TEXT)
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.click(app.pane, offset=cell(app, "Monday"))
        await pilot.click(app.pane, offset=cell(app, "漢字", last=True), shift=True)
        assert app.screen.get_selected_text() == "Monday that 漢字"
        app.pane.clear_selection()
        await pilot.press("v")
        await pilot.click(app.pane, offset=cell(app, "ministry", last=True), shift=True)
        assert app.screen.get_selected_text() == "The ministry"
        await pilot.press("w")  # the caret was taken along
        assert app.screen.get_selected_text() == "The ministry said"


async def test_a_drag_with_shift_moves_the_near_end() -> None:
    app = PaneApp(TEXT)
    async with app.run_test(size=(120, 24)) as pilot:
        app.pane.select(*span_of(TEXT, "unemployment had"))
        await pilot.mouse_down(app.pane, offset=cell(app, "fallen"), shift=True)
        await pilot.hover(app.pane, offset=cell(app, "had", last=True))
        await pilot.hover(app.pane, offset=cell(app, "isn’t"))
        await pilot.mouse_up(app.pane, offset=cell(app, "isn’t"))
        assert app.screen.get_selected_text() == "unemployment had fallen. It isn’t"


@pytest.mark.parametrize(
    ("clicks", "start", "end", "selected"),
    [
        (1, "Monday", "漢字", "Monday that 漢字"),
        (1, "漢字", "Monday", "Monday that 漢字"),
        (2, "Monday", "Nobody", TEXT.text),
    ],
)
async def test_a_drag_goes_by_words_after_two_presses_and_by_paragraphs_after_three(
    clicks: int, start: str, end: str, selected: str
) -> None:
    app = PaneApp(TEXT)
    async with app.run_test(size=(120, 24)) as pilot:
        app.CLICK_CHAIN_TIME_THRESHOLD = 60  # type: ignore[misc]
        begin = cell(app, start) + Offset(1, 0)
        await pilot.click(app.pane, offset=begin, times=clicks)
        await drag(pilot, app, begin, cell(app, end) + Offset(2, 0))
        assert app.screen.get_selected_text() == selected
        await until(pilot, lambda: selected_spans(app)[-1:] == [app.pane.selection])


@pytest.mark.parametrize(("start", "end"), [(0, 3), (-1, 3), (5, 5), (0, 10**9)])
async def test_a_selection_asked_for_is_whole_clusters_or_none(start: int, end: int) -> None:
    document = paragraphs(f"{FAMILY}b")
    app = PaneApp(document)
    async with app.run_test(size=(40, 10)):
        app.pane.select(start, end)
        assert app.pane.selection == ((0, len(FAMILY)) if (start, end) == (0, 3) else None)


# --- by keyboard ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "selected"),
    [
        (["v", "v", "e"], "The"),
        (["v", "w", "space", "e"], "ministry"),
        (["v", "w", "shift+right", "shift+right"], "min"),
        (["v", "ctrl+shift+right", "ctrl+shift+right"], "The ministry"),
        (["v", "v", "w", "w", "w"], "The ministry said"),
        (["v", "v", "w", "w", "w", "b"], "The ministry"),
        (["v", "w", "e", "v", "h", "h", "w"], "y"),
        (["v", ")", "e", "v", "l", "("], "It"),
        (["v", "v", "$"], "The ministry said on Monday that 漢字 and unemployment had fallen. It"),
        (["v", "w", "w", "v", "b", "b", "h"], "The ministry s"),
        (["v", "V"], TEXT.text.split("\n")[0]),
        (["v", ")", "v", "e", "e"], "It isn’t"),
        (["v", "}", "V", "o", "w"], TEXT.text.split("\n")[1][2:]),
        (["v", "G", "v", "b"], "asked."),
        (["v", "}", "w", "w", "v"], FAMILY),
        (["v", "}", "w", "w", "l", "h", "v", "l"], f"{FAMILY} "),
    ],
)
async def test_keys_select(keys: list[str], selected: str) -> None:
    app = PaneApp(TEXT, items(TEXT))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        assert app.screen.get_selected_text() == selected
        await until(pilot, lambda: selected_spans(app)[-1:] == [app.pane.selection])


async def test_escape_clears_the_selection_first_and_then_puts_the_caret_away() -> None:
    app = PaneApp(TEXT)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v", "v", "e", "escape")
        assert app.pane.selection is None
        assert app.pane.caret == 2
        await pilot.press("w")
        assert app.pane.selection is None
        await pilot.press("escape")
        assert app.pane.caret is None


async def test_the_same_key_reads_without_the_caret_and_moves_it_with() -> None:
    app = PaneApp(LONG)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("j", "v")
        assert (app.pane.scroll_y, app.pane.caret) == (1, 0)
        await pilot.press("w", "j")
        assert app.pane.scroll_y == 1
        assert app.pane.caret is not None
        assert LONG.text[app.pane.caret :].startswith("ine.")
        await pilot.press("escape", "j")
        assert app.pane.scroll_y == 2


async def test_up_and_down_keep_to_the_column_over_short_lines() -> None:
    document = paragraphs("a long first line", "short", "a long third line")
    app = PaneApp(document)
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.caret = 12
        await pilot.press("j")
        assert app.pane.caret == span_of(document, "short")[1] - 1
        await pilot.press("j")
        assert app.pane.caret == span_of(document, "a long third")[0] + 12
        await pilot.press("k", "k")
        assert app.pane.caret == 12


async def test_the_caret_comes_out_at_the_selected_item_else_at_the_hit_else_at_the_first_word() -> None:
    app = PaneApp(LONG, [claim(LONG, "Paragraph 2 holds", number=1)])
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("v")
        assert app.pane.caret == 0
        await pilot.press("escape")
        app.pane.search("4 holds")
        app.pane.next_hit()
        await pilot.press("v")
        assert app.pane.caret == span_of(LONG, "4 holds")[0]
        await pilot.press("escape")
        app.pane.selected = 0
        await pilot.press("v")
        assert app.pane.caret == span_of(LONG, "Paragraph 2")[0]
        await pilot.press("escape", "space", "v")
        assert app.pane.caret == app.pane.top


async def test_the_caret_stays_in_sight() -> None:
    app = PaneApp(LONG)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("v", *["j"] * 40)
        low, high = app.pane.visible_span
        assert app.pane.caret is not None
        assert low <= app.pane.caret < high
        await pilot.press("G")
        assert app.pane.visible_span[1] == len(LONG.text)
        await pilot.press("g")
        assert app.pane.visible_span[0] == 0


async def test_the_caret_walks_through_tables_lists_and_code() -> None:
    draft = Draft()
    draft.add("one", within=[draft.item()]).table(["a", "b"], ["c", "d"]).add("x = 1\n\ny = 2", "code").add(
        "", "rule"
    ).add("last")
    app = PaneApp(draft.document)
    async with app.run_test(size=(40, 30)) as pilot:
        await pilot.press("v", *["j"] * 12)
        # Two cells from the left, under the first letter of what stands behind a bullet.
        assert app.pane.caret == span_of(draft.document, "st")[0]
        await pilot.press(*["k"] * 12)
        assert app.pane.caret == 0
        assert "• one" in painted(app.pane)[1]


async def test_a_selection_by_sentences_ends_where_they_do() -> None:
    text = paragraphs("The van is a bakery van. She left. Nobody asked.")
    app = PaneApp(text)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("v", "v", ")")
        assert app.screen.get_selected_text() == "The van is a bakery van."
        await pilot.press(")")
        assert app.screen.get_selected_text() == "The van is a bakery van. She left."


async def test_a_selection_grows_and_shrinks_to_where_it_began() -> None:
    text = paragraphs("One sentence. Another one.", "More.")
    app = PaneApp(text)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("v", "w")
        selected = []
        for _ in range(4):
            await pilot.press("+")
            selected.append(app.screen.get_selected_text())
        assert selected == ["sentence", "One sentence.", "One sentence. Another one.", text.text]
        for words in selected[-2::-1]:
            await pilot.press("-")
            assert app.screen.get_selected_text() == words
        await pilot.press("l", "-")  # moved by hand since: there is no way back
        assert app.screen.get_selected_text() != "s"


async def test_after_a_search_the_caret_comes_out_at_the_hit_and_not_at_the_item_before() -> None:
    app = PaneApp(TEXT, items(TEXT))
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.selected = 0
        app.pane.search("Nobody")
        app.pane.next_hit()
        await pilot.press("v")
        assert app.pane.caret == span_of(TEXT, "Nobody")[0]
        app.pane.caret = None
        app.pane.selected = None
        app.pane.selected = 0
        await pilot.press("v")
        assert app.pane.caret == span_of(TEXT, "The ministry")[0]


async def test_a_selection_grows_over_the_section_between_two_headings_before_all_of_it() -> None:
    draft = Draft()
    draft.add("Before.").add("One", "heading", level=1).add("A word. More.").add("And more.").add(
        "Two", "heading", level=1
    ).add("End.")
    app = PaneApp(draft.document)
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.action_read_caret()
        app.pane.caret = span_of(draft.document, "word")[0]
        selected = []
        for _ in range(5):
            await pilot.press("+")
            selected.append(app.screen.get_selected_text())
        assert selected == [
            *("word", "A word.", "A word. More."),
            "One\nA word. More.\nAnd more.",
            draft.document.text,
        ]
        await pilot.press("-")
        assert app.screen.get_selected_text() == "One\nA word. More.\nAnd more."


async def test_a_sentence_is_what_the_engine_took_for_one() -> None:
    text = paragraphs("Sgt. Prof. No. Mr. Smith of St. Ives left at 5 p.m. on foot. Nobody asked.")
    sentence = span_of(text, "Sgt. Prof. No. Mr. Smith of St. Ives left at 5 p.m. on foot.")
    app = PaneApp(text)
    async with app.run_test(size=(90, 20)) as pilot:
        app.pane.mark((), Reading("by hand", (), (), (Sentence((sentence[0], sentence[1] + 1), "own-voice"),)))
        app.pane.action_read_caret()
        app.pane.caret = span_of(text, "Smith")[0]
        await pilot.press("+", "+")
        assert app.pane.selection == sentence
