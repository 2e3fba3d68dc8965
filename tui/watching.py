"""What other windows and scripts do to an article while it is open here."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from store.annotations import Annotation
from store.article import Article
from store.errors import SaysoError
from store.quoting import quoted
from tui.pending import in_text_order, put_among

if TYPE_CHECKING:
    from store.library import Library

EVERY = 1.0
"""Seconds between two looks."""


class AnotherArticleError(SaysoError):
    """The library holds another article in this one's place, such as after a backup was put back."""

    def __init__(self, article: Article) -> None:
        super().__init__(f"{quoted(article.metadata.title)} is not in the library any more")


class GoneArticleError(SaysoError):
    """The article was deleted for good while it was open."""

    def __init__(self, article: Article) -> None:
        super().__init__(
            f"{quoted(article.metadata.title)} was deleted for good from the library, in another window or by a "
            "command; what is on the screen can still be rescued"
        )


class Seen(NamedTuple):
    """What was kept of an article at one moment; ``version`` and ``last`` are how a later moment is told from it.

    ``article`` is as it was then: with a newer text maybe, or in the bin. ``annotations`` are all of its, those too
    that have no sure place, in text order.
    """

    version: int
    last: tuple[int, str]
    article: Article
    annotations: tuple[Annotation, ...]
    tags: tuple[str, ...]


def see(library: "Library", article: Article) -> Seen:
    """Look at all that is kept of ``article``. Raises `AnotherArticleError` where that is not there any more."""
    # The counters first: what is changed while the rest is read is then seen at the next look.
    version, last = library.data_version(), library.history.last(article.id)
    annotations = tuple(library.annotations.all(article.id))
    return Seen(version, last, still(library, article), annotations, tuple(library.annotations.tags()))


def see_again(library: "Library", article: Article, before: Seen) -> Seen:
    """Look whether anything has changed since ``before``, and only then at all of it."""
    return before if library.data_version() == before.version else see_since(library, article, before)


def see_since(library: "Library", article: Article, before: Seen | None) -> Seen:
    """Look at what has been changed since ``before``, by this program too."""
    if before is None:
        return see(library, article)
    version, last = library.data_version(), library.history.last(article.id)
    if last == before.last:
        return before._replace(version=version)
    touched = library.history.touched_since(article.id, before.last)
    if touched is None:
        return see(library, article)
    annotations = put_among(before.annotations, touched, library.annotations.all(article.id, touched))
    return Seen(version, last, still(library, article), annotations, tuple(library.annotations.tags()))


def still(library: "Library", article: Article) -> Article:
    """Return ``article`` as the library has it now. Raises `SaysoError` where it is not there any more."""
    from store.keeping.articles import UnknownArticleError

    try:
        now = library.articles.get(article.id)
    except UnknownArticleError as error:
        raise GoneArticleError(article) from error
    if now.uid != article.uid:
        raise AnotherArticleError(article)
    return now


def in_this_text(seen: Iterable[Annotation], shown: Iterable[Annotation], number: int) -> list[Annotation]:
    """Return those of ``seen`` that have a place in the text ``number``, which is on the screen.

    Those whose place is by now in a newer text stay where they are ``shown``.
    """
    here: list[Annotation] = []
    others: list[Annotation] = []
    for annotation in seen:
        if annotation.revision == number and annotation.place == "sure":
            here.append(annotation)
        elif annotation.revision > number:
            others.append(annotation)
    if not others:
        return here
    places = {annotation.uid: annotation for annotation in shown}
    for one in others:
        if one.uid in places:
            old = places[one.uid]
            here.append(
                replace(
                    one,
                    selectors=old.selectors,
                    original=old.original,
                    revision=number,
                    place="sure",
                    proposed=(),
                )
            )
    return sorted(here, key=in_text_order)
