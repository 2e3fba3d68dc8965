"""Every sign that is drawn is explained, and the way there is one key from the help, in windows of all sizes."""

import ast
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.dialog_stage import screen_text, until
from tests.tui.reading import reading
from tui.config.schema import Config
from tui.dialogs.dialog import KeyButton
from tui.legend import legend
from tui.widgets.panel.facts import CAVEATS, PROGRESS_GLYPHS

TUI = Path(__file__).parents[2] / "tui"
NOT_DRAWN = {"wrapping.py", "motions.py", "searching.py", "bare.py"}
"""Here such characters are what is looked for in texts."""
SAID_WITH_WORDS = set("·–—…‘’“”«»„−─━┼│↑↓←→⏎") | set("⁰²³⁴⁵⁶⁷⁸⁹") | set("•◦▪␛")
"""Punctuation, keys, lines of tables, superscript digits, the bullets of lists, a picture of Escape."""


def drawn() -> Iterator[tuple[str, str]]:
    """Signs in what is put on the screen, with the file that each stands in."""
    for folder in ("widgets", "screens", "dialogs", "tour"):
        for path in sorted((TUI / folder).rglob("*.py")):
            if path.name in NOT_DRAWN:
                continue
            tree = ast.parse(path.read_text(encoding="utf-8"))
            told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
            strings = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in told)
            for char in "".join(node.value for node in strings if isinstance(node.value, str)):
                if not char.isascii() and unicodedata.category(char)[0] in "SPN" and char not in SAID_WITH_WORDS:
                    yield char, path.name


def test_every_sign_that_is_drawn_is_explained() -> None:
    explained = {char for _, rows in legend() for sign, _ in rows for char in sign}
    assert {one for one in drawn() if one[0] not in explained} == set()
    assert set("○●✗◐◆✎≠┃┊⚠?∅⚑◔◑≈★◇▕⊂⊕↗…#§~") <= explained
    assert "+1" in {sign for _, rows in legend() for sign, _ in rows}


def test_the_words_are_those_of_what_is_drawn() -> None:
    told = {sign: about for _, rows in legend() for sign, about in rows}
    for name, sign in PROGRESS_GLYPHS.items():
        assert f"your progress: {name}" in " ".join(about for _, rows in legend() for one, about in rows if one == sign)
    for words in CAVEATS.values():
        assert words[2:] in told[words[0]]


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)])
async def test_one_key_in_the_help_leads_to_it_and_back(tmp_path: Path, size: tuple[int, int]) -> None:
    config = Config(meanings=("key", "unsure", "ask", "wrong", "quote"))
    async with reading(tmp_path / "sayso.db", size=size, config=config) as (pilot, screen):
        await pilot.press("question_mark")
        await until(pilot, lambda: "─ Keys " in screen_text(pilot.app) and "s Signs" in screen_text(pilot.app))
        await pilot.press("s")
        await until(pilot, lambda: "What the signs mean" in screen_text(pilot.app))
        await pilot.press("G")
        await until(pilot, lambda: "all commands" in screen_text(pilot.app))
        await pilot.press("s")
        await until(pilot, lambda: "─ Keys " in screen_text(pilot.app))
        await pilot.press("escape", "f8")
        await until(pilot, lambda: "What the signs mean" in screen_text(pilot.app))
        buttons = pilot.app.screen.query(KeyButton)
        assert {button.words for button in buttons if button.display} == {"Close", "Down", "Up"}
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)


def test_a_highlight_s_sign_has_the_reader_s_own_name() -> None:
    rows = [row for _, rows in legend(("key", "unsure", "ask", "wrong", "quote")) for row in rows]
    assert ("★", "your highlight: key") in rows


async def test_in_a_narrow_window_words_have_the_width_to_themselves(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db", size=(40, 12)) as (pilot, _):
        await pilot.press("question_mark")
        await until(pilot, lambda: "next claim, previous claim" in screen_text(pilot.app))
