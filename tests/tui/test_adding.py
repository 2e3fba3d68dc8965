"""Files added in the background: each whole, with its claims, or not at all; and choosing them."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from store.library import Library
from tests.tui.dialog_stage import screen_text
from tests.tui.reading import said, until
from tui.adder import Adder, AdderError
from tui.adding import Adding
from tui.app import SaysoApp
from tui.browsing import MOST, chosen_files, completed, contents
from tui.desk import Desk
from tui.dialogs.confirm import ConfirmDialog
from tui.dialogs.lines import LinesDialog
from tui.dialogs.picker import PickerDialog
from tui.opening_apart import how_to_open
from tui.screens.library import LibraryScreen
from tui.widgets.fields import Line
from tui.working import Work

EVIL = "evil\x1b]0;ZQ\x07[red]\u202e.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Thirty articles, one whose name works the terminal, a hidden one, a picture, and a folder with one more."""
    made = tmp_path / "articles"
    (made / "more").mkdir(parents=True)
    for number in range(30):
        (made / f"a{number:02}.md").write_text(f"The mayor said bridge {number} was safe. It rained.\n")
    (made / EVIL).write_text("The mayor said that the last bridge was shut.\n")
    (made / "picture.png").write_bytes(b"\x89PNG\x00\x00")
    (made / ".hidden.md").write_text("Nobody said so.\n")
    (made / "more" / "one.txt").write_text("The mayor said that it was over.\n")
    return made


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(tmp_path / "sayso.db")
    yield opened
    opened.close()


def whole(database: Path) -> int:
    """How many articles there are, each of which has its claims."""
    with Library(database) as library:
        assert all(one.claims for one in library.articles.list())
        return library.articles.count()


async def test_files_are_added_with_their_claims_and_each_refusal_is_told(desk: Desk, folder: Path) -> None:
    files = [folder / "a00.md", folder / "picture.png", folder / "a01.md", folder / "nowhere.md"]
    work = Work("Adding", len(files))
    report = await Adding(desk).all(files, work)
    assert (report.added, report.known, len(report.refused), work.share) == (2, 0, 2, 1)
    assert str(report) == "2 added, 2 refused"
    (folder / "a00.md").write_text("The mayor said bridge 0 was safe. It rained, and it was cold for days.\n")
    again = await Adding(desk).all(files[:3:2], Work("Adding", 2))
    assert str(again) == "1 with a new revision, 1 there already"
    assert whole(desk.path) == 2


async def test_stopped_the_articles_so_far_are_there_whole(desk: Desk, folder: Path) -> None:
    files = sorted(folder.glob("a*.md"))
    adding, work = Adding(desk), Work("Adding", len(files))
    work.stops_by(adding.stop)
    task = asyncio.create_task(adding.all(files, work))
    while not adding.report.added:
        await asyncio.sleep(0.01)
    work.stop()
    report = await task
    assert 0 < report.added < len(files)
    assert not report.refused
    assert whole(desk.path) == report.added


def test_ended_between_keeping_an_article_and_telling_of_it_it_is_told_all_the_same(desk: Desk, folder: Path) -> None:
    ended_in_between = (
        "import builtins, os, signal, tui.adder as adder\n"
        "def tell(line, **how):\n"
        "    if 'became' in line: os.kill(os.getpid(), signal.SIGTERM)\n"
        "    builtins.print(line, **how)\n"
        "adder.print = tell\n"
        "adder.main()\n"
    )
    asked = f"{json.dumps(how_to_open(desk.path))}\n{json.dumps(str(folder / 'a00.md'))}\n"
    ran = subprocess.run([sys.executable, "-c", ended_in_between], input=asked, capture_output=True, text=True)
    assert json.loads(ran.stdout.splitlines()[-1]) == {"became": "added"}
    assert whole(desk.path) == 1


async def test_a_process_that_dies_is_told_of_and_begins_anew(tmp_path: Path, folder: Path) -> None:
    adder = Adder(tmp_path / "sayso.db")
    assert await adder.add(folder / "a00.md", lambda _: None) == "added"
    assert adder._process is not None
    adder._process.kill()
    await adder._process.wait()
    with pytest.raises(AdderError):
        await adder.add(folder / "a01.md", lambda _: None)
    assert await adder.add(folder / "a01.md", lambda _: None) == "added"
    await adder.close()
    assert whole(tmp_path / "sayso.db") == 2


async def test_of_one_long_file_its_share_is_told_and_stopped_nothing_of_it_is_there(desk: Desk, folder: Path) -> None:
    long = folder / "long.md"
    long.write_text("The mayor said that the bridge was safe, and nobody believed it.\n\n" * 8_000)
    adding, work = Adding(desk), Work("Adding", 1)
    work.stops_by(adding.stop)
    task = asyncio.create_task(adding.all([long, folder / "a00.md"], work))
    while work.share < 0.1:
        assert not task.done()
        await asyncio.sleep(0.01)
    work.stop()
    assert str(await task) == "nothing was added"
    assert whole(desk.path) == 0


async def test_ended_with_the_program_the_process_ends_too(desk: Desk, folder: Path) -> None:
    long = folder / "long.md"
    long.write_text("The mayor said that the bridge was safe, and nobody believed it.\n\n" * 8_000)
    adding = Adding(desk)
    task = asyncio.create_task(adding.all([long], Work("Adding", 1)))
    while adding._adder._process is None:
        await asyncio.sleep(0.01)
    process = adding._adder._process
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert process.returncode is not None


