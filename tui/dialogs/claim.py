"""All that is known of one claim: its words in full, its attributes, why it is taken for one, what you made of it."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from tui.dialogs.dialog import KeyButton
from tui.dialogs.page import PageDialog
from tui.keymap.bindings import bindings
from tui.keymap.places.claim import MOST
from tui.widgets.panel.at_length import NAMES

Step = Literal[1, -1]


class Guess(NamedTuple):
    """What can be done about a name that is guessed: in ``words``, and ``do`` does it once the dialog has closed."""

    words: str
    do: Callable[[], object]


class ClaimDialog(PageDialog):
    """Show ``told``, names and safe words, beside one another or, where the window is narrow, one over the other.

    Under them stand ``others``, claims of the same speaker by their indexes and words: choosing one closes the dialog
    and goes there by ``go``; ``only`` shows all that they say and nothing else. ``guess`` is what can be done about a
    name that is guessed. ``beside`` gives the dialog of the next claim (1) or the previous one (-1), which takes the
    place of this one; None, having said so, where there is none.
    """

    BINDINGS = bindings("claim")
    DEFAULT_CSS = f"""
    ClaimDialog {{
        & .row {{ height: auto; layout: horizontal; padding-right: 1; }}
        & .name {{ width: {NAMES}; height: auto; color: $text-muted; }}
        & .words {{ width: 1fr; height: auto; }}
        & .others {{ margin-top: 1; color: $text-muted; }}
        & .box VerticalScroll KeyButton {{
            display: block; width: auto; max-width: 100%; height: 1;
            text-wrap: nowrap; text-overflow: ellipsis; text-align: left; content-align: left middle; padding: 0 1;
        }}
        &.-narrow .row {{ layout: vertical; }}
        &.-narrow .name {{ width: 1fr; }}
        &.-narrow .-none {{ display: none; }}
        &.-narrow .words {{ padding-left: 2; }}
    }}
    """

    def __init__(
        self,
        title: str,
        told: Iterable[tuple[str, str]],
        others: Sequence[tuple[int, str]] = (),
        go: Callable[[int], object] = lambda _: None,
        only: Callable[[], object] = lambda: None,
        guess: Guess | None = None,
        beside: "Callable[[Step], ClaimDialog | None]" = lambda _: None,
    ) -> None:
        super().__init__(title)
        self._beside = beside
        self._told = tuple(told)
        self._others = others
        self._go = go
        self._only = only
        self._guess = guess

    def compose_page(self) -> ComposeResult:
        """A row for each name; words without one go on under those before."""
        for name, words in self._told:
            with Container(classes="row"):
                yield Static(Content(name), classes="name" if name else "name -none")
                yield Static(Content(words), classes="words")
        if self._guess is not None:
            yield KeyButton(self.key_of("claim.refuse-guess"), self._guess.words, "refuse_guess")
        if self._others:
            yield Static(Content(f"Also said by the same ({len(self._others)})"), classes="others")
            yield KeyButton(self.key_of("claim.same"), "show only what they say", "same")
        for number, (_, words) in enumerate(self._others[:MOST], 1):
            yield KeyButton(self.key_of(f"claim.other-{number}"), words, f"other({number})")
        if len(self._others) > MOST:
            yield Static(Content(f"and {len(self._others) - MOST} more"), classes="quiet")

    def action_step(self, step: Step) -> None:
        """Go on to the next claim, or back to the previous one."""
        further = self._beside(step)
        if further is not None:
            self.app.switch_screen(further)

    def action_refuse_guess(self) -> None:
        """Refuse the name that is guessed, or allow it again."""
        if self._guess is not None:
            self.dismiss(None)
            self._guess.do()

    def action_other(self, number: int) -> None:
        """Go to another claim of the same speaker, counted from 1."""
        if number <= len(self._others):
            self.dismiss(None)
            self._go(self._others[number - 1][0])

    def action_same(self) -> None:
        """Show what the same speaker says and nothing else."""
        if self._others:
            self.dismiss(None)
            self._only()
