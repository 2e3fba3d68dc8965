"""Reading in a real terminal: scrolling, searching, help, the command palette, and windows of every size."""

import re
from pathlib import Path

import pytest

from tests.e2e.added import add
from tests.terminal import Terminal, reader

SAMPLE = Path("samples/war-wire.md").resolve()
LONG = "".join(f"Paragraph {number} of the minutes.\n\n" for number in range(1, 121))
WORDS = " ".join(f"word{number}" for number in range(1, 61))
MODE_RESTORED = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?2004l")


@pytest.fixture
def unread(tmp_path: Path) -> Path:
    """A long article that no library holds yet."""
    article = tmp_path / "minutes.md"
    article.write_text(f"# Minutes\n\n{LONG}{WORDS}\n", encoding="utf-8")
    return article


@pytest.fixture
def minutes(database: Path, unread: Path) -> Path:
    """The same, read before."""
    add(database, unread)
    return unread


@pytest.fixture
def sample(database: Path) -> str:
    """An article with many claims, read before."""
    add(database, SAMPLE)
    return str(SAMPLE)


def paragraphs(words: str) -> list[int]:
    """The numbers of the paragraphs on the screen."""
    return [int(number) for number in re.findall(r"Paragraph (\d+) of", words)]


def top_of(words: str) -> int:
    """The number of the first paragraph on the screen; 0 while there is none."""
    return next(iter(paragraphs(words)), 0)


def leave(terminal: Terminal) -> None:
    terminal.press("q")
    assert terminal.wait() == 0


