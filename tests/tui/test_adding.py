"""Files added in the background: each whole, with its claims, or not at all; and choosing them."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.library import Library
from tests.tui.dialog_stage import click_key, screen_text
from tests.tui.picking import picker
from tests.tui.reading import said, until
from tui.adder import Adder, AdderError
from tui.adding import Adding
from tui.app import SaysoApp
from tui.desk import Desk
from tui.dialogs.lines import LinesDialog
from tui.dialogs.picker import PickerDialog
from tui.opening_apart import how_to_open
from tui.screens.library import LibraryScreen
from tui.working import Work


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Thirty articles, a picture, and a folder with one more."""
    made = tmp_path / "articles"
    (made / "more").mkdir(parents=True)
    for number in range(30):
        (made / f"a{number:02}.md").write_text(f"The mayor said bridge {number} was safe. It rained.\n")
    (made / "picture.png").write_bytes(b"\x89PNG\x00\x00")
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


@pytest.fixture
def app(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SaysoApp]:
    monkeypatch.chdir(folder)
    made = SaysoApp(tmp_path / "sayso.db")
    yield made
    made.close()


async def test_files_are_chosen_and_adding_is_stopped_by_the_mouse(app: SaysoApp, folder: Path) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await picker(pilot)
        await click_key(pilot, "Add")  # with the folder under the bar
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
