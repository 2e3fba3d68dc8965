"""Tables fit the terminal that they are printed on; into a pipe goes all of them."""

import re
import sys

import pytest
from rich.cells import cell_len

from tui.commands.tables import Column, print_table

COLUMNS = (Column("id"), Column("title", flexible=True), Column("outlet", give_up=2), Column("claims"))
TITLE = "Karsia says it has taken the ridge above the rail hub; Velenia says that the fighting goes on, 山の上で"
ROWS = [(1, TITLE, "The Harbour Post and Messenger", 25), (2, "A short one", "", 1_250)]


@pytest.mark.parametrize("width", [120, 80, 40])
def test_on_a_terminal_no_line_is_wider_than_it_and_the_title_gives_way_not_the_figures(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", str(width))
    print_table(COLUMNS, ROWS)
    lines = re.sub(r"\x1b\[[\d;]*m", "", capsys.readouterr().out).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert len(lines) == 2 + len(ROWS)
    assert lines[2].split()[-1] == "25"
    assert "…" in lines[2]


def test_into_a_pipe_every_row_holds_everything(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    print_table(COLUMNS, ROWS)
    lines = capsys.readouterr().out.splitlines()
    assert TITLE in lines[2]
    assert lines[2].split()[-6:] == ["The", "Harbour", "Post", "and", "Messenger", "25"]
