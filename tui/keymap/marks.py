"""What the marks on what changed mean, as its help shows them; those on an article are in `tui.legend`."""

from tui.keymap.table import Section

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
