"""The pane that shows what changed between two texts."""

from tui.changes import Changes
from tui.widgets.article.glyphs import FixedSigns
from tui.widgets.article.highlighting import Highlight, Highlights
from tui.widgets.article.palette import COMPONENT_CLASSES
from tui.widgets.article.pane import ArticlePane
from tui.widgets.article.setting import Line


class ChangesPane(ArticlePane):
    """Reads like an article, but nothing can be selected by keyboard: there is nothing to be put on it.

    What went is struck through and what came underlined, and both stand between signs: it is told without colour, and
    where a terminal has neither.
    """

    DEFAULT_CSS = """
    ChangesPane {
        & > .article--change { color: $foreground 80%; text-style: bold; }
        & > .article--removed { color: $foreground 70%; background: $error 18%; text-style: strike; }
        & > .article--added { background: $success 22%; text-style: underline; }
        &:ansi > .article--removed, &:ansi > .article--added { background: ansi_default; }
    }
    """
    COMPONENT_CLASSES = COMPONENT_CLASSES | {"article--change", "article--removed", "article--added"}

    def __init__(self) -> None:
        super().__init__()
        self._changed = Highlights()
        self._starts: tuple[int, ...] = ()
        self._current = -1

    def show_changes(self, changes: Changes) -> None:
        """Show them from the first one on."""
        self._changed = Highlights(changes.highlights)
        self._starts, self._current = changes.starts, -1
        self.show(changes.document)
        self.decorate(FixedSigns(changes.signs))

    def highlights_on(self, line: Line) -> list[Highlight]:
        """What went and what came, and what is searched for."""
        return [*self._changed.on(line.start, max(line.end, line.start + 1)), *super().highlights_on(line)]

    def next_change(self, backwards: bool = False) -> tuple[int, int] | None:
        """Go to the next passage, round the end: its number from 1 and of how many; None without any."""
        if not self._starts:
            return None
        step = -1 if backwards else 1
        self._current = (max(self._current, 0) if self._current < 0 and backwards else self._current) + step
        self._current %= len(self._starts)
        assert self.document is not None
        self.show(self.document, at=self._starts[self._current])
        return self._current + 1, len(self._starts)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No caret here."""
        return action != "read_caret" and super().check_action(action, parameters)
