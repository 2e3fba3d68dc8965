"""One of a few words, chosen by moving to it: arrows, first letters or the mouse."""

from collections.abc import Sequence

from textual import events
from textual.widgets import OptionList

PAUSE = 0.6
"""Seconds without a key after which what is typed is begun anew."""


class ChoiceList(OptionList):
    """A list in which one of ``choices`` is chosen, or at first, with ``chosen`` None, none of them.

    The chosen one has a filled mark.
    """

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

    def __init__(self, choices: Sequence[str], chosen: str | None, *, id: str) -> None:
        self._choices = choices  # first, since the list highlights something while it is being made
        self._typed, self._typed_at = "", 0.0
        self._before: int | None = None
        super().__init__(*(f"○ {choice}" for choice in choices), id=id, markup=False)
        self.highlighted = choices.index(chosen) if chosen is not None else None

    @property
    def chosen(self) -> str | None:
        """The choice, if there is one yet."""
        return self._choices[self.highlighted] if self.highlighted is not None else None

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Move the mark along."""
        super().watch_highlighted(highlighted)
        for index, choice in enumerate(self._choices):
            mark = "●" if index == highlighted else "○"
            self.replace_option_prompt_at_index(index, f"{mark} {choice}")

    def on_resize(self) -> None:
        """Keep the choice in view in a list that is higher than there is room for."""
        self.call_after_refresh(self.scroll_to_highlight)

    @property
    def typed(self) -> str:
        """What was typed in one go up to now, be it a letter that chooses or the beginning of words."""
        return self._typed

    def on_key(self, event: events.Key) -> None:
        """Go to the next choice that begins with what is typed in one go; where none does, those were words.

        They are for whoever the key goes on to, and the choice is again what it was before them.
        """
        letter = event.character or ""
        if not self._typed or event.time - self._typed_at > PAUSE:
            self._typed, self._before = "", self.highlighted
        if not (letter.isprintable() and (self._typed + letter).strip()) or not letter:
            self._typed = ""
            return
        self._typed, self._typed_at = self._typed + letter, event.time
        found = self._begins(self._typed.lower())
        if found is not None:
            self.highlighted = found
            event.stop()
        else:
            self.highlighted = self._before

    def _begins(self, typed: str) -> int | None:
        """The choice, from here on, that begins with ``typed``; of one letter, be it again and again, the next one."""
        here = -1 if self.highlighted is None else self.highlighted
        again = len(set(typed)) == 1
        first, typed = (here + 1, typed[0]) if again else (max(here, 0), typed)
        after = [*range(first, len(self._choices)), *range(first)]
        return next((index for index in after if self._choices[index].lower().startswith(typed)), None)
