"""What of an article is on display: its claims with the annotations in front of them, those that wait among them."""

from collections.abc import Callable, Iterable, Sequence

from claims.model import Claim, Reading
from claims.text import Text
from store.annotations import Annotation
from store.review import Item, Review
from tui.pending import Change, with_changes


class Display:
    """The claims and annotations of one article, brought up to date with little to do after each change.

    ``reading`` is None until the whole article has been read; ``unsaved`` are the annotations, by their uids, that are
    not kept as they are on display.
    """

    def __init__(self, text: Callable[[], Text] = str) -> None:
        self._text = text
        self.reading: Reading | None = None
        self.annotations: tuple[Annotation, ...] = ()
        self.unsaved: frozenset[str] = frozenset()
        self.attitudes = False
        self._found: list[Claim] = []
        self._so_far = Reading("")
        self._review = Review(self._so_far)

    @property
    def text(self) -> Text:
        """The text that all this stands in, as it is now."""
        return self._text()

    @property
    def items(self) -> tuple[Item, ...]:
        """What is shown, in text order."""
        return self._review.items

    @property
    def read_so_far(self) -> Reading:
        """The reading, or while there is none yet, one of what has been found."""
        if len(self._so_far.claims) != len(self._found):
            self._so_far = Reading("", tuple(self._found))
        return self.reading or self._so_far

    def begin(self, review: Review, annotations: Sequence[Annotation]) -> None:
        """Show what is kept."""
        self.reading, self.annotations = review.reading, tuple(annotations)
        if review.reading is not None and review.attitudes == self.attitudes:
            self._review = review
        self.update()

    def forget(self) -> None:
        """Show no claims: they were those of another text."""
        self.reading = None
        self._found.clear()

    def found(self, claims: Iterable[Claim]) -> None:
        """Have more claims, which are shown at the next `update`."""
        self._found += claims

    def read(self, reading: Reading | None) -> None:
        """Have the whole reading, shown at the next `update`."""
        self.reading = reading
        self._found.clear()

    def show(self, kept: Sequence[Annotation], waiting: Sequence[Change]) -> None:
        """Show the annotations that are ``kept``, and on top of them the changes that the library has yet to take."""
        self.annotations = with_changes(kept, waiting)
        if waiting:
            by_uid = {annotation.uid: annotation for annotation in kept}
            others = (one for one in self.annotations if by_uid.get(one.uid) is not one)
            self.unsaved = frozenset(one.uid for one in others if by_uid.get(one.uid) != one)
        else:
            self.unsaved = frozenset()
        self.update()

    def update(self) -> None:
        """Bring the items up to date."""
        reading = self.read_so_far
        review = self._review
        if review.reading is reading and review.attitudes == self.attitudes:
            review.changed(self.annotations)
        else:
            self._review = Review(reading, self.annotations, text=self.text, attitudes=self.attitudes)

    def index_of(self, uid: str) -> int | None:
        """Where the annotation ``uid`` stands in `items`."""
        return self._review.index_of(uid)

    def now(self, item: Item) -> Item:
        """``item`` as it stands by now: the same claim or annotation, after what was changed meanwhile."""
        return self._review.find(item) or item
