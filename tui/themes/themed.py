"""An application in one of our themes, in which colour is never all that tells."""

from pathlib import Path

from textual.app import App
from textual.filter import LineFilter, Monochrome, NoColor

from tui.parts import AppPart
from tui.themes.all import THEMES
from tui.themes.night import NIGHT

_PLAIN = Path(__file__).parents[1] / "styles" / "plain.tcss"


class ThemedApp(AppPart):
    """Knows our themes and no others: those of the library behind the screen were never looked at for contrast."""

    def begin_in(self, theme: str | None) -> None:
        """Take ``theme`` before the first paint; the usual one where it is none of ours."""
        theirs = set(self.available_themes)
        for one in THEMES:
            self.register_theme(one)
        # Set without its watcher, which would parse all styles anew: none has been parsed yet.
        self.set_reactive(App.theme, theme if theme in {one.name for one in THEMES} else NIGHT.name)
        for name in theirs:
            self.unregister_theme(name)
        self.stylesheet.set_variables(self.get_css_variables())
        self._read_plain()
        # Two things that are made before, for the theme of then. Textual's own idea of no colour is grey.
        self._refresh_truecolor_filter(self.ansi_theme)
        if self.no_color:
            self._filters: list[LineFilter] = [
                NoColor() if isinstance(one, Monochrome) else one for one in self._filters
            ]

    def keep_theme(self, name: str) -> None:
        """Keep what the reader has chosen."""

    def watch_theme(self, name: str) -> None:
        """A theme is chosen on the screen."""
        self._read_plain()
        self.keep_theme(name)

    def _read_plain(self) -> None:
        """Read what holds for no colours, or the terminal's own, where it does: elsewhere it would delay the start."""
        if (self.no_color or self.native_ansi_color) and not self.stylesheet.has_source(str(_PLAIN)):
            self.stylesheet.read(_PLAIN)
