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

AMENDING = Place(
    "amending",
    "Amend",
    (
        Command(id="amend.next", keys=("tab",), action=None, name="Next piece", help="next piece"),
        Command(id="amend.left", keys=("h", "left"), action=None, name="Edge to the left", help="by characters"),
        Command(id="amend.right", keys=("l", "right"), action=None, name="Edge to the right", help="by characters"),
        Command(id="amend.word-left", keys=("b",), action=None, name="Edge a word left", help="by words"),
        Command(id="amend.word-right", keys=("w",), action=None, name="Edge a word right", help="by words"),
        Command(id="amend.sentence-left", keys=("(",), action=None, name="Edge a sentence left", help="by sentences"),
        Command(id="amend.sentence-right", keys=(")",), action=None, name="Edge a sentence right", help="by sentences"),
        Command(id="amend.other-end", keys=("o",), action=None, name="The other end", help="the other end"),
        Command(id="amend.source", keys=("s",), action=None, name="This is who says it", help="who says it"),
        Command(id="amend.cue", keys=("k",), action=None, name="This says so", help="the word that says so"),
        Command(id="amend.content", keys=("c",), action=None, name="This is claimed", help="what is claimed"),
        Command(id="amend.add", keys=("a",), action=None, name="Add a piece", help="add the selected words"),
        Command(id="amend.drop", keys=("d",), action=None, name="Drop the piece", help="drop the piece"),
        Command(id="amend.split", keys=("|",), action=None, name="Split here", help="split here"),
        Command(id="amend.join", keys=("&",), action=None, name="Join with the next", help="join with the next claim"),
        Command(id="amend.keep", keys=("enter",), action=None, name="Keep", help="keep, leave"),
        Command(id="amend.leave", keys=("escape",), action=None, name="Leave", help="keep, leave"),
    ),
    on=("reading",),
)

PLACES = (MARKING, AMENDING)
