"""The caret, with which words are selected by keys, and what is done with the selected words."""

from collections.abc import Iterable

from store.annotations import MEANINGS
from tui.keymap.commands import Command, Place

MOVE, WORDS, SENTENCES = "move the caret", "by words", "by sentences"


def meant(names: Iterable[str]) -> str:
    """The line of the help for the digits that give a highlight one of the meanings ``names``."""
    return f"highlight with a meaning: {', '.join(names)}"


BEGINNING = Place(
    "beginning",
    "Select",
    (
        Command(
            id="read.select-by-keys",
            keys=("v",),
            action="read_caret",
            name="Select by keys",
            help="bring the caret out; again: start selecting",
            also="selection text words visual caret cursor",
        ),
    ),
    on=("reading",),
)

SELECTING = Place(
    "selecting",
    "Select",
    (
        Command(
            id="caret.anchor",
            keys=("v", "space"),
            action="caret_anchor",
            name="Anchor",
            short="Select",
            footer=1,
            help="bring the caret out; again: start selecting",
        ),
        Command(id="caret.left", keys=("h", "left"), action="caret_move('left')", name="Left", help=MOVE),
        Command(id="caret.down", keys=("j", "down"), action="caret_move('down')", name="Down", help=MOVE),
        Command(id="caret.up", keys=("k", "up"), action="caret_move('up')", name="Up", help=MOVE),
        Command(id="caret.right", keys=("l", "right"), action="caret_move('right')", name="Right", help=MOVE),
        Command(
            id="caret.word-right",
            keys=("w",),
            action="caret_move('word_right')",
            name="Word right",
            short="Word",
            footer=2,
            help=WORDS,
        ),
        Command(id="caret.word-left", keys=("b",), action="caret_move('word_left')", name="Word left", help=WORDS),
        Command(id="caret.word-end", keys=("e",), action="caret_move('word_end')", name="Word end", help=WORDS),
        Command(id="caret.line-start", keys=("0", "home"), action="caret_move('line_start')", name="Line start"),
        Command(id="caret.line-end", keys=("$", "end"), action="caret_move('line_end')", name="Line end"),
        Command(
            id="caret.sentence-left",
            keys=("(",),
            action="caret_move('sentence_left')",
            name="Sentence left",
            help=SENTENCES,
        ),
        Command(
            id="caret.sentence-right",
            keys=(")",),
            action="caret_move('sentence_right')",
            name="Sentence right",
            short="Sentence",
            footer=3,
            help=SENTENCES,
        ),
        Command(id="caret.paragraph-left", keys=("{",), action="caret_move('paragraph_left')", name="Paragraph left"),
        Command(
            id="caret.paragraph-right", keys=("}",), action="caret_move('paragraph_right')", name="Paragraph right"
        ),
        Command(id="caret.page-up", keys=("pageup", "ctrl+b"), action="caret_move('page_up')", name="Page up"),
        Command(id="caret.page-down", keys=("pagedown", "ctrl+f"), action="caret_move('page_down')", name="Page down"),
        Command(id="caret.text-start", keys=("g",), action="caret_move('first')", name="Text start"),
        Command(id="caret.text-end", keys=("G",), action="caret_move('last')", name="Text end"),
        Command(id="caret.select-left", keys=("shift+left",), action="caret_extend('left')", name="Select left"),
        Command(id="caret.select-right", keys=("shift+right",), action="caret_extend('right')", name="Select right"),
        Command(id="caret.select-up", keys=("shift+up",), action="caret_extend('up')", name="Select up"),
        Command(id="caret.select-down", keys=("shift+down",), action="caret_extend('down')", name="Select down"),
        Command(
            id="caret.select-word-left",
            keys=("ctrl+shift+left",),
            action="caret_extend('word_left')",
            name="Select word left",
        ),
        Command(
            id="caret.select-word-right",
            keys=("ctrl+shift+right",),
            action="caret_extend('word_right')",
            name="Select word right",
        ),
        Command(
            id="caret.select-to-line-start",
            keys=("shift+home",),
            action="caret_extend('line_start')",
            name="Select to line start",
        ),
        Command(
            id="caret.select-to-line-end",
            keys=("shift+end",),
            action="caret_extend('line_end')",
            name="Select to line end",
        ),
        Command(
            id="caret.select-paragraph",
            keys=("V",),
            action="caret_paragraph",
            name="Select paragraph",
            also="whole paragraph",
            short="Paragraph",
            footer=4,
            help="the whole paragraph",
        ),
        Command(
            id="caret.swap-ends",
            keys=("o",),
            action="caret_swap",
            name="Swap ends",
            short="Other end",
            footer=5,
            help="the other end",
        ),
        Command(
            id="caret.grow",
            keys=("+",),
            action="caret_grow",
            name="Select more",
            short="More words",
            also="grow larger wider sentence paragraph section widen extend expand bigger enlarge selection longer",
            help="more: word, sentence, paragraph, section, all; less",
        ),
        Command(
            id="caret.shrink",
            keys=("-",),
            action="caret_shrink",
            name="Select less",
            short="Fewer",
            also="shrink smaller fewer narrow reduce less shorter selection",
            help="more: word, sentence, paragraph, section, all; less",
        ),
        # With priority, since Textual's screen clears every selection at Esc before it looks at any other binding.
        Command(
            id="caret.put-away",
            keys=("escape",),
            action="put_away",
            name="Clear",
            short="Let go",
            footer=6,
            priority=True,
            help="let go",
            also="deselect unselect",
        ),
    ),
    on=("reading",),
)

PASSAGE = Place(
    "passage",
    "Select",
    (
        Command(
            id="passage.highlight",
            keys=("h",),
            action="highlight",
            name="Highlight",
            also="marker underline meaning bold mark",
            help="highlight what the mouse selected",
        ),
        # While the caret is out h moves it.
        Command(
            id="passage.highlight-by-caret",
            keys=("H",),
            action="highlight",
            name="Highlight",
            help="highlight what the caret selected",
        ),
        *(
            Command(
                id=f"passage.meaning-{n}",
                keys=(str(n),),
                action=f"meaning({n})",
                name=f"Highlight: {name}",
                help=meant(MEANINGS),
            )
            for n, name in enumerate(MEANINGS, 1)
        ),
        Command(
            id="read.copy",
            keys=("Y",),
            action="copy_quotation",
            name="Copy as a quotation",
            also="clipboard cite citation quote yank",
            short="Copy",
            help="copy as a quotation with its citation",
        ),
    ),
    on=("reading",),
)

PLACES = (BEGINNING, SELECTING, PASSAGE)
