"""What is drawn on the text: a list of layers, each of which is shown or not, at once."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList

from tui.dialogs.dialog import Dialog
from tui.keymap.bindings import bindings
from tui.widgets.article.layers import LAYERS, MEANING, Shown

_ON, _OFF = "●", "○"
_NAMES = max(map(len, LAYERS))


class LayersDialog(Dialog[None]):
    """Lets layers be switched, from those ``shown`` on; ``change`` is called with all that are after each."""

    BINDINGS = bindings("layers")
    DEFAULT_CSS = """
    LayersDialog > .box { max-width: 62; }
    LayersDialog OptionList {
        height: auto;
        max-height: 1fr;
        border: none;
        padding: 0;
        background: $surface;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    LayersDialog OptionList:focus { border: none; background-tint: $surface 0%; }
    LayersDialog OptionList > .option-list--option-highlighted { color: $foreground; background: $primary 25%; }
    LayersDialog:nocolor OptionList > .option-list--option-highlighted { text-style: reverse; }
    """

    def __init__(self, shown: Shown, change: Callable[[Shown], None]) -> None:
        super().__init__("What is drawn on the text")
        self.shown = shown
        self._change = change

    def compose_body(self) -> ComposeResult:
        """A line for each layer."""
        yield OptionList(*(self._line(number) for number in range(len(LAYERS))))

    def _line(self, number: int) -> Content:
        layer = LAYERS[number]
        sign = _ON if layer in self.shown else _OFF
        return Content.assemble(
            (f"{self.key_of(f'layers.{number + 1}')} ", "bold $text-accent"),
            f"{sign} {layer:{_NAMES}}  ",
            (MEANING[layer], "$text-muted"),
        )

    def action_switch(self, number: int) -> None:
        """Show the layer ``number``, counted from 1, or hide it."""
        self.shown ^= {LAYERS[number - 1]}
        options = self.query_one(OptionList)
        options.highlighted = number - 1
        options.replace_option_prompt_at_index(number - 1, self._line(number - 1))
        self._change(self.shown)

    def action_switch_this(self) -> None:
        """Show the layer on which the cursor stands, or hide it."""
        chosen = self.query_one(OptionList).highlighted
        if chosen is not None:
            self.action_switch(chosen + 1)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.action_switch(event.option_index + 1)
