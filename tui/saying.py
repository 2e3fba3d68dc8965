"""A short word to the reader: in the line above the footer, or in the corner where there is none."""

from typing import Any, Literal

from textual.css.query import NoMatches
from textual.screen import Screen

from store.safety import label
from tui.keymap.keyed import plain
from tui.widgets.hint import Hint


def say(screen: Screen[Any], words: str, *, wrong: bool = False) -> None:
    """Say ``words``, which may hold foreign text. What went ``wrong`` comes in the corner, not to be missed."""
    # One at a time: a pile of them would cover the article.
    screen.app.clear_notifications()
    if not wrong:
        try:
            screen.query_one(Hint).tell(words)
        except NoMatches:
            pass
        else:
            return
    severity: Literal["error", "information"] = "error" if wrong else "information"
    screen.notify(label(plain(words), 400), severity=severity, timeout=6 if wrong else 4, markup=False)
