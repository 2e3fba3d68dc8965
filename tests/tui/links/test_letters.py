"""The letters behind the links in sight, and the line that tells of them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.dialog_stage import screen_text
from tests.tui.links.article import FAR, NEAR, hint, letters
from tests.tui.reading import reading, said, until
from tui.keymap.applying import Keymap
from tui.widgets.key_footer import KeyFooter


async def test_letters_stand_where_the_signs_stood_and_nothing_moves(database: Path) -> None:
    async with reading(database, NEAR) as (pilot, screen):
        before = screen_text(pilot.app)
        lines = [row[:60] for row in before.splitlines() if "│" in row and ("plan" in row or "union" in row)]
        await pilot.press("l")
        await until(pilot, lambda: "the plana was rejected[1],b" in screen_text(pilot.app))
        assert list(letters(screen).values()) == [
            *("https://plan.example/a?b=c", "1", "https://bank.example@evil.example/login", "tel:+49123"),
            *("https://union.example/count", "1", "https://report.example"),
        ]
        assert "y" not in letters(screen)
        rows = screen_text(pilot.app).splitlines()
        after = [row[:60] for row in rows if "│" in row and ("plan" in row or "union" in row)]
        assert len(after) == len(lines)
        assert screen.pane.top == 0
        await pilot.press("escape")
        await until(pilot, lambda: screen_text(pilot.app) == before)
        assert screen.mode is None


async def test_the_line_tells_where_the_letters_lead_and_what_to_do_with_them(database: Path) -> None:
    async with reading(database, NEAR, size=(120, 30)) as (pilot, screen):
        await pilot.press("l")
        await until(pilot, lambda: hint(screen).startswith("Links: a plan.example · b [1] · c ⚠ evil.example · "))
        assert hint(screen).endswith(" · … · type the letter of one, or Tab · Esc leave")
        assert len(hint(screen)) <= 118
    async with reading(database, NEAR, size=(40, 30)) as (pilot, screen):
        await pilot.press("l")
        await until(pilot, lambda: hint(screen) == "Links · type the letter of one, or Tab · Esc leave")


async def test_letters_go_along_when_the_text_is_scrolled(database: Path) -> None:
    async with reading(database, FAR) as (pilot, screen):
        await pilot.press("l")
        assert letters(screen)["a"] == "https://plan.example/a?b=c"
        screen.pane.scroll_to_end()
        await until(pilot, lambda: letters(screen)["a"] == "https://union.example/count")


async def test_a_letter_that_no_link_has_does_nothing(database: Path) -> None:
    async with reading(database, NEAR) as (pilot, screen):
        await pilot.press("l", "q", "x")
        assert "No link here has the letter x." in said(pilot.app)
        assert not any(item.rejected for item in screen.workspace.items)
        await pilot.press("escape")
        await until(pilot, lambda: screen.linking is None)
        assert not said(pilot.app)
        await pilot.press("l", "enter")
        assert any("Choose a link first" in words for words in said(pilot.app))


async def test_more_links_than_letters_are_reached_by_tab(database: Path) -> None:
    article = "# Links\n\n" + " ".join(f"[{n}](https://n{n}.example)" for n in range(80))
    async with reading(database, article, size=(120, 40)) as (pilot, screen):
        await pilot.press("l")
        assert len(letters(screen)) == 51
        assert screen.linking is not None
        assert len(screen.linking.links) == 80
        await pilot.press("Z", "tab")
        await until(pilot, lambda: hint(screen) == "https://n51.example")


async def test_the_keys_stand_in_the_footer_and_are_the_readers_own(database: Path) -> None:
    keymap = Keymap({"link.copy": ("a",), "read.links": ("f4",)})
    async with reading(database, NEAR, keymap=keymap) as (pilot, screen):
        await pilot.press("f4")
        entries = [(entry.key, entry.words) for entry in screen.query_one(KeyFooter).entries()]
        assert ("a", "Copy") in entries
        assert "a" not in letters(screen)
        await pilot.press("b", "a")
        await until(pilot, lambda: pilot.app.clipboard == "https://plan.example/a?b=c")


async def test_it_works_in_forty_columns_and_without_colour(
    database: Path, opened: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(database, FAR, size=(40, 12)) as (pilot, screen):
        await pilot.press("space", "l")
        await until(pilot, lambda: screen.linking is not None)
        while screen.linking is None or screen.linking.chosen is None or "evil" not in hint(screen):
            before = hint(screen)
            await pilot.press("shift+tab")
            await until(pilot, lambda before=before: hint(screen) != before)
        # The whole of the line is told, in as many rows as it takes.
        await until(pilot, lambda: "https://evil.example/login" in screen_text(pilot.app))
        signs = [piece for strip in pilot.app.screen._compositor.render_strips() for piece in strip]
        assert any(piece.text in letters(screen) and piece.style and piece.style.reverse for piece in signs)
        await pilot.press("enter")
        await until(pilot, lambda: "Leave it" in screen_text(pilot.app))
        assert "https://evil.example/login" in screen_text(pilot.app)
        await pilot.press("y")
        await until(pilot, opened)
