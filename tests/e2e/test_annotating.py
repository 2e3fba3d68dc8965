"""Annotating in a real terminal: selecting, noting, marking, judging, taking back; and what a killed program keeps."""

import signal
from pathlib import Path

import pytest

from store.annotations import Annotation
from store.library import Library
from tests.e2e.added import add
from tests.terminal import Terminal, reader

ARTICLE = """# Lighthouse report

The harbour board said on Monday that the lamp was sound. “We looked twice,” Marta Lindqvist told reporters.

Ferries ran all night. Zeb has it that the lamp went out twice.
"""


@pytest.fixture
def article(database: Path, tmp_path: Path) -> str:
    path = tmp_path / "lighthouse.md"
    path.write_text(ARTICLE, encoding="utf-8")
    add(database, path)
    return str(path)


def kept(database: Path) -> tuple[Annotation, ...]:
    """The annotations of the one article, as another program finds them."""
    with Library(database) as library:
        return tuple(library.annotations.of(1))


def quoted(annotation: Annotation, role: str) -> list[str]:
    return [selector.exact for selector in annotation.selectors if selector.role == role]


def search(terminal: Terminal, words: str) -> None:
    """Go to ``words``, where the caret will come out."""
    terminal.press("/")
    terminal.until("words to look for")
    terminal.press(words, "enter")
    terminal.until("Hit 1 of 1")


def caret_on(terminal: Terminal, words: str) -> bool:
    """Whether the caret stands on the first letter of ``words``."""
    first, second, *_ = terminal.cells(words)
    return first.bg != second.bg or first.reverse != second.reverse


def closed(words: str) -> bool:
    """Whether the note's box has gone."""
    return "Save and close" not in words


def leave(terminal: Terminal) -> None:
    terminal.press("q")
    assert terminal.wait() == 0


def test_words_are_highlighted_and_noted_by_keyboard_alone(database: Path, article: str) -> None:
    with reader(database, article) as terminal:
        terminal.until("unreviewed")
        search(terminal, "ferries")
        terminal.press("v")
        # What the next keys do is said at once.
        terminal.until("Esc done")
        terminal.press("escape")
        terminal.until(lambda words: "Esc done" not in words)
        terminal.press("v")
        terminal.until(lambda _: caret_on(terminal, "Ferries"))
        terminal.press("w", "v", "e", "e")
        terminal.until("Selected:")
        terminal.press("enter")
        terminal.until("▕ran all")
        terminal.press("a")
        terminal.until(lambda words: not closed(words))
        terminal.press("Which ferries?", "enter", "enter", "Ask the pier.")
        terminal.until("Ask the pier.")
        terminal.press("ctrl+s")
        terminal.until(lambda words: closed(words) and "ran all ✎ night" in words)
        terminal.until("✎ Which ferries?")
        leave(terminal)
    (annotation,) = kept(database)
    assert (annotation.kind, quoted(annotation, "passage")) == ("passage", ["ran all"])
    assert annotation.note == "Which ferries?\n\nAsk the pier."


def test_a_missed_claim_is_marked_by_keyboard(database: Path, article: str) -> None:
    with reader(database, article) as terminal:
        terminal.until("unreviewed")
        search(terminal, "the lamp went out")
        terminal.press("v")
        terminal.until(lambda _: caret_on(terminal, "the lamp went out"))
        terminal.press("m")
        terminal.until("select what is claimed")
        terminal.press("v", "e", "e", "e", "e", "e", "enter")
        terminal.until("select who says it")
        terminal.press("(", "v", "e", "enter")
        terminal.until("select the word that says so")
        terminal.press("w", "v", "e", "e", "enter")
        terminal.until("(Zeb)")
        terminal.until("◆")
        leave(terminal)
    (claim,) = kept(database)
    assert (claim.by_hand, claim.speaker) == (True, "Zeb")
    assert [quoted(claim, role) for role in ("content", "source", "cue")] == [
        ["the lamp went out twice"],
        ["Zeb"],
        ["has it"],
    ]


def test_a_missed_claim_is_marked_with_the_mouse(database: Path, article: str) -> None:
    with reader(database, article) as terminal:
        terminal.until("unreviewed")
        terminal.press("m")
        for asked, words in (
            ("what is claimed", "the lamp went out twice"),
            ("who says it", "Zeb"),
            ("the word that says so", "has it"),
        ):
            terminal.until(f"select {asked}")
            # Some of these words stand on a card as well.
            around = words if "lamp" in words else "Zeb has it"
            terminal.drag_over(words, within=around)
            terminal.until(lambda _, words=words, around=around: _standing_out(terminal, words, around))  # type: ignore[misc]
            terminal.press("enter")
        terminal.until("(Zeb)")
        leave(terminal)
    (claim,) = kept(database)
    assert [quoted(claim, role) for role in ("content", "source", "cue")] == [
        ["the lamp went out twice"],
        ["Zeb"],
        ["has it"],
    ]


