"""Moving about in an article in a real terminal: jumps, the place that is kept, the outline, how far one is, search."""

import re
import sys
from pathlib import Path

import pytest

from store.library import Library
from tests.e2e.added import add
from tests.e2e.hostile import all_at, breaches
from tests.terminal import Terminal, reader

ALT_LEFT, ALT_RIGHT = "\x1b[1;3D", "\x1b[1;3C"
FOCUS_IN, FOCUS_OUT = "\x1b[I", "\x1b[O"
LONG = "".join(f"Paragraph {number} of the minutes.\n\n" for number in range(1, 121))
OFTEN = "import tui.screens.reading.leaving as it; it.PLACE_KEPT_EVERY = 0.1; from tui.commands.cli import cli; cli()"


@pytest.fixture
def minutes(database: Path, tmp_path: Path) -> Path:
    """A long article without a claim, read before."""
    article = tmp_path / "minutes.md"
    article.write_text(f"# Minutes\n\n{LONG}", encoding="utf-8")
    add(database, article)
    return article


def kept(database: Path) -> bool:
    """Whether a place two screens down is kept for the only article, not that of the key before."""
    with Library(database) as library:
        return library.articles.position(1) > LONG.index("Paragraph 25 ")


def leave(terminal: Terminal) -> None:
    terminal.press("q")
    assert terminal.wait() == 0


def assert_it_opens_where_it_was_killed(database: Path, terminal: Terminal, *keys: str) -> None:
    with terminal:
        terminal.until("No claims found")
        terminal.press(" ", " ")
        terminal.until(lambda words: "Paragraph 40 of" in words and "Paragraph 5 of" not in words)

        def there(_: str) -> bool:
            terminal.press(*keys)  # again and again, as the article may still be on its way into the library
            return kept(database)

        terminal.until(there)
        terminal.kill()
    with reader(database, str(terminal.child.args[-1])) as again:
        again.until(lambda words: "Paragraph 40 of" in words and "Paragraph 5 of" not in words)
        leave(again)


def test_a_killed_reader_opens_where_one_was_reading(database: Path, minutes: Path) -> None:
    often = Terminal([sys.executable, "-c", OFTEN, "--db", str(database), str(minutes)])
    assert_it_opens_where_it_was_killed(database, often)


def test_a_killed_reader_opens_where_one_turned_to_another_window(database: Path, minutes: Path) -> None:
    assert_it_opens_where_it_was_killed(database, reader(database, str(minutes)), FOCUS_IN, FOCUS_OUT)


def test_back_and_forth_through_jumps_by_keyboard(database: Path, minutes: Path) -> None:
    with reader(database, str(minutes)) as terminal:
        terminal.until("No claims found")
        terminal.press("G")
        terminal.until("Paragraph 120 of")
        for back, forth in ((ALT_LEFT, ALT_RIGHT), ("\x0f", ALT_RIGHT)):
            terminal.press(back)
            terminal.until("Paragraph 1 of")
            terminal.press(forth)
            terminal.until("Paragraph 120 of")
        terminal.press(ALT_LEFT, ALT_LEFT)
        terminal.until(lambda words: "Nothing further back." in words and "Paragraph 1 of" in words)
        leave(terminal)


BOOK = (
    "# Minutes\n\n"
    + "".join(
        f"## Day {day}\n\nOn day {day} nobody came to the harbour, as there was nothing to be seen.\n\n"
        for day in range(1, 61)
    )
    + "## The end\n\n“We did nothing,” Marta Lindqvist said.\n"
)


@pytest.fixture
def book(database: Path, tmp_path: Path) -> Path:
    """A long article with headings and one claim at its end, read before."""
    article = tmp_path / "book.md"
    article.write_text(BOOK, encoding="utf-8")
    add(database, article)
    return article


