"""A mode: something that is asked of the reader, step by step, while the article lies open."""

from typing import NamedTuple, Protocol

from claims.model import Span


class Mode(Protocol):
    """Each step is a mode of its own: none is changed. ``place`` names the place whose keys it gives."""

    @property
    def place(self) -> str:
        """The place in the keymap whose commands work while it is on."""

    @property
    def hint(self) -> str:
        """What to do now, in one line, with keys as ``{id}`` of their commands."""

    @property
    def about(self) -> str:
        """What it is about, in the article's words, for the hint to begin with; '' where that is plain."""

    def answer(self, span: Span | None) -> "Mode | Done":
        """What comes after ``span``, the selected code points, or None where nothing is selected, is the answer."""

    def back(self) -> "Mode":
        """The step before, to be answered anew."""

    def leave(self) -> "Mode | None":
        """What is left at Esc; None is plain reading."""


class Done(NamedTuple):
    """All has been answered: ``mode`` holds what."""

    mode: Mode
