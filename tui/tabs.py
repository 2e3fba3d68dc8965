"""Several open articles: each in a mode of Textual's, with all that lies on top of it, and the way between them."""

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from typing import NamedTuple

from textual.screen import Screen

from tui.parts import AppPart
from tui.screens.reading.reader import ReaderScreen
from tui.unfinished import Unfinished
from tui.workspace import Workspace

LIBRARY_MODE = "library"
MOST = 9
"""Articles open at most: as many as there are digits to go to them by."""


class Tab(NamedTuple):
    """An open article by its ``mode``, with the ``title`` that stands over it; ``article`` is None on its way in."""

    mode: str
    title: str
    article: int | None
    current: bool
    unsaved: bool


class TabbedApp(AppPart):
    """An application with open articles. In the mode that it begins in is one too, or the library."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers = count(1)
        self._ours = [self.DEFAULT_MODE]
        self._before: list[str] = []

    @property
    def begins_in_library(self) -> bool:
        """Whether the first mode is the library's."""
        return True

    @property
    def library_mode(self) -> str:
        """The mode that has the library at its bottom."""
        return self.DEFAULT_MODE if self.begins_in_library else LIBRARY_MODE

    # --- what is open -----------------------------------------------------------------------

    def readers(self, mode: str) -> list[ReaderScreen]:
        """The articles of a mode, the uppermost first."""
        # Textual tells the screens of the current mode only; its release is pinned.
        return [screen for screen in reversed(self._screen_stacks.get(mode, [])) if isinstance(screen, ReaderScreen)]

    @property
    def tabs(self) -> Sequence[Tab]:
        """The open articles in the order in which they were opened: of those on top of one another the uppermost."""
        return [
            Tab(
                mode,
                readers[0].heading,
                article.id if (article := readers[0].workspace.article) is not None else None,
                mode == self.current_mode,
                any(reader.workspace.outbox for reader in readers),
            )
            for mode in self._ours
            if (readers := self.readers(mode))
        ]

    @property
    def before(self) -> str | None:
        """The mode that was looked at before the current one, of those that are still there."""
        there = (mode for mode in self._before if mode != self.current_mode and mode in self._screen_stacks)
        return next(there, None)

    def unfinished(self) -> Iterator[Unfinished]:
        """All that has something to put away, from the top down, in the current mode first."""
        for mode in sorted(self._screen_stacks, key=lambda mode: mode != self.current_mode):
            yield from (one for one in reversed(self._screen_stacks[mode]) if isinstance(one, Unfinished))

    def on_app_blur(self) -> None:
        """The reader turns to another program: where they are is kept."""
        for mode in self._screen_stacks:
            for reader in self.readers(mode):
                reader.keep_place()

    # --- going from one to the other --------------------------------------------------------

    async def go_to(self, mode: str) -> None:
        """Show a mode as it was left."""
        if mode != self.current_mode:
            self._own_first_mode()
            self._before = [self.current_mode, *(one for one in self._before if one not in (mode, self.current_mode))]
            await self.switch_mode(mode)
            self._tell_tabs()

    async def go_to_article(self, article_id: int) -> bool:
        """Show an article that is open at the top of its mode; False where there is none."""
        for mode in (tab.mode for tab in self.tabs):
            article = self.readers(mode)[0].workspace.article
            if (
                article is not None
                and article.id == article_id
                and self.readers(mode)[0] is self._screen_stacks[mode][-1]
            ):
                await self.go_to(mode)
                return True
        return False

    async def go_to_workspace(self, workspace: Workspace) -> None:
        """Show the mode in which that article is open."""
        for mode in (tab.mode for tab in self.tabs):
            if any(reader.workspace is workspace for reader in self.readers(mode)):
                await self.go_to(mode)

    async def open_tab(self, make: Callable[[], Screen[None]]) -> None:
        """Open what ``make`` makes beside what is open; the one not looked at for longest gives way to a tenth."""
        await self._make_room()
        mode = f"article-{next(self._numbers)}"
        self._ours.append(mode)
        self.add_mode(mode, make)
        await self.go_to(mode)

    async def close_tab(self, into: str | None = None) -> bool:
        """Close the current mode, whose articles have been put away, and show another; False where there is none.

        Without ``into`` that is the one looked at before. Not to be waited for by the screens that go.
        """
        closing = self.current_mode
        mode = into or self.before
        if mode is None:
            return False
        self._own_first_mode()
        await self.switch_mode(mode)
        if closing in self._ours:
            self._ours.remove(closing)
            self.remove_mode(closing)
        self._before = [one for one in self._before if one not in (closing, mode)]
        self._tell_tabs()
        return True

    def _own_first_mode(self) -> None:
        # To the mode that it begins in by itself Textual has no way back, nor does it let that go. Not from the start:
        # a mode that it knows takes it longer to begin in. Its release is pinned.
        self._modes.setdefault(self.DEFAULT_MODE, self.get_default_screen)

    async def _make_room(self) -> None:
        longest = [mode for mode in reversed(self._before) if mode in self._ours and self.readers(mode)]
        for mode in longest:
            readers = self.readers(mode)
            if len(self.tabs) < MOST or any(reader.workspace.outbox for reader in readers):
                continue
            for reader in readers:
                await reader.hand_over()
                await reader.finish()
            self._ours.remove(mode)
            self._before.remove(mode)
            self._own_first_mode()
            self.remove_mode(mode)

    def _tell_tabs(self) -> None:
        from tui.widgets.tab_strip import TabStrip

        strips = self.screen.query(TabStrip)
        for strip in strips:
            strip.show(self.tabs)
        if not strips and len(self.tabs) > 1 and isinstance(self.screen, ReaderScreen):
            # Most readers have one article open: its screen begins without.
            self.screen.mount(TabStrip(), before=0)
