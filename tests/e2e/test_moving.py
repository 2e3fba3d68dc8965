"""Moving about in an article in a real terminal: jumps, the place that is kept, the outline, how far one is, search."""

import sys
from pathlib import Path

import pytest

from store.library import Library
from tests.e2e.added import add
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
    """Whether a place further down is kept for the only article."""
    with Library(database) as library:
        return library.articles.position(1) > 0


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
