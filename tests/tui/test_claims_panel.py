"""The claims panel: selection, following the text, keys and mouse, and a book's worth of claims."""

import pytest
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown
from textual.pilot import Pilot

from claims.model import Claim
from store.review import Item
from tests.tui.panel_items import ANNOTATIONS, CAVEATS, TEXT, items
from tui.widgets.panel import painting
from tui.widgets.panel.cards import closed_card
from tui.widgets.panel.claims_panel import ClaimsPanel
from tui.widgets.panel.fact_rows import Line
from tui.widgets.panel.framing import entitled, is_unreviewed
from tui.widgets.panel.listing import Arrangement
from tui.widgets.panel.page import Page

ITEMS = items(*ANNOTATIONS)


class Stage(App[None]):
    """A panel alone, and what it said."""

    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[int] = []
        self.opened: list[int] = []
        self.asked: list[int] = []

    def compose(self) -> ComposeResult:
        yield ClaimsPanel(id="claims")

    def on_mount(self) -> None:
        self.panel.focus()

    @property
    def panel(self) -> ClaimsPanel:
        return self.query_one(ClaimsPanel)

    def on_claims_panel_chosen(self, message: ClaimsPanel.Chosen) -> None:
        self.chosen.append(message.index)

    def on_claims_panel_asked(self, message: ClaimsPanel.Asked) -> None:
        self.asked.append(message.index)

    def on_claims_panel_opened(self, message: ClaimsPanel.Opened) -> None:
        self.opened.append(message.index)


def many(count: int) -> tuple[str, tuple[Item, ...]]:
    """A text of ``count`` claims of ten code points each."""
    text = "He spoke. " * count
    why = ("a reason that fills more than one line of the open card",)
    return text, tuple(Item(n + 1, Claim(content=((n * 10, n * 10 + 9),), why=why), None) for n in range(count))


def shown(panel: ClaimsPanel) -> list[str]:
    return [panel.render_line(y).text.rstrip() for y in range(panel.size.height)]


async def laid_out(pilot: Pilot[None], stage: Stage) -> ClaimsPanel:
    while not stage.panel.size.width:
        await pilot.pause()
    return stage.panel


async def test_it_says_that_claims_are_being_looked_for_and_then_that_there_are_none() -> None:
    stage = Stage()
    async with stage.run_test(size=(40, 12)) as pilot:
        panel = await laid_out(pilot, stage)
        panel.loading_claims = True
        assert "Reading the article for claims…" in "\n".join(shown(panel))
        panel.loading_claims = False
        assert "No claims found yet." in "\n".join(shown(panel))


async def test_keys_move_the_selection_and_say_so() -> None:
    stage = Stage()
    async with stage.run_test(size=(40, 24)) as pilot:
        panel = await laid_out(pilot, stage)
        panel.show(TEXT, ITEMS, CAVEATS)
        await pilot.press("j", "down", "k", "G", "up", "g", "k", "enter")
        assert stage.chosen == [0, 1, 0, 5, 4, 0, 0]
        assert stage.opened == [0]


async def test_pages_move_by_what_the_view_holds() -> None:
    stage = Stage()
    async with stage.run_test(size=(40, 26)) as pilot:
        panel = await laid_out(pilot, stage)
        panel.show(*many(100))
        await pilot.press("g", "space", "pagedown", "b", "pageup")
        assert stage.chosen == [0, 5, 10, 5, 0]
        assert panel.scroll_offset.y == 0


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (160, 45)])
async def test_the_selected_card_is_always_in_view_and_marked(size: tuple[int, int]) -> None:
    stage = Stage()
    async with stage.run_test(size=size) as pilot:
        panel = await laid_out(pilot, stage)
        panel.show(TEXT, ITEMS, CAVEATS)
        for index in (0, 5, 2, 4, 1, 3):
            panel.selected = index
            await pilot.pause()
            marked = [line for line in shown(panel) if line.startswith("▌")]
            assert marked[0][1] == "●▮○◆✗○"[index]


