"""The links in a text: which are in sight, the letters beside them, and the one that is chosen."""

from collections.abc import Callable, Iterator, Sequence
from string import ascii_letters

from textual.binding import Binding, BindingType

from store.document import Document
from tui.widgets.article.caret import CaretFlow
from tui.widgets.article.glyphs import LINK
from tui.widgets.article.highlighting import Highlight
from tui.widgets.article.letters import Letters, letter_on, lettered
from tui.widgets.article.links import Link, Links
from tui.widgets.article.setting import Line, Run

LETTERS: list[BindingType] = [Binding(sign, f"pick({sign!r})", show=False) for sign in ascii_letters]
"""Each letter picks a link, while it is one that does."""


class LinkedFlow(CaretFlow):
    """A view that can put letters beside the links in its text. It follows none of them."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.links = Links(Document("", ()))
        self._letters: Letters = {}
        self._chosen: Link | None = None
        self._signs = ""
        self._pick: Callable[[str], None] | None = None

    def take_letters(self, signs: str, pick: Callable[[str], None]) -> None:
        """Call ``pick`` with each of ``signs`` that is pressed, and keep no other key from its own; '' ends that."""
        # As bindings, since a key that is looked at on its way through the widgets overtakes what one before it does.
        self._signs, self._pick = signs, pick

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While letters pick links the arrows do not scroll: they go from link to link."""
        if action == "pick":
            return any(str(sign) in self._signs for sign in parameters)
        return not (self._signs and action == "read_rows") and super().check_action(action, parameters)

    @property
    def picking(self) -> bool:
        """Whether letters pick links; no longer where another text has come."""
        return bool(self._signs)

    def action_pick(self, sign: str) -> None:
        """Pick the link that has this letter."""
        if self._pick is not None:
            self._pick(sign)

    def show(self, document: Document, *, at: int = 0) -> None:
        """Show ``document`` with the text at ``at`` at the top; the letters in another go."""
        if document is not self.document:
            self.links = Links(document)
            self._letters, self._chosen, self._signs = {}, None, ""
        super().show(document, at=at)

    @property
    def links_in_sight(self) -> Sequence[Link]:
        """The links whose signs are on the screen."""
        return self.links.of(*self.visible_span) if self.text else ()

    def point_to(self, letters: Letters, chosen: Link | None = None) -> None:
        """Put ``letters`` in the places of the links' signs, and let ``chosen`` stand out; both until the next time."""
        if (letters, chosen) != (self._letters, self._chosen):
            self._letters, self._chosen = letters, chosen
            self.repaint()

    def as_painted(self, line: Line) -> Line:
        """``line`` with the letters of its links."""
        if not self._letters:
            return line
        chosen = self._chosen.anchor if self._chosen else None
        return lettered(line, self._letters, chosen, width=self._geometry[2])

    def chosen_on(self, line: Line) -> Iterator[Highlight]:
        """The words of the link that is chosen."""
        link = self._chosen
        if link is not None and link.kind != "note" and link.start < line.end and link.end > line.start:
            yield Highlight(link.start, link.end, "current")

    def link_under(self, offset: int, run: Run | None) -> Link | None:
        """The link that was clicked: on its words at ``offset``, or its sign or letter, which ``run`` may be."""
        if run is None:
            return None
        if (anchor := letter_on(run, self._letters)) is not None:
            return next((link for link in self.links.of(anchor[1], anchor[1]) if link.anchor == anchor), None)
        if run.source:
            found = self.links.at(offset)
            return found if found is not None and found.kind != "note" else None
        kinds = {"link"} if run.text == LINK else {"note"} if "lead" in run.styles else {"image"}
        near = self.links.of(run.at, run.at) + ([found] if (found := self.links.at(run.at)) is not None else [])
        return next((link for link in near if link.kind in kinds and run.at in (link.start, link.sign)), None)
