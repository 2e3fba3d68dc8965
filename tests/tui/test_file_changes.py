"""What is told of the file of an article that changes, or goes, while the article is open."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.events import AppBlur, AppFocus
from textual.pilot import Pilot

from claims.text import Text
from store.article import Article
from store.library import Library
from tests.tui.reading import said, until
from tests.tui.revised import NEW, OLD, SURE, article_file, imported, note_on
from tui.app import SaysoApp
from tui.file_watch import FileWatch
from tui.screens.reading import noticing
from tui.screens.reading.reader import ReaderScreen
from tui.widgets.notice import Notice

CHANGED = "The file “ferry.md” has changed: f5 reads it anew"
GONE = "The file “ferry.md” is no longer there"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "sayso.db"


_looks: list[None] = []


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the file looked at often, and count how often."""
    monkeypatch.setattr(noticing, "EVERY", 0.05)
    monkeypatch.setattr(noticing, "SETTLES", 0.05)
    look = FileWatch.look

    def counted(self: FileWatch, path: str, file_sha256: str, text: Text) -> None:
        look(self, path, file_sha256, text)
        _looks.append(None)

    monkeypatch.setattr(FileWatch, "look", counted)


@asynccontextmanager
async def opened(
    database: Path, folder: Path, size: tuple[int, int] = (120, 36)
) -> AsyncIterator[tuple[Pilot[None], ReaderScreen]]:
    app = SaysoApp(database, imported(folder, OLD))
    async with app.run_test(size=size) as pilot:
        yield pilot, await reader(pilot)
    app.close()


async def reader(pilot: Pilot[None]) -> ReaderScreen:
    await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen) and pilot.app.screen.workspace.seen)
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    await until(pilot, lambda: screen.workspace.reading is not None)
    await looked(pilot)
    return screen


def notice(screen: ReaderScreen) -> str:
    return screen.query_one(Notice).said


async def looked(pilot: Pilot[None], times: int = 3) -> None:
    """Wait until the file has been looked at: two to know that it is not being written, and one is under way."""
    before = len(_looks)
    await until(pilot, lambda: len(_looks) >= before + times)


async def test_a_file_that_changes_is_told_of_with_the_key_that_reads_it_anew_and_nothing_else_happens(
    database: Path, tmp_path: Path
) -> None:
    async with opened(database, tmp_path) as (pilot, screen):
        assert notice(screen) == ""
        article_file(tmp_path, NEW)
        await until(pilot, lambda: notice(screen).startswith(CHANGED))
        assert screen.workspace.text.startswith("Harbour board rejects ferry plan")
        assert "Passengers noticed" in screen.workspace.text
        assert screen.workspace.article is not None
        assert screen.workspace.article.number == 1


async def test_the_key_reads_it_anew_with_place_and_notes_and_says_what_changed_as_on_opening(
    database: Path, tmp_path: Path
) -> None:
    async with opened(database, tmp_path, (120, 12)) as (pilot, screen):
        article = screen.workspace.article
        assert isinstance(article, Article)
        with Library(database) as library:
            library.annotations.save(note_on(article, str(screen.workspace.text), SURE, "n", "Count them."))
        await until(pilot, lambda: screen.workspace.annotations)
        await pilot.press("j", "j", "j")
        place = screen.workspace.text[screen.pane.top :][:20]
        article_file(tmp_path, NEW)
        await until(pilot, lambda: any(words.startswith(CHANGED) for words in said(pilot.app)))  # no line is spared
        await pilot.press("f5")
        await until(pilot, lambda: pilot.app.screen is not screen)
        now = await reader(pilot)
        await until(pilot, lambda: now.revised.startswith("New revision: 14 words changed, 1 note moved along"))
        assert "ferry.md" not in notice(now)
        assert [one.note for one in now.workspace.annotations] == ["Count them."]
        await until(pilot, lambda: now.workspace.text[now.pane.top :].startswith(place))


async def test_what_is_under_way_is_not_lost_to_the_key(database: Path, tmp_path: Path) -> None:
    async with opened(database, tmp_path) as (pilot, screen):
        article_file(tmp_path, NEW)
        await until(pilot, lambda: notice(screen).startswith(CHANGED))
        await pilot.press("right_square_bracket", "E")
        await until(pilot, lambda: screen.mode is not None)
        await pilot.press("f5")
        await until(pilot, lambda: any("lose what is under way" in words for words in said(pilot.app)))
        assert pilot.app.screen is screen
        assert screen.mode is not None


