"""The whole claim in a window of any size: every word can be reached, with the keys and with the mouse."""

import re
from pathlib import Path

import pytest
from textual.containers import VerticalScroll
from textual.events import MouseScrollDown

from tests.tui.dialog_stage import DialogStage, answered, click_key, screen_text, until
from tests.tui.reading import go_to, index_of, reading, said
from tests.tui.reading import until as until_in_reader
from tui.dialogs.claim import ClaimDialog

TOLD = (
    ("speaker", "Ada Mensah, minister of the interior and of what else there is"),
    ("content", "that [bold]taxes will fall"),
    *(("" if number else "why", f"for reason number {number}") for number in range(40)),
)
QUOTE = "“We have not cut a single post,”"


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 14), (24, 10)])
async def test_it_scrolls_to_its_last_word_by_keys_and_back(size: tuple[int, int]) -> None:
    stage = DialogStage(ClaimDialog("Claim 1", TOLD))
    async with stage.run_test(size=size) as pilot:
        await until(pilot, lambda: "Mensah" in screen_text(stage) and "Close" in screen_text(stage))
        assert "number 39" not in screen_text(stage)
        seen = screen_text(stage)
        while "number 39" not in screen_text(stage):
            await pilot.press("space")
            await pilot.pause()
            seen += screen_text(stage)
        assert all(f"number {number}" in seen for number in range(40))
        await pilot.press("g")
        await until(pilot, lambda: "Mensah" in screen_text(stage))
        await pilot.press("G")
        await until(pilot, lambda: "number 39" in screen_text(stage))
        assert "Close" in screen_text(stage)


async def test_it_scrolls_by_the_wheel_and_closes_by_a_click() -> None:
    stage = DialogStage(ClaimDialog("Claim 1", TOLD))
    async with stage.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Mensah" in screen_text(stage))
        page = stage.screen.query_one(VerticalScroll)
        page.post_message(MouseScrollDown(page, 5, 5, 0, 1, 0, False, False, False))
        await until(pilot, lambda: page.scroll_offset.y > 0)
        await click_key(pilot, "Close")
        assert await answered(pilot, stage) is None


async def test_a_click_on_down_goes_on_by_half_a_page_and_the_key_by_a_line() -> None:
    stage = DialogStage(ClaimDialog("Claim 1", TOLD))
    async with stage.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Mensah" in screen_text(stage))
        page = stage.screen.query_one(VerticalScroll)
        await pilot.press("j")
        await until(pilot, lambda: page.scroll_offset.y == 1)
        await click_key(pilot, "Down")
        await until(pilot, lambda: page.scroll_offset.y == 1 + page.size.height // 2)
        await click_key(pilot, "Up")
        await until(pilot, lambda: page.scroll_offset.y == 1)


@pytest.mark.parametrize("key", ["escape", "q", "i"])
async def test_it_closes_by_the_keys_that_readers_try(key: str) -> None:
    stage = DialogStage(ClaimDialog("Claim 1", TOLD))
    async with stage.run_test() as pilot:
        await until(pilot, lambda: "Mensah" in screen_text(stage))
        await pilot.press(key)
        assert await answered(pilot, stage) is None


async def test_names_stand_beside_the_words_and_in_a_narrow_window_over_them() -> None:
    stage = DialogStage(ClaimDialog("Claim 1", TOLD[:3]))
    async with stage.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "content    that [bold]taxes will fall" in screen_text(stage))
        await pilot.resize_terminal(40, 24)
        await until(pilot, lambda: "content    that" not in screen_text(stage))
        lines = [line.strip(" │") for line in screen_text(stage).splitlines()]
        assert lines[lines.index("content") + 1] == "that [bold]taxes will fall"


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (36, 14)])
async def test_why_a_claim_is_one_can_be_read_in_full_in_the_reader(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reading(tmp_path / "sayso.db", size=size) as (pilot, screen):
        await pilot.press("i")
        assert pilot.app.screen is screen
        await go_to(pilot, screen, QUOTE)
        await pilot.press("i")
        await until_in_reader(pilot, lambda: isinstance(pilot.app.screen, ClaimDialog))
        claim = screen.workspace.items[index_of(screen, QUOTE)].claim
        assert claim is not None
        page = pilot.app.screen.query_one(VerticalScroll)
        seen = ""
        for line in range(page.max_scroll_y + 1):
            page.scroll_to(y=line, animate=False, force=True)
            await pilot.pause()
            seen += screen_text(pilot.app)
        words = re.sub(r"[\s│┃]", "", seen)
        assert claim.why
        assert all(re.sub(r"\s", "", why)[-12:] in words for why in claim.why)
        await pilot.press("i")
        await until_in_reader(pilot, lambda: pilot.app.screen is screen)


async def test_a_click_on_the_open_card_opens_the_whole_claim(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db", size=(80, 24)) as (pilot, screen):
        await go_to(pilot, screen, QUOTE)
        panel = screen.panel
        offer = next(y for y in range(panel.size.height) if "i the whole" in panel.render_line(y).text)
        await pilot.click(panel, offset=(6, offer + 1))
        await until_in_reader(pilot, lambda: isinstance(pilot.app.screen, ClaimDialog))


async def test_the_other_claims_stand_below_one_another_whether_they_are_cut_or_not(tmp_path: Path) -> None:
    long = f"Ada Bo said that two {'and two ' * 20}fell."
    article = f"Ada Bo said that one fell.\n\n{long}\n\nAda Bo said that three stood.\n"
    async with reading(tmp_path / "sayso.db", article, size=(120, 50)) as (pilot, screen):
        await go_to(pilot, screen, "that three")
        await pilot.press("i")
        await until_in_reader(pilot, lambda: "Also said by the same (2)" in screen_text(pilot.app))
        lines = screen_text(pilot.app).splitlines()
        assert len({line.index(words) for line in lines for words in ("1 claim 1", "2 claim 2") if words in line}) == 1


async def test_it_asks_what_fits_the_claim_and_leads_to_the_other_claims_of_its_speaker(tmp_path: Path) -> None:
    article = (
        "Ada Bo said that one fell.\n\nCy Do said that 300 people fell.\n\nAda Bo said that three stood.\n\n"
        "Ada Bo said that four stood.\n"
    )
    async with reading(tmp_path / "sayso.db", article, size=(120, 50)) as (pilot, screen):
        await go_to(pilot, screen, "that 300")
        await pilot.press("i")
        await until_in_reader(pilot, lambda: "Who counted" in screen_text(pilot.app))
        assert "Also said by the same" not in screen_text(pilot.app)
        await pilot.press("1", "i")
        await until_in_reader(pilot, lambda: pilot.app.screen is screen)
        await go_to(pilot, screen, "that three")
        await pilot.press("i")
        await until_in_reader(pilot, lambda: "Also said by the same (2)" in screen_text(pilot.app))
        assert "1 claim 1: that one fell" in screen_text(pilot.app)
        await pilot.press("2")
        await until_in_reader(pilot, lambda: pilot.app.screen is screen)
        assert screen.pane.selected == index_of(screen, "that four")
        await pilot.press("i")
        await until_in_reader(pilot, lambda: isinstance(pilot.app.screen, ClaimDialog))
        await click_key(pilot, "claim 1: that one fell")
        await until_in_reader(pilot, lambda: screen.pane.selected == index_of(screen, "that one"))


async def test_what_others_say_is_shown_harmless() -> None:
    stage = DialogStage(
        ClaimDialog("Claim 1", TOLD[:2], [(0, "1: [bold]red[/]"), *((n, f"{n}: x") for n in range(20))])
    )
    async with stage.run_test(size=(80, 40)) as pilot:
        await until(pilot, lambda: "[bold]red[/]" in screen_text(stage))
        assert "and 12 more" in screen_text(stage)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 14)])
