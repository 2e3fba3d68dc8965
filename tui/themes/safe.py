"""By night, told apart without red and green: the blues and oranges of Okabe and Ito."""

from textual.theme import Theme

SAFE = Theme(
    name="safe",
    dark=True,
    primary="#56b4e9",
    secondary="#f0e442",
    accent="#e69f00",
    warning="#e69f00",
    error="#f08a4b",
    success="#8fd0f5",
    foreground="#dcdad4",
    background="#15171b",
    surface="#191c21",
    panel="#22262d",
    variables={
        "border": "#3a404a",
        "border-blurred": "#2c3138",
        "footer-key-foreground": "#e69f00",
        "foreground-muted": "#a3a29e",
        "text-muted": "#a3a29e",
        "screen-selection-background": "#244a66",
        "text-primary": "#56b4e9",
        "text-secondary": "#f0e442",
        "text-accent": "#e69f00",
        "text-warning": "#e69f00",
        "text-error": "#f08a4b",
        "text-success": "#8fd0f5",
    },
)
