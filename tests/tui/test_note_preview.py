"""How a note reads is shown beside it, or in its place where there is little room; and it can have the whole window."""

import pytest
from textual.geometry import Region

from tests.tui.dialog_stage import DialogStage, answered, screen_text, until
from tui.dialogs.note import NoteDialog, Written
from tui.dialogs.note.preview import Preview
from tui.widgets.fields import Paper

QUOTE = "“During the offensive, units broke through two of the enemy’s lines of defence,” and pressed on to the river"
HOSTILE = """# Head\x1b[31m

[red]not red[/] **bold** <b onclick=x>raw</b> ![pixel](https://evil.example/p.png) \u202e

[link](javascript:alert) <script>alert(1)</script>
"""


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36)])
async def test_a_note_is_written_previewed_and_saved_by_keyboard_alone(size: tuple[int, int]) -> None:
    stage = DialogStage(NoteDialog("Russia", QUOTE, ""))
    async with stage.run_test(size=size) as pilot:
        await pilot.press(*"**Who**", "f2")
        await until(pilot, lambda: stage.screen.query_one(Preview).document is not None)
        await until(pilot, lambda: " Who " in screen_text(stage))
        assert ("**Who**" in screen_text(stage)) == (size[0] >= 100)
        await pilot.press("f2")
        await until(pilot, lambda: stage.screen.query_one(Paper).has_focus)
        await pilot.press("x", "escape")
        assert await answered(pilot, stage) == Written("**Who**x")


async def test_the_preview_beside_follows_what_is_written() -> None:
    stage = DialogStage(NoteDialog("Russia", QUOTE, "a"))
    async with stage.run_test(size=(120, 36)) as pilot:
        await pilot.press("f2", *"bc *d*")
        await until(pilot, lambda: "abc d " in screen_text(stage))
        assert stage.screen.query_one(Paper).has_focus


async def test_hostile_markdown_in_a_preview_is_only_text() -> None:
    stage = DialogStage(NoteDialog("Russia", QUOTE, HOSTILE))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2")
        await until(pilot, lambda: "[red]not red[/] bold" in screen_text(stage))
        assert "pixel" in screen_text(stage)
        assert not set("\x1b\u202e") & set(screen_text(stage))


@pytest.mark.parametrize("size", [(40, 12), (120, 36)])
async def test_the_note_takes_the_whole_window_and_gives_it_back(size: tuple[int, int]) -> None:
    stage = DialogStage(NoteDialog("Russia", QUOTE, "a"))
    async with stage.run_test(size=size) as pilot:
        box = stage.screen.query_one(".box")
        before = box.region
        await pilot.press("f4")
        await until(pilot, lambda: box.region == Region(0, 0, *size))
        assert stage.screen.query_one(Paper).has_focus
        await pilot.press("f4")
        await until(pilot, lambda: box.region == before)


async def test_a_narrower_window_shows_one_of_both_and_keys_go_there() -> None:
    stage = DialogStage(NoteDialog("Russia", QUOTE, "one **two**"))
    async with stage.run_test(size=(120, 36)) as pilot:
        await pilot.press("f2")
        await until(pilot, lambda: "one two" in screen_text(stage))
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: stage.screen.query_one(Preview).has_focus)
        await until(pilot, lambda: "**two**" not in screen_text(stage))
        await pilot.resize_terminal(120, 36)
        await until(pilot, lambda: stage.screen.query_one(Paper).has_focus)
