"""What a tag is to be called from now on."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from store.errors import SaysoError
from tui.dialogs.writing import WritingDialog
from tui.keymap.bindings import bindings
from tui.widgets.fields import Line


class RetagDialog(WritingDialog[str]):
    """Ask for another name of the tag ``name``; answers it as it is kept, or None where it stays."""

    BINDINGS = bindings("retag")
    DEFAULT_CSS = """
    RetagDialog > .box { max-width: 56; }
    RetagDialog .about { height: auto; min-height: 1; color: $text-warning; }
    """

    def __init__(self, name: str) -> None:
        super().__init__(f"Rename #{name}")
        self._name = name

    def compose_body(self) -> ComposeResult:
        """The name, and what is wrong with it."""
        yield Line(self._name, select_on_focus=False)
        yield Static(classes="about")

    def action_save(self) -> None:
        """Close with the name, if it is one."""
        from store.keeping.tags import named

        try:
            name = named(self.query_one(Line).value.replace(",", " "))
        except SaysoError as error:
            self.query_one(".about", Static).update(Content(str(error)))
            return
        self.dismiss(name if name != self._name else None)
