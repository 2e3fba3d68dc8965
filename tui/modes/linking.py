"""Choosing one of the links in sight, each of which has a letter."""

from typing import NamedTuple

from claims.model import Span
from tui.widgets.article.letters import Letters
from tui.widgets.article.links import Link


class Linking(NamedTuple):
    """``links`` are in sight, and ``signs`` the letters for the first of them.

    ``told`` says where the ``chosen`` one leads; with none chosen where each of the letters does, or where there is a
    link if none is in sight: ``ahead``, or before.
    """

    links: tuple[Link, ...]
    signs: str
    chosen: Link | None = None
    told: str = ""
    ahead: bool = True

    @property
    def place(self) -> str:
        """The place whose keys it gives."""
        return "links"

    @property
    def letters(self) -> Letters:
        """The letters by the anchors of the links; '' for those that have none."""
        signs = [*self.signs, *[""] * len(self.links)]
        return {link.anchor: sign for link, sign in zip(self.links, signs, strict=False)}

    def lettered(self, sign: str) -> Link | None:
        """The link that has this letter."""
        at = self.signs.find(sign)
        return self.links[at] if 0 <= at < len(self.links) else None

    @property
    def about(self) -> str:
        """Where the chosen link leads, or the letters do."""
        return self.told

    @property
    def hint(self) -> str:
        """What to do now; what can be done with a link that is chosen stands in the footer."""
        if self.chosen is not None:
            return ""
        if self.links:
            return "type the letter of one, or {link.next} · {link.leave} leave"
        return f"{{link.{'next' if self.ahead else 'previous'}}} goes there · {{link.leave}} leave"

    def answer(self, span: Span | None) -> "Linking":  # noqa: ARG002 - a link is chosen by its letter, not by a passage
        """Nothing."""
        return self

    def back(self) -> "Linking":
        """There is one step only."""
        return self

    def leave(self) -> None:
        """The text is as it was."""
