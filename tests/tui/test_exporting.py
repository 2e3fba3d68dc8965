"""Exporting from the reader: it tells where to, what is in the file, and what was left out."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.tui.dialog_stage import click_key, screen_text
from tests.tui.reading import reading, said, until
from tui.dialogs.export import ExportDialog

NAME = "harbour-board-rejects-ferry-plan.annotated.md"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


async def test_the_message_has_the_whole_path_and_says_that_what_is_not_reviewed_was_left_out(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db", size=(160, 40)) as (pilot, screen):
        claims = len(screen.workspace.items)
        await pilot.press("right_square_bracket", "x")
        await until(pilot, lambda: any(item.rejected for item in screen.workspace.items))
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDialog))
        await pilot.press("enter")
        told = (
            f"Wrote {tmp_path / NAME}: no claims (none is accepted yet), no notes. Claims left out: 1 rejected, "
            f"{claims - 1} not reviewed (tick “Include claims not yet reviewed” to include these)."
        )
        await until(pilot, lambda: told in said(pilot.app))
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDialog))
        await pilot.press("tab", "space")
        await click_key(pilot, "Replace")
        told = f"Wrote {tmp_path / NAME}: {claims - 1} claims, no notes. Claims left out: 1 rejected."
        await until(pilot, lambda: f"{told} The file that stood there is now {NAME}~." in said(pilot.app))


async def test_in_eighty_columns_all_of_a_path_longer_than_a_line_is_in_sight_with_what_was_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with TemporaryDirectory() as short:
        (folder := Path(short) / ("a" * max(1, 79 - len(f"{short}//{NAME}")))).mkdir()
        monkeypatch.chdir(folder)
        async with reading(tmp_path / "sayso.db", size=(80, 24)) as (pilot, _):
            await pilot.press("e")
            await until(pilot, lambda: isinstance(pilot.app.screen, ExportDialog))
            await pilot.press("enter")
            await until(pilot, lambda: "to include these)." in screen_text(pilot.app))
            assert str(folder / NAME) in "".join(line.strip() for line in screen_text(pilot.app).splitlines())
        monkeypatch.chdir(tmp_path)


async def test_in_a_narrow_window_of_a_long_path_the_end_leaves_room_for_what_was_left_out(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db", size=(40, 12)) as (pilot, _):
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDialog))
        await pilot.press("enter")
        await until(pilot, lambda: said(pilot.app))
        (told,) = said(pilot.app)
        assert told.startswith("Wrote …")
        assert NAME[-16:] in told
        assert told.index("Claims left out: ") < 3 * 38 - len("Claims left out: ")