def test_the_outline_leads_to_a_heading_by_keyboard_and_back(database: Path, book: Path) -> None:
    with reader(database, str(book)) as terminal:
        terminal.until("unreviewed")
        terminal.press("o")
        terminal.until(lambda words: "Outline" in words and "○1/1" in words)
        terminal.press("day 42")
        terminal.until(lambda words: "Day 41" not in words and "Day 42" in words)
        terminal.press("enter")
        terminal.until("On day 42 nobody")
        assert terminal.find("Day 42")[1] < terminal.find("Day 43")[1]
        terminal.press(ALT_LEFT)
        terminal.until("On day 1 nobody")
        leave(terminal)


def test_the_outline_leads_to_a_heading_by_mouse_and_a_card_to_its_claim(database: Path, book: Path) -> None:
    with reader(database, str(book)) as terminal:
        terminal.until("unreviewed")
        terminal.press("o")
        terminal.until("Outline")
        terminal.press("day 3")
        terminal.until(lambda words: "Day 30" in words and "Day 33" in words and "Day 40" not in words)
        terminal.click_on("Day 33")
        terminal.until("On day 33 nobody")
        terminal.click_on("○ 1 Marta Lindqvist")
        terminal.until("“We did nothing,” Marta")
        terminal.press(ALT_LEFT)
        terminal.until("On day 33 nobody")
        terminal.press(ALT_LEFT)
        terminal.until("On day 1 nobody")
        leave(terminal)


def test_how_far_one_is_stands_in_the_frame_at_every_size(database: Path, book: Path) -> None:
    with reader(database, str(book)) as terminal:
        for columns, rows in ((120, 40), (80, 24), (40, 12)):
            terminal.resize(columns, rows)
            terminal.press("g")
            terminal.until(lambda words: re.search(r"\b\d+ % · ¶ \d+/61", words) is not None and "100 %" not in words)
            terminal.press("G")
            terminal.until("100 % · ¶ 61/61")
        leave(terminal)


def test_a_search_counts_and_shows_while_it_is_typed_and_esc_goes_back(database: Path, book: Path) -> None:
    with reader(database, str(book), columns=80, rows=24) as terminal:
        terminal.until("unreviewed")
        terminal.press("/")
        terminal.until("words to look for")
        terminal.press("day 5")
        terminal.until(lambda words: "1 of 22" in words and "On day 5 nobody" in words)
        terminal.press("7")
        terminal.until(lambda words: "1 of 2" in words and "On day 57 nobody" in words)
        terminal.press("x")
        terminal.until(lambda words: "not found" in words and "On day 1 nobody" in words)
        terminal.press("backspace")
        terminal.until("On day 57 nobody")
        terminal.press("escape")
        terminal.until(lambda words: "On day 1 nobody" in words and "leave off" not in words)
        # Whoever knows what they look for does not wait for the line in which it is typed.
        terminal.press("/", "day 57", "enter")
        terminal.until("Hit 1 of 2")
        terminal.press("n")
        terminal.until("Hit 2 of 2")
        leave(terminal)


def test_words_typed_with_the_key_of_the_search_are_looked_for_and_no_commands(database: Path, book: Path) -> None:
    with reader(database, str(book)) as terminal:
        terminal.until("1 unreviewed")
        terminal.press("]")
        terminal.until("the whole claim")
        terminal.child.send("/day 5yx\x7f\x7f7\r")
        terminal.until(lambda words: "Hit 1 of 2" in words and "1 unreviewed" in words)
        leave(terminal)


def test_headings_that_work_the_terminal_are_harmless_in_the_outline(database: Path, tmp_path: Path) -> None:
    article = tmp_path / "evil.md"
    lines = [f"# {all_at('heading')}", f"## {all_at('second')}", all_at("paragraph"), f"## {all_at('third')}"]
    article.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    add(database, article)
    with reader(database, str(article)) as terminal:
        terminal.until("¶")
        terminal.press("o")
        terminal.until("Outline")
        terminal.press("tab", "third")
        terminal.until("Headings")
        terminal.press("enter")
        terminal.until(lambda words: "Outline" not in words)
        leave(terminal)
        assert not list(breaches(terminal.raw))
