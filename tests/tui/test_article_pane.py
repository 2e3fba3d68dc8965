"""The pane on a screen: reading, places kept, claims, clicks and search."""

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Offset
from textual.pilot import Pilot

from store.document import Document
from store.review import Item
from store.safety import safe
from tests.tui.pane_drafts import Draft, PaneApp, claim, painted, paragraphs, passage, span_of
from tests.tui.reading import until
from tui.widgets.article.pane import ArticlePane

LONG = paragraphs(*(f"Paragraph {n} holds some words that wrap over the end of a narrow line." for n in range(300)))


def at_words(pane: ArticlePane, words: str) -> Offset:
    """Where ``words`` begin on the screen."""
    y, row = next((y, row) for y, row in enumerate(painted(pane)) if words in row)
    return Offset(row.index(words), y)


async def test_the_article_is_there_at_once_and_every_row_is_as_wide_as_the_pane() -> None:
    app = PaneApp(LONG)
    async with app.run_test(size=(60, 20)):
        rows = painted(app.pane)
        assert "Paragraph 0 holds" in rows[1]
        assert {len(row) for row in rows} == {app.pane.scrollable_content_region.width}


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (["j"], 1),
        (["down", "ctrl+e", "k"], 1),
        (["space"], 18),
        (["pagedown", "b"], 0),
        (["d"], 10),
        (["ctrl+d", "u"], 0),
        (["j", "j", "g"], 0),
        (["}"], 3),
        (["}", "}", "{"], 3),
        (["home"], 0),
    ],
)
async def test_reading_keys(keys: list[str], row: int) -> None:
    app = PaneApp(LONG)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press(*keys)
        assert app.pane.scroll_y == row


async def test_the_end_is_the_end() -> None:
    app = PaneApp(LONG)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("G")
        assert app.pane.visible_span[1] == len(LONG.text)
        assert "a narrow line." in painted(app.pane)[-1] or "narrow line." in painted(app.pane)[-1]
        await app.workers.wait_for_complete()
        assert app.pane.visible_span[1] == len(LONG.text)


async def test_measuring_in_the_background_moves_nothing_on_the_screen() -> None:
    app = PaneApp(LONG)
    async with app.run_test(size=(40, 20)) as pilot:
        app.pane.reveal(*span_of(LONG, "Paragraph 200"))
        await pilot.pause()
        before = painted(app.pane)
        await app.workers.wait_for_complete()
        assert painted(app.pane) == before
        assert app.pane._flow.unmeasured is None


async def test_a_long_article_is_measured_only_where_it_is_seen() -> None:
    long = paragraphs(*["Some words that fill a line or two of any pane."] * 20_000)
    app = PaneApp(paragraphs(""))
    async with app.run_test(size=(60, 20)):
        app.pane.show(long)
        flow = app.pane._flow
        assert sum(flow._exact) < 50
        assert flow._set.cache_info().currsize < 50
        app.pane.reveal(len(long.text) - 1, len(long.text))
        assert sum(flow._exact) < 150


async def test_a_click_beside_the_thumb_of_the_scroll_bar_turns_the_page_at_once() -> None:
    app = PaneApp(LONG)
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: app.pane.show_vertical_scrollbar)
        await pilot.click(offset=(59, 19))
        await until(pilot, lambda: app.pane.scroll_y == 20)


async def test_paging_down_and_up_again_ends_where_it_began() -> None:
    app = PaneApp(LONG)
    async with app.run_test(size=(50, 20)) as pilot:
        app.pane.reveal(*span_of(LONG, "Paragraph 150"))
        before = painted(app.pane)
        await pilot.press(*["space"] * 5, *["b"] * 5)
        assert painted(app.pane) == before


async def test_another_width_keeps_the_text_at_the_top_and_back_again_the_place() -> None:
    app = PaneApp(LONG)
    async with app.run_test(size=(100, 20)) as pilot:
        app.pane.show(LONG, at=span_of(LONG, "Paragraph 200")[0])
        await pilot.pause()
        top, before = app.pane.top, painted(app.pane)
        assert top == span_of(LONG, "Paragraph 200")[0]
        for width in (37, 20, 140):
            await pilot.resize_terminal(width, 20)
            await until(pilot, lambda width=width: app.pane.size.width in (width, width - 1))
            assert app.pane.top <= top < app.pane.visible_span[1]
        await pilot.resize_terminal(100, 20)
        await until(pilot, lambda: painted(app.pane) == before)


