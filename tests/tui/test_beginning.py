"""An empty library tells how to begin, and offers a sample."""

from pathlib import Path

import pytest

from store.library import Library
from tests.tui.dialog_stage import screen_text
from tests.tui.reading import until
from tui.app import SaysoApp
from tui.dialogs.picker import PickerDialog
from tui.keymap.applying import Keymap
from tui.sample import sample
from tui.screens.library import LibraryScreen
from tui.screens.reading.reader import ReaderScreen
from tui.widgets.beginning import Beginning


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)])
@pytest.mark.parametrize("by_mouse", [False, True], ids=["keys", "mouse"])
async def test_an_empty_library_opens_a_sample_with_its_claims(
    tmp_path: Path, size: tuple[int, int], by_mouse: bool
) -> None:
    app = SaysoApp(tmp_path / "sayso.db")
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen.has_class("-empty"))
        await until(pilot, lambda: "No articles yet." in screen_text(app) and "Read a sample" in screen_text(app))
        if by_mouse:
            await pilot.click(list(app.screen.query("Beginning KeyButton"))[1])
        else:
            await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.workspace.items)
        await pilot.press("q")
        await until(
            pilot, lambda: isinstance(app.screen, LibraryScreen) and not app.screen.query_one(Beginning).display
        )
    app.close()
    with Library(tmp_path / "sayso.db") as library:
        (listed,) = library.articles.list()
        assert listed.article.metadata.title == sample().metadata.title
        assert listed.article.path is None


@pytest.mark.parametrize("size", [(120, 36), (100, 30), (80, 24), (40, 12)])
async def test_it_is_one_block_in_the_middle_over_a_footer_without_what_there_is_nothing_for(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = SaysoApp(tmp_path / "sayso.db")
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen.has_class("-empty"))
        await until(pilot, lambda: "Read a sample" in screen_text(app))
        *lines, footer = screen_text(app).splitlines()
        written = [line for line in lines if line.strip()]
        assert len(written) == 7
        # The words line by line, the ways under one another as one.
        for part in (*([line] for line in (*written[:3], written[-1])), written[3:6]):
            left = min(len(line) - len(line.lstrip()) for line in part)
            right = min(size[0] - len(line.rstrip()) for line in part)
            assert abs(left - right) <= 1
        assert "Add" in footer
        assert not any(words in footer for words in ("Open", "Delete", "Undo", "Sort", "Filter"))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.workspace.items)
        await pilot.press("q")
        await until(pilot, lambda: "Enter Open" in screen_text(app).splitlines()[-1])
        await pilot.press("D")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen.has_class("-empty"))
        await until(pilot, lambda: "Undo" in screen_text(app).splitlines()[-1])
    app.close()


async def test_what_it_says_names_the_keys_as_they_are(tmp_path: Path) -> None:
    app = SaysoApp(tmp_path / "sayso.db", keymap=Keymap({"library.add": ("f7",)}))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "f7 Add files" in screen_text(app))
        await pilot.press("f7")
        await until(pilot, lambda: isinstance(app.screen, PickerDialog))
    app.close()
