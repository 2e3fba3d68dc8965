"""All themes, in the order in which they are offered."""

from textual.theme import Theme

from tui.themes.ansi import ANSI
from tui.themes.contrast import CONTRAST
from tui.themes.contrast_day import CONTRAST_DAY
from tui.themes.day import DAY
from tui.themes.night import NIGHT
from tui.themes.safe import SAFE
from tui.themes.safe_day import SAFE_DAY
from tui.themes.terminal import TERMINAL

THEMES: tuple[Theme, ...] = (NIGHT, DAY, CONTRAST, CONTRAST_DAY, SAFE, SAFE_DAY, ANSI, TERMINAL)
