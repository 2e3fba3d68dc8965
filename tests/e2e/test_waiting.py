"""Long texts on the command line, in a real terminal: how far the reading has come, and leaving before it is over."""

import re
from pathlib import Path

import pytest

from store.library import Library
from tests.terminal import SAYSO, Terminal, run
from tui.commands.progress import LONG

SENTENCE = "Ada Mensah said on Monday that the bridge was safe. It had rained for days, and nobody came.\n\n"


def text(place: Path, size: int) -> Path:
    path = place / "minutes.txt"
    path.write_text(SENTENCE * (size // len(SENTENCE) + 1), encoding="utf-8")
    return path


def sayso(database: Path, *arguments: str | Path) -> Terminal:
    return Terminal([SAYSO, *map(str, arguments), "--db", str(database)], columns=80, rows=24)


def test_a_bar_tells_how_far_a_long_reading_has_come_and_how_long_it_will_take(database: Path, tmp_path: Path) -> None:
    with sayso(database, "add", text(tmp_path, 2 * LONG)) as terminal:
        terminal.until(lambda words: re.search(r"Reading Ada Mensah .* [1-9]\d?% 00:00:\d\d", words))
        assert terminal.wait(60) == 0
        bar, added = terminal.text.strip().splitlines()[:2]
        assert bar.rstrip().endswith("100%")
        assert added.startswith("1 ")
        assert not terminal.screen.cursor.hidden
    # Found again, it has no need to be read.
    with sayso(database, "add", tmp_path / "minutes.txt") as terminal:
        assert terminal.wait() == 0
        assert b"Reading" not in terminal.raw


@pytest.mark.parametrize("arguments", [["claims"], ["claims", "--json"], ["read", "--plain"], ["add"]], ids=" ".join)
def test_ctrl_c_leaves_at_once_with_a_line_about_it_and_leaves_nothing_half_done(
    database: Path, tmp_path: Path, arguments: list[str]
) -> None:
    with sayso(database, *arguments, text(tmp_path, 20 * LONG)) as terminal:
        terminal.until("Reading ")
        terminal.press("ctrl+c")
        assert terminal.wait() == 130
        # The bar stays; on a slow machine there was none yet, but the time, which goes.
        *bar, said = terminal.text.strip().splitlines()
        assert [line[:8] for line in bar] in ([], ["Reading "])
        so = "; nothing was added" if arguments == ["add"] else ""
        assert said.rstrip() == f"sayso: interrupted{so}"
        assert not terminal.screen.cursor.hidden
    if arguments == ["add"]:
        # A file is added whole, with its claims, or not at all: the same command adds it.
        with Library(database) as library:
            assert library.articles.list() == []
    else:
        assert not database.exists()


def test_no_bar_goes_into_a_pipe(database: Path, tmp_path: Path) -> None:
    ran = run(database, "add", str(text(tmp_path, LONG)))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert len(ran.stdout.splitlines()) == 1
