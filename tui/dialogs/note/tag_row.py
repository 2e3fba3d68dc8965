"""The tags that could be meant by what is being written after a ``#``, in a row under the note."""

from collections.abc import Sequence
from itertools import islice

from textual.content import Content
from textual.widgets import Static

from store.safety import label
from tui.keymap.keyed import Keyed
from tui.tagging import begun, completions
from tui.widgets.fields import Paper

MOST = 8
"""Tags that are offered at once."""


class TagRow(Keyed, Static):
    """Hidden unless one of the ``known`` tags begins with what stands before the caret."""

    DEFAULT_CSS = """
    TagRow { display: none; height: 1; color: $text-muted; text-wrap: nowrap; text-overflow: ellipsis; }
    TagRow.-some { display: block; }
    """

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__()
        self._known = tuple(known)
        self.offered: tuple[str, ...] = ()

    def offer(self, paper: Paper) -> None:
        """Offer what fits the words before the caret of ``paper``."""
        start, (row, column) = paper.selection
        written = begun(paper.document.get_line(row)[:column]) if start == (row, column) else None
        fitting = () if written is None else tuple(islice(completions(written, self._known), MOST))
        if fitting != self.offered:
            self.offered = fitting
            self.set_class(bool(fitting), "-some")
            names = [f"#{label(tag, 60)}" for tag in fitting]
            key = self.key_of("note.complete")
            self.update(
                Content.assemble((key, "bold $text-accent"), " ", (names[0], "bold"), "  ", "  ".join(names[1:]))
                if names
                else ""
            )

    def complete(self, paper: Paper) -> None:
        """Write the first of those offered in the place of what was written of it."""
        row, column = paper.cursor_location
        line = paper.document.get_line(row)
        written = begun(line[:column])
        if written is not None and self.offered:
            after = "" if line[column:] else " "
            paper.replace(f"{self.offered[0]}{after}", (row, column - len(written)), (row, column))
