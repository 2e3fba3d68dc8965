"""The tags dialog reads words between commas and completes those already in use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Input

from tests.tui.dialog_stage import DialogStage, answered, click_key, screen_text, until
from tui.dialogs.tags import TagsDialog, parse_tags


def test_tags_are_trimmed_folded_and_kept_once() -> None:
    assert parse_tags(" #war ,front   line,, War,#, ##to-do\x1b[1m ") == ("war", "front line", "to-do␛[1m")


@given(st.text(max_size=80))
def test_tags_read_the_same_when_written_and_read_again(text: str) -> None:
    tags = parse_tags(text)
    assert parse_tags(", ".join(tags)) == tags
    assert all(tag and "," not in tag for tag in tags)


async def test_typed_tags_come_after_those_that_were_there() -> None:
    stage = DialogStage(TagsDialog(("war",), ()))
    async with stage.run_test() as pilot:
        await pilot.press(*"#front line,WAR", "enter")
        assert await answered(pilot, stage) == ("war", "front line")


async def test_tab_completes_with_a_tag_in_use_that_is_not_there_yet() -> None:
    stage = DialogStage(TagsDialog(("war",), ("war", "war crimes", "money")))
    async with stage.run_test() as pilot:
        await pilot.press("w", "tab", "enter")
        assert await answered(pilot, stage) == ("war", "war crimes")


async def test_the_rest_of_a_tag_in_use_is_suggested_while_typing() -> None:
    stage = DialogStage(TagsDialog((), ("Front line",)))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("F", "r")
        await until(pilot, lambda: "Front line" in screen_text(stage).split("in use")[0])
        await pilot.press("right", "enter")
        assert await answered(pilot, stage) == ("Front line",)


async def test_all_tags_can_go() -> None:
    stage = DialogStage(TagsDialog(("war",), ()))
    async with stage.run_test(size=(80, 24)) as pilot:
        stage.screen.query_one(Input).value = " , "
        await click_key(pilot, "Save")
        assert await answered(pilot, stage) == ()


@pytest.mark.parametrize("key", ["escape", "enter"])
async def test_no_change_is_no_answer(key: str) -> None:
    stage = DialogStage(TagsDialog(("war", "to ask"), ()))
    async with stage.run_test() as pilot:
        await pilot.press(key)
        assert await answered(pilot, stage) is None


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_hostile_tags_are_shown_as_they_are_and_harmless(size: tuple[int, int]) -> None:
    stage = DialogStage(TagsDialog(("[red]a\x1b",), ("[blue]b\u202e",)))
    async with stage.run_test(size=size) as pilot:
        await until(pilot, lambda: "[red]a␛" in screen_text(stage))
        assert "[blue]b\ufffd" in screen_text(stage)
        assert "Complete" in screen_text(stage)
