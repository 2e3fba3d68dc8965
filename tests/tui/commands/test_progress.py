"""The bar that tells how far a reading has come, in terminals of any width."""

import io
import itertools
import os
import re
import sys
import time

import pytest
from rich.cells import cell_len

from tui.commands.progress import LONG, progress


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
