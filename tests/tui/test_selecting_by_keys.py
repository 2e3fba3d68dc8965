"""Selecting in the pane by keyboard, with the caret: offsets into the source, whole clusters, the text itself."""

import pytest

from claims.model import Reading, Sentence
from tests.tui.pane_drafts import Draft, PaneApp, claim, painted, paragraphs, span_of
from tests.tui.reading import until
from tests.tui.selecting_stage import FAMILY, TEXT, items, selected_spans
from tests.tui.test_article_pane import LONG


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
