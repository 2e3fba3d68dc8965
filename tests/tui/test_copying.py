"""Copying a quotation: to the terminal, and to a helper of the system, which never holds anything up."""

import stat
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest

from tests.tui.reading import go_to, reading, said, until
from tui import clipboard


@pytest.fixture
def helper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Makes an xclip of these words, the only program there is; returns the file that it writes to."""
    for name in ("TMUX", "SSH_CONNECTION", "SSH_TTY", "WAYLAND_DISPLAY", "TEXTUAL_DRIVER", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":0")

    def make(script: str) -> Path:
        program = tmp_path / "bin" / "xclip"
        program.parent.mkdir()
        copied = tmp_path / "copied"
        program.write_text(f"#!/bin/sh\n{script.format(copied=copied)}\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
        return copied

    return make


async def test_the_selected_claim_is_copied_to_terminal_and_helper(
    tmp_path: Path, helper: Callable[[str], Path]
) -> None:
    copied = helper("cat > {copied}")
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        await go_to(pilot, screen, "“We have")
        await pilot.press("Y")
        await until(pilot, lambda: "Copied as a quotation, with its source." in said(pilot.app))
        assert pilot.app.clipboard == copied.read_text()
        assert "We have not cut a single post" in pilot.app.clipboard
        assert "Marta Lindqvist" in pilot.app.clipboard
        assert "in “Harbour board rejects ferry plan”" in pilot.app.clipboard


async def test_selected_words_are_copied_with_where_they_stand(tmp_path: Path, helper: Callable[[str], Path]) -> None:
    helper("exit 1")
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        await pilot.press("Y")
        await until(pilot, lambda: any("Choose a claim first" in words for words in said(pilot.app)))
        start = screen.workspace.text.index("Passengers")
        screen.pane.select(start, start + len("Passengers noticed nothing."))
        await pilot.press("Y")
        await until(pilot, lambda: any("if your terminal" in words for words in said(pilot.app)))
        assert pilot.app.clipboard == "“Passengers noticed nothing.” — “Harbour board rejects ferry plan”"


def test_a_helper_that_hangs_holds_nothing_up(helper: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "PATIENCE", 0.05)
    helper("exec sleep 30")
    began = monotonic()
    assert not clipboard.hand_to_helper("words")
    assert monotonic() - began < 10


def test_no_helper_is_run_over_ssh_or_in_a_browser() -> None:
    screens = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}
    assert [command[0] for command in clipboard.helpers(screens, "linux")] == ["wl-copy", "xclip", "xsel"]
    for far in ("SSH_CONNECTION", "SSH_TTY", "TEXTUAL_DRIVER"):
        assert not list(clipboard.helpers({**screens, far: "x"}, "darwin"))
