"""An article that has been changed, with notes in all the states that a change leaves them in."""

from pathlib import Path

from store.anchors import selector
from store.annotations import Annotation
from store.article import Article, Imported
from store.importing import read_file
from store.library import Library

OLD = """# Harbour board rejects ferry plan

The harbour board said on Monday that it had rejected the plan. Its reasons filled one page.

“We have not cut a single post,” Marta Lindqvist, the company's chief executive, told reporters on the quay.

The union, according to its newsletter, counts six people where there had been nine.

Passengers noticed nothing at all on the morning of the vote.

The mayor has yet to answer.
"""
NEW = """# Harbour board rejects ferry plan

The harbour board said on Monday that it had rejected the plan. Its reasons filled two pages.

“We have not cut a single job this year,” Marta Lindqvist, the company's chief executive, told reporters on the quay.

The union, according to its newsletter, counts six people where there had been nine.

The minister was seen on the pier.

The mayor has yet to answer.
"""
SURE = "counts six people where there had been nine"
CHANGED, GONE = "We have not cut a single post", "Passengers noticed"


def article_file(folder: Path, text: str = OLD) -> Path:
    """The article as a file, whose text may be written over."""
    path = folder / "ferry.md"
    path.write_text(text, encoding="utf-8")
    return path


def imported(folder: Path, text: str = OLD) -> Imported:
    """The article as it comes from its file."""
    return read_file(str(article_file(folder, text)))


def note_on(article: Article, text: str, words: str, uid: str, note: str) -> Annotation:
    """A note on a passage, not yet saved."""
    start = text.index(words)
    selectors = (selector(text, start, start + len(words), role="passage"),)
    return Annotation(uid=uid, article=article.id, kind="passage", selectors=selectors, note=note)


def keep_and_revise(database: Path, folder: Path) -> None:
    """Put the old text into a library, notes on what stays, what changes and what goes, and then the new text."""
    old = imported(folder)
    with Library(database) as library:
        article, _ = library.articles.add(old)
        notes = (SURE, "sure", "Count them."), (CHANGED, "changed", "Says who?"), (GONE, "gone", "All?")
        for words, uid, note in notes:
            library.annotations.save(note_on(article, old.document.text, words, uid, note))
        library.articles.add(imported(folder, NEW))