def _standing_out(terminal: Terminal, words: str, within: str) -> bool:
    """Whether the ground of ``words``, which stand ``within`` others, is not that of the words around them."""
    start = within.index(words)
    cells = terminal.cells(within)[start : start + len(words)]
    return {cell.bg for cell in cells}.isdisjoint({terminal.cells("Ferries")[0].bg})


def test_a_claim_is_assessed_with_progress_finding_and_reason_and_tagged(database: Path, article: str) -> None:
    with reader(database, article) as terminal:
        terminal.until("unreviewed")
        terminal.press("]", "s")
        terminal.until("Assess claim")
        terminal.press("c")
        terminal.until("● checked")
        terminal.press("tab")
        terminal.until(lambda _: terminal.cells("none yet")[0].bold)
        terminal.press("d")
        terminal.until("● disputed")
        terminal.press("tab")
        terminal.until(lambda _: not terminal.cells("disputed")[0].bold)
        terminal.press("The log of the lamp says otherwise.")
        terminal.until("says otherwise.")
        terminal.press("enter")
        terminal.until("⚑ disputed")
        terminal.until("✓ checked")
        terminal.until("∵ The log of the lamp says")
        terminal.press("t")
        terminal.until("separate tags by commas")
        terminal.press("harbour, to ask")
        terminal.until("harbour, to ask")
        terminal.press("enter")
        terminal.until("#harbour #to ask")
        leave(terminal)
    (claim,) = kept(database)
    assert (claim.progress, claim.finding, claim.tags) == ("checked", "disputed", ("harbour", "to ask"))
    assert claim.reason == "The log of the lamp says otherwise."


def test_what_was_deleted_comes_back_after_a_restart(database: Path, article: str) -> None:
    with reader(database, article) as terminal:
        terminal.until("unreviewed")
        terminal.press("]", "a")
        terminal.until(lambda words: not closed(words))
        terminal.press("Do not lose me.", "ctrl+s")
        terminal.until(lambda words: closed(words) and "✎ Do not lose me." in words)
        terminal.press("D")
        terminal.until("Deleted on claim 1: note. U brings it back.")
        terminal.until(lambda words: "lose me" not in words)
        leave(terminal)
    assert not kept(database)
    with reader(database, article) as terminal:
        terminal.until("unreviewed")
        terminal.press("U")
        terminal.until("✎ Do not lose me.")
        terminal.press("R")
        terminal.until(lambda words: "lose me" not in words)
        terminal.press("U")
        terminal.until("✎ Do not lose me.")
        leave(terminal)
    assert [annotation.note for annotation in kept(database)] == ["Do not lose me."]


def test_a_rejected_claim_loses_its_number_in_the_text_and_the_same_key_gives_it_back_to_be_accepted_at_once(
    database: Path, article: str
) -> None:
    with reader(database, article) as terminal:
        terminal.until("¹The harbour board")
        terminal.press("]", "x")
        terminal.until(lambda words: "✗" in words and "¹" not in words and "²" in words)
        assert [annotation.decision for annotation in kept(database)] == ["rejected"]
        terminal.press("[", "x")
        terminal.until("¹The harbour board")
        assert not kept(database)
        terminal.press("y")
        terminal.until("¹✓")
        leave(terminal)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_a_change_that_stands_on_the_screen_outlives_any_end_of_the_program(
    database: Path, article: str, how: signal.Signals
) -> None:
    with reader(database, article) as terminal:
        terminal.until("unreviewed")
        terminal.press("]", "y")
        terminal.until("¹✓")
        terminal.kill(how)
    assert [annotation.decision for annotation in kept(database)] == ["accepted"]


def test_two_readers_of_one_database_do_not_get_into_each_others_way(database: Path, article: str) -> None:
    with reader(database, article) as first, reader(database, article) as second:
        for terminal in (first, second):
            terminal.until("unreviewed")
        first.press("]", "y")
        first.until("¹✓")
        second.press("]", "]", "a")
        second.until(lambda words: not closed(words))
        second.press("From the second window.", "ctrl+s")
        second.until(lambda words: closed(words) and "✎ From the second window." in words)
        # And then the claim that the first has judged.
        second.press("[", "x")
        second.until("✗")
        for terminal in (first, second):
            leave(terminal)
    judged, noted = kept(database)
    assert judged.decision in ("accepted", "rejected")
    assert noted.note == "From the second window."
