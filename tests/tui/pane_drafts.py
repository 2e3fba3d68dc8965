"""Documents and items for the tests of the pane, built without a parser, and the app that shows them."""

from collections.abc import Sequence
from itertools import count

from textual.app import App, ComposeResult

from claims.model import Claim, Span
from store.annotations import Annotation, Decision, Selector
from store.document import CELL_DIVIDER, Block, Container, Document, Mark
from store.review import Item
from store.safety import safe
from tui.widgets.article.pane import ArticlePane


class Draft:
    """A document that grows block by block. Marks are given as ``{kind: words}``, found in the block's text."""

    def __init__(self) -> None:
        self._text = ""
        self._blocks: list[Block] = []
        self._marks: list[Mark] = []
        self._ids = count(1)

    def add(
        self,
        text: str = "",
        kind: str = "paragraph",
        marks: dict[str, str] | None = None,
        within: Sequence[Container] = (),
        **fields: object,
    ) -> "Draft":
        """Add a block."""
        start = len(self._text) + bool(self._blocks)
        self._text += ("\n" if self._blocks else "") + safe(text)
        self._blocks.append(Block(kind, start, len(self._text), within=tuple(within), **fields))  # type: ignore[arg-type]
        for name, words in (marks or {}).items():
            at = self._text.index(words, start)
            self._marks.append(Mark(name, at, at + len(words), "https://example.org"))  # type: ignore[arg-type]
        return self

    def table(self, *rows: Sequence[str], align: str = "") -> "Draft":
        """Add a table, its header first."""
        table = next(self._ids)
        for n, row in enumerate(rows):
            self.add(CELL_DIVIDER.join(row), "row", table=table, level=int(n == 0), align=align)
            at = self._blocks[-1].start
            for cell in row:
                self._marks.append(Mark("cell", at, at + len(cell)))
                at += len(cell) + len(CELL_DIVIDER)
        return self

    def item(self, list: int = 1, number: int | None = None) -> Container:
        """A new list item."""
        return Container("item", next(self._ids) + 1000, list, number)

    @property
    def document(self) -> Document:
        """What has been built."""
        return Document(self._text, tuple(self._blocks), tuple(sorted(self._marks, key=lambda m: (m.start, -m.end))))


def paragraphs(*texts: str) -> Document:
    """A document of plain paragraphs."""
    draft = Draft()
    for text in texts:
        draft.add(text)
    return draft.document


def span_of(document: Document, words: str) -> Span:
    """Where ``words`` stand first."""
    at = document.text.index(words)
    return at, at + len(words)


def claim(
    document: Document,
    content: str,
    source: str = "",
    cue: str = "",
    *,
    number: int = 1,
    decision: Decision | None = None,
    note: str = "",
) -> Item:
    """A claim whose roles are found by their words; annotated if there is anything to annotate."""
    roles = {role: span_of(document, words) for role, words in _given(content=content, source=source, cue=cue)}
    found = Claim(
        content=(roles["content"],),
        source=(roles["source"],) if source else (),
        cue=(roles["cue"],) if cue else (),
    )
    if decision is None and not note:
        return Item(number, found, None)
    selectors = tuple(
        Selector(role, start, end, document.text[start:end])  # type: ignore[arg-type]
        for role, (start, end) in roles.items()
    )
    return Item(
        number, found, Annotation(uid="a", article=1, kind="claim", selectors=selectors, decision=decision, note=note)
    )


def passage(document: Document, words: str, note: str = "", meaning: int | None = None) -> Item:
    """A highlighted passage."""
    start, end = span_of(document, words)
    selector = Selector("passage", start, end, words)
    made = Annotation(uid="p", article=1, kind="passage", selectors=(selector,), note=note, meaning=meaning)
    return Item(None, None, made)


def _given(**words: str) -> list[tuple[str, str]]:
    return [(role, given) for role, given in words.items() if given]


class PaneApp(App[None]):
    """The pane alone on a screen."""

    def __init__(self, document: Document, items: Sequence[Item] = ()) -> None:
        super().__init__()
        self._document = document
        self._marked = items
        self.said: list[object] = []

    def compose(self) -> ComposeResult:
        yield ArticlePane(id="article")

    def on_mount(self) -> None:
        self.pane.show(self._document)
        self.pane.mark(self._marked)
        self.pane.focus()

    @property
    def pane(self) -> ArticlePane:
        return self.query_one(ArticlePane)

    def on_article_pane_clicked(self, message: ArticlePane.Clicked) -> None:
        self.said.append(message)

    def on_article_pane_selected(self, message: ArticlePane.Selected) -> None:
        self.said.append(message)

    def on_article_pane_scrolled(self, message: ArticlePane.Scrolled) -> None:
        self.said.append(message)


def painted(pane: ArticlePane) -> list[str]:
    """The rows of the pane as text."""
    return [pane.render_line(y).text for y in range(pane.rows)]
