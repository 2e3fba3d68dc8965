"""HTML inside Markdown, as far as a reader of text needs it: what is a tag, what is text, what is never shown."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

# Tags that stand on lines of their own; between two of them is a paragraph.
BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption "
        "figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol option p pre section "
        "summary table tbody td tfoot th thead title tr ul",
    )
)
# Elements whose content is no text for readers.
HIDDEN = frozenset(("script", "style", "template", "noscript"))

_TAG = r"""</?[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*+>"""
# An unclosed comment or script hides the rest, as in a browser; it also keeps the search linear.
_MARKUP = re.compile(
    rf"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!.*?(?:>|\Z)|<({'|'.join(HIDDEN)})\b.*?(?:</\1\s*>|\Z)|{_TAG}",
    re.DOTALL | re.IGNORECASE,
)
_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_SPACE = re.compile(r"[ \t\n\f\r]+")


class Tag(NamedTuple):
    """An opening or closing tag; the name is in lower case."""

    name: str
    closing: bool


def tag_of(markup: str) -> Tag | None:
    """The tag that ``markup`` is; None for a comment, a declaration or an instruction."""
    match = _NAME.match(markup)
    return Tag(match[2].lower(), bool(match[1])) if match else None


def pieces(html: str) -> Iterator[str | Tag]:
    """The visible text and the tags of ``html`` in turn; white space is folded and entities are decoded."""
    at = 0
    for match in _MARKUP.finditer(html):
        if match.start() > at:
            yield unescape(_SPACE.sub(" ", html[at : match.start()]))
        tag = tag_of(match[0])
        if tag is not None and tag.name not in HIDDEN:
            yield tag
        at = match.end()
    if at < len(html):
        yield unescape(_SPACE.sub(" ", html[at:]))
