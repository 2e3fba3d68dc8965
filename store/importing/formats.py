"""Whether a text is Markdown or plain, by its file's name or else by its looks."""

import re

from store.article import Format

_MARKDOWN = {".md", ".markdown", ".mdown", ".mkd"}
_PLAIN = {".txt", ".text"}

# One of these is enough: front matter, an ATX or setext heading, a fence, a table's delimiter row, an inline link or
# image, a footnote, strong emphasis.
_SIGNS = re.compile(
    r"\A---[ \t]*\n[\w\"' -]+:|^#{1,6} \S|^\S[^\n]*\n(?:={3,}|-{3,})[ \t]*$|^(?:```|~~~)|"
    r"^ {0,3}\|?[ \t]*:?-{2,}:?[ \t]*\|[-:| \t]*$|\]\([^\s()]+[^\n()]{0,99}\)|^\[\^[^\]\s]+\]:|\*\*\w[^*\n]{0,200}\*\*",
    re.MULTILINE,
)
# One line that begins with a dash may be dialogue, one number a date: only several lines make a list or a quotation.
_SEVERAL = tuple(
    re.compile(pattern, re.MULTILINE) for pattern in (r"^ {0,3}> ?\S", r"^ {0,3}[-*+] +\S", r"^ {0,3}\d{1,3}[.)] +\S")
)


def detect(text: str, suffix: str = "") -> Format:
    """The format of ``text`` (line ends ``\\n``) from a file whose name ends in ``suffix``, such as ``.md``.

    Where the name says nothing, Markdown is what begins with front matter or shows block-level Markdown or links.
    """
    if suffix.lower() in _MARKDOWN:
        return "markdown"
    if suffix.lower() in _PLAIN:
        return "plain"
    if _SIGNS.search(text) or any(_found_twice(pattern, text) for pattern in _SEVERAL):
        return "markdown"
    return "plain"


def _found_twice(pattern: re.Pattern[str], text: str) -> bool:
    first = pattern.search(text)
    return first is not None and pattern.search(text, first.end()) is not None