async def test_marking_keeps_the_text_on_its_row() -> None:
    app = PaneApp(LONG)
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.show(LONG, at=span_of(LONG, "Paragraph 200")[0])
        await pilot.pause()
        app.pane.mark([claim(LONG, f"Paragraph {n} holds some words that wrap", number=100 + n) for n in range(300)])
        await pilot.pause()
        assert app.pane.top == span_of(LONG, "Paragraph 200")[0]
        assert "³⁰⁰Paragraph 200" in painted(app.pane)[0]


async def test_a_document_may_be_shown_from_anywhere_before_there_is_a_screen() -> None:
    class Early(App[None]):
        def compose(self) -> ComposeResult:
            pane = ArticlePane()
            pane.show(LONG, at=span_of(LONG, "Paragraph 100")[0])
            yield pane

    app = Early()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "Paragraph 100" in painted(app.query_one(ArticlePane))[0])


async def test_reveal_goes_only_as_far_as_it_must() -> None:
    app = PaneApp(LONG)
    async with app.run_test(size=(100, 20)) as pilot:
        app.pane.reveal(*span_of(LONG, "Paragraph 3 "))
        assert app.pane.scroll_y == 0
        app.pane.reveal(*span_of(LONG, "Paragraph 9 "))
        assert at_words(app.pane, "Paragraph 9 ").y == 17
        app.pane.reveal(*span_of(LONG, "Paragraph 250 "))
        assert at_words(app.pane, "Paragraph 250 ").y == 6
        app.pane.reveal(*span_of(LONG, "Paragraph 100 "), centre=True)
        assert at_words(app.pane, "Paragraph 100 ").y == 9
        await pilot.pause()
        assert at_words(app.pane, "Paragraph 100 ").y == 9


async def test_what_is_visible_is_reported() -> None:
    app = PaneApp(LONG)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("space")
        await until(pilot, lambda: any(isinstance(said, ArticlePane.Scrolled) for said in app.said))
        await until(pilot, lambda: app.said[-1].span == app.pane.visible_span)  # type: ignore[attr-defined]
        start, end = app.pane.visible_span
        assert LONG.text[start:end].split()[0] in painted(app.pane)[0] + painted(app.pane)[1]


# --- claims -----------------------------------------------------------------------------------------------------------

NESTED = paragraphs("An official said Washington was advising Kyiv to wait.", "Nobody confirmed that.")


def nested_items() -> list[Item]:
    return [
        claim(NESTED, "Washington was advising Kyiv to wait", "An official", "said", number=1),
        claim(NESTED, "to wait", "Washington", "advising", number=2),
        passage(NESTED, "Nobody confirmed"),
    ]


async def click(pilot: Pilot[None], app: PaneApp, words: str) -> ArticlePane.Clicked:
    app.said.clear()
    await pilot.click(app.pane, offset=at_words(app.pane, words))
    await until(pilot, lambda: any(isinstance(said, ArticlePane.Clicked) for said in app.said))
    return next(said for said in app.said if isinstance(said, ArticlePane.Clicked))


async def test_a_click_says_where_and_on_what_smallest_first() -> None:
    app = PaneApp(NESTED, nested_items())
    async with app.run_test(size=(80, 10)) as pilot:
        clicked = await click(pilot, app, "wait")
        assert (clicked.offset, clicked.items) == (span_of(NESTED, "wait")[0], (1, 0))
        assert (await click(pilot, app, "confirmed")).items == (2,)
        assert (await click(pilot, app, "that.")).items == ()
        assert (await click(pilot, app, "²")).items[0] == 1


async def test_rejected_claims_are_not_drawn_and_cannot_be_clicked() -> None:
    app = PaneApp(NESTED, [claim(NESTED, "Washington", number=1, decision="rejected")])
    async with app.run_test(size=(80, 10)) as pilot:
        assert "¹" not in "".join(painted(app.pane))
        assert (await click(pilot, app, "Washington")).items == ()


