"""The bin and the history in a real terminal: what was deleted comes back, goes for good, and never acts on it."""

from pathlib import Path

from store.library import Library
from store.noting import note_on_quote
from tests.e2e.added import add
from tests.e2e.hostile import attacks, breaches, markers_painted
from tests.terminal import reader, run

ARTICLE = """---
title: Ferry company denies cutting crews
---

“We have not cut a single post,” Marta Lindqvist, the company's chief executive, said on Monday.

Passengers noticed nothing.
"""


def ferry(tmp_path: Path) -> str:
    path = tmp_path / "ferry.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


def test_an_article_is_deleted_comes_back_and_goes_for_good(database: Path, tmp_path: Path) -> None:
    add(database, ferry(tmp_path))
    with reader(database, cwd=tmp_path) as terminal:
        terminal.until("1 article")
        terminal.press("D")
        terminal.until(lambda words: "No articles yet." in words and "1 article" not in words)
        terminal.press("U")
        # How many there are stands under a message for some seconds.
        terminal.until(lambda words: "Ferry company" in words and "No articles yet." not in words)
        terminal.press("D")
        terminal.until(lambda words: "No articles yet." in words and "1 article" not in words)
        terminal.press("B")
        terminal.until(lambda words: "Empty the bin" in words and "article 20" in words)
        terminal.press("D")
        terminal.until("for good? This cannot be undone.")
        terminal.press("y")
        terminal.until("The bin is empty.")
        terminal.press("q")
        terminal.until("No articles yet.")
        terminal.press("q")
        assert terminal.wait() == 0
    ran = run(database, "bin", "restore", "ferry")
    assert ran.returncode == 2


def test_nothing_in_the_bin_or_in_the_history_acts_on_the_terminal(database: Path, tmp_path: Path) -> None:
    article = add(database, ferry(tmp_path))
    with Library(database) as library:
        for attack in attacks("note").values():
            noted = note_on_quote(library, article, "Passengers noticed nothing", attack, [attack])
    with reader(database, ferry(tmp_path), cwd=tmp_path, rows=120) as terminal:
        terminal.until("Claims 2")
        terminal.press("T")
        terminal.until("History, in UTC")
        terminal.press("G")
        terminal.until("added to the library")
        terminal.press("q", "L")
        terminal.until("1 article")
        assert run(database, "bin", "put", noted.uid).returncode == 0
        terminal.press("B")
        terminal.until("passage")
        terminal.press("D")
        terminal.until("This cannot be undone.")
        terminal.press("n")
        terminal.press("enter")
        terminal.until("The bin is empty.")
        terminal.press("q", "q")
        assert terminal.wait() == 0
        assert markers_painted(terminal.raw) >= {"ZQnotecolour"}
        assert not list(breaches(terminal.raw))
