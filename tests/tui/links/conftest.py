"""A library for the article, and a browser that opens nothing."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """What the browser was given so far; it is a script that writes it down, and prints all over the place."""
    for name in ("SSH_CONNECTION", "SSH_TTY", "DISPLAY", "WAYLAND_DISPLAY", "TMUX", "TEXTUAL_DRIVER"):
        monkeypatch.delenv(name, raising=False)
    script, written = tmp_path / "browser", tmp_path / "opened"
    script.write_text(f'#!/bin/sh\necho garbage; echo garbage >&2\nprintf "%s\\n" "$@" >> {written}\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("BROWSER", str(script))
    return lambda: written.read_text().splitlines() if written.exists() else []