async def test_a_card_chosen_in_view_opens_where_it_stands() -> None:
    stage = Stage()
    async with stage.run_test(size=(40, 26)) as pilot:
        panel = await laid_out(pilot, stage)
        panel.show(*many(100))
        panel.selected = 50
        panel.scroll_to(y=144, animate=False, force=True)
        await pilot.pause()
        for number in (" 52 ", " 50 ", " 51 "):
            before = next(y for y, line in enumerate(shown(panel)) if number in line)
            panel.selected = int(number) - 1
            await pilot.pause()
            assert shown(panel)[before].startswith("▌○")
            assert number in shown(panel)[before]


async def test_a_rejected_card_is_drawn_struck_through() -> None:
    stage = Stage()
    async with stage.run_test(size=(40, 30)) as pilot:
        panel = await laid_out(pilot, stage)
        panel.show(TEXT, ITEMS, CAVEATS)
        struck = [s.text for y in range(28) for s in panel.render_line(y) if s.style is not None and s.style.strike]
        assert struck == ["∅ anonymous", "that hundreds are dead"]


async def test_a_click_chooses_the_card_and_a_double_click_opens_it() -> None:
    stage = Stage()
    async with stage.run_test(size=(40, 26)) as pilot:
        panel = await laid_out(pilot, stage)
        panel.show(TEXT, ITEMS, CAVEATS)
        await pilot.pause()
        await pilot.click(panel, offset=(10, 6))
        assert stage.chosen == [1]
        await pilot.click(panel, offset=(10, 1), times=2)
        assert stage.chosen == [1, 0]
        assert stage.opened == [0]


@pytest.mark.parametrize("width", [26, 40, 80])
async def test_a_click_on_the_line_that_offers_the_whole_claim_asks_for_it_and_one_beside_it_does_not(
    width: int,
) -> None:
    stage = Stage()
    async with stage.run_test(size=(width, 30)) as pilot:
        panel = await laid_out(pilot, stage)
        panel.show(TEXT, ITEMS, CAVEATS)
        panel.selected = 2
        await pilot.pause()
        offer = next(y for y, line in enumerate(shown(panel)) if "i the whole claim" in line)
        for beside in (offer - 1, offer + 1):
            await pilot.click(panel, offset=(10, beside + 1))
            assert (stage.asked, panel.selected) == ([], 2)
        await pilot.click(panel, offset=(10, offer + 1))
        assert stage.asked == [2]


async def test_the_wheel_scrolls_and_leaves_the_selection() -> None:
    stage = Stage()
    async with stage.run_test(size=(40, 26)) as pilot:
        panel = await laid_out(pilot, stage)
        panel.show(*many(100))
        panel.selected = 0
        await pilot.pause()
        panel.post_message(MouseScrollDown(panel, 5, 5, 0, 1, 0, False, False, False))
        while panel.scroll_offset.y == 0:
            await pilot.pause()
        assert panel.selected == 0
        assert stage.chosen == []


async def test_the_selection_stays_with_its_claim_when_the_items_change() -> None:
    stage = Stage()
    async with stage.run_test(size=(40, 26)) as pilot:
        panel = await laid_out(pilot, stage)
        panel.show(TEXT, items(), CAVEATS)
        panel.selected = 1
        panel.show(TEXT, ITEMS, CAVEATS)
        assert panel.selected == 2
        assert ITEMS[2].number == 2
        panel.show("", ())
        assert panel.selected is None


async def test_a_selection_beyond_the_items_is_none() -> None:
    stage = Stage()
    async with stage.run_test() as pilot:
        panel = await laid_out(pilot, stage)
        panel.show(TEXT, ITEMS, CAVEATS)
        panel.selected = 99
        assert panel.selected is None


async def test_it_follows_the_text_and_marks_what_is_on_screen() -> None:
    stage = Stage()
    async with stage.run_test(size=(40, 26)) as pilot:
        panel = await laid_out(pilot, stage)
        panel.show(*many(100))
        panel.follow((200, 230))
        await pilot.pause()
        lines = shown(panel)
        assert " 21 " in lines[0]
        assert [line.startswith("▎") for line in lines[:12]] == [True] * 9 + [False] * 3


async def test_following_leaves_a_visible_selected_card_alone() -> None:
    stage = Stage()
    async with stage.run_test(size=(40, 26)) as pilot:
        panel = await laid_out(pilot, stage)
        panel.show(*many(100))
        panel.selected = 22
        await pilot.pause()
        before = panel.scroll_offset.y
        panel.follow((200, 260))
        assert panel.scroll_offset.y == before
        panel.follow((600, 660))
        assert panel.scroll_offset.y > before


