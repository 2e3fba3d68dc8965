"""Back to the shell for a while, and from there to the article again, in a shell that has job control."""

import os
import shlex
import signal
from pathlib import Path

import pytest

from store.library import Library
from tests.e2e.added import add
from tests.terminal import SAYSO, Terminal, reader

TAKEN_OVER = b"\x1b[?1049h"
ARTICLE = "The harbour board said on Monday that the lamp was sound.\n\nFerries ran all night.\n"


@pytest.fixture
def article(database: Path, tmp_path: Path) -> Path:
    path = tmp_path / "lighthouse.md"
    path.write_text(ARTICLE, encoding="utf-8")
    add(database, path)
    return path


def shell() -> Terminal:
    """A shell as one has it in a terminal, but for what its owner has set up."""
    return Terminal(["bash", "--norc", "--noprofile", "-i"], environment={"PS1": "shell> ", "HISTFILE": "/dev/null"})


def in_front(terminal: Terminal) -> int:
    """The process that the shell runs."""
    shell = terminal.child.pid
    return int(Path(f"/proc/{shell}/task/{shell}/children").read_text().split()[0])


def in_the_shell(terminal: Terminal) -> None:
    """Wait until the shell has the terminal and says that it does."""
    terminal.until("Stopped")
    terminal.press("echo $((6*7))", "enter")
    terminal.until("42")


def at_the_prompt(terminal: Terminal) -> None:
    """Wait until the shell asks for the next command."""
    terminal.until(lambda _: terminal.raw.rstrip().endswith(b"shell>"))


def bring_back(terminal: Terminal) -> None:
    """Bring it to the front, and wait until it has taken the terminal over and painted."""
    taken = terminal.raw.count(TAKEN_OVER)
    terminal.press("clear; fg", "enter")
    terminal.until(lambda _: terminal.raw.count(TAKEN_OVER) > taken)
    terminal.until("Ferries ran all night")


def test_stopped_and_brought_back_the_article_and_what_was_being_typed_are_there(database: Path, article: Path) -> None:
    with shell() as terminal:
        terminal.until("shell>")
        terminal.press(shlex.join([SAYSO, "--db", str(database), str(article)]), "enter")
        terminal.until("unreviewed")
        terminal.press("]", "a")
        terminal.until("Save and close")
        terminal.press("Who climbed up?")
        terminal.until("Who climbed up?")
        # In a note the key takes typing back: there others stop the program.
        os.kill(in_front(terminal), signal.SIGTSTP)
        in_the_shell(terminal)
        bring_back(terminal)
        terminal.until("Who climbed up?")
        terminal.press("ctrl+s")
        terminal.until("✎")
        with Library(database) as library:
            assert [annotation.note for annotation in library.annotations.of(1)] == ["Who climbed up?"]
        terminal.press("q")
        at_the_prompt(terminal)


def test_it_can_be_left_more_than_once_and_keys_work_after_it(database: Path, article: Path) -> None:
    with shell() as terminal:
        terminal.until("shell>")
        terminal.press(shlex.join([SAYSO, "--db", str(database), str(article)]), "enter")
        terminal.until("unreviewed")
        for _ in range(2):
            terminal.press("ctrl+z")
            in_the_shell(terminal)
            bring_back(terminal)
        terminal.press("]", "y")
        terminal.until("● 1")
        terminal.press("q")
        at_the_prompt(terminal)


def test_what_was_started_by_another_program_stops_with_it(database: Path, article: Path) -> None:
    inner = shlex.join([SAYSO, "--db", str(database), str(article)])
    with shell() as terminal:
        terminal.until("shell>")
        terminal.press(shlex.join(["sh", "-c", f"{inner}; exit 0"]), "enter")
        terminal.until("unreviewed")
        terminal.press("ctrl+z")
        in_the_shell(terminal)
        bring_back(terminal)
        terminal.press("q")
        at_the_prompt(terminal)


def test_without_a_shell_beneath_it_says_so_and_goes_on(database: Path, article: Path) -> None:
    with reader(database, str(article)) as terminal:
        terminal.until("unreviewed")
        terminal.press("ctrl+z")
        terminal.until("no shell beneath")
        terminal.press("q")
        assert terminal.wait() == 0
