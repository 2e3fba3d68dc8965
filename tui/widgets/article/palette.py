"""The pane's look: its style sheet, and styles composed from stacks of its component classes."""

import os
from collections.abc import Mapping
from functools import lru_cache

from rich.style import Style
from textual.widget import Widget

from tui.config.schema import config_of
from tui.widgets.few_colours import ground, has_few, shown_by
from tui.widgets.legible import asked, legible

STYLE_NAMES = (
    *("heading1", "heading2", "heading3", "heading-rule", "quote", "lead", "code", "code-block", "rule", "sign"),
    *("emphasis", "strong", "strike", "link", "image", "reference", "table-header", "table-heading", "edge"),
    *("number", "number-selected", "note", "passage-end", "passage", "content", "source", "cue", "selected"),
    *("hit", "current", "letter", "letter-chosen", "selection", "caret", "hedge", "caveat", "quantity", "dimmed"),
    *(f"meaning{n}{end}" for n in range(1, 6) for end in ("", "-end")),
    *("state-open", "state-accepted", "state-rejected", "state-yours", "state-selected", "bar", "bar-selected"),
)
FAINT = frozenset({"dimmed", "rule", "heading-rule", "bar"})
"""What is no words to be read, or is to step back."""
HEADS = frozenset({"heading1", "heading2", "heading3", "table-header"})
"""What is as bold as a source, and some of it in the colour of one: what is claimed there is written as elsewhere."""
COMPONENT_CLASSES = {f"article--{name}" for name in STYLE_NAMES}

ARTICLE_CSS = """
ArticlePane {
    height: 1fr;
    background: $surface;
    color: $foreground;
    overflow-x: hidden;
    overflow-y: auto;
    scrollbar-gutter: stable;
    scrollbar-size-vertical: 1;
    scrollbar-background: $surface;
    scrollbar-background-hover: $surface;
    scrollbar-background-active: $surface;
    scrollbar-color: $foreground 20%;
    scrollbar-color-hover: $foreground 40%;
    scrollbar-color-active: $foreground 50%;
}
"""

# Underlines are kept for claims: they tell their roles apart where there is no colour.
STYLES_CSS = """
ArticlePane {
    & > .article--heading1 { color: $text-primary; text-style: bold; }
    & > .article--heading2 { color: $text-primary; text-style: bold; }
    & > .article--heading3 { text-style: bold; }
    & > .article--heading-rule { color: $text-primary 60%; }
    & > .article--lead { color: $foreground-muted; }
    & > .article--rule { color: $foreground 30%; }
    & > .article--sign { color: $foreground-muted; }
    & > .article--quote { color: $foreground 85%; }
    & > .article--code { color: $text-secondary; background: $foreground 8%; }
    & > .article--code-block { background: $foreground 7%; }
    & > .article--table-header { text-style: bold; }
    & > .article--table-heading { color: $foreground-muted; text-style: bold; }
    & > .article--edge { color: $text-accent; text-style: bold; }
    & > .article--emphasis { text-style: italic; }
    & > .article--strong { text-style: bold; }
    & > .article--strike { text-style: strike; }
    & > .article--link { color: $text-primary; }
    & > .article--image { color: $foreground-muted; text-style: italic; }
    & > .article--reference { color: $text-primary; }

    & > .article--number { color: $text-accent; text-style: bold; }
    & > .article--number-selected { color: $text-accent; text-style: bold reverse; }
    & > .article--note { color: $text-accent; text-style: bold; }
    & > .article--passage-end { color: $text-success; text-style: bold; }
    & > .article--passage { background: $success 25%; }
    /* Told apart by whoever sees few colours too, after Okabe and Ito; a sign stands before each all the same. */
    & > .article--meaning1 { background: #f0e442 24%; }
    & > .article--meaning2 { background: #cc79a7 30%; }
    & > .article--meaning3 { background: #009e73 34%; }
    & > .article--meaning4 { background: #d55e00 30%; }
    & > .article--meaning5 { background: #0072b2 34%; }
    & > .article--meaning1-end { color: #f0e442; text-style: bold; }
    & > .article--meaning2-end { color: #cc79a7; text-style: bold; }
    & > .article--meaning3-end { color: #009e73; text-style: bold; }
    & > .article--meaning4-end { color: #d55e00; text-style: bold; }
    & > .article--meaning5-end { color: #0072b2; text-style: bold; }
    & > .article--content { background: $warning 9%; text-style: underline; }
    & > .article--source { color: $text-primary; text-style: bold; }
    & > .article--cue { color: $text-secondary; text-style: bold italic; }
    & > .article--selected { background: $warning 22%; }
    & > .article--hedge { color: $text-secondary; text-style: italic; }
    & > .article--caveat { color: $text-warning; text-style: bold; }
    & > .article--quantity { color: $text-success; text-style: bold; }
    & > .article--dimmed { color: $foreground 45%; text-style: none; }
    & > .article--state-open { color: $foreground 55%; }
    & > .article--state-accepted { color: $text-success; }
    & > .article--state-rejected { color: $text-error; }
    & > .article--state-yours { color: $text-accent; }
    & > .article--state-selected { color: $text-accent; text-style: bold; }
    & > .article--bar { color: $foreground 35%; }
    & > .article--bar-selected { color: $text-accent; }
    & > .article--hit { color: $foreground-muted; text-style: reverse; }
    & > .article--current { color: $text-accent; text-style: bold reverse; }
    & > .article--letter { color: $text-accent; text-style: bold reverse; }
    & > .article--letter-chosen { color: $text-warning; text-style: bold underline reverse; }
    & > .article--selection { background: $screen-selection-background; }
    & > .article--caret { background: $foreground; color: $surface; text-style: none; }

    &:nocolor > .article--selection { background: $surface; text-style: reverse; }
    &:nocolor > .article--selected { text-style: bold; }
    &:nocolor > .article--dimmed { text-style: dim; }
    &:nocolor > .article--caret { background: $surface; color: $foreground; text-style: bold underline reverse; }

    /* Of the sixteen colours none is faint: as a ground they would drown the words. The caret has none of its own. */
    &:ansi > .article--content, &:ansi > .article--passage, &:ansi > .article--code, &:ansi > .article--code-block {
        background: ansi_default;
    }
    &:ansi > .article--meaning1, &:ansi > .article--meaning2, &:ansi > .article--meaning3,
    &:ansi > .article--meaning4, &:ansi > .article--meaning5 { background: ansi_default; }
    &:ansi > .article--meaning1-end { color: $warning; }
    &:ansi > .article--meaning2-end { color: $accent; }
    &:ansi > .article--meaning3-end { color: $success; }
    &:ansi > .article--meaning4-end { color: $error; }
    &:ansi > .article--meaning5-end { color: $primary; }
    &:ansi > .article--selected { background: ansi_default; text-style: bold; }
    &:ansi > .article--dimmed { color: ansi_default; text-style: dim; }
    &:ansi > .article--selection { background: ansi_default; text-style: reverse; }
    &:ansi > .article--caret { background: ansi_default; color: ansi_default; text-style: bold underline reverse; }
}
"""

