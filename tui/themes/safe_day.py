"""By day, told apart without red and green: the blues and oranges of Okabe and Ito."""

from textual.theme import Theme

SAFE_DAY = Theme(
    name="safe-day",
    dark=False,
    primary="#005a8c",
    secondary="#6b4c00",
    accent="#8a4300",
    warning="#7d4f00",
    error="#9c3d00",
    success="#00616b",
    foreground="#222222",
    background="#f5f4f0",
    surface="#fbfaf7",
    panel="#ebe9e2",
    variables={
        "border": "#c6c2b8",
        "border-blurred": "#dcd8ce",
        "footer-key-foreground": "#8a4300",
        "foreground-muted": "#5c5a55",
        "text-muted": "#5c5a55",
        "screen-selection-background": "#c3daea",
        "text-primary": "#005a8c",
        "text-secondary": "#6b4c00",
        "text-accent": "#8a4300",
        "text-warning": "#7d4f00",
        "text-error": "#9c3d00",
        "text-success": "#00616b",
    },
)
