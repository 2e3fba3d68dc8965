"""Undo and redo, as the reader is told of them."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from store.annotations import Annotation
    from store.article import Article
    from store.library import Library


class Turn(NamedTuple):
    """A change that was taken back, or made again; or that is not ``done``, since somebody else made it.

    ``about`` is the one annotation that it was made to, if it was one, as it then was. ``change`` is its id in the
    history, ``last_made`` that of the last change made here by then.
    """

    told: str
    about: "Annotation | None" = None
    done: bool = True
    change: int = 0
    last_made: int = 0

    def agrees(self, other: "Turn") -> bool:
        """Whether both are about one change, and nothing was done here in between."""
        return (self.change, self.last_made) == (other.change, other.last_made)


def undo(library: "Library", article: "Article", agreed: Turn | None) -> Turn | None:
    """Take back the last change to what is on ``article``; one made elsewhere only if it was ``agreed`` on."""
    from store.brief import about, in_brief, made_where

    history = library.history
    while (change := history.undone_next(article.id)) is not None:
        elsewhere = history.is_elsewhere(change)
        told = in_brief(change) + made_where(change, elsewhere=elsewhere)
        turn = Turn(told, about(change), not elsewhere, change.id, history.last_made())
        if elsewhere and not (agreed and agreed.agrees(turn)):
            return turn
        claims = _claims(library, article)
        if history.undo(article.id, change.id) is not None:
            told = in_brief(change, joined=_claims(library, article) > claims)
            return turn._replace(told=told + made_where(change, elsewhere=elsewhere), done=True)
    return None


def redo(library: "Library", article: "Article") -> Turn | None:
    """Make the change again that was last taken back."""
    from store.brief import about, in_brief, made_where

    history = library.history
    while (change := history.redone_next(article.id)) is not None:
        where = made_where(change, elsewhere=history.is_elsewhere(change))
        claims = _claims(library, article)
        if history.redo(article.id, change.id) is not None:
            told = in_brief(change, joined=_claims(library, article) < claims)
            return Turn(told + where, about(change))
    return None


def _claims(library: "Library", article: "Article") -> int:
    """How many the article has, as far as it has been read."""
    return next((one.claims or 0 for one in library.articles.some([article.id])), 0)
