"""The tags that could be meant by what is being written after a ``#``, in a row under the note."""

from collections.abc import Sequence
from itertools import islice

from textual.content import Content
from textual.widgets import Static

from store.safety import label
from tui.keymap.keyed import Keyed
from tui.tagging import as_one, begun, closed, completions
from tui.widgets.fields import Paper

MOST = 8
"""Tags that are offered at once."""


class TagRow(Keyed, Static):
    """Hidden unless one of the ``known`` tags begins with what stands before the caret, or it may become a new one."""

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
        fitting = tuple(islice(completions(written, self._known), MOST)) if written is not None else ()
        self.offered = fitting or tuple(filter(None, (closed(written or ""),)))
        told = "" if self.offered else as_one(written or "", self._known)
        self.set_class(bool(self.offered or told), "-some")
        names = [f"#{label(tag, 62)}" for tag in self.offered]
        key = self.key_of("note.complete")
        if names:
            self.update(
                Content.assemble((key, "bold $text-accent"), " ", (names[0], "bold"), "  ", "  ".join(names[1:]))
            )
        else:
            self.update(Content.assemble((f"#{label(told, 62)}", "bold"), " is one new tag") if told else "")

    def complete(self, paper: Paper) -> None:
        """Write the first of those offered in the place of what was written of it."""
        row, column = paper.cursor_location
        line = paper.document.get_line(row)
        written = begun(line[:column])
        if written is not None and self.offered:
            after = "" if line[column:] else " "
            paper.replace(f"{self.offered[0]}{after}", (row, column - len(written)), (row, column))
