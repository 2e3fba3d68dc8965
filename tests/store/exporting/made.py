"""Items to export, made by hand."""

from claims.model import Claim, Spans
from store.annotations import Annotation, Selector
from store.document import Document
from store.review import Item


def detected(number: int, content: Spans, speaker: str | None = None) -> Item:
    """A claim that an engine found and nobody has looked at."""
    return Item(number, Claim(content=content, speaker=speaker), None)


def annotated(
    document: Document, words: str, number: int | None = None, claim: Claim | None = None, **about: object
) -> Item:
    """A claim (a passage without ``number``) annotated where ``words`` first stand in ``document``.

    Of ``claim``, if one was found there, it keeps the other roles.
    """
    start = document.text.index(words)
    role = "passage" if number is None else "content"
    annotation = Annotation(
        uid=f"{number}-{start}",
        article=1,
        kind="passage" if number is None else "claim",
        selectors=(
            Selector(role, start, start + len(words), words),
            *(Selector("source", *span, document.text[slice(*span)]) for span in (claim.source if claim else ())),
            *(Selector("cue", *span, document.text[slice(*span)]) for span in (claim.cue if claim else ())),
        ),
        **about,  # type: ignore[arg-type]
    )
    return Item(number, claim, annotation)
