"""Choosing files: letters narrow, paths are paths, and Enter opens what one has written."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from store.library import Library
from tests.tui.dialog_stage import click_key, screen_text
from tests.tui.picking import picker
from tests.tui.reading import said, until
from tui.app import SaysoApp
from tui.dialogs.confirm import ConfirmDialog
from tui.dialogs.picker import PickerDialog
from tui.screens.library import LibraryScreen
from tui.widgets.picking import EntryList, PathLine

EVIL = "evil\x1b]0;ZQ\x07[red]\u202e.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Nine articles, one of them with a space in its name and one whose name works the terminal, one more in a folder,
    and two files that are not offered."""
    made = tmp_path / "articles"
    (made / "more").mkdir(parents=True)
    for at, name in enumerate((*(f"bridge {n}.md" for n in range(6)), "ferry.md", "my file.md", EVIL, ".hidden.md")):
        (made / name).write_text(f"The mayor said that house {at} was safe.\n")
    (made / "more" / "one.txt").write_text("The mayor said that it was over.\n")
    (made / "picture.png").write_bytes(b"\x89PNG\x00\x00")
    return made


@pytest.fixture
def app(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SaysoApp]:
    monkeypatch.chdir(folder)
    made = SaysoApp(tmp_path / "sayso.db")
    yield made
    made.close()


def names(dialog: PickerDialog) -> list[str]:
    return [entry.path.name for entry in dialog.query_one(EntryList).rows]


def line(dialog: PickerDialog) -> str:
    return dialog.query_one(PathLine).value


def paste(dialog: PickerDialog, text: str) -> None:
    dialog.query_one(PathLine).post_message(events.Paste(text))


