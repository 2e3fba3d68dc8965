"""How markdown-it reads: an article as its author meant it, a note as its reader wrote it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

# Quotations and lists nested deeper than this are read as text: nobody writes them, and each level is a recursion.
_DEEPEST = 60
_EVERY = 200  # blocks between two reports of progress
_WEB_OR_MAIL = re.compile(r"(?:https?|mailto):", re.IGNORECASE)


@cache
def article_parser() -> MarkdownIt:
    """CommonMark, tables, strikethrough and footnotes."""
    from mdit_py_plugins.footnote import footnote_plugin

    # Inline footnotes are Pandoc's alone; definitions are put to the end by the builder, unreferenced ones included.
    return _parser(html=True).use(footnote_plugin, inline=False, move_to_end=False)


@cache
def note_parser() -> MarkdownIt:
    """CommonMark, tables and strikethrough; what is not kept of it is text, and so is any link that leads elsewhere."""
    parser = _parser(html=False).disable(["image", "reference"])
    parser.validateLink = lambda url: bool(_WEB_OR_MAIL.match(url))  # type: ignore[method-assign]
    parser.inline.ruler2.push("lines", _keep_lines)
    return parser


def _parser(*, html: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST + 20, "html": html}).enable(["table", "strikethrough"])
    parser.block.ruler.before("table", "watch", _watch)
    return parser


def _watch(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A block rule ahead of all others: reports progress, and stops nesting that has gone too deep."""
    from markdown_it.rules_block import paragraph

    progress = state.env["progress"]
    if progress is not None and not silent and state.level == 0:
        state.env["seen"] = seen = state.env.get("seen", 0) + 1
        if seen % _EVERY == 0:
            progress(start, 2 * state.lineMax)
    return state.level >= _DEEPEST and paragraph(state, start, end, silent)


def _keep_lines(state: StateInline) -> None:
    """Who writes a note in lines means lines."""
    for token in state.tokens:
        if token.type == "softbreak":
            token.type = "hardbreak"
