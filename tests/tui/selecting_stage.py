"""An article in a pane to select in, and what tests of it do."""

from textual.geometry import Offset
from textual.pilot import Pilot

from claims.model import Span
from store.document import Document
from store.review import Item
from tests.tui.pane_drafts import PaneApp, claim, paragraphs, span_of
from tui.widgets.article.pane import ArticlePane

FAMILY = "👨‍👩‍👧‍👦"
TEXT = paragraphs(
    "The ministry said on Monday that 漢字 and unemployment had fallen. It isn’t so, others said.",
    f"A family {FAMILY} came by. Nobody asked.",
)


def items(document: Document) -> list[Item]:
    return [claim(document, "unemployment had fallen", "The ministry", "said", number=123, note="a note")]


async def drag(pilot: Pilot[None], app: PaneApp, start: Offset, end: Offset) -> None:
    await pilot.mouse_down(app.pane, offset=start)
    await pilot.hover(app.pane, offset=end)
    await pilot.mouse_up(app.pane, offset=end)


def cell(app: PaneApp, words: str, last: bool = False) -> Offset:
    """The cell of the first (or last) letter of ``words`` on the screen; rows may hold wide characters."""
    line = next(line for line in (app.pane._flow.line(row) for row in range(99)) if line and _in(line, words))
    span = span_of(TEXT, words)
    row = app.pane._flow.where(span[0]) - round(app.pane.scroll_y)
    return Offset(app.pane._geometry[1] + line.cell_of(span[1] - 1 if last else span[0]), row)


def _in(line: object, words: str) -> bool:
    return words in "".join(run.text for run in line.runs)  # type: ignore[attr-defined]


def selected_spans(app: PaneApp) -> list[Span | None]:
    return [said.span for said in app.said if isinstance(said, ArticlePane.Selected)]
