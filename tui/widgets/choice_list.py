"""One of a few words, chosen by moving to it: arrows, first letters or the mouse."""

from collections.abc import Sequence

from textual import events
from textual.widgets import OptionList


class ChoiceList(OptionList):
    """A list in which exactly one of ``choices`` is always chosen; the chosen one has a filled mark."""

    DEFAULT_CSS = """
    ChoiceList {
        height: auto;
        border: none;
        padding: 0;
        background: $surface;
        scrollbar-size-vertical: 1;
        text-wrap: nowrap;
        &:focus { border: none; background-tint: $foreground 0%; }
        & > .option-list--option-highlighted { background: $panel; color: $foreground; text-style: none; }
        &:focus > .option-list--option-highlighted {
            background: $primary 35%;
            color: $foreground;
            text-style: bold;
        }
    }
    """

    def __init__(self, choices: Sequence[str], chosen: str, *, id: str) -> None:
        self._choices = choices  # first, since the list highlights something while it is being made
        super().__init__(*(f"○ {choice}" for choice in choices), id=id, markup=False)
        self.highlighted = choices.index(chosen)

    @property
    def chosen(self) -> str:
        """The choice."""
        return self._choices[self.highlighted or 0]

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Move the mark along."""
        super().watch_highlighted(highlighted)
        for index, choice in enumerate(self._choices):
            mark = "●" if index == highlighted else "○"
            self.replace_option_prompt_at_index(index, f"{mark} {choice}")

    def on_resize(self) -> None:
        """Keep the choice in view in a list that is higher than there is room for."""
        self.call_after_refresh(self.scroll_to_highlight)

    def on_key(self, event: events.Key) -> None:
        """Go to the next choice that begins with the letter."""
        if not (event.character and event.character.isalpha()):
            return
        here = self.highlighted or 0
        after = [*range(here + 1, len(self._choices)), *range(here + 1)]
        for index in after:
            if self._choices[index].lower().startswith(event.character.lower()):
                self.highlighted = index
                event.stop()
                break
