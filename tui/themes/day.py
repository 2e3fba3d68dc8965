"""Paper by day, calm enough to read in for an hour."""

from textual.theme import Theme

DAY = Theme(
    name="day",
    dark=False,
    primary="#1f5f8b",
    secondary="#8a5a12",
    accent="#a4511a",
    warning="#9a6700",
    error="#a8322a",
    success="#2e702e",
    foreground="#26241f",
    background="#f4f1ea",
    surface="#faf8f3",
    panel="#ebe6da",
    variables={
        "border": "#c9c1b0",
        "border-blurred": "#ddd6c8",
        "footer-key-foreground": "#a4511a",
        "foreground-muted": "#635f57",
        "text-muted": "#635f57",
        "screen-selection-background": "#bcd3e4",
    },
)
