"""One line above the footer that says what the next keys do while something is under way."""

from tui.widgets.word_line import WordLine


class Hint(WordLine):
    """What the next keys do."""

    DEFAULT_CSS = "Hint { color: $accent; text-style: bold; }"
