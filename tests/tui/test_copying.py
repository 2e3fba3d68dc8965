"""Copying a quotation: to the terminal, and to a helper of the system, which never holds anything up."""

import stat
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest

from tests.tui.reading import PATIENCE, go_to, reading, said, until
from tui import clipboard
from tui.config.schema import Config


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


async def test_what_somebody_denied_is_told_as_denied_and_not_quoted(
    tmp_path: Path, helper: Callable[[str], Path]
) -> None:
    copied = helper("cat > {copied}")
    article = "# The ridge\n\nVelenia’s General Staff denied that the ridge had fallen.\n"
    async with reading(tmp_path / "sayso.db", article) as (pilot, screen):
        await go_to(pilot, screen, "that the ridge")
        await pilot.press("Y")
        await until(pilot, lambda: "Copied as it is reported, with its source." in said(pilot.app))
        assert copied.read_text() == (
            "Velenia’s General Staff denied that the ridge had fallen (reported, not a quotation) — “The ridge”"
        )


async def test_selected_words_of_a_quotation_are_copied_as_the_speakers(
    tmp_path: Path, helper: Callable[[str], Path]
) -> None:
    copied = helper("cat > {copied}")
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        start = screen.workspace.text.index("a single post")
        screen.pane.select(start, start + len("a single post"))
        await pilot.press("Y")
        await until(pilot, lambda: "Copied as a quotation, with its source." in said(pilot.app))
        assert copied.read_text() == "“a single post” — Marta Lindqvist, in “Harbour board rejects ferry plan”"


async def test_it_is_copied_as_markdown_where_that_is_set(tmp_path: Path, helper: Callable[[str], Path]) -> None:
    copied = helper("cat > {copied}")
    async with reading(tmp_path / "sayso.db", config=Config(quotation="markdown")) as (pilot, screen):
        start = screen.workspace.text.index("Passengers")
        screen.pane.select(start, start + len("Passengers noticed nothing."))
        await pilot.press("Y")
        await until(pilot, lambda: "Copied as a quotation, with its source." in said(pilot.app))
        assert copied.read_text() == "> Passengers noticed nothing.\n>\n> — “Harbour board rejects ferry plan”"


async def test_words_of_an_untitled_article_are_cited_by_its_file(
    tmp_path: Path, helper: Callable[[str], Path]
) -> None:
    copied = helper("cat > {copied}")
    words = "The harbour board turned down the plan for a ferry on Monday after a long and very bitter debate on it.\n"
    async with reading(tmp_path / "sayso.db", words) as (pilot, screen):
        assert screen.workspace.imported is not None
        screen.workspace.imported = screen.workspace.imported._replace(path="/articles/ferry.txt")
        screen.pane.select(0, len("The harbour board"))
        await pilot.press("Y")
        await until(pilot, lambda: "Copied as a quotation, with its source." in said(pilot.app))
        assert copied.read_text() == "“The harbour board” — ferry.txt"


async def test_what_is_too_long_for_a_terminal_goes_to_the_helper_alone_or_is_said_not_to_be_copied(
    tmp_path: Path, helper: Callable[[str], Path]
) -> None:
    long = "It was a long night. " * 2500  # 52.5 kB
    copied = helper("cat > {copied}")
    async with reading(tmp_path / "sayso.db", f"# A night\n\n{long}\n") as (pilot, screen):
        start = screen.workspace.text.index("It was")
        screen.pane.select(start, len(screen.workspace.text))
        await pilot.press("Y")
        await until(pilot, lambda: "Copied as a quotation, with its source." in said(pilot.app))
        assert len(copied.read_bytes()) > clipboard.LONGEST
        assert pilot.app.clipboard == ""
        (tmp_path / "bin" / "xclip").unlink()
        await pilot.press("Y")
        await until(pilot, lambda: "Not copied: it is too long for the terminal." in said(pilot.app))
        assert pilot.app.clipboard == ""


def test_within_tmux_it_goes_to_the_buffer_of_tmux_and_from_there_to_the_terminal(
    helper: Callable[[str], Path], tmp_path: Path
) -> None:
    helper("exit 1")
    tmux = tmp_path / "bin" / "tmux"
    tmux.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/asked\ncat > {tmp_path}/buffer\n')
    tmux.chmod(0o700)
    assert not clipboard.hand_to_helper("“words” – “more”", {"TMUX": "/tmp/socket,1,0"})
    assert (tmp_path / "asked").read_text() == "load-buffer -w -\n"
    assert (tmp_path / "buffer").read_text() == "“words” – “more”"


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
    helper("exec sleep 600")
    began = monotonic()
    assert not clipboard.hand_to_helper("words")
    assert monotonic() - began < PATIENCE


def test_no_helper_is_run_over_ssh_or_in_a_browser() -> None:
    screens = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}
    assert [command[0] for command in clipboard.helpers(screens, "linux")] == ["wl-copy", "xclip", "xsel"]
    for far in ("SSH_CONNECTION", "SSH_TTY", "TEXTUAL_DRIVER"):
        assert not list(clipboard.helpers({**screens, far: "x"}, "darwin"))
