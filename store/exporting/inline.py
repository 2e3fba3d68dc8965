"""One line of a document as inline Markdown: its marks, the highlights laid over them, and footnote references."""

from collections.abc import Iterable, Sequence

from claims.model import Span
from claims.text import Text
from store.document import Mark
from store.exporting.delimiters import Edge, resolve
from store.exporting.escaping import escape
from store.exporting.weaving import HIGHLIGHT, HIGHLIGHT_END, Overlay, Piece, Words, weave


def write_inline(text: Text, span: Span, marks: Sequence[Mark], overlay: Overlay, *, line_break: str = "<br>") -> str:
    """Write ``text[span]`` with its ``marks`` and ``overlay``, all within ``span``, as inline Markdown.

    ``line_break`` is what a hard line break becomes.
    """
    return _render(_tidied(weave(text, span, marks, overlay, line_break)))


def _tidied(pieces: Iterable[Piece]) -> list[Piece]:
    """Join texts that meet, and put spaces at the ends of a highlight outside it, where they part delimiters."""
    tidy: list[Piece] = []
    for piece in pieces:
        last = tidy[-1] if tidy else None
        if piece == HIGHLIGHT_END and isinstance(last, Words):
            tidy[-1:] = [Words(words, last.in_link)] if (words := last.text.rstrip(" ")) else []
            _end_highlight(tidy)
            _add_text(tidy, len(tidy), Words(last.text[len(words) :], last.in_link))
        elif piece == HIGHLIGHT_END:
            _end_highlight(tidy)
        elif isinstance(piece, Words):
            words = piece.text.lstrip(" ") if last == HIGHLIGHT else piece.text
            before = next((at for at in range(len(tidy), 0, -1) if tidy[at - 1] != HIGHLIGHT), 0)
            _add_text(tidy, before, Words(piece.text[: len(piece.text) - len(words)], piece.in_link))
            _add_text(tidy, len(tidy), Words(words, piece.in_link))
        else:
            tidy.append(piece)
    return tidy


def _end_highlight(tidy: list[Piece]) -> None:
    if tidy[-1] == HIGHLIGHT:
        tidy.pop()  # there was but a space in it
    else:
        tidy.append(HIGHLIGHT_END)


def _add_text(tidy: list[Piece], at: int, text: Words) -> None:
    before = tidy[at - 1] if at else None
    if not text.text:
        return
    if isinstance(before, Words):
        tidy[at - 1] = Words(before.text + text.text, text.in_link)
    else:
        tidy.insert(at, text)


def _look(piece: Piece) -> str:
    if isinstance(piece, Edge):
        return piece.certain
    return piece if isinstance(piece, str) else ""


def _render(pieces: Sequence[Piece]) -> str:
    """Escape texts and resolve the edges of marks, each by what stands beside it."""
    written: list[str | Edge] = []
    for index, piece in enumerate(pieces):
        if isinstance(piece, Words):
            before, after = (pieces[i] if 0 <= i < len(pieces) else "" for i in (index - 1, index + 1))
            written.append(escape(piece.text, before=_look(before), after=_look(after), in_link=piece.in_link))
        elif isinstance(piece, str) and piece.startswith("`") and written and str(written[-1]).endswith("`"):
            written += ("<!-- -->", piece)
        else:
            written.append(piece)
    return "".join(resolve(written))
