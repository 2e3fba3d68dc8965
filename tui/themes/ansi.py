"""The terminal's own sixteen colours, on its own ground."""

from textual.theme import Theme

OWN = "ansi_default"
"""What the terminal writes with, and on."""


def in_ansi(
    name: str,
    *,
    lead: str = OWN,
    accent: str = OWN,
    warning: str = OWN,
    error: str = OWN,
    success: str = OWN,
    on_lead: str = OWN,
) -> Theme:
    """Return a theme of the terminal's colours alone; ``on_lead`` are the letters where ``lead`` is the ground."""
    return Theme(
        name=name,
        ansi=True,
        primary=lead,
        secondary=accent,
        accent=accent,
        warning=warning,
        error=error,
        success=success,
        foreground=OWN,
        background=OWN,
        surface=OWN,
        panel=OWN,
        variables={
            "ansi-background": OWN,
            "ansi-foreground": OWN,
            "border": lead,
            "border-blurred": OWN,
            "foreground-muted": OWN,
            "text-muted": OWN,
            "block-cursor-foreground": OWN,
            "block-cursor-background": OWN,
            "block-cursor-text-style": "bold reverse",
            "block-cursor-blurred-text-style": "bold",
            "input-cursor-text-style": "reverse",
            "input-selection-background": lead,
            "input-selection-foreground": on_lead,
            "scrollbar": lead,
            "scrollbar-hover": lead,
            "scrollbar-active": lead,
            "scrollbar-background": OWN,
            "scrollbar-background-hover": OWN,
            "scrollbar-background-active": OWN,
            "footer-key-foreground": accent,
            "link-color": OWN,
            "link-color-hover": OWN,
            "link-background-hover": OWN,
            "screen-selection-background": lead,
            "screen-selection-foreground": on_lead,
        },
    )


ANSI = in_ansi(
    "ansi",
    lead="ansi_cyan",
    accent="ansi_magenta",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    on_lead="ansi_black",
)
