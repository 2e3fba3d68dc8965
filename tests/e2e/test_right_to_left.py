"""Text from right to left in a real terminal, and what of it goes elsewhere."""

import os
import shlex
import signal
from pathlib import Path

import pytest

from tests.terminal import SAYSO, Terminal, reader, run
from tests.tui.bidi.capitals import capitals, hebrew

ARTICLE = """---
title: {title}
---

{first}

The mayor said on Monday that “{bridge}”, and the minister denied it.

قال وزير المالية إن الأسعار ارتفعت بنسبة ١٢٫٥ في عام 2026، وأضاف أن Reuters نشرت التقرير (صفحة 3) كاملا في صباح اليوم.
""".format(
    title=hebrew("A NEWS") + " Post (2026)",
    first=hebrew("A MAYOR SAID (ON MONDAY) THAT") + " John Smith " + hebrew("OF “FABRIKAM” FOUND 12.5% MORE."),
    bridge=hebrew("A BRIDGE IS SAFE"),
)
STAY, ORDER = b"\x1b[8l", b"\x1b[8h"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def row(terminal: Terminal, words: str) -> str:
    """The row on which ``words`` stand, with capitals for Hebrew letters."""
    return next((line for line in map(capitals, terminal.screen.display) if words in line), "")


def frames(terminal: Terminal) -> set[tuple[int, ...]]:
    """In which columns the pane's right side and both of the panel stand, on any of the rows."""
    rows = terminal.screen.display[1:20]
    return {tuple(column for column, char in enumerate(line) if char == "│")[-3:] for line in rows}


def until_row(terminal: Terminal, words: str) -> None:
    """Wait until ``words`` stand on one row, with capitals for Hebrew letters."""
    terminal.until(lambda _: bool(row(terminal, words)))


@pytest.mark.parametrize("columns", [80, 120])
def test_a_line_of_arabic_leaves_the_panel_where_it_is(database: Path, article: Path, columns: int) -> None:
    with reader(database, str(article), columns=columns, rows=30) as terminal:
        terminal.until("unreviewed")
        terminal.until("ةيلاملا ريزو لاق")
        terminal.until(lambda _: len(frames(terminal)) == 1)
        terminal.press("q")
        assert terminal.wait() == 0


def test_rows_are_painted_in_the_order_in_which_they_are_seen(database: Path, article: Path) -> None:
    with reader(database, str(article), columns=120, rows=30) as terminal:
        for painted in (
            "  Post (2026) SWEN A   ││",
            "  12.5% DNUOF ”MAKIRBAF“ FO John Smith TAHT (YADNOM NO) DIAS ROYAM A   ││",
            "  .EROM   ││",
            "The mayor said on Monday that “EFAS SI EGDIRB A”, and",
            "││▎    that “EFAS SI EGDIRB A” ",
        ):
            until_row(terminal, painted)
        terminal.press("q")
        assert terminal.wait() == 0


def test_the_terminal_orders_no_line_while_the_reader_is_in_front(database: Path, article: Path) -> None:
    with reader(database, str(article)) as terminal:
        terminal.until("unreviewed")
        assert terminal.raw.count(STAY) == 1
        assert ORDER not in terminal.raw
        terminal.press("q")
        assert terminal.wait() == 0
        assert terminal.raw.count(ORDER) == 1
        assert terminal.raw.rindex(ORDER) > terminal.raw.rindex(STAY)


def test_it_orders_lines_again_for_whoever_ends_the_reader_or_stops_it(database: Path, article: Path) -> None:
    with reader(database, str(article)) as terminal:
        terminal.until("unreviewed")
        os.kill(terminal.child.pid, signal.SIGTERM)
        terminal.wait()
        assert terminal.raw.count(ORDER) == 1
    shell = Terminal(["bash", "--norc", "--noprofile", "-i"], environment={"PS1": "shell> ", "HISTFILE": "/dev/null"})
    with shell as terminal:
        terminal.until("shell>")
        terminal.press(shlex.join([SAYSO, "--db", str(database), str(article)]), "enter")
        terminal.until("unreviewed")
        terminal.press("ctrl+z")
        terminal.until("Stopped")
        assert terminal.raw.rindex(ORDER) > terminal.raw.rindex(STAY)
        terminal.press("clear; fg", "enter")
        terminal.until(lambda _: terminal.raw.count(STAY) == 2)
        terminal.until("unreviewed")
        terminal.press("q")
        terminal.until(lambda _: terminal.raw.count(ORDER) == 2)


def test_a_terminal_that_cannot_be_told_is_left_to_do_it(database: Path, article: Path) -> None:
    with reader(database, str(article), environment={"TERM_PROGRAM": "Apple_Terminal"}) as terminal:
        terminal.until("unreviewed")
        for written in ("A MAYOR SAID (ON MONDAY) THAT John Smith", "A NEWS Post (2026)"):
            until_row(terminal, written)
        terminal.press("q")
        assert terminal.wait() == 0
        assert STAY not in terminal.raw
        assert ORDER not in terminal.raw


def test_what_is_written_elsewhere_is_in_the_order_in_which_it_is_read(database: Path, article: Path) -> None:
    first = ARTICLE.split("\n\n")[1]
    assert first in run(database, "read", "--plain", "--width", "0", str(article)).stdout
    assert run(database, "add", str(article)).returncode == 0
    assert first in run(database, "export", "1").stdout
