"""The bar that tells how far a reading has come, in terminals of any width."""

import io
import itertools
import os
import re
import sys
import time

import pytest
from rich.cells import cell_len

from tui.commands.progress import LONG, progress, steps, waiting


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 2


def painted(monkeypatch: pytest.MonkeyPatch, columns: int, name: str) -> list[str]:
    """Every line that the bar is painted as, in a terminal of ``columns``, at a reading of some seconds."""
    terminal = _Terminal()
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", terminal)
        patched.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((columns, 24)))
        patched.setattr(time, "time", itertools.count().__next__)
        with progress(name) as report:
            for done in range(0, LONG + 1, LONG // 10):
                report(done, LONG)
    return [line for line in re.sub(r"\x1b\[\?25[lh]", "", terminal.getvalue()).splitlines() if line]


NAMES = {"short": "a", "long": "Harbour board rejects the ferry plan", "wide": "港務局否決渡輪計劃後公布新的時間表"}


@pytest.mark.parametrize("columns", [40, 50, 54, 80, 200])
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_the_bar_fits_into_a_line_however_narrow_the_terminal_and_long_or_wide_the_name(
    monkeypatch: pytest.MonkeyPatch, columns: int, name: str
) -> None:
    lines = painted(monkeypatch, columns, name)
    assert any("00:00:" in line for line in lines)
    assert lines[-1].rstrip().endswith("100%")
    assert max(map(cell_len, lines)) <= columns
    assert all(f"Reading {name[:3]}" in line for line in lines)


def test_a_terminal_that_tells_no_width_is_taken_for_one_of_eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    assert painted(monkeypatch, 0, "Harbour") == painted(monkeypatch, 80, "Harbour")


def lines_of_steps(monkeypatch: pytest.MonkeyPatch, calls: int, seconds: float) -> list[str]:
    """What is painted of two steps of ``calls`` calls each, where each reading of the clock is ``seconds`` later."""
    terminal = _Terminal()
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", terminal)
        patched.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((80, 24)))
        patched.setattr(time, "time", itertools.count(0, seconds).__next__)
        with steps("theirs.db") as told:
            for doing in ("Reading", "Merging"):
                for done in range(calls + 1):
                    told(doing, done, calls)
    return [line for line in re.sub(r"\x1b\[\?25[lh]", "", terminal.getvalue()).splitlines() if line]


def test_each_step_has_a_bar_once_it_has_taken_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = lines_of_steps(monkeypatch, 10, 0.5)
    assert {line.split("[")[0].strip() for line in lines} == {"Reading theirs.db", "Merging theirs.db"}
    assert "100%" in lines[-1]


def test_of_steps_that_are_quick_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert lines_of_steps(monkeypatch, 10, 0.05) == []


def test_of_what_takes_no_one_knows_how_long_the_time_is_shown_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal()
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", terminal)
        patched.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((80, 24)))
        patched.setattr(time, "monotonic", iter((0, 0.5, 0.9)).__next__)
        with waiting("Deleting") as told:
            told()
            told()
        assert terminal.getvalue() == ""
        patched.setattr(time, "monotonic", iter((0, 0.5, 1.1, 1.9, 62)).__next__)
        with waiting("Deleting") as told:
            for _ in range(4):
                told()
    assert terminal.getvalue().split("\r\x1b[K") == ["", "Deleting … 0:01", "Deleting … 1:02", ""]
