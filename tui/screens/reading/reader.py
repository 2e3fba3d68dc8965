"""The reading screen: the article beside its claims, and everything a reader does to them."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen

from store.safety import label
from tui.config.schema import config_of
from tui.keymap.bindings import bindings
from tui.screens.reading.amending import AmendingScreen
from tui.screens.reading.bulk import BulkScreen
from tui.screens.reading.copying import CopyingScreen
from tui.screens.reading.deciding import DecidingScreen
from tui.screens.reading.exporting import ExportingScreen
from tui.screens.reading.filtering import FilteringScreen
from tui.screens.reading.guessing import GuessingScreen
from tui.screens.reading.hinting import HintingScreen
from tui.screens.reading.layering import LayeringScreen
from tui.screens.reading.leaving import LeavingScreen
from tui.screens.reading.linking import LinkingScreen
from tui.screens.reading.moving import MovingScreen
from tui.screens.reading.numbering import NumberingScreen
from tui.screens.reading.opening import OpeningScreen
from tui.screens.reading.outlining import OutliningScreen
from tui.screens.reading.remembering import RememberingScreen
from tui.screens.reading.searching import SearchingScreen
from tui.screens.reading.selecting import SelectingScreen
from tui.screens.reading.sideways import SidewaysScreen
from tui.screens.reading.titling import TitlingScreen
from tui.widgets.article.pane import ArticlePane
from tui.widgets.hint import Hint
from tui.widgets.key_footer import KeyFooter
from tui.widgets.notice import Notice
from tui.widgets.panel.claims_panel import ClaimsPanel
from tui.widgets.unsaved_line import UnsavedLine
from tui.widgets.voices import VoicesBar
from tui.widgets.work_line import WorkLine
from tui.working import works_of


class ReaderScreen(
    LinkingScreen,
    AmendingScreen,
    OpeningScreen,
    MovingScreen,
    FilteringScreen,
    SearchingScreen,
    OutliningScreen,
    BulkScreen,
    HintingScreen,
    GuessingScreen,
    DecidingScreen,
    CopyingScreen,
    SelectingScreen,
    LayeringScreen,
    LeavingScreen,
    RememberingScreen,
    ExportingScreen,
    SidewaysScreen,
    NumberingScreen,
    TitlingScreen,
    Screen[None],
):
    """One article, open."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-beside")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]
    AUTO_FOCUS = "ArticlePane"
    # All keys are here and none in the parts: Textual lets a class's entry for a key replace those of its bases.
    BINDINGS: ClassVar = bindings("touring", "links", "amending", "marking", "passage", "claims", "reading", "around")

    def compose(self) -> ComposeResult:
        # Textual sets these at the first size event, by which a frame has been painted: it would show the claims beside
        # an article that has no room for them.
        width, height = self.app.size
        sizes = {"-narrow": width < 80, "-beside": width >= 80, "-low": height < 20, "-high": height >= 20}
        self.update_classes(sizes, update=False)  # as all that is in it, it is styled before it is painted
        with Horizontal(id="reading"):
            yield ArticlePane(id="article")
            yield ClaimsPanel(id="claims")
        yield VoicesBar()
        yield Notice()
        yield UnsavedLine()
        yield WorkLine(works_of(self.app))
        yield Hint()
        yield KeyFooter()

    def on_mount(self) -> None:
        metadata = self.workspace.metadata
        self.pane.measure = config_of(self.app).measure
        self.entitle(0)
        parts = (metadata.byline, metadata.outlet, metadata.published[:10])
        self.pane.byline = " · ".join(label(part, 40) for part in parts if part)
        self.pane.show(self.workspace.document)
        self.watch(self.pane, "caret", lambda: self.hint(), init=False)
        self.enter()
        self.recall_layers()
        self.recall_numbers()

    def show_items(self, uid: str | None = None) -> None:
        """Show the workspace's items; ``uid`` names the annotation to select, else the selection stays."""
        if not self.in_place:  # what arrives while the screen goes away has nothing to be shown on
            return
        before = self.selected_item
        items = self.workspace.items
        reading = self.workspace.reading
        self.pane.mark(items, reading)
        caveats, references = reading.caveats if reading else (), self.pane.links.references
        self.panel.show(self.workspace.text, items, caveats, self.workspace.unsaved, references)
        self.light_shown()
        self.show_voices()
        self.panel.engine = reading.engine if reading else None
        self.panel.unplaced = self.show_unplaced()
        index = self.workspace.index_of(uid) if uid is not None else None
        if index is not None:
            self.select(index)
        elif before is not None:
            self.select(self.pane.drawn.index_of(before))
        self.select_awaited()

    def show_unsaved(self, words: str) -> None:
        """Show ``words`` in a line that stays until they are empty."""
        self.query_one(UnsavedLine).say(words)
