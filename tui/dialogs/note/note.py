"""Writing a note and what speaks for it. Kept when the dialog closes, and meanwhile told to whoever keeps drafts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from store.annotations import Evidence
from store.safety import label
from tui.dialogs.confirm import ConfirmDialog
from tui.dialogs.dialog import TALL, Dialog
from tui.dialogs.note.evidence import EvidenceDialog, EvidenceList
from tui.dialogs.note.preview import Preview
from tui.dialogs.note.tag_row import TagRow
from tui.keymap.bindings import bindings
from tui.widgets.fields import Paper, writable
from tui.widgets.panel.fitting import wrap

QUOTE_LINES = 3
DRAFT_SECONDS = 0.5
BESIDE = 100
"""The columns from which on a preview is beside the note, and not in its place."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: a note, and evidence in its order."""

    note: str
    evidence: tuple[Evidence, ...] = ()


class NoteDialog(Dialog[Written | None]):
    """Edit ``note`` and ``evidence`` under the words they are about; answers None where nothing is to be kept anew.

    ``tags`` are those in use, to be offered after a ``#``. ``recovered`` says that it is a draft that was never saved:
    then it is kept though nobody touches it. ``on_typed`` gets what stands there while it is being written, at most
    twice a second.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide"), (BESIDE, "-beside")]
    BINDINGS = bindings("note")
    DEFAULT_CSS = """
    NoteDialog {
        & > .box { width: 96%; max-width: 80; height: 80%; max-height: 24; }
        &.-narrow > .box { width: 100%; }
        & .quote { height: auto; margin-bottom: 1; padding-left: 1; border-left: outer $primary 50%; }
        & .recovered { color: $text-warning; margin-bottom: 1; height: auto; }
        & .sheet { height: 1fr; }
        & Paper { height: 1fr; width: 1fr; border: none; padding: 0; background: $surface; }
        & Paper:focus { border: none; }
        &.-short > .box { height: 100%; }
        &.-full > .box { width: 100%; max-width: 100%; height: 100%; max-height: 100%; }
        &.-preview Preview { display: block; }
        &.-preview Paper { display: none; }
        &.-preview.-beside Paper { display: block; }
        &.-preview.-beside > .box { width: 96%; max-width: 150; }
        &.-full.-preview.-beside > .box { width: 100%; max-width: 100%; }
        &.-short .quote, &.-short .recovered { margin-bottom: 0; }
        &.-short .recovered { height: 1; }
    }
    """

    def __init__(
        self,
        title: str,
        quote: str,
        note: str,
        *,
        evidence: Sequence[Evidence] = (),
        tags: Sequence[str] = (),
        recovered: bool = False,
        on_typed: Callable[[Written], None] | None = None,
    ) -> None:
        super().__init__(f"Note · {title}")
        self._quote = label(quote, 2000)
        self._tags = tags
        self._before = Written(writable(note), tuple(evidence))
        self._recovered = recovered
        self._on_typed = on_typed
        self._typed = self._before
        self._timer: Timer | None = None

    def compose_body(self) -> ComposeResult:
        """The words, the note."""
        yield Static(classes="quote quiet")
        if self._recovered:
            yield Static("⚠ Recovered: typed, never saved.", classes="recovered")
        with Horizontal(classes="sheet"):
            yield Paper(self._before.note, soft_wrap=True, show_line_numbers=False, highlight_cursor_line=False)
        yield TagRow(self._tags)
        yield EvidenceList(self._before.evidence)

    def on_mount(self) -> None:
        """Go on writing where the note ends."""
        paper = self.query_one(Paper)
        paper.move_cursor(paper.document.end)
        paper.focus()

    def on_resize(self) -> None:
        """Show as much of the words as three lines hold, or one where lines are scarce."""
        quote = self.query_one(".quote", Static)
        limit = QUOTE_LINES if self.app.size.height >= TALL else 1
        self.call_after_refresh(
            lambda: quote.update(Content("\n".join(wrap(self._quote, quote.content_size.width, limit))))
        )
        if self.has_class("-preview"):
            self.call_after_refresh(self._focus_seen)

    @property
    def _written(self) -> Written:
        return Written(self.query_one(Paper).text, self.query_one(EvidenceList).evidence)

    @property
    def _changed(self) -> bool:
        return self._recovered or self._written != self._before

    @on(Paper.Changed)
    @on(EvidenceList.Changed)
    def _told_soon(self) -> None:
        if self._timer is None and self._on_typed is not None:
            self._timer = self.set_timer(DRAFT_SECONDS, self._tell)

    def _tell(self) -> None:
        self._timer = None
        written = self._written
        if self._on_typed is not None and written != self._typed:
            self._typed = written
            self._on_typed(written)

    # --- how it reads -----------------------------------------------------------------------

    async def action_preview(self) -> None:
        """Show how the note reads, or the note alone again."""
        previews = self.query(Preview)
        preview = previews.first() if previews else Preview()
        if not previews:
            await self.query_one(".sheet").mount(preview)
        self.toggle_class("-preview")
        self._ask_for_preview()
        preview.show_now()
        self.call_after_refresh(self._focus_seen)

    def action_full_screen(self) -> None:
        """Take the whole window for the note, or leave some of it again."""
        self.toggle_class("-full")

    @on(Paper.Changed)
    def _ask_for_preview(self) -> None:
        if self.has_class("-preview"):
            paper = self.query_one(Paper)
            at = paper.cursor_location[0] / max(1, paper.document.line_count - 1)
            self.query_one(Preview).show_soon(paper.text, at)

    def _focus_seen(self) -> None:
        """Let keys go to the note, or to the preview where that is in its place."""
        alone = self.has_class("-preview") and not self.has_class("-beside")
        self.query_one(Preview if alone else Paper).focus()

    # --- tags -------------------------------------------------------------------------------

    @on(Paper.SelectionChanged)
    def _offer_tags(self) -> None:
        self.query_one(TagRow).offer(self.query_one(Paper))

    def action_complete(self) -> None:
        """Write the rest of the tag; where there is none to complete, the key goes on to what comes next."""
        paper, row = self.query_one(Paper), self.query_one(TagRow)
        if paper.has_focus and row.offered:
            row.complete(paper)
        else:
            self.focus_next()

    # --- evidence ---------------------------------------------------------------------------

    def action_evidence(self) -> None:
        """Add something that speaks for or against the claim."""
        self.app.push_screen(EvidenceDialog(), self._put)

    @on(EvidenceList.OptionSelected)
    def _change_evidence(self, event: EvidenceList.OptionSelected) -> None:
        index = event.option_index
        one = self.query_one(EvidenceList).evidence[index]
        self.app.push_screen(EvidenceDialog(one), lambda after: self._put(after, index))

    def _put(self, evidence: Evidence | None, index: int | None = None) -> None:
        if evidence is not None:
            self.query_one(EvidenceList).put(evidence, index)

    # --- closing ----------------------------------------------------------------------------

    async def hand_over(self) -> None:
        """Tell what stands there now: it is kept as a draft, and offered again."""
        if self._timer is not None:
            self._timer.stop()
            self._tell()

    async def finish(self) -> None:
        """Nothing is left to do."""

    def action_save(self) -> None:
        """Close and keep what is written."""
        written = self._written
        self._close(Written(written.note.rstrip(), written.evidence) if self._changed else None)

    def action_discard(self) -> None:
        """Close and forget what was changed, after asking; where nothing was, just close."""
        if not self._changed:
            self._close(None)
            return

        def answered(discard: bool | None) -> None:
            if discard:
                self._close(None)

        self.app.push_screen(
            ConfirmDialog("Forget what you changed in this note?", "Forget it", "Keep writing"), answered
        )

    def _close(self, answer: Written | None) -> None:
        if self._timer is not None:
            self._timer.stop()
        self.dismiss(answer)