# Textual's style sheets know no double underline.
_DOUBLE, _SINGLE = Style(underline=False, underline2=True), Style(underline=True)
# Where a selection can only be turned round, so can the caret: the letters under the one leave theirs to the other.
_PLAIN = Style(bold=False, underline=False, underline2=False)


def can_underline_twice(environment: Mapping[str, str]) -> bool:
    """Whether the terminal takes SGR 21 for a double underline: to the Linux console and GNU screen it ends bold."""
    terminal = environment.get("TERM", "")
    # tmux may call itself screen, and knows it.
    return terminal != "linux" and not (terminal.startswith("screen") and not environment.get("TMUX"))


class Palette:
    """Rich styles for stacks of style names, the lowest first; ``forget`` it when the theme changes.

    Backgrounds with some transparency add up, so that where claims overlap the ground is deeper.
    """

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._style = lru_cache(2048)(self._compose)
        twice = config_of(widget.app).double_underline
        self._source = _DOUBLE if (can_underline_twice(os.environ) if twice == "auto" else twice) else _SINGLE

    def __call__(self, names: tuple[str, ...]) -> Style:
        """The style for ``names`` on the widget's ground."""
        return self._style(names)

    def forget(self) -> None:
        """Compose all styles anew."""
        self._style.cache_clear()

    def _compose(self, names: tuple[str, ...]) -> Style:
        _, _, surface, color = self._widget.colors
        background, look = surface, Style()
        claimed = "content" in names
        for name in names:
            if claimed and name in HEADS:
                continue
            styles = self._widget.get_component_styles(f"article--{name}")
            if styles.has_rule("background"):
                background += styles.background
            if styles.has_rule("color"):
                color = styles.color
            look += styles.text_style
            if name == "source":
                look += self._source
            elif name == "selection" and look.reverse:
                look += _PLAIN
        if has_few(app := self._widget.app):
            background = ground(names, background, surface)
        letters = background + color
        if FAINT.isdisjoint(names):
            letters = legible(letters, background, asked(app), shown_by(app))
        return look + Style.from_color(letters.rich_color, background.rich_color)