async def added(pilot: Pilot[None], app: SaysoApp) -> list[str]:
    """The names of the files that came into the library."""
    await until(pilot, lambda: any(" added" in words for words in said(app)))
    with Library(app.desk.path) as library:
        return [Path(one.article.path or "").name for one in library.articles.list()]


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)])
async def test_files_are_marked_by_keys_and_added_while_one_goes_on(app: SaysoApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await picker(pilot)
        await pilot.press("down", "space", "space")
        await until(pilot, lambda: "2 marked" in screen_text(app))
        await pilot.press("ctrl+s")
        assert sorted(await added(pilot, app)) == ["bridge 0.md", "bridge 1.md"]


async def test_letters_narrow_the_list_backspace_takes_them_back_and_enter_opens_what_is_under_the_bar(
    app: SaysoApp,
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        dialog = await picker(pilot)
        await pilot.press(*"ferz")
        await until(pilot, lambda: line(dialog) == "ferz" and not names(dialog))
        await pilot.press("enter")
        await until(pilot, lambda: "Nothing here is like “ferz”" in screen_text(app))
        await pilot.press("backspace")
        await until(pilot, lambda: names(dialog) == ["ferry.md"])
        await until(pilot, lambda: "1 of 10" in screen_text(app))
        await pilot.press("enter")
        assert await added(pilot, app) == ["ferry.md"]


@pytest.mark.parametrize(
    "written", ["{folder}/more/one.txt", "./more/one.txt", "more/one.txt", "'{folder}/more/one.txt'"]
)
async def test_a_path_that_is_typed_at_once_is_what_enter_opens(app: SaysoApp, folder: Path, written: str) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await picker(pilot)
        await pilot.press(*written.format(folder=folder), "enter")
        assert await added(pilot, app) == ["one.txt"]


async def test_a_path_to_nothing_is_told_and_nothing_under_the_bar_is_added(app: SaysoApp, folder: Path) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        dialog = await picker(pilot)
        await pilot.press(*f"{folder}/bridg", "enter")
        await until(pilot, lambda: "There is no file" in screen_text(app))
        assert names(dialog) == [f"bridge {number}.md" for number in range(6)]
        await pilot.press("escape", *"https://example.org/a", "enter")
        await until(pilot, lambda: "That is an address" in screen_text(app))
        assert app.screen is dialog


async def test_a_space_is_one_in_a_path_and_in_a_name_and_marks_before_anything_is_written(
    app: SaysoApp, folder: Path
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        dialog = await picker(pilot)
        await pilot.press(*"my fi")
        await until(pilot, lambda: names(dialog) == ["my file.md"])
        await pilot.press("escape", *f"{folder}/my file.md")
        await until(pilot, lambda: line(dialog).endswith("my file.md"))
        assert not dialog.query_one(EntryList).marked
        await pilot.press("enter")
        assert await added(pilot, app) == ["my file.md"]


async def test_moving_in_the_list_of_a_path_writes_it_and_tab_completes_it(app: SaysoApp, folder: Path) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        dialog = await picker(pilot)
        await pilot.press(*"./mo", "tab")
        await until(pilot, lambda: line(dialog) == "./more/" and names(dialog) == ["one.txt"])
        await pilot.press("down")
        await until(pilot, lambda: line(dialog) == str(folder / "more" / "one.txt"))
        await pilot.press("enter")
        assert await added(pilot, app) == ["one.txt"]


async def test_a_pasted_path_stands_in_the_line_and_enter_opens_it(app: SaysoApp, folder: Path) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        dialog = await picker(pilot)
        paste(dialog, f"{folder}/my\\ file.md\n")
        await pilot.press("enter")
        assert await added(pilot, app) == ["my file.md"]


async def test_several_pasted_paths_are_added_after_a_question(app: SaysoApp, folder: Path) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        dialog = await picker(pilot)
        paste(dialog, f"'{folder}/my file.md'\nfile://{folder}/bridge%200.md\nferry.md\n{folder}/nowhere.md\n")
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog) and "Add 3 files?" in screen_text(app))
        assert "nothing at 1 of the 4 paths" in " ".join(screen_text(app).split())
        await pilot.press("y")
        assert sorted(await added(pilot, app)) == ["bridge 0.md", "ferry.md", "my file.md"]


async def test_an_article_that_is_pasted_is_no_list_of_files(app: SaysoApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        dialog = await picker(pilot)
        paste(dialog, "The mayor said so.\nThe bridge/ferry was safe.\n")
        await until(pilot, lambda: "None of these 2 lines is the path of a file" in screen_text(app))
        assert not line(dialog)


async def test_a_folder_is_gone_into_and_back_and_all_that_is_shown_marked(app: SaysoApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        dialog = await picker(pilot)
        await pilot.press("enter", *"on")
        await until(pilot, lambda: names(dialog) == ["one.txt"])
        await pilot.press("backspace", "backspace", "backspace")
        await until(pilot, lambda: "ferry.md" in names(dialog))
        await pilot.press(*"bri", "asterisk")
        await until(pilot, lambda: "6 marked" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: not line(dialog))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))


async def test_a_marked_folder_is_opened_by_enter_as_any_other_and_stays_marked(app: SaysoApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        dialog = await picker(pilot)
        await pilot.press("space")
        await until(pilot, lambda: "1 marked" in screen_text(app))
        await pilot.press("up", "enter")
        await until(pilot, lambda: "one.txt" in names(dialog))
        assert "1 marked" in screen_text(app)


async def test_what_is_typed_after_a_folder_waits_for_it(app: SaysoApp, monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the disk is, Enter opens nothing of the folder that one comes from."""
    import threading

    from tui import browsing
    from tui.dialogs import folder as module

    may_go_on = threading.Event()

    def slowly(path: Path, *, everything: bool = False) -> browsing.Contents:
        if path.name == "more":
            may_go_on.wait(20)
        return browsing.contents(path, everything=everything)

    monkeypatch.setattr(module, "contents", slowly)
    async with app.run_test(size=(100, 30)) as pilot:
        dialog = await picker(pilot)
        await pilot.press("enter", "e", "enter")  # ferry.md and others have an e too
        await pilot.pause()
        assert app.screen is dialog
        may_go_on.set()
        assert await added(pilot, app) == ["one.txt"]


async def test_slow_folders_on_the_way_to_the_one_that_is_shown_do_not_take_its_place(
    app: SaysoApp, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    from tui import browsing
    from tui.dialogs import folder as module

    may_go_on = threading.Event()

    def slowly(path: Path, *, everything: bool = False) -> browsing.Contents:
        if path != folder:
            may_go_on.wait(20)
        return browsing.contents(path, everything=everything)

    monkeypatch.setattr(module, "contents", slowly)
    async with app.run_test(size=(100, 30)) as pilot:
        dialog = await picker(pilot)
        await pilot.press(*f"{folder}/more")
        may_go_on.set()
        await until(pilot, lambda: not dialog._is_looking)
        assert names(dialog) == ["more"]
        await until(pilot, lambda: "1 of 10" in screen_text(app))


async def test_the_path_of_a_folder_or_a_file_says_what_enter_does(app: SaysoApp, folder: Path) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await picker(pilot)
        await pilot.press(*f"{folder}/mor")
        await until(pilot, lambda: "1 of 10 · Tab completes" in screen_text(app))
        await pilot.press("e")
        await until(pilot, lambda: "1 of 10 · Enter opens the folder · Tab completes" in screen_text(app))
        await pilot.press("slash")
        await until(pilot, lambda: "1 of 1 · Enter opens the folder" in screen_text(app))
        await pilot.press(*"one.txt")
        await until(pilot, lambda: "1 of 1 · Enter adds the file" in screen_text(app))
        # It is not listed, but there.
        await pilot.press("escape", *f"{folder}/picture.png")
        await until(pilot, lambda: "0 of 10 · Enter adds the file" in screen_text(app))


async def test_in_forty_columns_the_key_to_what_is_left_out_stays_once_something_is_marked(app: SaysoApp) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        await picker(pilot)
        await until(pilot, lambda: "2 hidden or no text: f2 shows" in screen_text(app))
        await pilot.press("down", "space")
        await until(pilot, lambda: "1 marked · 2 hidden: f2 shows" in screen_text(app))


async def test_what_is_left_out_is_counted_and_shown_by_a_key_or_a_click(app: SaysoApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        dialog = await picker(pilot)
        await until(pilot, lambda: "2 hidden or no text: f2" in screen_text(app))
        assert "picture.png" not in names(dialog)
        await pilot.press("f2")
        await until(pilot, lambda: {"picture.png", ".hidden.md"} <= {*names(dialog)})
        await pilot.press("f2")
        await until(pilot, lambda: "picture.png" not in names(dialog))
        about = next(iter(dialog.query("About")))
        await pilot.click(about, offset=(screen_text(app).splitlines()[about.region.y].index("f2") - about.region.x, 0))
        await until(pilot, lambda: "picture.png" in names(dialog))


async def test_a_name_that_works_the_terminal_is_shown_harmless_and_added(app: SaysoApp) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        dialog = await picker(pilot)
        await until(pilot, lambda: "ZQ" in screen_text(app))
        assert "[red]" in screen_text(app)
        await pilot.press(*"./evi", "tab")
        await until(pilot, lambda: line(dialog).endswith(".md"))
        assert not {"\x1b", "\x07", "\u202e"} & set(screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: any("1 added" in words for words in said(app)))


@pytest.mark.parametrize("size", [(100, 30), (40, 12)])
async def test_a_click_marks_a_file_and_goes_into_a_folder_and_the_keys_can_be_clicked(
    app: SaysoApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        dialog = await picker(pilot)
        listed = dialog.query_one(EntryList)

        async def click(row: int, column: int, shown: Callable[[], object]) -> None:
            await pilot.click(listed, offset=(column, row))
            await until(pilot, shown)

        await click(2, 6, lambda: "1 marked" in screen_text(app))
        await click(1, 1, lambda: "2 marked" in screen_text(app))
        await click(1, 1, lambda: "1 marked" in screen_text(app))
        await click(1, 6, lambda: "one.txt" in names(dialog))
        await click(0, 6, lambda: "ferry.md" in names(dialog))
        await click_key(pilot, "Add")
        assert await added(pilot, app) == ["bridge 0.md"]


async def test_a_double_click_adds(app: SaysoApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        dialog = await picker(pilot)
        await pilot.click(dialog.query_one(EntryList), offset=(6, 3), times=2)
        assert await added(pilot, app) == ["bridge 1.md"]
