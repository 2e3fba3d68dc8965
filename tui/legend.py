"""What the signs on the screen mean, out of the tables that they are drawn from: for the help and the README."""

from collections.abc import Iterable, Iterator, Sequence

from store.annotations import MEANINGS
from store.naming import DENIAL, GUESSED, LEFT_OPEN
from store.safety import label
from store.shares import REPORTER
from tui.changes import MOVED
from tui.keymap.table import Section
from tui.widgets.article import glyphs, gutter, tables
from tui.widgets.panel import facts, painting
from tui.widgets.panel.cards import PASSAGE, REASON

Row = tuple[str, str]

_TEXT: tuple[Row, ...] = (
    ("¹ underlined", "a claim: its number, and what is claimed"),
    (f"¹{glyphs.BETWEEN}²", "claims that begin at one place"),
    ("bold, double", "who says it (double underline)"),
    ("bold italic", "the word that says so"),
    (f"{glyphs.OPENING}¹…¹{glyphs.CLOSING}", "claims that overlap: where each of them begins and ends"),
    (f"{glyphs.ATTITUDE}¹", "what somebody is said to want or believe"),
    (glyphs.ACCEPTED, "you accepted the claim"),
    (glyphs.PASSAGE_START + glyphs.PASSAGE_END, "a passage that you highlighted"),
    (glyphs.NOTE, "there is a note of yours"),
    (glyphs.LINK, "a link that leads out of the article"),
    (glyphs.QUOTE_BAR, "a quotation in the article itself"),
    (glyphs.CONTINUED, "a line of code goes on"),
    (f"{tables.MORE_LEFT} {tables.MORE_RIGHT}", "more columns of a table on that side"),
)
_BARS: tuple[Row, ...] = (
    (gutter.SELECTED_BAR, "the selected claim"),
    (gutter.ENCLOSING_BAR, "a claim with another within it"),
    (gutter.OWN_VOICE_BAR, "the reporter’s own voice"),
)
_CARDS: tuple[Row, ...] = (
    (PASSAGE, "a passage that you highlighted"),
    (f"she – Ana Bo{GUESSED}", "a guess at who says it, behind the words of the text; gone once you accept the claim"),
    (facts.REFUSED, "a name that was guessed, which you refused: the words of the text stay"),
    (facts.FINDING, "your finding"),
    (REASON, "the reason for it"),
    ("#", "your tags"),
    (facts.EVIDENCE, "evidence under your note"),
    (facts.DENIED, DENIAL),
    (facts.HEDGED, "hedged, with the words that do so"),
    (facts.ANONYMOUS, "anonymous: said by nobody who is named"),
    (facts.NESTED, "told inside another claim"),
    (painting.IN_SIGHT, "the claim is in sight in the text"),
    (painting.SELECTED, "the selected claim"),
    (painting.EXTRA[0], "kept on the list, against the filter, while it is selected"),
    ("+1", "so many facts more than there was room for"),
    ("…", "cut short"),
)
_AROUND: tuple[Row, ...] = (
    ("▇", "a voice’s share of the words: those of its whole sentences"),
    (
        LEFT_OPEN,
        "as a voice: who says it the text leaves open; the filter speaker:open, or is:open, shows that",
    ),
    (REPORTER, "as a voice: the sentences that are said by nobody else, caveats too"),
    ("▾ ▴", "what a list is in order of, and which way"),
    ("● ○", "in a list to choose from: chosen, or not"),
    ("≡", "all commands"),
    (MOVED, "in what changed: it stands word for word in another place"),
    ("¶", "paragraph; in what changed: one became two, or two one"),
)


def legend(meanings: Sequence[str] = MEANINGS) -> tuple[Section, ...]:
    """All signs by where they stand, with what each means; ``meanings`` are the names of those of highlights."""
    named = [(sign, f"your highlight: {label(name, 40)}") for sign, name in zip(glyphs.MEANINGS, meanings, strict=True)]
    beside = ((sign, about) for sign, (_, about) in gutter.SIGNS.items())
    states = ((sign, about) for sign, about in gutter.STATES.items())
    cards = (*((words[0], words[2:]) for words in facts.CAVEATS.values()), (facts.REWORDED[0], facts.REWORDED[2:]))
    progress = ((sign, f"your progress: {name}") for name, sign in facts.PROGRESS_GLYPHS.items())
    return (
        ("In the text", (*_TEXT, *named)),
        ("Beside the text", (*states, *beside, *_BARS)),
        ("On the cards", tuple(_joined([*cards, *progress, *_CARDS]))),
        ("Elsewhere", _AROUND),
    )


def _joined(rows: Iterable[Row]) -> Iterator[Row]:
    """Each sign once, with all that it stands for."""
    by_sign: dict[str, list[str]] = {}
    for sign, about in rows:
        by_sign.setdefault(sign, []).append(about)
    yield from ((sign, "; ".join(about)) for sign, about in by_sign.items())


def as_markdown() -> str:
    """The signs as a Markdown table, for the README."""
    rows = ["| | signs | what they mean |", "|---|---|---|"]
    for title, signs in legend():
        rows += (f"| {title if not number else ''} | {sign} | {about} |" for number, (sign, about) in enumerate(signs))
    return "\n".join(rows).replace("~¹", "\\~¹") + "\n"
