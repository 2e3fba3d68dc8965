"""Articles of unusual size and make: megabytes, one endless line, every construct of Markdown, scripts of the world."""

from pathlib import Path

import pytest

from store.library import Library
from tests.terminal import Terminal, reader

SEEDS = sorted(Path("../shared/articles").resolve().glob("*.txt"))


def leave(terminal: Terminal) -> None:
    terminal.press("q")
    assert terminal.wait() == 0


def megabytes(path: Path, size: int, paragraph: str) -> int:
    """Write numbered paragraphs, ``size`` bytes of them, to ``path``; the number of the last."""
    count = size // len(paragraph.format(0).encode())
    path.write_text("".join(paragraph.format(number) for number in range(count)), encoding="utf-8")
    return count - 1


def test_ten_megabytes_open_scroll_and_close(database: Path, tmp_path: Path) -> None:
    article = tmp_path / "book.txt"
    last = megabytes(article, 10_000_000, "Line {:06} of a book that goes on and on.\n\n")
    with reader(database, str(article)) as terminal:
        terminal.until("Line 000001 of a book")
        terminal.press(" ")
        terminal.until(lambda words: "Line 000001" not in words and "Line 000017" in words)
        terminal.press("G")
        terminal.until(f"Line {last:06} of a book")
        terminal.press("g")
        terminal.until("Line 000001 of a book")
        leave(terminal)


def test_a_megabyte_of_markdown_opens_and_can_be_searched(database: Path, tmp_path: Path) -> None:
    article = tmp_path / "book.md"
    last = megabytes(article, 1_000_000, "## Chapter {:05}\n\nIt *rained* on [the roof](https://a.b).\n\n")
    with reader(database, str(article)) as terminal:
        terminal.until("Chapter 00000")
        terminal.press("/")
        terminal.until("words to look for")
        terminal.press(f"chapter {last:05}", "enter")
        terminal.until("Hit 1 of 1")
        terminal.until(f"Chapter {last:05}")
        leave(terminal)


def test_two_megabytes_in_one_line_open_scroll_and_close(database: Path, tmp_path: Path) -> None:
    article = tmp_path / "line.txt"
    article.write_text(" ".join(f"word{number}" for number in range(200_000)), encoding="utf-8")
    with reader(database, str(article)) as terminal:
        terminal.until("word40 word41")
        terminal.press(" ")
        terminal.until(lambda words: "word40 word41" not in words and "word400" in words)
        terminal.press("G")
        terminal.until("word199999")
        leave(terminal)


def test_the_claims_of_a_long_text_show_and_can_be_judged_while_it_is_being_read(
    database: Path, tmp_path: Path
) -> None:
    article = tmp_path / "minutes.txt"
    megabytes(article, 3_000_000, "Ada Mensah said on Monday that bridge {:06} was safe. It had rained for days.\n\n")
    with reader(database, str(article)) as terminal:
        terminal.until(lambda words: "unreviewed" in words and "reading" in words)
        terminal.press("]", "y")
        terminal.until(lambda words: "¹✓" in words and "reading" in words)
        leave(terminal)
    with Library(database) as library:
        assert [annotation.decision for annotation in library.annotations.of(1)] == ["accepted"]


EVERYTHING = """# First heading

## Second heading

A paragraph with *emphasis*, **weight**, ~~regret~~, `code in line`, [an address](https://a.example) and a note.[^1]

- one
  - one and a half
- two

3. third
4. fourth

> Quoted words
> > quoted again

| Town   | People |
|--------|-------:|
| Aarhus |    300 |
| Ry     |  70000 |

```
def code(): return "block"
```

![a lighthouse at night](lamp.jpg)

***

The end.

[^1]: The note at the foot.
"""


