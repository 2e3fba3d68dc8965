"""The keys by purpose, as the help shows them. A test holds them against the bindings."""

Section = tuple[str, tuple[tuple[str, str], ...]]

READING: tuple[Section, ...] = (
    (
        "Read",
        (
            ("j k ↓ ↑", "a line down, up"),
            ("Space b", "a page down, up"),
            ("d u", "half a page down, up"),
            ("g G", "beginning, end"),
            ("{ }", "paragraph before, after"),
            ("/ n N", "search, next hit, previous hit"),
        ),
    ),
    (
        "Claims",
        (
            ("] [", "next claim, previous claim"),
            ("i", "the whole claim, and why it is one"),
            ("y x", "accept, reject (again: take it back)"),
            ("a", "note"),
            ("s", "assess: progress and finding"),
            ("t", "tags"),
            ("D", "delete what you put on it"),
            ("U R", "undo, redo (over restarts too)"),
            ("m", "mark a claim that was missed"),
            ("A", "show what people are said to want or believe, or hide it"),
        ),
    ),
    (
        "Select",
        (
            ("v", "bring the caret out; again: start selecting"),
            ("h j k l", "move the caret"),
            ("w b e", "by words"),
            ("( )", "by sentences"),
            ("V", "the whole paragraph"),
            ("o", "the other end"),
            ("h", "highlight what the mouse selected"),
            ("H Enter", "highlight what the caret selected"),
            ("Esc", "let go"),
        ),
    ),
    (
        "Around",
        (
            ("Tab", "article or claims"),
            ("c", "show or hide the claims"),
            ("e", "export as annotated Markdown"),
            ("W", "rescue: write what is on the screen to a library of its own"),
            ("r", "what changed from the text before, word by word"),
            ("O", "notes that have no sure place in this text"),
            ("F", "search the library"),
            ("T", "history of what is selected, or of the article"),
            ("B", "bin"),
            ("L", "library"),
            ("ctrl+p", "every command by name"),
            ("?", "this help"),
            ("q", "back, or quit"),
        ),
    ),
)

MARKS: Section = (
    "Marks",
    (
        ("¹ underlined", "a claim: its number, and what is claimed"),
        ("bold, double", "who says it (double underline)"),
        ("bold italic", "the word that says so"),
        ("○ ● ✗", "not reviewed, accepted (✓ in the text), rejected"),
        ("◐", "assessed, neither accepted nor rejected"),
        ("◆ ▮", "a claim that you marked, a passage that you highlighted"),
        ("⚠ ?", "not verified or detail missing, hedged"),
        ("◔ ◑ ✓ ⚑ ∵", "to verify, awaiting an answer, checked; finding; its reason"),
        ("✎ #", "your note, your tags"),
        ("▎", "claims that are in sight in the text"),
    ),
)

LIBRARY: tuple[Section, ...] = (
    (
        "Library",
        (
            ("j k ↓ ↑", "an article down, up"),
            ("g G", "first, last"),
            ("Enter", "open it"),
            ("D U", "put it into the bin, take it out again"),
            ("B", "bin"),
            ("T", "its history"),
            ("/ F", "search all texts, claims, notes and tags"),
            ("ctrl+p", "every command by name"),
            ("?", "this help"),
            ("q", "quit"),
        ),
    ),
)

BIN: tuple[Section, ...] = (
    (
        "Bin",
        (
            ("j k ↓ ↑", "down, up"),
            ("g G", "first, last"),
            ("Enter", "take it out of the bin"),
            ("D", "delete it for good (asks)"),
            ("E", "empty the bin (asks)"),
            ("?", "this help"),
            ("q", "back"),
        ),
    ),
)

CHANGES: tuple[Section, ...] = (
    (
        "What changed",
        (
            ("n N", "next change, change before"),
            ("j k ↓ ↑", "a line down, up"),
            ("Space b", "a page down, up"),
            ("g G", "beginning, end"),
            ("o", "the old text, as it was"),
            ("[ ]", "what changed before that, after it"),
            ("?", "this help"),
            ("Esc", "back"),
        ),
    ),
    (
        "Marks",
        (
            ("[-…-]", "went (struck through)"),
            ("{+…+}", "came (underlined)"),
            ("¶", "one paragraph became two, or two one"),
            ("▎", "claims or notes stand here"),
            ("¹ ⁽¹⁾", "a claim's number in the new text, in the old"),
            ("▕▏ ✎", "a passage that you highlighted, a note"),
        ),
    ),
)


def as_markdown() -> str:
    """The reading keys as a Markdown table, for the README."""
    rows = ["| | keys | what they do |", "|---|---|---|"]
    for title, keys in READING:
        for number, (key, what) in enumerate(keys):
            rows.append(f"| {title if not number else ''} | `{key}` | {what} |")
    return "\n".join(rows) + "\n"
