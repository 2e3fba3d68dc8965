"""Amending what is kept: its words grow and shrink, come and go, and change what they are to it."""

from typing import NamedTuple

from claims.model import Span
from claims.text import Text
from store.amending import AmendError, Piece, pieces, with_piece, with_role
from store.annotations import Annotation, Role
from tui.modes.mode import Done

ROLES: dict[Role, str] = {
    "content": "What is claimed",
    "source": "Who says it",
    "cue": "The word that says so",
    "passage": "The passage",
}
# First what ends it: in a narrow window the rest is cut off, and the footer has most of that.
_KEYS = (
    "{amend.keep} keep · {amend.leave} leave · {amend.word-left} {amend.word-right} words,"
    " {amend.left} {amend.right} letters · {amend.other-end} other end · {amend.next} next piece"
)
_BRIEF: dict[Role, str] = {"content": "Claimed", "source": "Speaker", "cue": "Cue", "passage": "Passage"}
_CUT = (
    "Cut here? {amend.split} split · {amend.leave} back · {amend.word-left} {amend.word-right} or a click on the word"
    " that the second claim begins with move the cut"
)


class Amending(NamedTuple):
    """``draft`` is what ``before`` has become so far, and ``number`` which of its pieces is at hand.

    ``derived`` is the name of the speaker that an engine found; ``text`` the article's. Whatever takes the span that
    is selected, or None, has it for the piece at hand first. Raises AmendError where no words would be left. While
    the reader is asked where to split, ``cut_at`` is where at first, and what is selected is no piece.
    """

    before: Annotation
    draft: Annotation
    text: Text
    derived: str | None = None
    number: int = 0
    cut_at: int | None = None

    @property
    def place(self) -> str:
        """The place whose keys it gives."""
        return "amending"

    @property
    def about(self) -> str:
        """It is plain what it is about."""
        return ""

    @property
    def piece(self) -> Piece:
        """What is at hand."""
        return pieces(self.draft)[self.number]

    @property
    def hint(self) -> str:
        """What is at hand, and what the keys do."""
        if self.cut_at is not None:
            return _CUT
        return f"{ROLES[self.piece[0]]}, {self.number + 1}/{len(self.draft.selectors)} · {_KEYS}"

    @property
    def brief(self) -> str:
        """The hint for a window that is so narrow that keeping and leaving stand at its foot alone."""
        if self.cut_at is not None:
            return _CUT
        at = f"{_BRIEF[self.piece[0]]} {self.number + 1}/{len(self.draft.selectors)}"
        return f"{at} · {{amend.next}} next · {{amend.other-end}} other end · {{amend.left}} {{amend.right}} letters"

    def moved(self, span: Span | None) -> "Amending":
        """The piece at hand is ``span`` now."""
        if self.cut_at is not None:
            return self._replace(cut_at=None)
        role, old = self.piece
        span = self._words(span)
        if span is None or span == old:
            return self
        return self._of(with_piece(self.draft, self.text, role, old, span, derived=self.derived), role, span[0])

    def next(self, span: Span | None) -> "Amending":
        """On to the next piece."""
        moved = self.moved(span)
        return moved._replace(number=(moved.number + 1) % len(moved.draft.selectors))

    def into(self, role: Role, span: Span | None) -> "Amending":
        """The piece at hand is this to it now."""
        moved = self.moved(span)
        draft = with_role(moved.draft, self.text, moved.piece, role, derived=self.derived)
        return self._of(draft, role, moved.piece[1][0])

    def added(self, span: Span | None) -> "Amending":
        """``span`` is a piece of its own, of what there is none yet, and the one at hand stays as it was."""
        if self.cut_at is not None:
            return self._replace(cut_at=None)
        role, old = self.piece
        span = self._words(span)
        if span is None or span == old:
            return self
        lacking: tuple[Role, ...] = ("cue", "source") if self.draft.kind == "claim" else ()
        role = next((one for one in lacking if not self.draft.spans(one)), role)
        return self._of(with_piece(self.draft, self.text, role, None, span, derived=self.derived), role, span[0])

    def to_cut(self, span: Span | None) -> "Amending":
        """What is claimed is to be cut in two; where it is asked already, there is nothing to cut there."""
        if self.cut_at is not None:
            raise AmendError("a claim is split between two words of it")
        moved = self.moved(span)
        from store.splitting import cut

        (start, _), at = cut(moved.draft, self.text)
        return self._of(moved.draft, "content", start)._replace(cut_at=at)

    def dropped(self) -> "Amending":
        """Without the piece at hand."""
        role, old = self.piece
        draft = with_piece(self.draft, self.text, role, old, None, derived=self.derived)
        return self._replace(draft=draft, number=min(self.number, len(draft.selectors) - 1), cut_at=None)

    def answer(self, span: Span | None) -> "Done":
        """All of it is as it should be."""
        return Done(self.moved(span))

    def back(self) -> "Amending":
        """There is no order of steps."""
        return self

    def leave(self) -> None:
        """It stays as it is kept."""

    def _of(self, draft: Annotation, role: Role, at: int) -> "Amending":
        """``draft``, with the piece at hand that is ``role`` at ``at``."""
        here = (i for i, (of, (start, end)) in enumerate(pieces(draft)) if of == role and start <= at < end)
        return self._replace(draft=draft, number=next(here, 0))

    def _words(self, span: Span | None) -> Span | None:
        """``span`` without the space around its words."""
        if span is None or not (words := self.text[slice(*span)].strip()):
            return span
        start = self.text.find(words, *span)
        return start, start + len(words)
