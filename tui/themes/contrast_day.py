"""Black on white, for eyes or rooms that need all the difference there is."""

from textual.theme import Theme

CONTRAST_DAY = Theme(
    name="contrast-day",
    dark=False,
    primary="#003a80",
    secondary="#4f3300",
    accent="#6b1f00",
    warning="#4f3900",
    error="#7a0c08",
    success="#0a4514",
    foreground="#000000",
    background="#ffffff",
    surface="#ffffff",
    panel="#f2f2f2",
    variables={
        "legible": "7",
        "border": "#000000",
        "border-blurred": "#6b6b6b",
        "footer-key-foreground": "#6b1f00",
        "foreground-muted": "#333333",
        "text-muted": "#333333",
        "screen-selection-background": "#cfe4ff",
        "text-primary": "#003a80",
        "text-secondary": "#4f3300",
        "text-accent": "#6b1f00",
        "text-warning": "#4f3900",
        "text-error": "#7a0c08",
        "text-success": "#0a4514",
    },
)