def test_the_keys_of_less_and_vim_scroll(database: Path, minutes: Path) -> None:
    with reader(database, str(minutes)) as terminal:
        # What is told at the foot comes and goes, and takes a line of the page: that may be a paragraph less.
        terminal.until("No claims found")
        first_page = paragraphs(terminal.words)
        _, row = terminal.find("Paragraph 9 of")
        terminal.press("j", "j", "j")
        terminal.until(lambda _: terminal.screen.display[row - 3].count("Paragraph 9 of"))
        terminal.press("k", "k", "k")
        terminal.until(lambda words: top_of(words) == first_page[0])

        terminal.press(" ")
        terminal.until(lambda words: abs(top_of(words) - first_page[-1]) <= 1)
        terminal.press("b")
        terminal.until(lambda words: top_of(words) == first_page[0])

        half = first_page[len(first_page) // 2]
        terminal.press("d")
        terminal.until(lambda words: abs(top_of(words) - half) <= 1)
        terminal.press("u")
        terminal.until(lambda words: top_of(words) == first_page[0])

        terminal.press("G")
        terminal.until("word60")
        terminal.press("g")
        terminal.until(lambda words: top_of(words) == first_page[0])
        leave(terminal)


def test_a_search_counts_its_hits_goes_round_and_is_cleared(database: Path, minutes: Path) -> None:
    with reader(database, str(minutes)) as terminal:
        terminal.until("No claims found")
        terminal.press("/")
        terminal.until("words to look for")
        terminal.press("paragraph 11", "enter")
        # 11, and 110 to 119.
        terminal.until(lambda words: "Hit 1 of 11" in words and 11 in paragraphs(words))
        terminal.press("n")
        terminal.until(lambda words: "Hit 2 of 11" in words and 110 in paragraphs(words))
        terminal.until(lambda _: terminal.cells("Paragraph 11")[0].reverse)
        terminal.press("N")
        terminal.until("Hit 1 of 11")
        terminal.press("N")
        terminal.until("Hit 11 of 11")
        terminal.press("escape")
        terminal.until(lambda words: "Hit" not in words)
        terminal.until(lambda _: not terminal.cells("Paragraph 11")[0].reverse)
        leave(terminal)


def test_a_phrase_is_found_over_the_end_of_a_line_and_what_is_nowhere_is_said(database: Path, minutes: Path) -> None:
    with reader(database, str(minutes)) as terminal:
        terminal.until("No claims found")
        terminal.press("G")
        terminal.until("word60")
        line = next(line for line in terminal.screen.display if "word1 " in line)
        last = int(re.findall(r"word(\d+)", line)[-1])
        terminal.press("g", "/")
        terminal.until("words to look for")
        terminal.press(f"word{last} word{last + 1}", "enter")
        terminal.until("Hit 1 of 1 ")
        hit = (f"word{last}", f"word{last + 1}")
        terminal.until(lambda _: all(cell.reverse for words in hit for cell in terminal.cells(words)))
        terminal.press("/")
        terminal.until("Leave off")
        terminal.press(*["backspace"] * 20)
        terminal.until("words to look for")
        terminal.press("zebra", "enter")
        terminal.until("Not found: zebra")
        leave(terminal)


def test_help_lists_the_keys_and_the_palette_runs_a_command_by_name(database: Path, sample: str) -> None:
    with reader(database, sample) as terminal:
        terminal.until("unreviewed")
        terminal.press("?")
        terminal.until("next claim, previous")
        terminal.press("escape")
        terminal.until(lambda words: "next claim, previous" not in words)
        terminal.press("ctrl+p")
        terminal.until("What to do")
        terminal.press("Claims panel")
        terminal.until("c Claims panel")
        terminal.press("enter")
        terminal.until(lambda words: "unreviewed" not in words and "Karsia" in words)
        terminal.press("c")
        terminal.until("unreviewed")
        leave(terminal)


def test_in_a_narrow_window_the_claims_are_a_drawer_over_the_article(database: Path, sample: str) -> None:
    with reader(database, sample, columns=60, rows=20) as terminal:
        terminal.until("¹Karsia")
        assert "unreviewed" not in terminal.words
        terminal.press("tab")
        terminal.until("unreviewed")
        terminal.press("j", "j")
        terminal.until("says · indirect")
        terminal.press("enter")
        terminal.until(lambda words: "unreviewed" not in words)
        terminal.press("tab")
        terminal.until("unreviewed")
        terminal.press("tab")
        terminal.until(lambda words: "unreviewed" not in words)
        leave(terminal)


def test_forty_columns_and_twelve_rows_are_enough_to_read_and_to_judge(database: Path, sample: str) -> None:
    with reader(database, sample, columns=40, rows=12) as terminal:
        terminal.until("¹Karsia")
        terminal.press("]", "y")
        terminal.until("¹✓")
        terminal.press("[", "a")
        terminal.until("Save and close")
        terminal.press("Short.", "ctrl+s")
        terminal.until(lambda words: "✎" in words and "Save" not in words)
        terminal.press("tab")
        terminal.until(lambda words: "●" in words and "Short." in words)
        leave(terminal)


def test_resizing_the_window_keeps_the_place(database: Path, minutes: Path) -> None:
    with reader(database, str(minutes)) as terminal:
        terminal.until("No claims found")
        terminal.press(" ", " ")
        terminal.until(lambda words: top_of(words) > 30)
        top = top_of(terminal.words)
        for columns, rows in ((60, 20), (160, 45), (40, 12), (120, 40)):
            terminal.resize(columns, rows)
            terminal.until(lambda words, columns=columns: _fills(terminal, columns) and top_of(words) == top)
        leave(terminal)


def _fills(terminal: Terminal, columns: int) -> bool:
    """Whether the frame reaches from one edge of the window to the other."""
    return (
        terminal.screen.display[0].rstrip()[-1:] in ("┓", "╮") and len(terminal.screen.display[0].rstrip()) == columns
    )


def test_the_place_is_kept_for_the_next_time(database: Path, minutes: Path) -> None:
    with reader(database, str(minutes)) as terminal:
        terminal.until("No claims found")
        terminal.press(" ", " ")
        terminal.until(lambda words: top_of(words) > 30)
        top = top_of(terminal.words)
        leave(terminal)
    with reader(database, str(minutes)) as terminal:
        terminal.until(lambda words: top_of(words) == top)
        leave(terminal)


def test_without_colour_numbers_ticks_pens_and_underlines_still_tell_everything(database: Path, sample: str) -> None:
    with reader(database, sample, environment={"NO_COLOR": "1"}) as terminal:
        terminal.until("unreviewed")
        terminal.press("]", "y")
        terminal.until("¹✓")
        terminal.press("a")
        terminal.until("Save and close")
        terminal.press("Ask.", "ctrl+s")
        terminal.until(lambda words: "✎" in words and "Save and close" not in words)
        assert all(cell.underscore for cell in terminal.cells("troops had seized a ridge"))
        assert all(cell.bold and not cell.underscore for cell in terminal.cells("Karsia said on")[:6])
        assert all(cell.bold and cell.italics for cell in terminal.cells("said on Thursday")[:4])
        leave(terminal)
        styles = [codes.split(b";") for codes in re.findall(rb"\x1b\[([0-9;]+)m", terminal.raw)]
        assert not {int(code) for codes in styles for code in codes} & {*range(30, 39), *range(40, 49), *range(90, 108)}


def test_the_colours_are_those_of_the_night_palette(database: Path, sample: str) -> None:
    from tui.themes.night import NIGHT

    with reader(database, sample) as terminal:
        terminal.until("unreviewed")
        assert terminal.cells("Orshevo, a town of")[0].bg == (NIGHT.surface or "").removeprefix("#")
        leave(terminal)


def test_the_first_frame_is_set_in_the_width_of_the_window(database: Path, unread: Path) -> None:
    with reader(database, str(unread)) as terminal:
        terminal.until("No claims found")
        painted = re.sub(rb"\x1b\[[0-9;]*[a-zA-Z]", b"", terminal.raw).decode(errors="replace")
        assert not re.search("┃ +M +┃", painted), "the heading stood in a column of single letters"
        leave(terminal)


def test_quitting_gives_the_terminal_back_as_it_was(database: Path) -> None:
    with reader(database, str(SAMPLE)) as terminal:
        terminal.until("unreviewed")
        assert b"\x1b[?1049h" in terminal.raw
        leave(terminal)
        for restored in MODE_RESTORED:
            assert restored in terminal.raw
        # Nothing is left behind on the screen that comes back.
        assert b"\x1b[?1049h" not in terminal.raw.partition(b"\x1b[?1049l")[2]
        assert not re.sub(rb"\x1b\[[?<]?[0-9;]*[a-zA-Z]", b"", terminal.raw.partition(b"\x1b[?1049l")[2]).strip()
