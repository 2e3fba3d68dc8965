"""Copying: by the terminal itself, with OSC 52, and by what the system has for it, which more terminals get on with."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from textual.app import App

LONGEST = 50_000
"""Bytes that a terminal is given: more than that many of them drop without a word."""
PATIENCE = 1.0
"""Seconds that a helper may take."""


def helpers(environment: Mapping[str, str], platform: str = sys.platform) -> Iterator[tuple[str, ...]]:
    """The commands that would copy what they read, the likeliest first; whether they are there is not known yet.

    Over SSH or in a browser the system's clipboard is not the reader's.
    """
    if "SSH_CONNECTION" in environment or "SSH_TTY" in environment or "TEXTUAL_DRIVER" in environment:
        return
    if platform == "darwin":
        yield ("pbcopy",)
    if environment.get("WAYLAND_DISPLAY"):
        yield ("wl-copy",)
    if environment.get("DISPLAY"):
        yield ("xclip", "-selection", "clipboard")
        yield ("xsel", "--clipboard", "--input")
    if "WSL_DISTRO_NAME" in environment:
        yield ("clip.exe",)
    if "TERMUX_VERSION" in environment:
        yield ("termux-clipboard-set",)


def hand_to_helper(text: str, environment: Mapping[str, str] | None = None) -> bool:
    """Give ``text`` to the first helper that takes it, and to tmux where it runs within; whether the first was there.

    Takes up to a second for each that hangs: not for the thread that paints.
    """
    environment = os.environ if environment is None else environment
    if environment.get("TMUX"):
        _run(("tmux", "load-buffer", "-w", "-"), text)
    return any(_run(command, text) for command in helpers(environment))


def offer_to_terminal(app: App[Any], text: str) -> bool:
    """Give ``text`` to the terminal, if it is not too long for one. Nobody hears whether it takes it."""
    short = len(text.encode()) <= LONGEST
    if short:
        app.copy_to_clipboard(text)
    return short


def _run(command: tuple[str, ...], text: str) -> bool:
    path = shutil.which(command[0])
    if path is None:
        return False
    data = text.encode("utf-16" if command[0] == "clip.exe" else "utf-8")
    nowhere = subprocess.DEVNULL
    try:
        # It may go on holding the clipboard: what it prints is waited for by nobody.
        done = subprocess.run(
            (path, *command[1:]),
            input=data,
            stdout=nowhere,
            stderr=nowhere,
            timeout=PATIENCE,
            check=False,
            start_new_session=True,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
