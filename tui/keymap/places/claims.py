"""Going through an article's claims and deciding on them."""

from collections.abc import Iterable

from store.annotations import Finding
from tui.keymap.commands import Command, Place

STEPS, UNREVIEWED = "next claim, previous claim", "next claim not reviewed, previous one"
DECIDE = "accept, reject; from one not reviewed on to the next such (if so already: take it back)"
HISTORY = "undo, redo (over restarts too)"
PROGRESS = ("to verify", "awaiting an answer", "checked")
IN_SHORT = ("verify", "awaiting", "checked")
FINDINGS: tuple[Finding, ...] = (
    *("corroborated", "disputed", "false"),
    *("misleading", "needs context", "unverifiable"),
)
"""What the digits from 4 on find, unless the reader chooses otherwise."""
HOW_FAR = f"{', '.join(PROGRESS)}; on as well (if so already: none)"


def found(findings: Iterable[str]) -> str:
    """The line of the help for the digits that give ``findings``."""
    return f"{', '.join(findings)}; on as well; none"


FOUND = found(FINDINGS)

CLAIMS = Place(
    "claims",
    "Claims",
    (
        Command(
            id="claims.next", keys=("]",), action="step(1)", name="Next claim", short="Next", footer=20, help=STEPS
        ),
        Command(id="claims.previous", keys=("[",), action="step(-1)", name="Previous claim", help=STEPS),
        Command(
            id="claims.next-unreviewed",
            keys=(".",),
            action="step_unreviewed(1)",
            name="Next claim not reviewed",
            help=UNREVIEWED,
        ),
        Command(
            id="claims.previous-unreviewed",
            keys=(",",),
            action="step_unreviewed(-1)",
            name="Previous claim not reviewed",
            help=UNREVIEWED,
        ),
        Command(
            id="claims.details",
            keys=("i",),
            action="details",
            name="The whole claim, and why it is one",
            also="details why sure confidence questions ask evidence reason explain source information info",
            short="All of it",
            help="the whole claim, and why it is one",
        ),
        Command(
            id="claims.accept",
            keys=("y",),
            action="decide('accepted')",
            name="Accept",
            also="agree approve right yes",
            footer=40,
            help=DECIDE,
        ),
        Command(
            id="claims.reject",
            keys=("x",),
            action="decide('rejected')",
            name="Reject",
            also="disagree refuse wrong no deny dismiss",
            footer=50,
            help=DECIDE,
        ),
        *(
            Command(
                id=f"claims.progress-{n}",
                keys=(str(n),),
                action=f"progress({name!r})",
                name=f"Progress: {name}",
                help=HOW_FAR,
            )
            for n, name in enumerate(PROGRESS, 1)
        ),
        *(
            Command(
                id=f"claims.finding-{n}",
                keys=(str(n + 3),),
                action=f"find_nth({n})",
                name=f"Finding: {name}",
                help=FOUND,
            )
            for n, name in enumerate(FINDINGS, 1)
        ),
        Command(id="claims.finding-none", keys=("0",), action="find(None)", name="Finding: none", help=FOUND),
        Command(
            id="claims.note",
            keys=("a",),
            action="note",
            name="Note",
            also="comment remark annotate write evidence",
            footer=30,
            help="note",
        ),
        Command(
            id="claims.assess",
            keys=("s",),
            action="assess",
            name="Progress and finding",
            also="assess verify verdict rate check status review checked state",
            short="Assess",
            footer=60,
            help="assess: progress and finding",
        ),
        Command(
            id="claims.tags",
            keys=("t",),
            action="tags",
            name="Tags",
            also="labels keywords topics",
            footer=120,
            help="tags",
        ),
        Command(
            id="claims.delete",
            keys=("D", "delete"),
            action="delete",
            name="Delete",
            also="remove erase unmark unhighlight drop",
            help="delete what you put on it",
        ),
        Command(
            id="history.undo",
            keys=("U",),
            action="undo",
            name="Undo",
            also="revert back mistake",
            footer=80,
            help=HISTORY,
        ),
        Command(id="history.redo", keys=("R",), action="redo", name="Redo", also="again repeat", help=HISTORY),
        Command(
            id="claims.mark",
            keys=("m",),
            action="mark",
            name="Mark a claim that was missed",
            also="add new create missing hand forgotten",
            short="Mark",
            footer=70,
            help="mark a claim that was missed",
        ),
        Command(
            id="claims.amend",
            keys=("E",),
            action="amend",
            name="Amend the claim",
            also="edit correct fix words split join change longer shorter grow shrink widen extend",
            short="Amend",
            footer=75,
            help="amend the claim: its words, who says it; split or join it",
        ),
        Command(
            id="claims.filter",
            keys=("\\",),
            action="filter_claims",
            name="Filter the claims",
            also="speaker voices who said says only show anonymous unnamed nameless unreviewed",
            help="filter claims: words, speaker:, tag:, is:unreviewed, is:anonymous, is:open, has:note, kind:direct",
        ),
        Command(
            id="claims.voices",
            keys=("S",),
            action="voices",
            name="Voices: who says how much",
            also="speakers speaks others most share percent list anonymous unnamed reporter, said most, who said most",
            help="voices: all who speak, with how much of it; Enter shows what they say",
        ),
        Command(
            id="claims.refuse-guess",
            keys=("X",),
            action="refuse_guess",
            name="Refuse the guessed name",
            also="guess speaker wrong person unknown keep words only alone",
            short="Not the name",
            help="refuse only the guessed name: the text’s own word stays (if so already: allow it again)",
        ),
        Command(
            id="claims.bulk",
            keys=("!",),
            action="bulk",
            name="Do it with all that are shown",
            also="bulk many batch several everything every each claims of one speaker to verify accept reject at once",
            help="one thing with all that are shown, undone as one",
        ),
        Command(
            id="claims.attitudes",
            keys=("A",),
            action="attitudes",
            name="Attitudes",
            also="wants believes opinion",
            help="show what people are said to want or believe, or hide it",
        ),
    ),
    on=("reading",),
)

PLACES = (CLAIMS,)
