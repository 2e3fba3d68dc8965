"""What is kept of an article, loaded as it is opened."""

from typing import TYPE_CHECKING, NamedTuple

from claims.model import Reading
from claims.text import Text
from store.article import Article, Imported
from store.document import Document
from store.keeping.errors import ReadOnlyError
from store.review import Review
from tui.watching import Seen, in_this_text, see

if TYPE_CHECKING:
    from store.keeping.drafts import Draft
    from store.library import Library
    from store.moved import Moved


class Kept(NamedTuple):
    """What the library knew of an article when it was opened.

    ``document`` is its newest text where what was opened is an earlier one, else None. ``moved`` is what became of its
    annotations where what was opened has become its newest text. ``own_tags`` are those that the article gives itself.
    """

    seen: Seen
    review: Review
    drafts: tuple["Draft", ...]
    position: int
    notices: tuple[str, ...]
    document: Document | None
    moved: "Moved | None"
    own_tags: tuple[str, ...]

    @property
    def reading(self) -> Reading | None:
        """What was found in the article, if all of it was read."""
        return self.review.reading


def text_of(library: "Library", article_id: int, revision: int | None = None) -> tuple[Article, Document]:
    """Return an article and its newest text, or that of ``revision``. Raises SaysoError where there is none."""
    article = library.articles.get(article_id)
    if revision is None:
        return article, library.articles.document(article)
    return article, library.revisions.document(article_id, revision)


def enter(library: "Library", imported: Imported | None, article: Article | None, text: Text | None = None) -> Kept:
    """Add ``imported`` to the library, or find it there, unless ``article`` says which one it is; load what is kept.

    ``text`` is the one that was opened.
    """
    notices, document, moved = [*library.notices], None, None
    if library.read_only:
        notices.append(str(ReadOnlyError(library.path)))
    if article is None:
        assert imported is not None
        article, outcome = library.articles.add(imported)
        if outcome.kind == "revised":
            moved = outcome.moved
        else:
            notices.append(outcome.notice(imported.path or "-", article))
        newest = library.articles.document(article)
        if newest.text != imported.document.text:
            document, text = newest, newest.text
    reading = library.readings.up_to_date(article)
    seen = see(library, article)
    return Kept(
        seen=seen,
        review=Review(reading, in_this_text(seen.annotations, (), seen.article.number), text=text),
        drafts=tuple(library.drafts.left(article.id)),
        position=library.articles.position(article.id),
        notices=tuple(notices),
        document=document,
        moved=moved,
        own_tags=library.revisions.own_tags(article),
    )
