"""What opens a link, and what is said where nothing can."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.links.article import NEAR, hint
from tests.tui.reading import reading, said, until
from tui import browser


async def open_first(pilot: Pilot[None]) -> None:
    await pilot.press("l", "a", "enter", "y")


async def test_over_ssh_it_says_that_there_is_no_browser(
    database: Path, opened: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "far")
    monkeypatch.delenv("BROWSER")
    async with reading(database, NEAR) as (pilot, _):
        await open_first(pilot)
        told = "Not opened: over SSH there is no browser of yours. y copies the address."
        await until(pilot, lambda: told in said(pilot.app))
        await pilot.press("y")
        await until(pilot, lambda: pilot.app.clipboard == "https://plan.example/a?b=c")
        assert opened() == []


async def test_a_browser_that_fails_or_is_not_there_is_told(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SSH_CONNECTION", "SSH_TTY", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BROWSER", "/nonexistent/browser")
    monkeypatch.setenv("PATH", "/nonexistent")
    async with reading(database, NEAR) as (pilot, _):
        await open_first(pilot)
        told = "Not opened: no browser could be begun here. y copies the address."
        await until(pilot, lambda: told in said(pilot.app))


async def test_a_browser_that_stays_open_holds_nothing_up(
    database: Path, tmp_path: Path, opened: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "browser").write_text(f"#!/bin/sh\necho $1 > {tmp_path}/opened\nexec sleep 5\n")
    monkeypatch.setattr(browser, "PATIENCE", 0.05)
    async with reading(database, NEAR) as (pilot, screen):
        await open_first(pilot)
        await until(pilot, lambda: any(words.startswith("Opened") for words in said(pilot.app)))
        await pilot.press("tab")
        await until(pilot, lambda: hint(screen).startswith("[1]"))
        await until(pilot, opened)


async def test_in_a_browser_that_one_is_asked(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    async with reading(database, NEAR) as (pilot, _):
        monkeypatch.setattr(type(pilot.app), "is_web", property(lambda _: True))
        monkeypatch.setattr(pilot.app, "open_url", asked.append)
        await open_first(pilot)
        await until(pilot, lambda: asked == ["https://plan.example/a?b=c"])
        await until(pilot, lambda: any("Your browser was asked" in words for words in said(pilot.app)))
