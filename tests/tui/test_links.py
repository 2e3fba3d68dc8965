"""Links in the article: chosen by letter, key or mouse, told in full, opened only after a question; and footnotes."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.dialog_stage import click_key, screen_text
from tests.tui.reading import reading, said, until
from tui import browser
from tui.dialogs.link import LinkDialog
from tui.keymap.applying import Keymap
from tui.screens.reading.reader import ReaderScreen
from tui.widgets.hint import Hint
from tui.widgets.key_footer import KeyFooter

ARTICLE = """# Harbour board rejects ferry plan

The board said on Monday that [the plan](https://plan.example/a?b=c) was rejected[^1], and
[bank.example](https://bank.example@evil.example/login) is no bank. [A call](tel:+49123) came.

{between}

The union counts six people, see https://union.example/count.

[^1]: The [report](https://report.example) has all.
"""
NEAR = ARTICLE.format(between="Passengers noticed nothing.")
FAR = ARTICLE.format(between="\n\n".join(f"Passengers noticed nothing on day {day}." for day in range(1, 60)))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """What the browser was given so far; it is a script that writes it down, and prints all over the place."""
    for name in ("SSH_CONNECTION", "SSH_TTY", "DISPLAY", "WAYLAND_DISPLAY", "TMUX", "TEXTUAL_DRIVER"):
        monkeypatch.delenv(name, raising=False)
    script, written = tmp_path / "browser", tmp_path / "opened"
    script.write_text(f'#!/bin/sh\necho garbage; echo garbage >&2\nprintf "%s\\n" "$@" >> {written}\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("BROWSER", str(script))
    return lambda: written.read_text().splitlines() if written.exists() else []


def hint(screen: ReaderScreen) -> str:
    return screen.query_one(Hint).said


def letters(screen: ReaderScreen) -> dict[str, str]:
    """What the letters on the screen stand for."""
    mode = screen.linking
    assert mode is not None
    return dict(zip(mode.signs, (link.target for link in mode.links), strict=False))


async def click_on(pilot: Pilot[None], words: str) -> None:
    """Click the first cell of ``words`` on the screen: in the article, before the cards beside it."""
    rows = screen_text(pilot.app).splitlines()
    article = [row[: row.index("││")] if "││" in row else row for row in rows]
    y, x = next((y, row.index(words)) for rows in (article, rows) for y, row in enumerate(rows) if words in row)
    assert await pilot.click(offset=(x, y))


# --- never opened without being asked ----------------------------------------------------------


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


# --- where none can be opened ----------------------------------------------------------------


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


# --- choosing -----------------------------------------------------------------------------------


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
        await pilot.press("enter")
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


async def test_a_click_elsewhere_leaves_the_links(database: Path) -> None:
    async with reading(database, NEAR) as (pilot, screen):
        await pilot.press("l")
        await click_on(pilot, "Passengers")
        await until(pilot, lambda: screen.mode is None)


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


# --- footnotes -----------------------------------------------------------------------------------


async def test_a_reference_leads_to_its_note_and_back(database: Path) -> None:
    async with reading(database, FAR) as (pilot, screen):
        await pilot.press("l", "b")
        await until(pilot, lambda: "The report" in screen_text(pilot.app) and screen.pane.top > 0)
        assert hint(screen) == "[1] leads back to where the text refers to it"
        await pilot.press("enter")
        await until(pilot, lambda: screen.pane.top == 0)
        assert hint(screen) == "[1] The report has all."
        await pilot.press("enter")
        await until(pilot, lambda: screen.pane.top > 0)
        await pilot.press("escape", "alt+left")
        await until(pilot, lambda: screen.pane.top == 0)


async def test_a_click_on_a_reference_shows_the_first_words_of_its_note(database: Path) -> None:
    async with reading(database, FAR) as (pilot, screen):
        await click_on(pilot, "[1]")
        await until(pilot, lambda: hint(screen) == "[1] The report has all.")
        assert screen.pane.top == 0
        await click_on(pilot, "[1")
        await until(pilot, lambda: screen.pane.top > 0)
        await click_on(pilot, "[1")
        await until(pilot, lambda: screen.pane.top == 0)


async def test_a_click_on_a_letter_behind_a_reference_chooses_it(database: Path) -> None:
    async with reading(database, NEAR) as (pilot, screen):
        await pilot.press("l")
        await until(pilot, lambda: "rejected[1],b" in screen_text(pilot.app))
        await click_on(pilot, "band")
        await until(pilot, lambda: hint(screen) == "[1] The report has all.")


async def test_the_caret_on_a_reference_and_a_selection_over_one_tell_of_its_note(database: Path) -> None:
    async with reading(database, NEAR) as (pilot, screen):
        at = screen.workspace.text.index("[1]")
        screen.pane.select(at - 10, at + 5)
        screen.hint()
        assert hint(screen).startswith("[1] The report has all. · Selected:")
        screen.pane.clear_selection()
        screen.pane.caret = at
        await until(pilot, lambda: hint(screen).startswith("[1] The report has all. · Move with"))
        screen.pane.caret = at + 5
        await until(pilot, lambda: hint(screen).startswith("Move with"))
