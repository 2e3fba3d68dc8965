"""The export dialog: where to, what of it, and no file replaced unawares."""

from pathlib import Path

import pytest
from textual.widgets import Checkbox, Input

from tests.tui.dialog_stage import DialogStage, answered, click_key, screen_text, until
from tui.dialogs.export import ExportDialog
from tui.widgets.fields import Line


async def test_enter_answers_the_path_that_was_offered(tmp_path: Path) -> None:
    stage = DialogStage(ExportDialog(str(tmp_path / "out.md")))
    async with stage.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: "A new file." in screen_text(stage))
        await pilot.press("enter")
        assert await answered(pilot, stage) == (str(tmp_path / "out.md"), False)


async def test_unreviewed_claims_go_along_when_ticked(tmp_path: Path) -> None:
    stage = DialogStage(ExportDialog(str(tmp_path / "out.md")))
    async with stage.run_test(size=(100, 24)) as pilot:
        assert "✓" not in screen_text(stage)
        await pilot.click(Checkbox)
        await until(pilot, lambda: "✓" in screen_text(stage))
        await click_key(pilot, "Write")
        assert await answered(pilot, stage) == (str(tmp_path / "out.md"), True)


async def test_the_keyboard_ticks_and_enter_still_writes(tmp_path: Path) -> None:
    stage = DialogStage(ExportDialog(str(tmp_path / "out.md")))
    async with stage.run_test() as pilot:
        await pilot.press("tab", "space", "enter")
        assert await answered(pilot, stage) == (str(tmp_path / "out.md"), True)


async def test_a_file_that_exists_is_replaced_only_by_a_button_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "out.md").touch()
    stage = DialogStage(ExportDialog(str(tmp_path / "out.md")))
    async with stage.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: "will be replaced" in screen_text(stage) and "Replace" in screen_text(stage))
        await pilot.press("x")
        await until(pilot, lambda: "A new file." in screen_text(stage) and "Replace" not in screen_text(stage))


@pytest.mark.parametrize(
    ("path", "words"), [("", "a name"), ("{}", "a folder"), ("{}/none/out.md", "no folder"), ("{}/a\0b/c", "no ")]
)
async def test_a_path_that_cannot_be_written_is_not_answered(tmp_path: Path, path: str, words: str) -> None:
    stage = DialogStage(ExportDialog(path.format(tmp_path)))
    async with stage.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: words in screen_text(stage))
        await pilot.press("enter")
        await pilot.pause()
        assert stage.answers == []
        await pilot.press("escape")
        assert await answered(pilot, stage) is None


async def test_the_home_directory_is_spelt_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    stage = DialogStage(ExportDialog(""))
    async with stage.run_test() as pilot:
        stage.screen.query_one(Input).value = "~/out.md"
        await until(pilot, lambda: "A new file." in screen_text(stage))
        await pilot.press("enter")
        assert await answered(pilot, stage) == (str(tmp_path / "out.md"), False)


async def test_of_a_long_name_the_beginning_is_in_view_and_stays_so_in_a_narrower_window() -> None:
    stage = DialogStage(ExportDialog(f"both-camps-{'long-' * 30}name.md"))
    async with stage.run_test(size=(60, 24)) as pilot:
        await until(pilot, lambda: " both-camps-long" in field_of(stage))
        await pilot.resize_terminal(40, 12)
        await until(pilot, lambda: stage.screen.has_class("-short") and " both-camps-long" in field_of(stage))
        await pilot.press("end")
        await until(pilot, lambda: "long-name.md" in field_of(stage))


async def test_what_is_typed_takes_the_place_of_the_name_and_after_its_end_is_gone_to_goes_on_with_it() -> None:
    for keys, name in (((), "x.md"), (("end", *["backspace"] * 3), "offeredx.md")):
        stage = DialogStage(ExportDialog("offered.md"))
        async with stage.run_test(size=(60, 24)) as pilot:
            await until(pilot, lambda stage=stage: "offered.md" in field_of(stage))  # type: ignore[misc]
            await pilot.press(*keys, *"x.md", "enter")
            assert await answered(pilot, stage) == (name, False)


def field_of(stage: DialogStage) -> str:
    """The line in which the name is, as it is on the screen."""
    lines = screen_text(stage).splitlines()
    return lines[stage.screen.query_one(Line).region.y]


async def test_everything_is_in_view_in_a_small_window(tmp_path: Path) -> None:
    (tmp_path / "o").touch()
    stage = DialogStage(ExportDialog(str(tmp_path / "o")))
    async with stage.run_test(size=(40, 12)) as pilot:
        await until(pilot, lambda: "will be replaced." in screen_text(stage))
        for words in ("Include claims not yet reviewed", "Replace", "Cancel"):
            assert words in screen_text(stage)


async def test_the_file_that_the_article_came_from_is_not_written_over(tmp_path: Path) -> None:
    (source := tmp_path / "article.md").write_text("As it came.", encoding="utf-8")
    stage = DialogStage(ExportDialog(str(source), source.samefile))
    async with stage.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: "The article came from this file" in screen_text(stage))
        await pilot.press("enter")
        assert isinstance(stage.screen, ExportDialog)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (80, 16), (40, 12)])
async def test_the_folder_that_is_written_into_is_in_view_whatever_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    into = tmp_path / "here"
    into.mkdir()
    monkeypatch.chdir(into)
    stage = DialogStage(ExportDialog(f"{'a-long-title-' * 6}.annotated.md"))
    async with stage.run_test(size=size) as pilot:
        await until(pilot, lambda: "/here" in screen_text(stage).replace("│", "").replace("\n", "").replace(" ", ""))
        assert "Cancel" in screen_text(stage)
