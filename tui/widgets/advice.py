"""Above what was found: what of the query was not understood, and what would be."""

from tui.widgets.word_line import WordLine


class Advice(WordLine):
    """As many lines as that needs, up to three, since it lists what there is."""

    DEFAULT_CSS = "Advice { color: $text-warning; height: auto; max-height: 3; }"
