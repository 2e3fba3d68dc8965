"""Copying in a real terminal: what it is given for its clipboard is the quotation with its source, and nothing else."""

from pathlib import Path

import pytest

from tests.e2e.added import add
from tests.e2e.hostile import breaches, copied
from tests.terminal import at_the_first_claim, reader

ARTICLE = """---
title: Lighthouse report
outlet: Harbour Post
published: 2026-03-02
url: https://post.example/1
---

“We looked twice,” Marta Lindqvist told reporters on Monday.
"""
SOURCE = "“Lighthouse report”, Harbour Post, 2 March 2026, https://post.example/1"
ALONE = {"SSH_CONNECTION": "far away", "TMUX": ""}
"""Where no helper is run, which would copy into the clipboard of whoever tests."""


@pytest.fixture
def article(database: Path, tmp_path: Path) -> str:
    path = tmp_path / "lighthouse.md"
    path.write_text(ARTICLE, encoding="utf-8")
    add(database, path)
    return str(path)


@pytest.mark.parametrize(("columns", "rows"), [(120, 40), (40, 12)])
def test_the_selected_claim_and_selected_words_are_given_to_the_terminal(
    database: Path, article: str, columns: int, rows: int
) -> None:
    with reader(database, article, columns=columns, rows=rows, environment=ALONE) as terminal:
        if columns == 120:
            at_the_first_claim(terminal)
        else:
            terminal.until("Lighthouse")
            terminal.press("]")
            terminal.until("1 · Marta Lindqvist")
        terminal.press("Y")
        terminal.until("Copied as a quotation")
        terminal.press("/")
        terminal.until("words to look for")
        terminal.press("reporters", "enter")
        terminal.until("Hit 1 of 1")
        terminal.press("v", "v", "e")
        terminal.until("Selected")
        terminal.press("Y")
        terminal.until(lambda _: len(copied(terminal.raw)) == 2)
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
        quoted = [f"“We looked twice” — Marta Lindqvist, in {SOURCE}", f"“reporters” — {SOURCE}"]
        assert copied(terminal.raw) == quoted
        assert not list(breaches(terminal.raw, quoted))
        assert len(list(breaches(terminal.raw))) == 4  # each begins and ends with what a terminal acts on
