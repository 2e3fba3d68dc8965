"""Light on black, for eyes or rooms that need all the difference there is."""

from textual.theme import Theme

CONTRAST = Theme(
    name="contrast",
    dark=True,
    primary="#7cc8ff",
    secondary="#ffd166",
    accent="#ffe14d",
    warning="#a87a00",
    error="#ff9c94",
    success="#1f8a3d",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#141414",
    variables={
        "legible": "7",
        "border": "#ffffff",
        "border-blurred": "#8c8c8c",
        "footer-key-foreground": "#ffe14d",
        "foreground-muted": "#d0d0d0",
        "text-muted": "#d0d0d0",
        "screen-selection-background": "#00335c",
        "text-primary": "#7cc8ff",
        "text-secondary": "#ffd166",
        "text-accent": "#ffe14d",
        "text-warning": "#ffc233",
        "text-error": "#ff9c94",
        "text-success": "#7dff9a",
    },
)
