"""Each way of working from beginning to end, by keyboard alone: read, review, annotate, amend, search, export."""

from pathlib import Path

from tests.e2e.ways import ended, kept, of, quoted
from tests.terminal import Terminal, reader, run


def at_the_first_claim(terminal: Terminal) -> None:
    """Open the article at the top of the library, and select its first claim."""
    terminal.until(lambda words: "Lighthouse report" in words and "Dockers" in words)
    terminal.press("enter")
    terminal.until("5 unreviewed")
    terminal.press("]")
    terminal.until("the whole claim")


def test_reading(shelf: Path) -> None:
    with reader(shelf) as terminal:
        at_the_first_claim(terminal)
        terminal.press("i")
        terminal.until("Who confirms it")
        terminal.press("escape")
        terminal.until(lambda words: "Who confirms it" not in words)
        terminal.press(" ")
        terminal.until(lambda words: "Paragraph 20 " in words and "Ferries ran" not in words)
        terminal.press("/")
        terminal.until("words to look for")
        terminal.press("paragraph 5", "enter")
        terminal.until("Hit 2 of 11")
        terminal.press("g")
        terminal.until("¹The harbour board")
        terminal.press("G")
        terminal.until("Paragraph 60 of")
        terminal.press("q")
        terminal.until(lambda words: "Dockers" in words and "Paragraph" not in words)
        terminal.press("enter")
        terminal.until("Paragraph 60 of")
        terminal.press("q")
        terminal.until("Dockers")
        terminal.press("q")
        ended(terminal)


def test_reviewing(shelf: Path) -> None:
    with reader(shelf) as terminal:
        at_the_first_claim(terminal)
        terminal.press("y", "x", "1")
        terminal.until("2 unreviewed")
        terminal.press("\\")
        terminal.until("is:unreviewed")
        terminal.press("is:unreviewed zeb", "enter")
        terminal.until("Claims 1 of 5")
        terminal.press("7")
        terminal.until("1 unreviewed")
        terminal.press("\\", "escape")
        terminal.until("Claims 5 ")
        terminal.press("!")
        terminal.until("All 5 claims")
        terminal.press("6")
        terminal.until("false: 5 claims")
        terminal.press("U")
        terminal.until("1 unreviewed")
        terminal.press("q")
        terminal.until("Dockers")
        terminal.press("ctrl+q")
        ended(terminal)
    found = kept(shelf)
    assert [one.decision for one in found] == ["accepted", "rejected", None, None]
    assert of(found, "Pieter Raven").progress == "to verify"
    assert of(found, "Zeb Orr").finding == "misleading"


def test_annotating(shelf: Path) -> None:
    with reader(shelf) as terminal:
        at_the_first_claim(terminal)
        terminal.press("/")
        terminal.until("words to look for")
        terminal.press("ferries", "enter")
        terminal.until("N Previous hit")
        terminal.press("v", "v", "e", "e", "e")
        terminal.until("Selected:")
        terminal.press("3")
        terminal.until("?▕Ferries ran all night")
        terminal.press("a")
        terminal.until("Save and close")
        terminal.press("Which #ferries?", "ctrl+s")
        terminal.until(lambda words: "Save and close" not in words and "✎ Which" in words)
        terminal.press("t")
        terminal.until("separate tags by commas")
        terminal.press(", harbour", "enter")
        terminal.until("#ferries #harbour")
        terminal.press("ctrl+q")
        ended(terminal)
    (highlight,) = kept(shelf)
    assert (quoted(highlight, "passage"), highlight.meaning) == (["Ferries ran all"], 3)
    assert (highlight.note, highlight.tags) == ("Which #ferries?", ("ferries", "harbour"))


def test_amending(shelf: Path) -> None:
    with reader(shelf) as terminal:
        at_the_first_claim(terminal)
        terminal.press("E")
        terminal.until("Who says it, 1/3")
        terminal.press("tab", "tab")
        terminal.until("What is claimed, 3/3")
        terminal.press("b", "b", "enter")
        terminal.until(" takes it back.")
        terminal.press("]", "]", "E")
        terminal.until("/3")
        terminal.press("&")
        terminal.until("Not done: one is said by Pieter Raven, the next by Critics.")
        terminal.press("tab", "tab")
        terminal.until("What is claimed, 3/3")
        terminal.press("b", "|")
        terminal.until("Split in two; those after it count one more.")
        terminal.press("E")
        terminal.until("/3")
        terminal.press("&")
        terminal.until("Joined with claim 4; those after it count one less.")
        terminal.press("U", "U")
        terminal.until("5 unreviewed")
        terminal.press("ctrl+q")
        ended(terminal)
    (amended,) = kept(shelf)
    assert amended.amended
    assert quoted(amended, "content") == ["that the lamp"]


def test_searching(shelf: Path) -> None:
    with reader(shelf) as terminal:
        terminal.until("Dockers")
        terminal.press("/")
        terminal.until("begin*")
        terminal.press("speaker:union")
        terminal.until("that the strike was over")
        terminal.press("enter")
        terminal.until("N Previous hit")
        terminal.press("y")
        terminal.until("0 unreviewed")
        terminal.press("F")
        terminal.until("begin*")
        terminal.press("\x15")
        terminal.until("what to look for in the library")
        terminal.press("lindqvist")
        terminal.until("We looked twice")
        terminal.press("enter")
        terminal.until("N Previous hit")
        terminal.press("ctrl+q")
        ended(terminal)


def test_exporting(shelf: Path, tmp_path: Path) -> None:
    with reader(shelf, cwd=tmp_path) as terminal:
        at_the_first_claim(terminal)
        terminal.press("y", "e")
        terminal.until("A new file.")
        terminal.press("\x15")
        terminal.until("Give the file a name.")
        terminal.press("mine.md")
        terminal.until("mine.md")
        terminal.press("enter")
        terminal.until("Wrote")
        terminal.press("ctrl+q")
        ended(terminal)
    written = (tmp_path / "mine.md").read_text(encoding="utf-8")
    assert "<mark>that the lamp was sound</mark>" in written
    assert "We looked twice" in written
    assert run(shelf, "export", "2").stdout == written
