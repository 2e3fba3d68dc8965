"""One line under the article, in a window of any size: what is not saved, and why."""

from tui.widgets.word_line import WordLine


class UnsavedLine(WordLine):
    """What the library has not taken."""

    DEFAULT_CSS = "UnsavedLine { color: $text-error; text-style: bold; text-overflow: ellipsis; text-wrap: nowrap; }"
