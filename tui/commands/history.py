"""``sayso history``: everything that happened to an article or an annotation."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from store.safety import safe
from tui.commands.options import database_option, existing_library, json_option, print_json

if TYPE_CHECKING:
    from store.article import Article
    from store.keeping.change import ArticleChange, Change
    from store.library import Library
    from store.telling import Told


@click.command()
@click.argument("name", metavar="ARTICLE|UID")
@database_option
@json_option
def history(name: str, as_json: bool) -> None:
    """List every change to an article and what is on it, or to the annotation with that uid, the newest first.

    Times are in UTC. What is in the bin has a history too. Of a uid, here and elsewhere, as many letters (four at
    least) are enough as no other begins with.
    """
    from store.keeping.articles import UnknownArticleError
    from store.keeping.change import Change

    with existing_library() as opened:
        if opened is None:
            raise UnknownArticleError(name)
        told = _told(opened, name)[::-1]
    if as_json:
        print_json([_as_json(one) for one in told])
    else:
        for one in told:
            uid = f"  {one.change.uid}" if isinstance(one.change, Change) else ""
            click.echo(safe(one.line + uid))


def _told(library: "Library", name: str) -> "Sequence[Told]":
    from store.keeping.articles import UnknownArticleError
    from store.telling import article_history, tell

    changes = library.history.named(name)
    if not _is_of_annotation(library, changes):
        try:
            return article_history(library, _article(library, name))
        except UnknownArticleError:
            changes = library.history.named(whole := library.whole_uid(name))
            if not _is_of_annotation(library, changes):
                if whole == name:
                    raise
                return article_history(library, _article(library, whole))
    return tell(changes)


def _is_of_annotation(library: "Library", changes: "Sequence[Change | ArticleChange]") -> bool:
    """Whether they are the history of an annotation, or all that is left of what was deleted for good."""
    last = changes[-1] if changes else None
    return last is not None and (last.action == "purge" or bool(library.history.of_annotation(last.uid)))


def _article(library: "Library", name: str) -> "Article":
    from store.keeping.articles import UnknownArticleError
    from store.keeping.bin import NotInBinError

    try:
        return library.articles.find(name)
    except UnknownArticleError as unknown:
        try:
            return library.articles.get(library.bin.find(name).article)
        except NotInBinError:
            raise unknown from None


def _as_json(told: "Told") -> dict[str, Any]:
    shown: dict[str, Any] = {"at": told.at, "what": told.what, "undone": told.undone}
    if told.change is not None:
        shown |= asdict(told.change)
    return shown
