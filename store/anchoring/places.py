"""Where annotations of earlier texts stand in one text, worked out once: also ahead of when it is needed."""

from collections.abc import Callable, Sequence

from store.anchoring.finding import Finder
from store.anchoring.placing import placed
from store.annotations import Annotation

_NOTE = 200
"""Giving one annotation its place takes about as long as aligning so many code points."""


class Places:
    """Where annotations stand in the text ``new``.

    What is given is remembered by all that it follows from, so that nothing has to be known of what changed since.
    """

    def __init__(self, new: str) -> None:
        self.new = new
        self._finders: dict[str, Finder] = {}
        self._placed: dict[tuple[Annotation, int, str, int], Annotation] = {}

    def finder(self, old: str) -> Finder:
        """What finds in the new text what stood in ``old``."""
        if old not in self._finders:
            self._finders[old] = Finder(old, self.new)
        return self._finders[old]

    def placed(self, annotation: Annotation, old: str, number: int) -> Annotation:
        """Return the annotation, whose selectors are of ``old``, with its place in the new text, number ``number``."""
        # Its counter is no part of what is compared, but comes along.
        key = (annotation, annotation.rev, old, number)
        if key not in self._placed:
            self._placed[key] = placed(annotation, self.finder(old), number)
        return self._placed[key]

    def look_ahead(
        self, before: str, there: Sequence[tuple[Annotation, str]], number: int, progress: Callable[[int, int], None]
    ) -> None:
        """Work out what has changed since the text ``before``, and the places of annotations, each with its own text.

        ``progress`` is called with the work done and all of it, in about the code points that are aligned; what it
        raises comes through.
        """
        texts = dict.fromkeys((before, *(old for _, old in there)))
        total = sum(map(len, texts)) + _NOTE * len(there)
        done = 0

        def aligned(so_far: int) -> None:
            progress(done + so_far, total)

        for old in texts:
            aligned(0)
            self._finders[old] = Finder(old, self.new, aligned)
            done += len(old)
        self.finder(before).changed  # noqa: B018 – remembered there
        for annotation, old in there:
            progress(done, total)
            self.placed(annotation, old, number)
            done += _NOTE
        progress(done, total)
