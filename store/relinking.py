"""What a reader does with an annotation that has no sure place: confirms, links anew, or keeps it without one.

Each is a change like any other: `Annotations.apply` keeps it, and undo takes it back.
"""

from collections.abc import Sequence
from dataclasses import replace

from claims.model import Span
from claims.text import Text
from store.anchors import selector
from store.annotations import Annotation, Role, Selector
from store.article import Article
from store.errors import SaysoError
from store.quoting import quoted


class NothingToConfirmError(SaysoError):
    """No place is proposed for an annotation, and its words are those that it was made on."""

    def __init__(self, annotation: Annotation) -> None:
        why = "has its place" if annotation.place == "sure" else "has no place that could be confirmed: link it anew"
        super().__init__(f"the note on {quoted(annotation.words)} {why}")


def confirmed(annotation: Annotation, article: Article) -> Annotation:
    """Return ``annotation`` in the place that is proposed for it, or as right on the words that it has by now.

    Raises `NothingToConfirmError`.
    """
    if annotation.reworded:
        return replace(annotation, was="")
    if annotation.place != "doubtful" or not annotation.proposed:
        raise NothingToConfirmError(annotation)
    return _here(annotation, article, annotation.proposed)


def relinked(annotation: Annotation, article: Article, text: Text, spans: Sequence[Span]) -> Annotation:
    """Return ``annotation`` on other words: ``spans`` of ``text``, the article's newest, none of them empty.

    A claim's source and cue stay where they are sure or proposed to be; its speaker stays in any case.
    """
    known = annotation.selectors if annotation.place == "sure" else annotation.proposed
    role: Role = "passage" if annotation.kind == "passage" else "content"
    words = tuple(selector(text, start, end, role) for start, end in spans)
    return _here(annotation, article, (*words, *(one for one in known if one.role in ("source", "cue"))))


def kept(annotation: Annotation) -> Annotation:
    """Return ``annotation`` as one that is to stay without a place, and that nobody is asked about again."""
    return replace(annotation, place="kept", proposed=(), score=0.0)


def _here(annotation: Annotation, article: Article, selectors: Sequence[Selector]) -> Annotation:
    return replace(
        annotation,
        selectors=tuple(selectors),
        # Of an earlier text it says nothing about this one: where that claim stands now is found as this is kept.
        original=annotation.original if annotation.revision == article.number else (),
        revision=article.number,
        place="sure",
        proposed=(),
        score=1.0,
        was="",
    )
