"""What the keys do while a claim is being marked, or amended, or an annotation linked anew."""

from tui.keymap.commands import Command, Place

MARKING = Place(
    "marking",
    "Select",
    (
        Command(
            id="mode.answer",
            keys=("enter",),
            action="answer",
            name="Confirm",
            listed=False,
            help="highlight what the caret selected",
        ),
        Command(id="mode.back", keys=("backspace",), action="unanswer", name="Step back", listed=False),
        # With priority: before anything else lets go at Esc.
        Command(id="mode.leave", keys=("escape",), action="leave_mode", name="Leave off", listed=False, priority=True),
    ),
    on=("selecting", "reading"),
)


def _amend(
    name: str,
    keys: tuple[str, ...],
    action: str,
    words: str,
    help: str,
    short: str = "",
    footer: int = 0,
    also: str = "",
) -> Command:
    """With priority: while something is amended the caret's keys are for its edges."""
    return Command(
        id=f"amend.{name}",
        keys=keys,
        action=f"amend_{action}",
        name=words,
        short=short,
        help=help,
        footer=footer,
        priority=True,
        also=also,
    )


LETTERS, WORDS, SENTENCES = "the edge by letters", "the edge by words", "the edge by sentences"
ROLE = "this is who says it, the word that says so, what is claimed"
PIECES = "add the selected words as a piece, drop the piece"
CLAIMS = "split the claim at the edge, join it with the next"
ENDING = "keep all of it as one change, leave it as it was"

AMENDING = Place(
    "amending",
    "Amend",
    (
        _amend("next", ("tab",), "next", "Next piece", "the next piece", "Next piece", 6),
        _amend("left", ("h", "left"), "move('left')", "Edge to the left", LETTERS),
        _amend("right", ("l", "right"), "move('right')", "Edge to the right", LETTERS),
        _amend(
            "word-left",
            ("b",),
            "move('word_left')",
            "Edge a word left",
            WORDS,
            "Edge ←",
            3,
            "shorter longer less more grow shrink widen extend",
        ),
        _amend(
            "word-right",
            ("w",),
            "move('word_right')",
            "Edge a word right",
            WORDS,
            "Edge →",
            4,
            "longer shorter more less grow shrink widen extend",
        ),
        _amend("sentence-left", ("(",), "move('sentence_left')", "Edge a sentence left", SENTENCES),
        _amend("sentence-right", (")",), "move('sentence_right')", "Edge a sentence right", SENTENCES),
        _amend("other-end", ("o",), "swap", "The other end", "the other end", "Far edge", 5),
        _amend("source", ("s",), "into('source')", "The piece is who says it", ROLE, "As speaker", 7),
        _amend("cue", ("k",), "into('cue')", "The piece is the word that says so", ROLE, "As cue", 8),
        _amend("content", ("c",), "into('content')", "The piece is what is claimed", ROLE, "As claim", 9),
        _amend("add", ("a",), "add", "Add a piece", PIECES, "Add", 10),
        _amend("drop", ("d",), "drop", "Drop the piece", PIECES, "Drop", 11),
        _amend("split", ("|",), "split", "Split here", CLAIMS, "Split", 12, "divide cut two"),
        _amend("join", ("&",), "join", "Join with the next", CLAIMS, "Join", 13, "merge combine"),
        _amend("keep", ("enter",), "keep", "Keep", ENDING, "Keep", 1),
        _amend("leave", ("escape",), "leave", "Leave", ENDING, "Leave", 2, "escape stop cancel discard esc"),
    ),
    on=("reading",),
)

PLACES = (MARKING, AMENDING)
