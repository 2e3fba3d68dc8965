"""A note on some words of a text, and what becomes of it in the next text."""

from store.anchoring.finding import Finder
from store.anchoring.placing import placed
from store.anchors import selector
from store.annotations import Annotation, Role, Selector


def selected(text: str, words: str, role: Role = "passage", nth: int = 0) -> Selector:
    """The selector of the ``nth`` place in ``text`` that reads ``words``."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return selector(text, at, at + len(words), role)


def passage(text: str, words: str, nth: int = 0) -> Annotation:
    """A note on ``words`` of ``text``."""
    return Annotation(uid="u1", article=1, kind="passage", selectors=(selected(text, words, nth=nth),))


def claim(text: str, content: str, source: str, cue: str) -> Annotation:
    """A note on a claim in ``text``."""
    words: tuple[tuple[Role, str], ...] = (("content", content), ("source", source), ("cue", cue))
    selectors = tuple(selected(text, said, role) for role, said in words)
    return Annotation(uid="u1", article=1, kind="claim", selectors=selectors)


def moved(annotation: Annotation, old: str, new: str) -> Annotation:
    """The annotation of ``old`` as it is placed in ``new``, its second revision."""
    return placed(annotation, Finder(old, new), 2)


def where(annotation: Annotation) -> tuple[int, int]:
    """Where it is, or is proposed to be."""
    one, *_ = annotation.proposed or annotation.selectors
    return one.start, one.end