async def test_from_a_claim_all_that_its_speaker_says_is_shown_by_a_key_or_a_click(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    article = "Ada Bo said that one fell.\n\nCy Do said that two fell.\n\nAda Bo said that three stood.\n"
    async with reading(tmp_path / "sayso.db", article, size=size) as (pilot, screen):
        await go_to(pilot, screen, "that one")
        await pilot.press("i", "backslash")
        await until_in_reader(pilot, lambda: len(screen.panel.listing.shown) == 2)
        assert pilot.app.screen is screen
        await pilot.press("escape")
        await until_in_reader(pilot, lambda: len(screen.panel.listing.shown) == 3)
        await pilot.press("i", "G")
        await until_in_reader(pilot, lambda: "show only what they say" in screen_text(pilot.app))
        await click_key(pilot, "show only what they say")
        await until_in_reader(pilot, lambda: len(screen.panel.listing.shown) == 2)


@pytest.mark.parametrize("size", [(120, 36), (40, 12)])
async def test_it_goes_on_to_the_next_claim_and_back_and_says_where_they_end(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    article = "Ada Bo said that one fell.\n\nCy Do said that two fell.\n"
    async with reading(tmp_path / "sayso.db", article, size=size) as (pilot, screen):
        await go_to(pilot, screen, "that one")
        await pilot.press("i")
        await until_in_reader(pilot, lambda: "that one fell" in screen_text(pilot.app))
        await click_key(pilot, "Next")
        await until_in_reader(pilot, lambda: "Cy Do" in screen_text(pilot.app) and pilot.app.screen is not screen)
        assert screen.pane.selected == index_of(screen, "that two")
        await pilot.press("right_square_bracket")
        await until_in_reader(pilot, lambda: "That was the last claim." in said(pilot.app))
        assert isinstance(pilot.app.screen, ClaimDialog)
        await pilot.press("left_square_bracket")
        await until_in_reader(pilot, lambda: screen.pane.selected == index_of(screen, "that one"))
        await pilot.press("left_square_bracket")
        await until_in_reader(pilot, lambda: "That was the first claim." in said(pilot.app))
        await pilot.press("escape")
        await until_in_reader(pilot, lambda: pilot.app.screen is screen)


async def test_in_a_low_window_what_is_claimed_is_in_sight_at_once(tmp_path: Path) -> None:
    article = "Ada Bo said that one fell.\n"
    async with reading(tmp_path / "sayso.db", article, size=(40, 12)) as (pilot, screen):
        await go_to(pilot, screen, "that one")
        await pilot.press("i")
        await until_in_reader(pilot, lambda: isinstance(pilot.app.screen, ClaimDialog))
        await until_in_reader(pilot, lambda: "Close" in screen_text(pilot.app))
        assert "that one fell" in screen_text(pilot.app).partition("content")[2]