async def test_a_click_on_the_key_reads_it_anew_too(database: Path, tmp_path: Path) -> None:
    async with opened(database, tmp_path) as (pilot, screen):
        article_file(tmp_path, NEW)
        await until(pilot, lambda: notice(screen).startswith(CHANGED))
        await pilot.pause()
        await pilot.click(Notice, offset=(1 + notice(screen).index("f5"), 0))
        await until(pilot, lambda: pilot.app.screen is not screen)
        await until(pilot, lambda: pilot.app.screen.revised.startswith("New revision"))  # type: ignore[attr-defined]


@pytest.mark.parametrize("how", ["key", "click"])
async def test_what_is_told_of_the_file_stands_once_whole_and_can_be_put_away(
    database: Path, tmp_path: Path, how: str
) -> None:
    async with opened(database, tmp_path, (90, 30)) as (pilot, screen):
        article_file(tmp_path, NEW)
        await until(pilot, lambda: notice(screen).startswith(CHANGED))
        await until(pilot, lambda: screen.query_one(Notice).region.height == 2)
        await looked(pilot)
        assert not any(words.startswith(CHANGED) for words in said(pilot.app))
        if how == "key":
            await pilot.press("escape")
        else:
            lines = [screen.query_one(Notice).render_line(row).text for row in range(2)]
            row = next(row for row, words in enumerate(lines) if "Esc" in words)
            await pilot.click(Notice, offset=(lines[row].index("Esc") + 2, row))
        await until(pilot, lambda: notice(screen) == "")
        await looked(pilot)
        assert notice(screen) == ""
        (tmp_path / "ferry.md").unlink()
        await until(pilot, lambda: notice(screen).startswith(GONE))


async def test_a_click_beside_the_key_does_what_the_notice_names(database: Path, tmp_path: Path) -> None:
    async with opened(database, tmp_path) as (pilot, screen):
        article_file(tmp_path, NEW)
        await until(pilot, lambda: notice(screen).startswith(CHANGED))
        await pilot.pause()
        await pilot.click(Notice, offset=(3, 0))
        await until(pilot, lambda: pilot.app.screen is not screen)


async def test_what_has_the_same_text_is_no_news(database: Path, tmp_path: Path) -> None:
    async with opened(database, tmp_path) as (pilot, screen):
        path = tmp_path / "ferry.md"
        os.utime(path, (1, 1))
        await looked(pilot)
        assert notice(screen) == ""
        path.write_bytes(OLD.replace("\n", "\r\n").encode())
        await looked(pilot)
        assert notice(screen) == ""
        await pilot.press("f5")
        await until(pilot, lambda: "The file “ferry.md” was written anew: its text is the same." in said(pilot.app))
        assert pilot.app.screen is screen


async def test_a_file_that_goes_is_told_of_until_it_is_back(database: Path, tmp_path: Path) -> None:
    async with opened(database, tmp_path) as (pilot, screen):
        (tmp_path / "ferry.md").unlink()
        await until(pilot, lambda: notice(screen).startswith(GONE))
        article_file(tmp_path, OLD)
        await until(pilot, lambda: notice(screen) == "")


async def test_of_a_file_that_was_gone_before_nothing_is_told(database: Path, tmp_path: Path) -> None:
    with Library(database) as library:
        library.articles.add(imported(tmp_path, OLD))
    (tmp_path / "ferry.md").unlink()
    app = SaysoApp(database)
    async with app.run_test(size=(120, 36)) as pilot:
        await app.run_action("app.open(1)")
        screen = await reader(pilot)
        assert notice(screen) == ""
    app.close()


async def test_a_moment_s_word_waits_for_somebody_who_is_there(database: Path, tmp_path: Path) -> None:
    async with opened(database, tmp_path, (60, 12)) as (pilot, screen):
        pilot.app.post_message(AppBlur())
        await until(pilot, lambda: not pilot.app.app_focus)
        article_file(tmp_path, NEW)
        await until(pilot, lambda: notice(screen).startswith(CHANGED))
        await looked(pilot)
        assert not said(pilot.app)
        pilot.app.post_message(AppFocus())
        await until(pilot, lambda: any(words.startswith(CHANGED) for words in said(pilot.app)))


async def test_whoever_comes_back_to_the_terminal_need_not_wait(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(database, tmp_path) as (pilot, screen):
        monkeypatch.setattr(noticing, "EVERY", 1_000.0)
        await looked(pilot, 1)
        article_file(tmp_path, NEW)
        pilot.app.post_message(AppBlur())
        pilot.app.post_message(AppFocus())
        await until(pilot, lambda: notice(screen).startswith(CHANGED))


async def test_after_the_shell_the_file_is_looked_at(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(database, tmp_path) as (pilot, screen):
        monkeypatch.setattr(noticing, "EVERY", 1_000.0)
        await looked(pilot, 1)
        article_file(tmp_path, NEW)
        pilot.app.app_resume_signal.publish(pilot.app)
        await until(pilot, lambda: notice(screen).startswith(CHANGED))
