"""The yardstick: a Textual application that shows one line."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class BareApp(App[None]):
    """One line of text and nothing else."""

    def compose(self) -> ComposeResult:
        yield Static("bare minimum")


if __name__ == "__main__":
    BareApp().run()
