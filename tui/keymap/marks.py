"""What the marks on a text mean, as the help shows them."""

from tui.keymap.table import Section

MARKS: Section = (
    "Marks",
    (
        ("¹ underlined", "a claim: its number, and what is claimed"),
        ("⁽¹…¹⁾", "claims that overlap: where each of them begins and ends"),
        ("~¹", "what somebody is said to want or believe"),
        ("bold, double", "who says it (double underline)"),
        ("bold italic", "the word that says so"),
        ("○ ● ✗", "not reviewed, accepted (✓ in the text), rejected"),
        ("◐", "assessed, neither accepted nor rejected"),
        ("◆ ▮", "a claim that you marked, a passage that you highlighted"),
        ("★ ≈ ? ✗ ◇", "before a highlight: important, doubtful, question, error, quotable, or names of your own"),
        ("⚠ ? ∅ ⊂", "not verified or detail missing, hedged, anonymous, told inside another claim"),
        ("⊕", "verified, as the article says: not by you"),
        ("≠", "its words have changed since you last had a hand in it"),
        ("◔ ◑ ✓ ⚑ ∵", "to verify, awaiting an answer, checked; finding; its reason"),
        ("✎ #", "your note, your tags"),
        ("┃ │ ┊", "beside the text: the selected claim; one with another within; the reporter's own voice"),
        ("▎", "claims that are in sight in the text"),
    ),
)

CHANGE_MARKS: Section = (
    "Marks",
    (
        ("[-…-]", "went (struck through)"),
        ("{+…+}", "came (underlined)"),
        ("⇅", "stands word for word in another place"),
        ("¶", "one paragraph became two, or two one"),
        ("▎", "claims or notes stand here"),
        ("¹ ⁽¹⁾", "a claim's number in the new text, in the old"),
        ("▕▏ ✎", "a passage that you highlighted, a note"),
    ),
)
