"""``sayso history``: everything that happened to an article or an annotation."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from store.safety import safe
from tui.commands.options import database_option, existing_library, json_option, print_json

if TYPE_CHECKING:
    from store.library import Library
    from store.telling import Told


@click.command()
@click.argument("name", metavar="ARTICLE|UID")
@database_option
@json_option
def history(name: str, as_json: bool) -> None:
    """List every change to an article and what is on it, or to the annotation with that uid, the oldest first.

    Times are in UTC. What is in the bin has a history too.
    """
    from store.keeping.articles import UnknownArticleError

    with existing_library() as opened:
        if opened is None:
            raise UnknownArticleError(name)
        told = _told(opened, name)
    if as_json:
        print_json([_as_json(one) for one in told])
    else:
        for one in told:
            click.echo(safe(one.line))


def _told(library: "Library", name: str) -> "Sequence[Told]":
    from store.keeping.articles import UnknownArticleError
    from store.keeping.bin import NotInBinError
    from store.telling import article_history, tell

    changes = library.history.named(name)
    if changes and (changes[-1].action == "purge" or library.history.of_annotation(name)):
        return tell(changes)
    try:
        article = library.articles.find(name)
    except UnknownArticleError as unknown:
        try:
            article = library.articles.get(library.bin.find(name).article)
        except NotInBinError:
            raise unknown from None
    return article_history(library, article)


def _as_json(told: "Told") -> dict[str, Any]:
    shown: dict[str, Any] = {"at": told.at, "what": told.what, "undone": told.undone}
    if told.change is not None:
        shown |= asdict(told.change)
    return shown
