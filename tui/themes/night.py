"""Ink by night, calm enough to read in for an hour."""

from textual.theme import Theme

NIGHT = Theme(
    name="night",
    dark=True,
    primary="#7fb2d9",
    secondary="#c7a46b",
    accent="#e0b45c",
    warning="#d9a441",
    error="#d9776b",
    success="#8fb573",
    foreground="#d8d6cf",
    background="#16181c",
    surface="#1a1d22",
    panel="#23272e",
    variables={
        "border": "#3a404a",
        "border-blurred": "#2c3138",
        "footer-key-foreground": "#e0b45c",
        "foreground-muted": "#a09f9b",
        "text-muted": "#a09f9b",
        "screen-selection-background": "#2f4a63",
    },
)