async def test_roles_and_review_are_told_apart_without_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    items = nested_items()
    app = PaneApp(NESTED, items)
    async with app.run_test(size=(80, 10)) as pilot:
        app.pane.selected = 0
        app.pane.search("kyiv")
        app.pane.select(*span_of(NESTED, "that."))
        await pilot.pause()

        def look(words: str) -> tuple[bool | None, ...]:
            place = at_words(app.pane, words)
            style = app.pane.render_line(place.y).crop(place.x, place.x + 1)._segments[0].style
            assert style is not None
            return style.underline, style.underline2, style.bold, style.italic, style.reverse

        plain, content, source, cue = look("Nobody confirmed"), look("was"), look("An official"), look("said ")
        hit, selection, number = look("Kyiv"), look("that."), look("¹")
        assert content[0]
        assert source[1]
        assert cue[2:4] == (True, True)
        assert (hit[4], selection[4], number[4]) == (True, True, True)
        assert len({plain, content, source, cue, hit, selection}) == 6


async def test_the_selected_number_stands_out_and_nothing_scrolls() -> None:
    app = PaneApp(LONG, [claim(LONG, "Paragraph 299 holds", number=1)])
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.selected = 0
        await pilot.pause()
        assert app.pane.scroll_y == 0


async def test_another_document_takes_the_old_items_with_it() -> None:
    app = PaneApp(NESTED, nested_items())
    async with app.run_test(size=(60, 20)):
        app.pane.selected = 1
        app.pane.show(paragraphs("An official said nothing."))
        assert app.pane.selected is None
        assert painted(app.pane)[1].split() == ["An", "official", "said", "nothing."]


# --- search -----------------------------------------------------------------------------------------------------------


async def test_search_finds_over_the_ends_of_lines_and_goes_round() -> None:
    app = PaneApp(LONG)
    async with app.run_test(size=(40, 20)) as pilot:
        assert app.pane.search("words that wrap over the end of a narrow") == 300
        assert app.pane.next_hit() == (1, 300)
        assert app.pane.next_hit() == (2, 300)
        assert app.pane.next_hit(backwards=True) == (1, 300)
        assert app.pane.next_hit(backwards=True) == (300, 300)
        assert "Paragraph 299" in "".join(painted(app.pane))
        assert app.pane.next_hit() == (1, 300)
        await pilot.press("G")
        assert app.pane.next_hit(backwards=True) is not None
        assert app.pane.search("") == 0
        assert app.pane.next_hit() is None


async def test_the_first_hit_is_looked_for_from_the_place_on_the_screen() -> None:
    app = PaneApp(LONG)
    async with app.run_test(size=(60, 20)):
        app.pane.show(LONG, at=span_of(LONG, "Paragraph 150")[0])
        app.pane.search("paragraph")
        assert app.pane.next_hit() == (151, 300)
        app.pane.show(LONG, at=span_of(LONG, "Paragraph 10 ")[0])
        assert app.pane.next_hit(backwards=True) == (10, 300)


# --- sizes and hostile texts ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1, 2, 7])
async def test_very_narrow_panes_do_not_break(width: int) -> None:
    draft = Draft().add("漢字 and 👨‍👩‍👧‍👦", "heading", level=1).table(["a", "b"], ["c", "d"])
    app = PaneApp(draft.document, [claim(draft.document, "and", number=1)])
    async with app.run_test(size=(width, 5)) as pilot:
        app.pane.search("c")
        await pilot.press("v", "l", "j", "space", "w", "escape", "escape", "G", "g")
        assert all(app.pane.render_line(y).cell_length == app.pane._geometry[0] for y in range(app.pane.rows))


async def test_no_document_and_an_empty_one_can_be_looked_at() -> None:
    app = PaneApp(Document("", ()))
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.press("j", "space", "G", "v", "{", "}", "g", "escape")
        await pilot.click(app.pane)
        assert app.pane.search("x") == 0
        assert (app.pane.top, app.pane.visible_span, app.pane.caret) == (0, (0, 0), None)
        assert "".join(painted(app.pane)).strip() == ""


async def test_nothing_in_an_article_reaches_the_terminal_as_an_escape() -> None:
    document = Draft().add("\x1b[31mred\x07 \u202eevil").add("\x1b]0;title\x07", "code").document
    app = PaneApp(document, [claim(document, "red", number=1)])
    async with app.run_test(size=(40, 10)):
        text = "".join(painted(app.pane))
        assert "␛[31m" in text
        assert safe(text) == text


async def test_at_the_end_a_line_that_comes_at_the_foot_covers_nothing() -> None:
    app = PaneApp(LONG)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("G")
        top = app.pane.top
        for height in (18, 20):
            app.pane.styles.height = height
            await pilot.pause()
            assert app.pane.visible_span[1] == len(LONG.text)
        assert app.pane.top == top
