"""A link is chosen by key or mouse, also beyond what is in sight."""

from collections.abc import Callable
from pathlib import Path

from tests.tui.dialog_stage import click_key
from tests.tui.links.article import FAR, NEAR, click_on, hint
from tests.tui.reading import reading, said, until
from tui.dialogs.link import LinkDialog


async def test_where_one_link_alone_is_in_sight_it_is_chosen_at_once(
    database: Path, opened: Callable[[], list[str]]
) -> None:
    async with reading(database, "# One\n\nSee [this](https://one.example).\n") as (pilot, screen):
        await pilot.press("l")
        await until(pilot, lambda: hint(screen) == "https://one.example")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, LinkDialog))
        await click_key(pilot, "Open")
        await until(pilot, lambda: opened() == ["https://one.example"])


async def test_of_an_image_it_says_where_to_click_and_a_click_there_chooses_it(database: Path) -> None:
    async with reading(database, "# One\n\n![A bridge](https://one.example/a.jpg)\n") as (pilot, screen):
        await click_on(pilot, "bridge")
        await until(pilot, lambda: any("l, or a click on “[image:”, opens or copies" in one for one in said(pilot.app)))
        await click_on(pilot, "[image:")
        await until(pilot, lambda: hint(screen) == "image · https://one.example/a.jpg")


async def test_tab_and_arrows_go_from_link_to_link_also_beyond_the_screen(database: Path) -> None:
    async with reading(database, FAR) as (pilot, screen):
        await pilot.press("l", "tab")
        assert hint(screen) == "https://plan.example/a?b=c"
        await pilot.press("down", "right", "tab")
        assert hint(screen) == "tel:+49123"
        assert screen.pane.top == 0
        await pilot.press("tab")
        await until(pilot, lambda: hint(screen) == "https://union.example/count")
        assert screen.pane.top > 0
        await pilot.press("shift+tab")
        await until(pilot, lambda: hint(screen) == "tel:+49123")
        assert screen.pane.top < 10
        await pilot.press("up", "up", "up", "up")
        await until(pilot, lambda: "That was the first link." in said(pilot.app))


async def test_where_none_is_in_sight_it_says_where_the_next_is_and_goes_there(database: Path) -> None:
    async with reading(database, FAR) as (pilot, screen):
        await pilot.press("space", "l")
        assert hint(screen).startswith(
            "No links in sight, but “https://union.example/count” further down · Tab goes there"
        )
        await pilot.press("enter")
        await until(pilot, lambda: hint(screen) == "https://union.example/count")
    async with reading(database, "# Title\n\nNo link at all.\n") as (pilot, screen):
        await pilot.press("l")
        assert "This article has no links." in said(pilot.app)
        assert screen.mode is None


async def test_a_click_elsewhere_leaves_the_links(database: Path) -> None:
    async with reading(database, NEAR) as (pilot, screen):
        await pilot.press("l")
        await click_on(pilot, "Passengers")
        await until(pilot, lambda: screen.mode is None)
