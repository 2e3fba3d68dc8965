"""What a journalist does on one afternoon, in a real terminal: open, read, judge, note, leave, come back, export."""

from pathlib import Path

import pytest

from tests.e2e.added import add
from tests.e2e.ways import until_drafted
from tests.terminal import SAYSO, Terminal, reader, run

SAMPLE = Path("samples/war-wire.md").resolve()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "library" / "sayso.db"


@pytest.mark.parametrize(("columns", "rows"), [(120, 40), (80, 24)])
def test_a_note_and_a_decision_survive_quitting_and_reach_the_export(
    database: Path, tmp_path: Path, columns: int, rows: int
) -> None:
    with reader(database, str(SAMPLE), columns=columns, rows=rows) as terminal:
        terminal.until("unreviewed")
        terminal.press("]")
        terminal.press("a")
        terminal.until("Save and close")
        terminal.press("Ring the ministry back before six.")
        terminal.until("before six")
        terminal.press("ctrl+s")
        terminal.until(lambda words: "✎" in words and "Save and close" not in words)
        terminal.press("y")
        terminal.until("●")
        terminal.press("q")
        assert terminal.wait() == 0

    with reader(database, str(SAMPLE), columns=columns, rows=rows) as terminal:
        terminal.until("✎ Ring the minist" if rows > 24 else "✎")
        terminal.until("●")
        terminal.press("q")
        assert terminal.wait() == 0

    out = tmp_path / "out.md"
    assert run(database, "export", "1", "-o", str(out)).returncode == 0
    exported = out.read_text(encoding="utf-8")
    assert "Ring the ministry back before six." in exported
    assert "<mark>" in exported


def test_a_note_being_typed_is_offered_again_after_a_crash(database: Path) -> None:
    add(database, SAMPLE)
    with reader(database, str(SAMPLE)) as terminal:
        terminal.until("unreviewed")
        terminal.press("]", "a")
        terminal.until("Save and close")
        terminal.press("Half a thought")
        terminal.until("Half a thought")
        until_drafted(database, "Half a thought")
        terminal.kill()

    with reader(database, str(SAMPLE)) as terminal:
        terminal.until("Half a thought")
        terminal.press("ctrl+s")
        terminal.until(lambda words: "Save and close" not in words and "✎" in words)
        terminal.press("q")
        assert terminal.wait() == 0


def test_the_library_lists_what_was_opened_and_opens_it_again(database: Path) -> None:
    assert run(database, "add", str(SAMPLE)).returncode == 0
    with reader(database) as terminal:
        terminal.until("Unreviewed")
        terminal.press("enter")
        terminal.until("unreviewed")
        terminal.press("q")
        terminal.until("Unreviewed")
        terminal.press("q")
        assert terminal.wait() == 0


def test_a_passage_is_selected_with_the_mouse_and_noted(database: Path) -> None:
    add(database, SAMPLE)
    with reader(database, str(SAMPLE)) as terminal:
        terminal.until("unreviewed")
        terminal.drag_over("said")
        terminal.until("Selected:")
        terminal.press("a")
        terminal.until("Save and close")
        terminal.press("Mind this verb.", "ctrl+s")
        terminal.until(lambda words: "Mind this verb." in words and "Save and close" not in words)
        terminal.press("q")
        assert terminal.wait() == 0
    assert "Mind this verb." in run(database, "export", "1").stdout


def test_an_article_comes_through_standard_input(database: Path) -> None:
    script = f"cat '{SAMPLE}' | '{SAYSO}' --db '{database}' -"
    with Terminal(["/bin/sh", "-c", script]) as terminal:
        terminal.until("unreviewed")
        terminal.press("q")
        assert terminal.wait() == 0
