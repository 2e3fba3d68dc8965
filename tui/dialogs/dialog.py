"""What all dialogs share: a calm box in the middle of the screen, and under it the keys, which are buttons too."""

from typing import TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button

from store.safety import label
from tui.bidi.marking import SeenThrough
from tui.keymap.hints import displayed
from tui.keymap.keyed import Keyed
from tui.keymap.places import COMMANDS
from tui.widgets.flowing import Flowing

Answer = TypeVar("Answer")

TALL = 20
"""The lines from which on a dialog need not save on empty ones."""


class KeyButton(Button, can_focus=False):
    """A binding as a button: the keyboard has the key, so it stays out of the way of Tab."""

    DEFAULT_CSS = """
    KeyButton.-textual-compact {
        min-width: 0;
        width: auto;
        margin-right: 1;
        text-style: none;
        color: $foreground;
        background: $panel;
        &:hover { background: $primary 35%; }
    }
    """

    def __init__(self, key: str, words: str, action: str) -> None:
        super().__init__(compact=True, action=action if "." in action else f"screen.{action}")
        self._key = key
        self.words = words

    @property
    def words(self) -> str:
        """What the key does."""
        return self._words

    @words.setter
    def words(self, words: str) -> None:
        self._words = words
        self.label = Content.assemble((self._key, "bold $text-accent"), " ", words)
        self.refresh(layout=True)


class Dialog(Keyed, SeenThrough, ModalScreen[Answer]):
    """A modal box with a title; each binding of the subclass that is shown becomes a button under its body.

    A subclass yields its body in `compose_body` and dismisses itself with its answer. A click outside of the box does
    what Esc does, unless something is held that would be lost.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (TALL, "-tall")]
    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        & > .box {
            width: 90%;
            max-width: 72;
            height: auto;
            max-height: 100%;
            padding: 1 2 0 2;
            background: $surface;
            border: round $primary;
            border-title-color: $primary;
            border-title-style: bold;
        }
        & > .box > .keys { height: auto; margin: 1 0; }
        &.-narrow > .box { width: 100%; padding: 0 1; }
        &.-short > .box { padding: 0 1; }
        &.-short > .box > .keys { margin: 0; }
        /* Two boxes over one another would fill a low window with their borders. */
        &.-short.-over { background: $background; }
        & .quiet { color: $text-muted; }
        & .heading { color: $text-muted; text-style: bold; height: 1; }
        & .heading { max-width: 100%; text-wrap: nowrap; text-overflow: ellipsis; }
        & Line { border: none; height: 1; padding: 0 1; background: $panel; }
        & Line:focus { border: none; background: $panel; }
    }
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self._box_title = Content(label(title))

    def _on_mount(self, event: events.Mount) -> None:
        super()._on_mount(event)
        self.set_class(any(isinstance(one, Dialog) for one in self.app.screen_stack[:-1]), "-over")

    def compose(self) -> ComposeResult:
        """The box, the body, the keys."""
        with Vertical(classes="box") as box:
            box.border_title = self._box_title
            yield from self.compose_body()
            # In a narrow window a second line is better than a button that nobody sees.
            with Flowing(classes="keys"):
                for binding in self._buttons:
                    yield KeyButton(displayed(binding), self.describe(binding), self.on_button(binding))

    @property
    def _buttons(self) -> list[Binding]:
        """The first binding of each command that is a button, in their order."""
        first: dict[str, Binding] = {}
        for _, binding in self._bindings:
            if binding.show and binding.id is not None:
                first.setdefault(binding.id, binding)
        return sorted(first.values(), key=lambda binding: COMMANDS[binding.id or ""].footer)

    def describe(self, binding: Binding) -> str:
        """What the button of ``binding`` says."""
        return binding.description

    def on_button(self, binding: Binding) -> str:
        """The action of the button of ``binding``."""
        return binding.action

    def compose_body(self) -> ComposeResult:
        """What is asked."""
        raise NotImplementedError

    # --- a click outside --------------------------------------------------------------------

    @property
    def holds(self) -> bool:
        """Whether there is something in it that a click outside must not drop."""
        return False

    async def on_click(self, event: events.Click) -> None:
        """Leave on a click outside; not on the second of two, of which the first may have opened this."""
        if event.widget is self and event.chain == 1:
            await self.leave_outside()

    async def leave_outside(self) -> None:
        """Do what Esc does, if nothing is held."""
        if not self.holds:
            await self.run_action(self._way_out)

    @property
    def _way_out(self) -> str:
        """What Esc does, though the reader may have given that another key, or none."""
        own = self._merged_bindings.key_to_bindings.get("escape", []) if self._merged_bindings else []
        return next((binding.action for binding in own if binding.id in COMMANDS), "dismiss(None)")
