"""The very first start, in a real terminal: the tour comes once, and never where it was declined."""

from pathlib import Path

from tests.terminal import SAYSO, Terminal, at_the_first_claim

SAMPLE = Path(__file__).parents[2] / "samples" / "local-council.md"


def test_the_tour_comes_with_a_new_library_and_never_again(tmp_path: Path) -> None:
    command = [SAYSO, "--db", str(tmp_path / "new.db"), str(SAMPLE)]
    settings = {"SAYSO_CONFIG": "", "XDG_CONFIG_HOME": str(tmp_path)}
    with Terminal(command, columns=80, rows=24, environment=settings) as terminal:
        terminal.until("Tour · 1 of 8")
        terminal.press("]")
        terminal.until("✓ Tour · 2 of 8")
        terminal.press("q")
        assert terminal.wait() == 0
    with Terminal(command, columns=80, rows=24, environment=settings) as terminal:
        at_the_first_claim(terminal)
        assert "Tour" not in terminal.words


def test_settings_can_do_without_it(tmp_path: Path) -> None:
    with Terminal([SAYSO, "--db", str(tmp_path / "new.db"), str(SAMPLE)], columns=80, rows=24) as terminal:
        at_the_first_claim(terminal)
        assert "Tour" not in terminal.words


def test_who_quits_in_the_midst_of_the_first_reading_quits(tmp_path: Path) -> None:
    book = tmp_path / "book.txt"
    paragraph = "“We will not pay,” Marta Lindqvist, the harbour master, said on Monday."
    book.write_text("\n\n".join(f"{paragraph} This was day {day}." for day in range(4_000)), encoding="utf-8")
    settings = {"SAYSO_CONFIG": "", "XDG_CONFIG_HOME": str(tmp_path)}
    with Terminal([SAYSO, "--db", str(tmp_path / "new.db"), str(book)], environment=settings) as terminal:
        terminal.until("This was day 1.")
        terminal.press("j")
        terminal.until("Reading for claims")
        terminal.press("q")
        assert terminal.wait() == 0
