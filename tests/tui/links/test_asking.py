"""A link is opened only after a question that shows the address; a hostile one harms nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.dialog_stage import click_key, screen_text
from tests.tui.links.article import NEAR, click_on, hint
from tests.tui.reading import reading, said, until
from tui.dialogs.link import LinkDialog


async def test_a_link_is_never_opened_without_being_asked(database: Path, opened: Callable[[], list[str]]) -> None:
    async with reading(database, NEAR) as (pilot, screen):
        await pilot.press("l", "a", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, LinkDialog))
        # Enter again, or any key but the one that says so, opens nothing.
        await pilot.press("enter", "space", "l", "a")
        assert isinstance(pilot.app.screen, LinkDialog)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        await pilot.press("enter", "n")
        await until(pilot, lambda: pilot.app.screen is screen)
        await pilot.press("enter", "y")
        await until(pilot, opened)
        assert opened() == ["https://plan.example/a?b=c"]
        await until(pilot, lambda: "Opened in the browser: https://plan.example/a?b=c" in said(pilot.app))


async def test_no_click_alone_opens_a_link(database: Path, opened: Callable[[], list[str]]) -> None:
    async with reading(database, NEAR) as (pilot, screen):
        await click_on(pilot, "the plan")
        await until(pilot, lambda: any("l, or a click on ↗, opens or copies" in words for words in said(pilot.app)))
        assert any("https://plan.example/a?b=c" in words for words in said(pilot.app))
        assert screen.mode is None
        await click_on(pilot, "↗ was")
        await until(pilot, lambda: hint(screen) == "https://plan.example/a?b=c")
        await click_on(pilot, "the plan")
        await until(pilot, lambda: isinstance(pilot.app.screen, LinkDialog))
        assert opened() == []
        await click_key(pilot, "Open")
        await until(pilot, opened)
        assert opened() == ["https://plan.example/a?b=c"]


async def test_the_address_shown_is_the_one_opened(database: Path, opened: Callable[[], list[str]]) -> None:
    async with reading(database, NEAR) as (pilot, screen):
        await pilot.press("l", "c")
        told = "⚠ without “bank.example@” · its words say “bank.example” · https://evil.example/login"
        assert hint(screen) == told
        await pilot.press("enter")
        await until(pilot, lambda: "https://evil.example/login" in screen_text(pilot.app))
        assert "its words say “bank.example”" in screen_text(pilot.app)
        await pilot.press("y")
        await until(pilot, opened)
        assert opened() == ["https://evil.example/login"]


async def test_what_is_not_for_a_browser_is_not_opened_but_can_be_copied(
    database: Path, opened: Callable[[], list[str]]
) -> None:
    async with reading(database, NEAR) as (pilot, screen):
        await pilot.press("l", "d", "enter")
        refusal = "Not opened: tel: is neither http, https nor mailto. y copies it."
        await until(pilot, lambda: refusal in said(pilot.app))
        assert pilot.app.screen is screen
        await pilot.press("y")
        await until(pilot, lambda: pilot.app.clipboard == "tel:+49123")
        await until(pilot, lambda: any(words.startswith("Copied the address") for words in said(pilot.app)))
        assert opened() == []


HOSTILE = {
    "escapes": "https://a.example/%1b]0;x%07&#27;[31m&#7;",
    "bidi": "https://a.example/&#x202E;moc.knab",
    "long": "https://a.example/" + "x" * 100_000,
    "a line feed": "https://a.example/&#10;&#13;x",
    "a script": "javascript&#58;alert(1)",
    "another alphabet": "https://аpple.com",
}


@pytest.mark.parametrize("address", HOSTILE.values(), ids=HOSTILE.keys())
async def test_a_hostile_address_harms_nothing(database: Path, opened: Callable[[], list[str]], address: str) -> None:
    article = f"# Title\n\nThe board saw [this]({address}) and https://b.example too.\n"
    async with reading(database, article, size=(60, 20)) as (pilot, screen):
        await pilot.press("l", "tab")
        for sign in ("a", "b"):
            await pilot.press(sign)
            assert hint(screen).isascii() or "⚠" in hint(screen) or hint(screen).endswith("…")
            await pilot.press("y")
            await until(pilot, lambda: said(pilot.app))
            await pilot.press("enter")
            await pilot.pause()
            assert screen_text(pilot.app).replace("\n", "").isprintable()
            if pilot.app.screen is not screen:
                await pilot.press("y")
            await until(pilot, lambda: pilot.app.screen is screen)
        await until(pilot, lambda: "https://b.example" in opened())
        assert all(one.isascii() and one.isprintable() and one.startswith("https://") for one in opened())


async def test_all_of_a_long_address_can_be_looked_through_before_it_is_opened(
    database: Path, opened: Callable[[], list[str]]
) -> None:
    address = "https://a.example/" + "abcdefghij" * 150 + "/END"
    async with reading(database, f"# Title\n\nThe board saw [this]({address}).\n", size=(40, 12)) as (pilot, screen):
        await pilot.press("l", "a", "enter")
        await until(pilot, lambda: "https://a.example/" in screen_text(pilot.app) and pilot.app.screen is not screen)
        assert "END" not in screen_text(pilot.app)
        assert "y Open" in screen_text(pilot.app)
        await pilot.press("end")
        await until(pilot, lambda: "/END" in screen_text(pilot.app))
        await pilot.press("y")
        await until(pilot, lambda: opened() == [address])
