"""The reader makes the backup of the day by itself."""

from pathlib import Path

from store import backups
from store.library import Library
from tests.store.kept import imported
from tests.tui.reading import said, until
from tui.app import SaysoApp
from tui.backing_up import DailyBackup


async def test_the_reader_makes_the_backup_of_the_day(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    with Library(path) as library:
        library.articles.add(imported())
    app = SaysoApp(path)
    async with app.run_test():
        await app.back_up()
    app.close()
    assert [one.kind for one in backups.listed(path)] == ["daily"]


async def test_a_backup_that_cannot_be_made_is_told_in_a_line(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    with Library(path) as library:
        library.articles.add(imported())
    backups.folder_of(path).write_text("in the way")
    app = SaysoApp(path)
    async with app.run_test() as pilot:
        await app.back_up()
        told = "The backup of the day could not be made: no backups"
        await until(pilot, lambda: any(words.startswith(told) for words in said(app)))
    app.close()


async def test_leaving_stops_it_and_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    with Library(path) as library:
        library.articles.add(imported())
    backup = DailyBackup(path)
    backup.stop()
    assert await backup.make() == ""
    assert list(backups.folder_of(path).iterdir()) == []


async def test_where_there_is_no_library_none_is_made(tmp_path: Path) -> None:
    assert await DailyBackup(tmp_path / "sayso.db").make() == ""
    assert list(tmp_path.iterdir()) == []