def test_every_construct_of_markdown_is_shown_as_what_it_is(database: Path, tmp_path: Path) -> None:
    article = tmp_path / "everything.md"
    article.write_text(EVERYTHING, encoding="utf-8")
    with reader(database, str(article), rows=60) as terminal:
        terminal.until("The note at the foot.")
        terminal.until("No claims found")
        assert terminal.cells("First heading")[0].bold
        assert terminal.cells("Second heading")[0].bold
        assert terminal.cells("emphasis")[0].italics
        assert terminal.cells("weight")[0].bold
        assert terminal.cells("regret")[0].strikethrough
        plain = terminal.cells("A paragraph")[0]
        assert terminal.cells("code in line")[0].bg != plain.bg
        assert terminal.cells("address↗")[0].fg != plain.fg
        assert terminal.cells('def code(): return "block"')[0].bg != plain.bg
        for shown in (
            "• one",
            "◦ one and a half",
            "• two",
            "3. third",
            "4. fourth",
            "a lighthouse at night",
            "a note.[1]",
        ):
            terminal.find(shown)
        assert "[1] The note at the foot." in terminal.text
        assert "▎ Quoted words" in terminal.text
        assert "▎ ▎ quoted again" in terminal.text
        _in_columns(terminal)
        rule = terminal.screen.display[terminal.find("The end.")[1] - 2]
        assert "───" in rule or "∗" in rule or "*" in rule, rule
        for markup in ("**", "~~", "](", "```", "|---", "***", "[^1]"):
            assert markup not in terminal.text
        leave(terminal)


def _in_columns(terminal: Terminal) -> None:
    """A table's first column begins, and its figures end, in one column of cells."""
    assert terminal.find("Town")[0] == terminal.find("Aarhus")[0] == terminal.find("Ry ")[0]
    ends = {terminal.find(word)[0] + len(word) for word in ("People", "300", "70000")}
    assert len(ends) == 1


SCRIPTS = """# 港の委員会

委員会は月曜日に、計画を却下したと発表した。灯台は二度消えたという。

👩‍🚒 The crew said 🇩🇰 flags were flying 🎉 all day.

قال المتحدث باسم الوزارة إن الجسر آمن.

한국어 문장도 있다. ไทยก็มี. हिन्दी भी है।
"""


def test_scripts_of_the_world_and_emoji_are_read_and_noted(database: Path, tmp_path: Path) -> None:
    article = tmp_path / "scripts.md"
    article.write_text(SCRIPTS, encoding="utf-8")
    with reader(database, str(article)) as terminal:
        shown = ("灯台は二度消えた", "👩‍🚒", "🇩🇰", "🎉", "المتحدث"[::-1], "한국어", "हिन्दी")
        terminal.until("another language")
        terminal.until(lambda _: all(words in terminal.raw.decode(errors="replace") for words in shown))
        terminal.press("/")
        terminal.until("words to look for")
        terminal.press("二度", "enter")
        terminal.until("Hit 1 of 1")
        terminal.press("v", "v", "l")
        terminal.until("Selected:")
        terminal.press("a")
        terminal.until("Save and close")
        terminal.press("確認する 🔎", "ctrl+s")
        terminal.until(lambda words: "Save and close" not in words and "✎ 確認" in words.replace("  ", " "))
        leave(terminal)
    with Library(database) as library:
        (annotation,) = library.annotations.of(1)
    assert (annotation.selectors[0].exact, annotation.note) == ("二度", "確認する 🔎")


@pytest.mark.skipif(not SEEDS, reason="the article is not part of the project")
@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (160, 45)])
def test_every_claim_of_a_news_article_can_be_stepped_through(database: Path, columns: int, rows: int) -> None:
    with reader(database, str(SEEDS[0]), columns=columns, rows=rows) as terminal:
        terminal.until(lambda words: "unreviewed" in words and "by the trained tagger" in words)
        claims = int(terminal.words.partition(" unreviewed")[0].split()[-1])
        assert claims >= 20
        for number in range(1, claims + 1):
            terminal.press("]")
            terminal.until(lambda _, number=number: _open_card(terminal) == number)
        terminal.press("]")
        terminal.until("That was the last claim.")
        leave(terminal)


def _open_card(terminal: Terminal) -> int | None:
    """The number of the claim whose card is open in the panel."""
    for line in terminal.screen.display:
        _, _, card = line.partition("▌")
        if card and card.split()[1:2] and card.split()[1].isdigit():
            return int(card.split()[1])
    return None
