"""Each way of working from beginning to end, with the mouse alone but for what is typed."""

from pathlib import Path

from tests.e2e.ways import ended, kept, of, quoted
from tests.terminal import Terminal, reader


def open_the_article(terminal: Terminal) -> None:
    """Click on the article in the library, which opens it."""
    terminal.until(lambda words: "Lighthouse report" in words and "Dockers" in words)
    terminal.click_on("Lighthouse report")
    terminal.until("5 unreviewed")


def choose(terminal: Terminal, command: str) -> None:
    """Find a command among all of them, and click on it."""
    terminal.click_on("^p More")
    terminal.until("What to do")
    terminal.press(command)
    terminal.until(lambda _: len(_rows(terminal, command)) == 2)
    terminal.rest()  # each letter has been looked for by then
    terminal.click(20, _rows(terminal, command)[-1])
    terminal.until(lambda _: not _rows(terminal, command))


def _rows(terminal: Terminal, words: str) -> list[int]:
    return [row for row, line in enumerate(terminal.screen.display) if words in line]


def leave(terminal: Terminal) -> None:
    """Back to the library, and out."""
    terminal.click_on("q Quit")
    terminal.until(lambda words: "Dockers" in words and "T History" in words)
    terminal.click_on("q Quit")
    ended(terminal)


def test_reading(shelf: Path) -> None:
    with reader(shelf) as terminal:
        open_the_article(terminal)
        terminal.wheel(20, 10, 14)
        terminal.until(lambda words: "Ferries ran" not in words and "Paragraph 20 " in words)
        terminal.wheel(20, 10, -14)
        terminal.until("¹The harbour board")
        terminal.click_on("Pieter Raven denied")
        terminal.until(lambda _: bool(terminal.find("i the whole claim")))
        terminal.click_on("i the whole claim")
        terminal.until("Who confirms it")
        terminal.click_on("Esc Close")
        terminal.until(lambda words: "Who confirms it" not in words)
        terminal.click_on("/ Search")
        terminal.until("words to look for")
        terminal.press("paragraph 5", "enter")
        terminal.until("Hit 1 of 11")
        terminal.click_on("n Next hit")
        terminal.until("Hit 2 of 11")
        terminal.click_on("Esc Clear")
        terminal.until(lambda words: "Hit 2" not in words)
        leave(terminal)


def test_reviewing(shelf: Path) -> None:
    with reader(shelf) as terminal:
        open_the_article(terminal)
        terminal.click_on("1 harbour board")
        terminal.until("i the whole claim")
        terminal.click_on("y Accept")
        terminal.until("4 unreviewed")
        terminal.click_on("x Reject")
        terminal.until("3 unreviewed")
        choose(terminal, "Filter the claims")
        terminal.until("is:unreviewed")
        terminal.press("is:unreviewed")
        terminal.until("Claims 3 of 5")
        choose(terminal, "Do it with all that are shown")
        terminal.until("All 3 claims")
        terminal.click_on("5 disputed")
        terminal.until("disputed: 3 claims")
        terminal.click_on("is:unreviewed")
        terminal.click_on("Esc All again")
        terminal.until("Claims 5 · 0 unreviewed")
        terminal.click_on("U Undo")
        terminal.until("3 unreviewed")
        terminal.click_on("3 Pieter Raven")
        terminal.click_on("s Assess")
        terminal.until("Assess claim")
        terminal.click_on("checked")
        terminal.until("● checked")
        terminal.click_on("Enter Save")
        terminal.until("✓ checked")
        leave(terminal)
    found = kept(shelf)
    assert [one.decision for one in found] == ["accepted", "rejected", None]
    assert of(found, "Pieter Raven").progress == "checked"


def test_annotating(shelf: Path) -> None:
    with reader(shelf) as terminal:
        open_the_article(terminal)
        terminal.drag_over("Ferries ran all")
        terminal.click_on("h Highlight")
        terminal.until("▕Ferries ran all night")
        terminal.click_on("a Note")
        terminal.until("Save and close")
        terminal.press("Which ferries?")
        terminal.until("Which ferries?")
        terminal.click_on("Save and close")
        terminal.until(lambda words: "Save and close" not in words and "✎ Which" in words)
        terminal.click_on("lamp went out", times=2)
        terminal.until("Selected:")
        terminal.click_on("t Tags")
        terminal.until("separate tags by commas")
        terminal.press("harbour")
        terminal.until("harbour")
        terminal.click_on("Enter Save")
        terminal.until("#harbour")
        leave(terminal)
    noted, tagged = kept(shelf)
    assert (quoted(noted, "passage"), noted.note) == (["Ferries ran all"], "Which ferries?")
    assert (quoted(tagged, "passage"), tagged.tags) == (["went"], ("harbour",))


def test_amending(shelf: Path) -> None:
    with reader(shelf) as terminal:
        open_the_article(terminal)
        terminal.click_on("that the lamp was sound")
        terminal.until("i the whole claim")
        terminal.click_on("E Amend")
        terminal.until("Who says it, 1/3")
        terminal.drag_over("harbour board", within="harbour board said on")
        terminal.click_on("Enter Keep")
        terminal.until("Speaker of claim 1: “The harbour board” → “harbour board”.")
        terminal.click_on("E Amend")
        terminal.until("Who says it, 1/3")
        terminal.click_on("Tab Next piece")
        terminal.until("2/3")
        terminal.click_on("Tab Next piece")
        terminal.until("What is claimed, 3/3")
        terminal.drag_over("the lamp was", within="that the lamp was sound. ")
        terminal.click_on("Enter Keep")
        terminal.until(lambda words: "Words of claim 1: “that the lamp was sound” → “the lamp was”." in words)
        leave(terminal)
    (amended,) = kept(shelf)
    assert quoted(amended, "source") == ["harbour board"]
    assert quoted(amended, "content") == ["the lamp was"]


def test_searching(shelf: Path) -> None:
    with reader(shelf) as terminal:
        terminal.until("Dockers")
        terminal.click_on("/ Search")
        terminal.until("begin*")
        terminal.press("speaker:union")
        terminal.until("that the strike was over")
        terminal.click_on("that the strike was over")
        terminal.until("N Previous hit")
        choose(terminal, "Search the library")
        terminal.until("begin*")
        terminal.press("lamp")
        terminal.until("the lamp was sound")
        terminal.click_on("the lamp was sound")
        terminal.until("5 unreviewed")
        terminal.click_on("q Quit")
        terminal.click_on("Esc Back")
        terminal.until("N Previous hit")


def test_exporting(shelf: Path, tmp_path: Path) -> None:
    with reader(shelf, cwd=tmp_path) as terminal:
        open_the_article(terminal)
        terminal.click_on("1 harbour board")
        terminal.click_on("y Accept")
        terminal.until("4 unreviewed")
        terminal.click_on("e Export")
        terminal.until("A new file.")
        terminal.click_on("Include claims not yet reviewed")
        terminal.click_on("Enter Write")
        terminal.until("Wrote")
        leave(terminal)
    written = (tmp_path / "lighthouse-report.annotated.md").read_text(encoding="utf-8")
    assert "<mark>that the lamp was sound</mark>" in written
    assert "<mark>the report came late</mark>" in written
