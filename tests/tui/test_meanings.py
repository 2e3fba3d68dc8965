"""Highlighting with a meaning: one key for the selected words, and the names are the reader's own."""

from pathlib import Path

import pytest

from tests.tui.dialog_stage import screen_text
from tests.tui.reading import go_to, reading, said, until
from tests.tui.test_key_footer import foot
from tests.tui.test_pressing import click_words
from tui.config.schema import Config
from tui.dialogs.note import NoteDialog
from tui.screens.reading.reader import ReaderScreen
from tui.widgets.article.glyphs import MEANINGS
from tui.widgets.hint import Hint

WORDS = "Passengers noticed nothing."


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


def select(screen: ReaderScreen) -> None:
    start = screen.workspace.text.index(WORDS)
    screen.pane.select(start, start + len(WORDS))


def meaning(screen: ReaderScreen) -> int | None:
    return next((a.meaning for a in screen.workspace.annotations if a.kind == "passage"), None)


async def test_a_digit_highlights_the_selected_words_with_its_meaning_and_again_takes_it_away(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        select(screen)
        await pilot.press("3")
        await until(pilot, lambda: meaning(screen) == 3)
        assert any("Highlighted: question." in words for words in said(pilot.app))
        start = screen.workspace.text.index(WORDS)
        assert [sign.text for sign in screen.pane.drawn.signs((start, start))] == [MEANINGS[2] + "▕"]
        await go_to(pilot, screen, WORDS)
        await pilot.press("4")
        await until(pilot, lambda: meaning(screen) == 4)
        await pilot.press("4")
        await until(pilot, lambda: meaning(screen) is None)
        assert len(screen.workspace.annotations) == 1


async def test_the_names_are_those_of_the_settings_in_hint_and_export(database: Path) -> None:
    names = ["key", "unsure", "ask \x1b[31m", "wrong", "quote"]
    async with reading(database, config=Config(meanings=names)) as (pilot, screen):
        select(screen)
        screen.hint()
        assert "2 unsure" in screen.query_one(Hint).content.plain
        assert "\x1b" not in screen.query_one(Hint).content.plain
        await pilot.press("2")
        await until(pilot, lambda: meaning(screen) == 2)
        exported = screen.workspace.exporting(unreviewed=False, meanings=names)()
        assert "unsure" in exported.markdown
        await until(pilot, lambda: f"{MEANINGS[1]} unsure" in screen_text(pilot.app))  # on its card


async def test_a_digit_right_after_a_highlight_by_the_caret_changes_its_meaning_and_both_are_told(
    database: Path,
) -> None:
    async with reading(database) as (pilot, screen):
        await pilot.press("right_square_bracket", "v", "V", "2")
        await until(pilot, lambda: meaning(screen) == 2 and screen.selected_item and not screen.selected_item.is_claim)
        assert any("Highlighted: doubtful. U takes it back." in words for words in said(pilot.app))
        assert screen.pane.caret is not None
        await pilot.press("1")
        await until(pilot, lambda: meaning(screen) == 1)
        assert any("Highlighted: important. U takes it back." in words for words in said(pilot.app))
        await pilot.press("j", "j", "3")  # the caret is elsewhere
        await pilot.press("escape")
        await until(pilot, lambda: screen.pane.caret is None)
        assert meaning(screen) == 1
        assert len(screen.workspace.annotations) == 1


@pytest.mark.parametrize("how", ["H", "enter"])
async def test_a_highlight_is_told_and_selected_and_a_digit_gives_it_a_meaning(database: Path, how: str) -> None:
    async with reading(database) as (pilot, screen):
        await pilot.press("v", "V", how)
        await until(pilot, lambda: screen.selected_item and not screen.selected_item.is_claim)
        assert any("Highlighted. U takes it back." in words for words in said(pilot.app))
        await pilot.press("2")
        await until(pilot, lambda: meaning(screen) == 2)


async def test_without_selected_words_digits_are_the_claims(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, "“We have")
        await pilot.press("1")
        await until(pilot, lambda: [a.progress for a in screen.workspace.annotations] == ["to verify"])


@pytest.mark.parametrize("how", ["h", "1"])
async def test_a_note_written_right_after_a_highlight_is_on_the_highlight(database: Path, how: str) -> None:
    async with reading(database) as (pilot, screen):
        await pilot.press("right_square_bracket")
        select(screen)
        # Both keys before anything is painted.
        screen.app.simulate_key(how)
        screen.app.simulate_key("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteDialog))
        await pilot.press("W", "h", "o", "ctrl+s")
        await until(pilot, lambda: any(one.note == "Who" for one in screen.workspace.annotations))
        assert [(one.kind, one.note) for one in screen.workspace.annotations] == [("passage", "Who")]


async def test_a_hurried_delete_after_a_highlight_leaves_the_claim_before_it_alone(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await pilot.press("right_square_bracket", "y", "left_square_bracket")
        await until(pilot, lambda: [one.kind for one in screen.workspace.annotations] == ["claim"])
        select(screen)
        for key in ("h", "D"):
            screen.app.simulate_key(key)
        await until(pilot, lambda: any(one.kind == "passage" for one in screen.workspace.annotations))
        assert any(one.kind == "claim" for one in screen.workspace.annotations)


async def test_of_a_selected_highlight_only_what_can_be_done_with_it_is_offered(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await until(pilot, lambda: "y Accept" in foot(pilot))
        select(screen)
        await until(pilot, lambda: "y Accept" not in foot(pilot) and "x Reject" not in foot(pilot))
        await pilot.press("h")
        await until(pilot, lambda: screen.selected_item and not screen.selected_item.is_claim)
        await until(pilot, lambda: "h Meaning" in foot(pilot))
        assert all(words in foot(pilot) for words in ("a Note", "D Delete", "Y Copy"))
        assert "Accept" not in foot(pilot)
        assert "Reject" not in foot(pilot)
        await pilot.press("y")
        await until(pilot, lambda: any("only claims are decided on" in words for words in said(pilot.app)))
        await pilot.press("left_square_bracket")
        await until(pilot, lambda: "y Accept" in foot(pilot) and "Meaning" not in foot(pilot))


async def test_h_on_a_selected_highlight_leads_to_its_meanings(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        select(screen)
        await pilot.press("h")
        await until(pilot, lambda: screen.selected_item and not screen.selected_item.is_claim)
        await pilot.press("h")
        await until(pilot, lambda: any("Its meaning: 1 important 2 doubtful" in words for words in said(pilot.app)))
        await click_words(pilot, screen.query_one(Hint), "4 error")
        await until(pilot, lambda: meaning(screen) == 4)
