"""Sayso's two palettes: paper by day, ink by night, both calm enough to read in for an hour."""

from textual.theme import Theme

NIGHT = Theme(
    name="sayso-night",
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
    variables={"border": "#3a404a", "border-blurred": "#2c3138", "footer-key-foreground": "#e0b45c"},
)

DAY = Theme(
    name="sayso-day",
    dark=False,
    primary="#1f5f8b",
    secondary="#8a5a12",
    accent="#a4511a",
    warning="#9a6700",
    error="#a8322a",
    success="#3f7030",
    foreground="#26241f",
    background="#f4f1ea",
    surface="#faf8f3",
    panel="#ebe6da",
    variables={"border": "#c9c1b0", "border-blurred": "#ddd6c8", "footer-key-foreground": "#a4511a"},
)