def test_a_folder_is_listed_without_what_is_hidden_and_a_fault_is_told(folder: Path) -> None:
    found = contents(folder)
    assert found.entries[0].path.name == "more"
    assert len(found.files) == 31
    assert not any(entry.path.name.startswith(".") for entry in found.entries)
    assert contents(folder / "nowhere").fault
    assert len(chosen_files([folder / "a00.md", folder, folder / "more"])) == 32


def test_of_a_huge_folder_only_a_part_is_listed(tmp_path: Path) -> None:
    for number in range(MOST + 5):
        (tmp_path / f"{number}.md").touch()
    assert (len(contents(tmp_path).entries), contents(tmp_path).more) == (MOST, 5)


def test_a_path_is_completed_as_far_as_it_can_only_be_meant(folder: Path) -> None:
    assert completed(str(folder / "mo")) == f"{folder}/more/"
    assert completed(str(folder / "a1")) == f"{folder}/a1"
    assert completed(f"{folder}/more/") == f"{folder}/more/one.txt"
    assert completed("/no/such/place") == "/no/such/place"


async def picker(pilot: Pilot[None]) -> PickerDialog:
    """The dialog, which shows the folder."""
    await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen) and pilot.app.screen._version is not None)
    await pilot.press("a")
    await until(pilot, lambda: isinstance(pilot.app.screen, PickerDialog))
    dialog = pilot.app.screen
    assert isinstance(dialog, PickerDialog)
    await until(pilot, lambda: dialog._contents.entries)
    return dialog


@pytest.fixture
def app(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SaysoApp]:
    monkeypatch.chdir(folder)
    made = SaysoApp(tmp_path / "sayso.db")
    yield made
    made.close()


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)])
async def test_files_are_chosen_by_keys_and_added_while_one_goes_on(app: SaysoApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        dialog = await picker(pilot)
        await pilot.press("down", "space", "space")
        await until(pilot, lambda: "2 marked" in screen_text(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.screen is not dialog)
        await until(pilot, lambda: any("2 added" in words for words in said(app)))
        await until(pilot, lambda: "bridge 0" in screen_text(app))
    assert whole(app.desk.path) == 2


async def test_a_name_that_works_the_terminal_is_shown_harmless(app: SaysoApp) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        await picker(pilot)
        await until(pilot, lambda: "ZQ" in screen_text(app))
        assert "[red]" in screen_text(app)
        assert not {"\x1b", "\x07", "\u202e"} & set(screen_text(app))


async def test_a_folder_is_gone_into_and_back_and_all_of_it_marked(app: SaysoApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        dialog = await picker(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "one.txt" in screen_text(app))
        await pilot.press("backspace")
        await until(pilot, lambda: "a03.md" in screen_text(app))
        await pilot.press("asterisk")
        await until(pilot, lambda: "31 marked" in screen_text(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        await pilot.press("n")
        await until(pilot, lambda: app.screen is dialog)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))


async def test_a_letter_goes_to_the_next_name_that_begins_with_it(app: SaysoApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        dialog = await picker(pilot)
        await pilot.press("a")
        await until(pilot, lambda: dialog._chosen is not None and dialog._chosen.name == "a00.md")
        await pilot.press("a")
        await until(pilot, lambda: dialog._chosen is not None and dialog._chosen.name == "a01.md")
        await pilot.press("m")
        await until(pilot, lambda: dialog._chosen is not None and dialog._chosen.name == "more")


async def test_a_path_can_be_typed_and_what_is_none_is_said(app: SaysoApp, folder: Path) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        dialog = await picker(pilot)
        await pilot.press("tab")
        line = dialog.query_one(Line)
        await until(pilot, lambda: line.has_focus)
        line.value = str(folder / "nowhere.md")
        await pilot.press("enter")
        await until(pilot, lambda: "There is no file" in screen_text(app))
        line.value = str(folder / "mo")
        line.cursor_position = len(line.value)
        await pilot.press("tab", "tab", "enter")
        await until(pilot, lambda: any("1 added" in words for words in said(app)))


async def test_files_are_chosen_and_adding_is_stopped_by_the_mouse(app: SaysoApp, folder: Path) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await picker(pilot)
        await pilot.click("KeyButton", offset=(0, 0))  # Add, with the folder under the cursor
        await until(pilot, lambda: any("added" in words for words in said(app)))
        await pilot.app.screen.run_action("screen.add")
        await until(pilot, lambda: isinstance(app.screen, PickerDialog))
        await pilot.press("escape")
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        app.clear_notifications()
        for file in folder.glob("a*.md"):
            file.write_text(file.read_text() * 60)  # so that it takes a while
        screen.add(sorted(folder.glob("a*.md")))
        await until(pilot, lambda: app.screen.query("WorkLine.-said KeyButton"))
        await until(pilot, lambda: "Adding: " in screen_text(app))
        await pilot.click("WorkLine KeyButton")
        await until(pilot, lambda: any("Stopped: " in words for words in said(app)))
        await until(pilot, lambda: not app.screen.query("WorkLine.-said"))
    assert 0 < whole(app.desk.path) < 31


async def test_what_was_refused_is_listed_at_the_end(app: SaysoApp, folder: Path) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen._version is not None)
        app.screen.add([folder / "picture.png", folder / "a00.md"])  # type: ignore[attr-defined]
        await until(pilot, lambda: isinstance(app.screen, LinesDialog))
        await until(pilot, lambda: "picture.png is not text" in screen_text(app))
