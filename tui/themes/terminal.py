"""What the terminal writes with, and nothing else: all is told by signs and by the weight of the letters."""

from tui.themes.ansi import in_ansi

TERMINAL = in_ansi("terminal")
