"""A real pseudo-terminal: a child process on one side, an emulated screen on the other."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pexpect
import pyte

from tests.at_work import PROCESSES, at_work, family
from tests.keys import KEYS
from tests.screen import Screen

SAYSO = str(Path(sys.executable).with_name("sayso"))
NO_TOUR = str(Path(__file__).with_name("no_tour.toml"))
"""Settings without the tour."""
PATIENCE = 60.0
"""Seconds after which what did not come will not come, also on a slow machine that is busy."""
_MOMENT = 0.05
"""Seconds for which a program waits for what is typed before it is taken to have nothing else to do."""
_ESCAPE = 0.15
"""Seconds in which it waits besides whether more comes after an Esc, and makes another key of both."""
_OF_THIS_TERMINAL = {"NO_COLOR", "SAYSO_DB", "COLUMNS", "LINES", "TERM_PROGRAM", "KONSOLE_VERSION"}


class NotOnTheScreenError(AssertionError):
    """Words that were looked for are not on the screen, or not yet."""


class Terminal:
    """Runs ``command`` in a pseudo-terminal of ``columns`` by ``rows`` and keeps what it painted.

    ``raw`` holds every byte that the child wrote.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 120,
        rows: int = 40,
        environment: dict[str, str] | None = None,
        cwd: Path | None = None,
    ) -> None:
        self.screen = Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self._sent = ""
        surroundings = {
            # Columns and lines would count for more than the size of the window.
            **{k: v for k, v in os.environ.items() if k not in _OF_THIS_TERMINAL},
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "TEXTUAL_ANIMATIONS": "none",
            # Each test has a library of its own, and would be taken for a newcomer's.
            "SAYSO_CONFIG": NO_TOUR,
            **(environment or {}),
        }
        self.child = pexpect.spawn(
            command[0],
            list(command[1:]),
            dimensions=(rows, columns),
            env=surroundings,
            cwd=str(cwd) if cwd else None,
            timeout=PATIENCE,
        )
        self.child.delaybeforesend = None
        # By default a tenth of a second is slept after a terminal is closed, whether or not the child has gone by then.
        self.child.ptyproc.delayafterclose = 0.001
        self.child.ptyproc.delayafterterminate = 0.01

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        # By itself pexpect asks the child to go, several times, and is at its wits' end after a moment.
        if self.child.isalive():
            self.kill()
        self.child.close()

    @property
    def text(self) -> str:
        """What stands on the screen, a line a row."""
        return "\n".join(self.screen.display)

    @property
    def words(self) -> str:
        """What stands on the screen, white space and frames folded, so that wrapping does not matter."""
        return " ".join(re.sub(r"[│┃╭╮╰╯─━┏┓┗┛▌▎▏|]+", " ", self.text).split())

    def feed(self, wait: float = 0.05) -> bool:
        """Take in what the child wrote within ``wait`` seconds; False where that was nothing."""
        try:
            data = self.child.read_nonblocking(1 << 16, wait)
        except pexpect.TIMEOUT:
            return False
        except pexpect.EOF:
            return False
        self.take(data)
        return True

    def take(self, data: bytes) -> None:
        """Take in what was read of the child elsewhere."""
        self.raw += data
        self._stream.feed(data)

    def rest(self) -> None:
        """Take in what the child writes until, for a moment, it writes nothing and only waits.

        On a busy machine one that is silent may have been kept from going on; where nobody tells whether it was, the
        moment is longer. One that works on and on is not waited for.
        """
        self._rest(_MOMENT + (_ESCAPE if self._sent == KEYS["escape"] else 0), most=100 * _MOMENT)

    def _rest(self, moment: float, most: float) -> None:
        if not PROCESSES.is_dir():
            moment *= 4
        quiet = time.monotonic()
        end = quiet + most
        while time.monotonic() - quiet < moment and quiet < end:
            if self.feed(moment / 5) or any(at_work(one) for one in family(self.child.pid)):
                quiet = time.monotonic()

    def until(self, shown: str | Callable[[str], bool], limit: float = PATIENCE) -> None:
        """Wait until ``shown`` stands on the screen (or is true of it). Raises AssertionError with the screen."""

        def seen(words: str) -> bool:
            try:
                return shown(words) if callable(shown) else shown in words
            except NotOnTheScreenError:
                return False

        end = time.monotonic() + limit
        while not seen(self.words):
            if time.monotonic() > end:
                raise AssertionError(f"never came: {shown!r}\n{self.text}")
            if not self.feed() and not self.child.isalive() and not self.feed(0):
                raise AssertionError(f"ended before {shown!r} came\n{self.text}")
        self._rest(_MOMENT / 5, most=6 * _MOMENT)  # what is painted with it is there too

    def press(self, *keys: str) -> None:
        """Send keys by name or text as it is."""
        for key in keys:
            self._sent = KEYS.get(key, key)
            self.child.send(self._sent)

    def paste(self, text: str) -> None:
        """Paste ``text`` as a terminal does, between brackets, so that nothing in it counts as a key."""
        self.child.send(f"\x1b[200~{text}\x1b[201~")

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def click(self, column: int, row: int, *, times: int = 1) -> None:
        """Press and release the left button on a cell, counted from 0. Where words stand, `place` tells."""
        self.child.send(f"\x1b[<0;{column + 1};{row + 1}M\x1b[<0;{column + 1};{row + 1}m" * times)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag with the left button from one (column, row) to another, counted from 0."""
        (x, y), (to_x, to_y) = start, end
        moved = f"\x1b[<32;{to_x + 1};{to_y + 1}M"
        self.child.send(f"\x1b[<0;{x + 1};{y + 1}M{moved}\x1b[<0;{to_x + 1};{to_y + 1}m")

    def click_on(self, words: str, *, times: int = 1, at: str = "") -> None:
        """Wait for ``words``, and click on the middle of where they, or ``at`` in them, stand first on the screen."""
        column, row = self.place(words)
        self.click(column + words.index(at) + len(at or words) // 2, row, times=times)

    def drag_over(self, words: str, within: str = "") -> None:
        """Wait for ``words``, which stand ``within`` others, and drag from their first letter to their last."""
        around = within or words
        column, row = self.place(around)
        column += around.index(words)
        self.drag((column, row), (column + len(words) - 1, row))
        self.rest()  # until the button is up there too, what comes next is a part of it

    def wheel(self, column: int, row: int, notches: int) -> None:
        """Turn the wheel over a cell, counted from 0: down, or up where ``notches`` are negative."""
        button = 65 if notches > 0 else 64
        self.child.send(f"\x1b[<{button};{column + 1};{row + 1}M" * abs(notches))

    def find(self, words: str) -> tuple[int, int]:
        """The (column, row) where ``words`` begin on the screen."""
        for row, line in enumerate(self.screen.display):
            if words in line:
                return line.index(words), row
        raise NotOnTheScreenError(f"not on the screen: {words!r}\n{self.text}")

    def place(self, words: str) -> tuple[int, int]:
        """Wait for ``words``, and until nothing is on its way that could move them; where they begin, as in `find`."""
        while True:
            self.until(lambda _: bool(self.find(words)))
            self.rest()
            with suppress(NotOnTheScreenError):
                return self.find(words)

    def cells(self, words: str) -> list[pyte.screens.Char]:
        """The cells in which ``words`` stand, with their colours and attributes."""
        column, row = self.find(words)
        return [self.screen.buffer[row][column + i] for i in range(len(words))]

    def wait(self, limit: float = PATIENCE) -> int:
        """Wait for the child to end; its exit code."""
        end = time.monotonic() + limit
        while self.child.isalive() and time.monotonic() < end:
            self.feed()
        while self.feed(0.01):
            pass
        assert not self.child.isalive(), f"still running\n{self.text}"
        self.child.close()
        code = self.child.exitstatus
        return code if code is not None else -int(self.child.signalstatus or 0)

    def kill(self, how: signal.Signals = signal.SIGKILL) -> None:
        """End the child by a signal; without a word, as a crash would, unless ``how`` says otherwise."""
        os.kill(self.child.pid, how)
        while self.child.isalive():
            self.feed(0.01)


def reader(
    database: Path,
    *arguments: str,
    columns: int = 120,
    rows: int = 40,
    environment: dict[str, str] | None = None,
    cwd: Path | None = None,
) -> Terminal:
    """The reader in a terminal, on a database of the test's own."""
    command = [SAYSO, "--db", str(database), *arguments]
    return Terminal(command, columns=columns, rows=rows, environment=environment, cwd=cwd)


def run(database: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """One command through pipes, as a script runs it."""
    command = [SAYSO, *arguments, "--db", str(database)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=2 * PATIENCE)


def at_the_first_claim(terminal: Terminal) -> None:
    """Wait until the claims are there, and select the first."""
    terminal.until("unreviewed")
    terminal.press("]")
    terminal.until("the whole claim")
