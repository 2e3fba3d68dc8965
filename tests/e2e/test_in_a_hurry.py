"""Keys that come faster than the screen follows, and programs that are ended: nothing breaks, nothing is misread."""

import signal
from pathlib import Path

import pytest

from store.library import Library
from tests.e2e.added import add
from tests.terminal import at_the_first_claim, reader

ARTICLE = "The harbour board said on Monday that the lamp was sound.\n"


@pytest.fixture
def article(database: Path, tmp_path: Path) -> str:
    path = tmp_path / "lamp.md"
    path.write_text(ARTICLE, encoding="utf-8")
    add(database, path)
    return str(path)


def test_a_key_typed_while_a_dialog_opens_is_the_dialog_s_and_does_not_end_the_program(
    database: Path, article: str, tmp_path: Path
) -> None:
    with reader(database, article, cwd=tmp_path) as terminal:
        at_the_first_claim(terminal)
        for dialog, title in (("s", "Assess claim"), ("e", "Export as Markdown")):
            terminal.child.send(f"{dialog}L")
            terminal.until(title)
            terminal.press("escape")
            terminal.until(lambda words, title=title: title not in words or "Forget what you wrote" in words)
            if title in terminal.words:
                terminal.press("y")
            terminal.until(lambda words, title=title: title not in words)
        terminal.press("ctrl+q")
        assert terminal.wait() == 0


def test_what_is_typed_into_a_dialog_and_the_enter_after_it_may_come_at_once(database: Path, article: str) -> None:
    with reader(database, article) as terminal:
        at_the_first_claim(terminal)
        terminal.press("t")
        terminal.until("separate tags by commas")
        terminal.child.send("harbour, to ask\r")
        terminal.until("#harbour #to ask")
        terminal.press("q")
        assert terminal.wait() == 0


def test_each_of_many_hurried_decisions_goes_to_the_claim_that_was_selected_at_its_key(
    database: Path, tmp_path: Path
) -> None:
    path = tmp_path / "three.md"
    path.write_text("Ada Bo said that one fell.\n\nCy Do said that two fell.\n\nEd Fu said that three fell.\n")
    add(database, path)
    with reader(database, str(path)) as terminal:
        at_the_first_claim(terminal)
        terminal.child.send("yxy")
        terminal.until("3 · 0 unreviewed")
        terminal.press("q")
        assert terminal.wait() == 0
    with Library(database) as library:
        assert [a.decision for a in library.annotations.of(1)] == ["accepted", "rejected", "accepted"]


def test_quitting_in_the_middle_of_everything_loses_neither_the_decision_nor_the_note(
    database: Path, article: str
) -> None:
    with reader(database, article) as terminal:
        at_the_first_claim(terminal)
        terminal.child.send("y\x11")
        assert terminal.wait() == 0
    with reader(database, article) as terminal:
        terminal.until("¹✓")
        terminal.press("]", "a")
        terminal.until("Save and close")
        terminal.child.send("Ring her\x11")
        assert terminal.wait() == 0
    with Library(database) as library:
        assert [a.decision for a in library.annotations.of(1)] == ["accepted"]
        assert [d.annotation.note for d in library.drafts.of(1)] == ["Ring her"]


def test_pressing_enter_twice_in_the_palette_does_not_end_the_program(database: Path, article: str) -> None:
    with reader(database, article) as terminal:
        at_the_first_claim(terminal)
        terminal.press("ctrl+p")
        terminal.until("What to do")
        terminal.child.send("\r\r")
        terminal.until(lambda words: "What to do" not in words)
        terminal.press("ctrl+q")
        assert terminal.wait() == 0


def test_a_command_is_asked_for_by_name_and_chosen_in_one_go(database: Path, article: str, tmp_path: Path) -> None:
    with reader(database, article, cwd=tmp_path) as terminal:
        at_the_first_claim(terminal)
        for words, title in (("export", "Export as Markdown"), ("progress and", "Assess claim")):
            terminal.child.send(f"\x10{words}\r")
            terminal.until(title)
            terminal.press("escape")
            terminal.until(lambda shown, title=title: title not in shown)
        # What was chosen last stands first as long as nothing was typed.
        terminal.child.send("\x10xqzw\r")
        terminal.until("No matches found")
        terminal.press("escape")
        terminal.until(lambda shown: "No matches found" not in shown)
        terminal.press("ctrl+q")
        assert terminal.wait() == 0


def test_letters_typed_right_after_a_are_no_decisions(database: Path, article: str) -> None:
    with reader(database, article) as terminal:
        at_the_first_claim(terminal)
        terminal.child.send("axyz")
        terminal.until("Save and close")
        terminal.press("ctrl+s")
        terminal.until(lambda words: "Save and close" not in words)
        terminal.press("q")
        assert terminal.wait() == 0
    with Library(database) as library:
        assert [annotation.decision for annotation in library.annotations.of(1) if annotation.decision] == []


def test_a_program_that_is_asked_to_end_gives_the_terminal_back(database: Path, article: str) -> None:
    with reader(database, article) as terminal:
        terminal.until("unreviewed")
        terminal.kill(signal.SIGTERM)
        while terminal.feed():
            pass
        assert b"\x1b[?1049l" in terminal.raw


def test_a_reader_who_judges_what_another_window_has_judged_sees_that_first(database: Path, article: str) -> None:
    with reader(database, article) as first, reader(database, article) as second:
        for terminal in (first, second):
            at_the_first_claim(terminal)
        first.press("y")
        first.until("¹✓")
        second.until("¹✓")
        second.press("x")
        second.until("✗")
        for terminal in (first, second):
            terminal.press("q")
            assert terminal.wait() == 0
    with Library(database) as library:
        (annotation,) = library.annotations.of(1)
        assert annotation.decision == "rejected"
        assert len(library.history.of(1)) == 2


def test_a_program_whose_terminal_hangs_up_ends(database: Path, article: str) -> None:
    with reader(database, article) as terminal:
        at_the_first_claim(terminal)
        # What the system sends then: the second to whoever was stopped, and to all others too.
        terminal.child.kill(signal.SIGHUP)
        terminal.child.kill(signal.SIGCONT)
        assert terminal.wait() == 128 + signal.SIGHUP
