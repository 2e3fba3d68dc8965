"""The strip at the foot of the reader that leads through the tour."""

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from tui.dialogs.dialog import KeyButton
from tui.keymap.broken import broken
from tui.keymap.keyed import Keyed
from tui.keymap.pressing import press, pressable
from tui.tour.steps import Seen, Step

ROOMY = (60, 16)
"""Columns and lines from which on there is room for all of the words, and for the article beside them."""
_BUTTONS = (("Skip this", "Skip"), ("End the tour", "End"))
"""What is done besides, in full and for a small window."""
OFTEN = 0.1
"""Seconds between two looks at what the reader has done."""


class TourStrip(Keyed, Vertical):
    """Shows one of ``steps`` after the other, each until ``look`` shows that it was done."""

    DEFAULT_CSS = """
    TourStrip {
        height: auto;
        padding: 0 1;
        background: $panel;
        & > Horizontal { height: 1; }
        & .title { width: 1fr; height: 1; color: $accent; text-style: bold; }
        & > .words { height: auto; max-height: 4; }
    }
    """

    # Textual lets go of selected words at any click but on its own: here it is to do something with them.
    DEFAULT_CLASSES = "-textual-system"

    class Ended(Message):
        """The last step was done, or passed over."""

    def __init__(self, steps: Sequence[Step], look: Callable[[], Seen]) -> None:
        super().__init__()
        self._steps, self._look = steps, look
        self._at, self._then, self._over, self._after = 0, look(), False, ""
        self._title, self._words = Static(classes="title", markup=False), Static(classes="words", markup=False)

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self._steps[self._at]

    def compose(self) -> ComposeResult:
        """Which step it is with what leads on, and what to try."""
        with Horizontal():
            yield self._title
            for name, (words, _) in zip(("skip", "end"), _BUTTONS, strict=True):
                yield KeyButton(self.key_of(f"tour.{name}"), words, f"tour_{name}")
        yield self._words

    def on_mount(self) -> None:
        """Begin."""
        self._show()
        self.set_interval(OFTEN, self._watch)

    def skip(self) -> None:
        """Go on to the next step, though this one was not done."""
        self._go_on(done=False)

    def _watch(self) -> None:
        if not self._over and self.step.done(self._then, self._look()):
            self._go_on(done=True)

    def _go_on(self, *, done: bool) -> None:
        if self._at + 1 == len(self._steps):
            self._over = True
            self.post_message(self.Ended())
            return
        self._at += 1
        self._then = self._look()
        self._show(after="✓ " if done else "")

    def _show(self, after: str = "") -> None:
        self._after = after
        self._show_words()

    def on_resize(self) -> None:
        """There is room for longer lines, or for shorter ones."""
        self._show_words()

    def _show_words(self) -> None:
        width, height = self.app.size
        small = width < ROOMY[0] or height < ROOMY[1]
        of = "/" if small else " of "
        self._title.update(f"{self._after}Tour · {self._at + 1}{of}{len(self._steps)}")
        for button, (words, short) in zip(self.query(KeyButton), _BUTTONS, strict=True):
            button.words = short if small else words
        words = broken(self.clickable(self.step.short if small else self.step.words), width - 2)
        self._words.update(pressable(words, "bold $footer-key-foreground"))

    async def on_click(self, event: events.Click) -> None:
        """Do what the key does under the pointer."""
        await press(self.app, event)
