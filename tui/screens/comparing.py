"""Two articles side by side with their claims, and who speaks in both."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from store.errors import SaysoError
from store.review import merge
from store.safety import label
from store.speaking import Shared, in_both
from tui.config.schema import config_of
from tui.desk import Desk
from tui.in_place import in_place
from tui.keymap.bindings import bindings
from tui.keymap.keyed import Keyed
from tui.saying import say
from tui.turns import StoppedError, Turns
from tui.widgets.article.pane import ArticlePane
from tui.widgets.article.sideways import NOT_WIDE
from tui.widgets.hint import Hint
from tui.widgets.key_footer import KeyFooter
from tui.widgets.panel.cards import in_short
from tui.widgets.work_line import WorkLine
from tui.working import Work, works_of

if TYPE_CHECKING:
    from claims.model import Reading
    from store.article import Article
    from store.document import Document
    from store.items import Item
    from store.library import Library


@dataclass(frozen=True, slots=True)
class _Side:
    """An article as it is compared."""

    article: "Article"
    document: "Document"
    reading: "Reading"
    items: "tuple[Item, ...]"


class CompareScreen(Keyed, Screen[None]):
    """Compares two articles of the library, by their ids. Nothing is changed here."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-beside")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]
    AUTO_FOCUS = "#here"
    BINDINGS: ClassVar = bindings("comparing", "scrolling")
    DEFAULT_CSS = """
    CompareScreen {
        background: $background;
        & > Horizontal { height: 1fr; }
        & > OptionList {
            height: auto; max-height: 30%; border: round $border-blurred; padding: 0 1; background: $background;
            border-title-style: bold; text-wrap: nowrap; text-overflow: ellipsis;
        }
        & > OptionList:focus { border: round $primary; }
        & > OptionList:nocolor:focus, & > OptionList:ansi:focus { border-title-style: bold reverse; }
        & > OptionList > .option-list--option-highlighted { background: $primary 35%; color: $foreground; }
        &.-low > OptionList, &.-low > OptionList:focus { border: none; max-height: 2; }
        &.-narrow ArticlePane { display: none; }
        &.-narrow.-here #here, &.-narrow.-there #there { display: block; }
    }
    """

    def __init__(self, desk: Desk, here: int, there: int) -> None:
        super().__init__()
        self.desk = desk
        self._ids = (here, there)
        self._sides: tuple[_Side, ...] = ()
        self._shared: tuple[Shared, ...] = ()

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield ArticlePane(id="here")
            yield ArticlePane(id="there")
        yield OptionList(markup=False)
        yield WorkLine(works_of(self.app))
        yield Hint()
        yield KeyFooter()

    @property
    def panes(self) -> tuple[ArticlePane, ArticlePane]:
        """The two texts."""
        return self.query_one("#here", ArticlePane), self.query_one("#there", ArticlePane)

    def on_mount(self) -> None:
        """Ask for the articles."""
        self.add_class("-here")
        self.query_one(OptionList).border_title = "Who speaks in both"
        self._load()

    @work(exclusive=True)
    async def _load(self) -> None:
        doing = Work("Reading for claims", 2, owner=self)
        try:
            with works_of(self.app).doing(doing):
                self._sides = tuple([await self._side(one, doing) for one in self._ids])
        except StoppedError:
            say(self, "Stopped: they are compared once both have been read for claims.")
            return
        except SaysoError as error:
            say(self, str(error), wrong=True)
            return
        if in_place(self):
            self._show()

    async def _side(self, article_id: int, doing: Work) -> _Side:
        before = doing.done
        with Turns(lambda share: doing.at(before + share)) as turns:
            doing.stops_by(turns.stop)
            side = await self.desk.ask(partial(_side, article_id=article_id, turns=turns))
        doing.at(before + 1)
        return side

    def _show(self) -> None:
        for pane, side in zip(self.panes, self._sides, strict=True):
            metadata = side.article.metadata
            pane.measure = config_of(self.app).measure
            pane.border_title = Content(label(metadata.title))
            parts = (metadata.outlet, metadata.published[:10])
            pane.border_subtitle = Content(" · ".join(label(part, 40) for part in parts if part))
            pane.show(side.document)
            pane.mark(side.items, side.reading)
        here, there = self._sides
        self._shared = in_both(here.items, there.items)
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options(Option(_line(one)) for one in self._shared)
        listed.border_subtitle = f"{len(self._shared):,}"
        if self._shared:
            listed.highlighted = 0
        else:
            listed.add_option(Option(Content("Nobody speaks in both."), disabled=True))

    # --- going to claims --------------------------------------------------------------------

    @on(OptionList.OptionHighlighted)
    @on(OptionList.OptionSelected)
    def _speaker(self, event: OptionList.OptionHighlighted | OptionList.OptionSelected) -> None:
        """Show in both texts what the speaker says; chosen again, what they say next."""
        event.stop()
        if event.option_index >= len(self._shared):
            return
        shared = self._shared[event.option_index]
        again = isinstance(event, OptionList.OptionSelected)
        for pane, said in zip(self.panes, (shared.here, shared.there), strict=True):
            at = said.index(pane.selected) + 1 if again and pane.selected in said else 0
            self._go(pane, said[at % len(said)])

    def _go(self, pane: ArticlePane, index: int) -> None:
        pane.selected = index
        pane.reveal(*pane.items[index].span)
        self._hint(pane)

    def _hint(self, pane: ArticlePane) -> None:
        side = self._sides[self.panes.index(pane)]
        item = pane.items[pane.selected] if pane.selected is not None else None
        self.query_one(Hint).say(in_short(item, side.document.text) if item is not None else "")

    @on(ArticlePane.Clicked)
    def _clicked(self, event: ArticlePane.Clicked) -> None:
        pane = self.focused
        if event.items and isinstance(pane, ArticlePane):
            pane.selected = event.items[0]
            self._hint(pane)

    def action_step(self, step: Literal[1, -1]) -> None:
        """To the next or previous claim of the text that has the keys; in the list to another speaker."""
        pane = self.focused
        if isinstance(pane, ArticlePane) and pane.items:
            at = (pane.selected + step) if pane.selected is not None else 0 if step > 0 else len(pane.items) - 1
            if 0 <= at < len(pane.items):
                self._go(pane, at)
        elif isinstance(pane, OptionList):
            (pane.action_cursor_down if step > 0 else pane.action_cursor_up)()

    def action_sideways(self, step: int) -> None:
        """Move a wide table in the text that has the keys by a column."""
        pane = next((pane for pane in self.panes if pane.has_focus), self.panes[0])
        if pane.move_table(step) is None:
            say(self, NOT_WIDE)

    def action_other_side(self) -> None:
        """The keys go to the other text, then to the list, and round."""
        here, there = self.panes
        listed = self.query_one(OptionList)
        round_again: dict[Widget | None, ArticlePane | OptionList] = {here: there, there: listed}
        following = round_again.get(self.focused, here)
        if following is not listed:
            self.set_class(following is here, "-here")
            self.set_class(following is there, "-there")
        if isinstance(following, ArticlePane) and self._sides:
            self._hint(following)
        following.focus()

    async def action_go(self) -> None:
        """Open the article that has the keys, at its claim."""
        pane = self.focused
        if isinstance(pane, ArticlePane) and self._sides:
            side = self._sides[self.panes.index(pane)]
            start, end = pane.items[pane.selected].content[0] if pane.selected is not None else (pane.top, pane.top)
            await self.app.run_action(f"app.open({side.article.id}, {start}, None, {end})")

    def action_help(self) -> None:
        """Show the keys."""
        from tui.dialogs.help import HelpDialog
        from tui.keymap.table import help_of

        self.app.push_screen(HelpDialog(help_of(self.app, ("comparing", "scrolling"))))


def _line(shared: Shared) -> Content:
    here, there = len(shared.here), len(shared.there)
    return Content.assemble((label(shared.name, 60), "bold"), (f"  {here} here · {there} there", "$text-muted"))


def _side(library: "Library", article_id: int, turns: Turns) -> _Side:
    article = library.articles.get(article_id)
    document = library.articles.document(article)
    reading = library.readings.read(article, turns)
    items = merge(reading, library.annotations.of(article_id), text=document.text)
    return _Side(article, document, reading, items)
