"""Articles that a library holds before the program is started."""

from pathlib import Path

from store.article import Article
from store.importing import read_file
from store.library import Library


def add(database: Path, file: Path | str) -> Article:
    """Put ``file`` into the library with its claims, as an earlier session left it.

    The model is loaded once for all tests, where every program that has to read a text loads it anew.
    """
    with Library(database) as library:
        article, _ = library.articles.add(read_file(str(file)))
        library.readings.read(article)
    return article