async def test_of_fifty_thousand_claims_only_those_in_view_are_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    laid: list[Item] = []

    def counting(item: Item, page: Page) -> list[Line]:
        laid.append(item)
        return closed_card(item, page)

    monkeypatch.setattr(painting, "closed_card", counting)
    stage = Stage()
    async with stage.run_test(size=(40, 45)) as pilot:
        panel = await laid_out(pilot, stage)
        panel.show(*many(50_000))
        panel.selected = 49_999
        await pilot.pause()
        assert any(line.startswith("▌○ 50000") for line in shown(panel))
        assert len(laid) < 200


async def test_a_narrower_panel_wraps_anew() -> None:
    stage = Stage()
    async with stage.run_test(size=(60, 26)) as pilot:
        panel = await laid_out(pilot, stage)
        panel.show(TEXT, ITEMS, CAVEATS)
        panel.selected = 0
        await pilot.resize_terminal(30, 26)
        while panel.size.width > 30:
            await pilot.pause()
        assert "fortified lines in" in "\n".join(shown(panel))
        assert max(len(line) for line in shown(panel)) <= 28


@pytest.mark.parametrize(
    ("width", "unplaced", "title"),
    [
        (40, "", "Claims 24 · 20 unreviewed"),
        (28, "", "Claims 24, 20 unreviewed"),
        (27, "", "Claims 24 · ○20"),
        (27, "1 lost (O)", "Claims 24 · 1 lost (O)"),
        (40, "1 lost (O)", "Claims 24 · ○20 · 1 lost (O)"),
        (24, "1 lost (O)", "24 · 1 lost (O)"),
        (16, "1 lost (O)", "1 lost (O)"),
    ],
)
def test_the_title_says_of_what_its_figures_are_as_long_as_there_is_room(width: int, unplaced: str, title: str) -> None:
    assert entitled("24 · 20 unreviewed", unplaced, width) == title


@pytest.mark.parametrize(
    ("width", "arrangement", "title"),
    [
        (60, Arrangement(), "Claims 24 · 20 unreviewed"),
        (60, Arrangement("speaker"), "Claims 24 · 20 unreviewed · by speaker"),
        (60, Arrangement("progress", grouped=True), "Claims 24 · 20 unreviewed · by progress, grouped"),
        (60, Arrangement(grouped=True), "Claims 24 · 20 unreviewed · grouped"),
        (40, Arrangement("speaker"), "Claims 24, 20 unreviewed, by speaker"),
        (37, Arrangement("speaker"), "Claims 24, 20 unreviewed ▾speaker"),
        (37, Arrangement("speaker", grouped=True), "Claims 24, 20 unreviewed ▾speaker"),
        (28, Arrangement("speaker"), "Claims 24 · ○20 ▾speaker"),
        (24, Arrangement("progress"), "24 · ○20 ▾progress"),
    ],
)
def test_the_title_says_in_what_order_the_cards_are(width: int, arrangement: Arrangement, title: str) -> None:
    assert entitled("24 · 20 unreviewed", "", width, arrangement) == title


async def test_the_title_follows_the_order() -> None:
    stage = Stage()
    async with stage.run_test(size=(70, 26)) as pilot:
        panel = await laid_out(pilot, stage)
        panel.show(TEXT, ITEMS, CAVEATS)
        panel.put_in_order(Arrangement("speaker"))
        assert str(panel.border_title).endswith("unreviewed · by speaker")
        panel.put_in_order(Arrangement())
        assert str(panel.border_title).endswith("unreviewed")


@pytest.mark.parametrize("width", [70, 30, 24])
def test_the_figure_of_what_is_not_reviewed_is_found_in_the_title_at_every_width(width: int) -> None:
    title = entitled("24 · 20 unreviewed", "", width, Arrangement("speaker"))
    marked = "".join(sign for cell, sign in enumerate(title) if is_unreviewed(title, cell))
    assert marked == {70: "20 unreviewed", 30: "○20", 24: "○20"}[width]


def test_a_title_without_that_figure_has_it_nowhere() -> None:
    assert not any(is_unreviewed("Claims 24", cell) for cell in range(12))
