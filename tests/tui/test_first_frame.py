"""The first frame: what is on it, and what it does not wait for."""

import asyncio
import io
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from store.glance import glimpse
from store.importing import read_stream
from tests.tui.reading import ARTICLE, reading, until
from tui.app import SaysoApp
from tui.screens.reading.reader import ReaderScreen
from tui.workspace import Workspace

NOT_YET = (
    *("sqlite_utils", "numpy", "onnxruntime", "markdown_it", "yaml", "rapidfuzz", "aiohttp", "tomllib", "sqlcipher3"),
    *("store.library", "store.searching.finding", "tui.screens.library", "tui.commands.add", "tui.commands.db"),
    *("claims.engine", "claims.rules", "claims.names", "claims.speakers", "claims.tagger", "claims.by_hand"),
    *("store.searching.query", "store.matching_items", "tui.widgets.panel.sieve", "tui.widgets.filter_line"),
    *("tui.addresses", "tui.tagging", "tui.widgets.tab_strip", "ctypes", "secrets"),
    *("sqlite3", "store.keeping.driver", "store.keeping.migrations", "store.keys"),
    *("textual.widgets._data_table", "textual.widgets._text_area", "textual.widgets._markdown"),
)


async def test_what_was_found_and_decided_before_is_on_it_while_the_library_is_still_being_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = tmp_path / "sayso.db"
    async with reading(database) as (pilot, screen):
        await pilot.press("]", "y")
        await until(pilot, lambda: any(item.annotation for item in screen.workspace.items))
        count = len(screen.workspace.items)
        await until(pilot, lambda: not screen.workspace.outbox)
    opened = asyncio.Event()
    enter = Workspace.enter

    async def late(self: Workspace, *arguments: object) -> object:
        await opened.wait()
        return await enter(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Workspace, "enter", late)
    imported = read_stream(io.BytesIO(ARTICLE.encode()))
    app = SaysoApp(database, imported, glimpse=glimpse(database, imported.document))
    async with app.run_test(size=(120, 40)) as pilot:
        again = app.screen
        assert isinstance(again, ReaderScreen)
        await until(pilot, lambda: f"Claims {count}" in str(again.panel.border_title))
        assert again.workspace.article is None
        assert [item.annotation is not None for item in again.workspace.items].count(True) == 1
        assert not again.panel.loading_claims
        opened.set()
        await until(pilot, lambda: again.workspace.article)
        await pilot.press("]", "]", "y")
        await until(pilot, lambda: [item.annotation is not None for item in again.workspace.items].count(True) == 2)
        assert len(again.workspace.items) == count
    app.close()


def test_it_waits_for_nothing_that_is_not_on_it(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text("The mayor said that the bridge was safe.\n", encoding="utf-8")
    script = (
        "import sys; from pathlib import Path; from tui.commands import cli, read; from tui.app import SaysoApp\n"
        "from store.importing import read_file\n"
        "SaysoApp(Path(sys.argv[1]), read_file(sys.argv[2])).get_default_screen()\n"
        "print(*sys.modules)"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "sayso.db"), str(file)]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert "tui.app" in loaded
    assert sorted(set(NOT_YET) & set(loaded)) == []


def test_what_is_imported_for_a_verb_is_kept_from_the_collector(tmp_path: Path) -> None:
    script = (
        "import gc; from tui.commands.cli import cli\n"
        "collections = lambda: sum(one['collections'] for one in gc.get_stats()[1:])\n"
        "before = collections(); cli.commands['read']; print(collections() - before, gc.isenabled())\n"
        "print(gc.get_freeze_count() > 10_000)"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert told.stdout == "0 True\nTrue\n"


def test_the_command_line_is_imported_without_the_collector(tmp_path: Path) -> None:
    script = (
        "import atexit, gc, sys; from tui.start import main\n"
        "atexit.register(lambda: print(gc.isenabled(), gc.get_freeze_count() > 5_000))\n"
        "sys.argv = ['sayso', 'where']; main()"
    )
    environment = {**os.environ, "SAYSO_DB": str(tmp_path / "sayso.db")}
    command = [sys.executable, "-c", script]
    told = subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout
    assert told.endswith("True True\n")
    scripts = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    assert scripts == {"sayso": "tui.start:main"}
