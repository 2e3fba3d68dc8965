"""What tells nobody how far it is: for how long it has been going on, in one line that goes again."""

import io
import os
import sys
import time

import pytest
from rich.cells import cell_len

from tui.commands import busy as module
from tui.commands.busy import busy
from tui.commands.progress import LONG, progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 2


def narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> _Terminal:
    """A terminal of 30 columns, in which a second is a hundredth of one."""
    shown = _Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((30, 24)))
    monkeypatch.setattr(module, "_TICK", 0.01)
    return shown


def until_shown(terminal: _Terminal, words: str) -> None:
    began = time.monotonic()
    while words not in terminal.getvalue():
        assert time.monotonic() - began < 60
        time.sleep(0.001)


def test_the_time_is_shown_in_one_line_and_taken_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = narrow_terminal(monkeypatch)
    with busy("Parsing \x1b]0;x\x07" + "港" * 40):
        until_shown(terminal, "0:02")
    *lines, last = terminal.getvalue().split("\r\x1b[K")
    assert last == ""
    assert "\x1b" not in "".join(lines)
    assert max(map(cell_len, lines)) < 30
    assert lines[1].startswith("Parsing ␛")


def test_what_is_done_at_once_is_not_told_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = narrow_terminal(monkeypatch)
    monkeypatch.setattr(module, "_TICK", 60)
    with busy("Parsing"):
        pass
    assert terminal.getvalue() == ""


def test_into_a_pipe_nothing_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    monkeypatch.setattr(module, "_TICK", 0)
    with busy("Parsing"):
        time.sleep(0.02)
    assert pipe.getvalue() == ""


def test_before_a_reading_tells_how_far_it_is_the_time_is_shown_and_then_the_bar_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = narrow_terminal(monkeypatch)
    with progress("H") as report:
        until_shown(terminal, "Reading H … 0:01")
        report(1, LONG)
        before, bars = terminal.getvalue().rsplit("\r\x1b[K", 1)
        assert "…" in before
        report(LONG, LONG)
        assert "…" not in bars
    assert "100%" in terminal.getvalue()
