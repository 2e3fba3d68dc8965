"""The foot of the screen: whole entries, the likely ones first, those of what is under way before all others."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.dialog_stage import screen_text, until
from tests.tui.reading import reading
from tui.keymap.applying import Keymap
from tui.screens.palette import Palette
from tui.widgets.key_footer import KeyFooter


def foot(pilot: Pilot[None]) -> str:
    """The line at the foot of the screen."""
    return str(pilot.app.screen.query_one(KeyFooter).render())


def shown(pilot: Pilot[None]) -> str:
    """What stands there before the way to all commands."""
    return foot(pilot).removesuffix("^p More").removesuffix("≡").rstrip()


@pytest.mark.parametrize("width", [20, 40, 61, 80, 120])
async def test_only_whole_entries_are_shown_and_as_many_as_fit(tmp_path: Path, width: int) -> None:
    async with reading(tmp_path / "sayso.db", size=(width, 24)) as (pilot, screen):
        footer = screen.query_one(KeyFooter)
        entries = footer.entries()
        assert shown(pilot) == "  ".join(f"{entry.key} {entry.words}" for entry in entries)
        assert len(foot(pilot)) == width - 2
        assert entries[0].words == "Help"
        assert screen_text(pilot.app).rstrip().splitlines()[-1].strip() == foot(pilot)


async def test_while_words_are_selected_its_keys_come_first(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db", size=(80, 24)) as (pilot, _):
        assert foot(pilot).startswith("? Help")
        await pilot.press("v")
        await until(pilot, lambda: foot(pilot).startswith("v Select  w Word"))
        await pilot.press("escape")
        await until(pilot, lambda: foot(pilot).startswith("? Help"))


async def test_a_click_does_what_the_key_does(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db", size=(80, 24)) as (pilot, screen):
        place = foot(pilot).index("] Next")
        await pilot.click(KeyFooter, offset=(1 + place + 3, 0))
        await until(pilot, lambda: screen.pane.selected == 0)
        await pilot.click(KeyFooter, offset=(1 + foot(pilot).index("  "), 0))
        assert pilot.app.screen is screen


async def test_a_click_twice_on_what_has_become_another_key_does_the_first_alone(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db", size=(120, 36)) as (pilot, screen):
        screen.pane.select(0, 7)
        await until(pilot, lambda: "Esc Let go" in foot(pilot))
        place = (1 + foot(pilot).index("Esc Let go") + 5, 0)
        await pilot.click(KeyFooter, offset=place)
        await until(pilot, lambda: foot(pilot).startswith("? Help"))
        await pilot.click(KeyFooter, offset=place)
        await pilot.pause()
        assert screen.mode is None
        assert pilot.app.screen is screen


async def test_a_click_twice_accepts_one_claim_and_goes_on_twice(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db", size=(120, 36)) as (pilot, screen):
        await pilot.click(KeyFooter, offset=(1 + foot(pilot).index("] Next"), 0), times=2)
        await until(pilot, lambda: screen.pane.selected == 1)
        await pilot.click(KeyFooter, offset=(1 + foot(pilot).index("y Accept"), 0), times=2)
        await until(pilot, lambda: any(item.annotation for item in screen.pane.items))
        await pilot.press("]")
        assert [item.annotation.decision for item in screen.pane.items if item.annotation] == ["accepted"]


async def test_a_key_that_was_taken_away_is_not_shown(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db", keymap=Keymap({"claims.next": ()})) as (pilot, _):
        assert "Next" not in foot(pilot)
        assert "Accept" in foot(pilot)


@pytest.mark.parametrize(("width", "way"), [(40, "≡"), (80, "^p More")])
async def test_the_way_to_all_commands_is_always_there_and_clicked(tmp_path: Path, width: int, way: str) -> None:
    async with reading(tmp_path / "sayso.db", size=(width, 12)) as (pilot, screen):
        assert foot(pilot).endswith(f"  {way}")
        await pilot.click(KeyFooter, offset=(width - 2, 0))
        await until(pilot, lambda: isinstance(pilot.app.screen, Palette))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)


async def test_what_can_be_done_with_selected_words_comes_first_until_they_are_let_go(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db", size=(80, 24)) as (pilot, screen):
        screen.pane.select(0, 7)
        await until(pilot, lambda: foot(pilot).startswith("h Highlight  a Note  m Mark"))
        await pilot.press("escape")
        await until(pilot, lambda: foot(pilot).startswith("? Help"))


async def test_hits_are_gone_through_by_clicks(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db", size=(80, 24)) as (pilot, screen):
        screen.pane.search("the")
        await pilot.press("n")
        await until(pilot, lambda: foot(pilot).startswith("n Next hit  N Previous hit  Esc Clear"))
        before = screen.pane.hit
        await pilot.click(KeyFooter, offset=(2, 0))
        await until(pilot, lambda: screen.pane.hit != before)
        await pilot.click(KeyFooter, offset=(1 + foot(pilot).index("Clear"), 0))
        await until(pilot, lambda: foot(pilot).startswith("? Help"))


async def test_while_a_filter_is_typed_a_letter_is_no_command(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db", size=(80, 24)) as (pilot, _):
        await pilot.press("backslash")
        await until(pilot, lambda: shown(pilot) == "↓ To the list  Tab Complete  Esc All again")


async def test_while_a_claim_is_marked_it_says_that_escape_leaves_that(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        await pilot.press("m")
        await until(pilot, lambda: screen.mode is not None and "Esc Leave off" in foot(pilot))
        await pilot.press("v", "e")
        await until(pilot, lambda: screen.pane.selection is not None)
        assert "Esc Leave off" in foot(pilot)
        assert "Let go" not in foot(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: screen.mode is None)
        await pilot.press("v")
        await until(pilot, lambda: "Esc Let go" in foot(pilot))
