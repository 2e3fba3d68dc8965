"""``sayso read --plain``: the article, or the library, as lines of words, for screen readers and pipes."""

from collections.abc import Iterable

import click
from rich.cells import cell_len

from tui.commands.options import Said, existing_library
from tui.commands.reading import found_in, imported_from, name_of
from tui.widgets.article.wrapping import wrap

WIDTH = 80
"""Cells of a line, unless another width is asked for."""


def print_article(file: str, width: int) -> None:
    """Print the article in ``file`` (- for standard input) with its claims, and with what the library holds on it.

    Nothing is added to the library, and none is made. Lines have at most ``width`` cells; 0 breaks none.
    """
    from store.review import merge
    from store.telling_plain import told_plainly

    imported = imported_from(file)
    document, metadata, reading = imported.document, imported.metadata, None
    annotations, unplaced = [], []
    with existing_library(optional=True) as library:
        article = library.articles.same_text(imported) if library else None
        if library and article:
            document, metadata = library.articles.document(article), article.metadata
            reading = library.readings.up_to_date(article)
            annotations, unplaced = library.annotations.of(article.id), library.annotations.unplaced(article.id)
    if reading is None:
        reading = found_in(document, name_of(file))
    Said()(imported.notice, *reading.notices)
    items = merge(reading, annotations, text=document.text)
    _print(told_plainly(metadata, document, reading, items, unplaced), width)


def print_library(width: int) -> None:
    """Print what is in the library, an article a line of at most ``width`` cells; 0 breaks none."""
    from store.telling_plain import library_plainly

    with existing_library() as library:
        summaries = library.articles.list() if library else []
    if not summaries:
        click.echo("No articles yet. Open one with: sayso FILE")
    _print(library_plainly(summaries), width)


def _print(lines: Iterable[str], width: int) -> None:
    for line in lines:
        if not width or cell_len(line) <= width:
            click.echo(line)
        else:
            for start, end in wrap(line, width):
                click.echo(line[start:end].rstrip())
