"""Links in a real terminal: what a browser is given, what the terminal is not, and the way to a footnote and back."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.hostile import breaches, copied
from tests.terminal import Terminal, reader

ARTICLE = """# Lighthouse report

The board said that [the plan](https://plan.example/a?b=c) stands[^1]. It asks at
[bank.example](https://bank.example@evil.example/in), and at [all](<https://evil.example/\x1b]0;ZQtitle\x07\x1b[2J\u202e\x9b31m>).

Here the text ends.

{between}

[^1]: The board's report.
"""


class Browser:
    """A script in the place of a browser, which prints to its terminal and writes down what it was given."""

    def __init__(self, folder: Path) -> None:
        self.path, self._written = folder / "browser", folder / "opened"
        self.path.write_text(f'#!/bin/sh\necho ZQgarbage\necho ZQgarbage >&2\nprintf "%s\\n" "$@" >> {self._written}\n')
        self.path.chmod(self.path.stat().st_mode | stat.S_IXUSR)

    @property
    def opened(self) -> list[str]:
        return self._written.read_text().splitlines() if self._written.exists() else []


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    return Browser(tmp_path)


Opens = Callable[..., Terminal]


@pytest.fixture
def opens(database: Path, tmp_path: Path, browser: Browser) -> Opens:
    """Opens the article in a terminal of a size, with further variables."""

    def start(columns: int = 120, rows: int = 40, **environment: str) -> Terminal:
        path = tmp_path / "lighthouse.md"
        between = "\n\n".join(f"Night {night} was calm." for night in range(60))
        path.write_text(ARTICLE.format(between=between), encoding="utf-8")
        variables = {"BROWSER": str(browser.path), "SSH_CONNECTION": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
        terminal = reader(
            database, str(path), columns=columns, rows=rows, environment=variables | environment, cwd=tmp_path
        )
        terminal.until(lambda words: "The board said that" in words and ("unreviewed" in words or columns < 80))
        return terminal

    return start


def test_a_browser_is_given_the_address_after_the_question_and_the_terminal_nothing_of_it(
    opens: Opens, browser: Browser
) -> None:
    with opens() as terminal:
        terminal.press("l")
        terminal.until("the plana stands[1].b")
        terminal.press("c")
        terminal.until("⚠ without “bank.example@” · its words say “bank.example” · https://evil.example/in")
        assert browser.opened == []
        terminal.press("enter")
        terminal.until("Open in the browser?")
        assert browser.opened == []
        terminal.press("y")
        terminal.until("Opened in the browser: https://evil.example/in")
        assert browser.opened == ["https://evil.example/in"]
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
        assert b"ZQgarbage" not in terminal.raw


def test_with_the_mouse_alone_a_link_is_opened_after_the_question(opens: Opens, browser: Browser) -> None:
    with opens() as terminal:
        # A claim's number may still move the words by a cell.
        terminal.until("¹The board said that the plan↗")
        terminal.click_on("plan↗", at="plan")
        terminal.until("a click on ↗, opens or copies https://plan.example/a?b=c")
        terminal.click_on("the plan↗", at="↗")
        terminal.until("the plana")
        terminal.click_on("the plana", at="the")
        terminal.until(lambda words: "Open in the browser?" in words and "y Open" in words and "Leave it" in words)
        assert browser.opened == []
        terminal.click_on("y Open")
        terminal.until("Opened in the browser: https://plan.example/a?b=c")
        assert browser.opened == ["https://plan.example/a?b=c"]


def test_a_hostile_address_works_neither_the_terminal_nor_the_browser(opens: Opens, browser: Browser) -> None:
    with opens() as terminal:
        terminal.press("l", "d")
        terminal.until("https://evil.example/%1B%5D0;ZQtitle%07%1B%5B2J%E2%80%AE")
        terminal.press("y")
        terminal.until("Copied the address")
        (address,) = copied(terminal.raw)
        terminal.press("enter", "y")
        terminal.until("Opened in the browser")
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
        assert address.isascii()
        assert browser.opened == [address]
        assert list(breaches(terminal.raw, [address])) == []


def test_where_there_is_no_browser_the_address_is_copied_in_a_window_of_any_size(
    opens: Opens, browser: Browser
) -> None:
    with opens(40, 12, BROWSER="", SSH_CONNECTION="far", NO_COLOR="1") as terminal:
        terminal.press("l")
        terminal.until("plana")
        terminal.press("a", "enter")
        terminal.until("Open in the browser?")
        assert "https://plan.example/a?b=c" in terminal.words
        terminal.press("y")
        terminal.until("over SSH there is no")
        terminal.press("y")
        terminal.until("Copied the address")
        assert copied(terminal.raw) == ["https://plan.example/a?b=c"]
        assert browser.opened == []


def test_a_footnote_is_gone_to_and_come_back_from(opens: Opens) -> None:
    with opens() as terminal:
        terminal.press("l", "b")
        terminal.until("[1] leads back to where the text refers to it")
        terminal.press("enter")
        terminal.until("Here the text ends.")
        terminal.until("[1] The board's report.")
