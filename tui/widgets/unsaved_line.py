"""Under the article, in a window of any size: what is not saved, and why."""

from tui.widgets.word_line import WordLine


class UnsavedLine(WordLine):
    """What the library has not taken; as many lines as that needs, up to three, since it names files."""

    DEFAULT_CSS = "UnsavedLine { color: $text-error; text-style: bold; height: auto; max-height: 3; }"

    def moves(self, words: str) -> bool:  # noqa: ARG002
        """Its height is that of what it says."""
        return True
