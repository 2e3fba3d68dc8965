"""Text, addresses and code as Markdown that reads back as the same text, with no backslash that is not needed."""

import re
from itertools import groupby

_PUNCTUATION = r"[!-/:-@\[-`{-~]"
# Each alternative is one character that CommonMark (or a common extension) would take for markup where it stands.
# At the ends of a piece the neighbours are unknown, so there the doubtful ones are escaped as well.
_ACTIVE = re.compile(
    rf"\\(?={_PUNCTUATION}|\Z)"
    r"|`"
    r"|(?<!\s)\*|\*(?!\s)"  # an asterisk between spaces is neither emphasis nor, within a line, a bullet
    r"|(?<!\w)_++|_++(?!\w)"  # snake_case stays
    r"|~(?=~)|(?<=\S)~"
    r"|<(?=[A-Za-z/!?]|[^\s<>@]*@[^\s<>]*>)"
    r"|&(?=#?[0-9A-Za-z]+;)"
    r"|\[(?=\^)|\](?=\()|\^(?=\[)"
)
_BRACKETS = re.compile(r"(?<!\\)[\[\]]")
_LINE_START = re.compile(
    r"^(?:(?=#{1,6}(?:\s|$)|[-+*](?:\s|$)|>|=+\s*$|[-:| ]*-[-:| ]*$)|(\d{1,9})(?=[.)](?:\s|$)))", re.MULTILINE
)
_DEFINITION = re.compile(r"\[(?:[^\[\]\\]|\\.)*+\]:", re.DOTALL)
_UNLINKABLE = re.compile(r"\s*(?:javascript|vbscript|file|data):", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(?:gif|png|jpeg|webp);", re.IGNORECASE)


def escape(text: str, *, before: str = "", after: str = "", in_link: bool = False) -> str:
    """Escape ``text`` for use inside a paragraph, between the Markdown ``before`` and ``after``."""
    escaped = _ACTIVE.sub(lambda match: "".join(f"\\{char}" for char in match[0]), text)
    if in_link:
        escaped = _BRACKETS.sub(r"\\\g<0>", escaped)
    # An exclamation mark or a caret would turn what follows into an image or an inline footnote.
    if after.startswith("[") and text.endswith(("!", "^")):
        escaped = f"{escaped[:-1]}\\{escaped[-1]}"
    # After a footnote reference these would make it a link or a definition.
    if before.endswith("]") and text.startswith(("(", "[", ":")) and not escaped.startswith("\\"):
        escaped = "\\" + escaped
    return escaped


def escape_lines(markdown: str) -> str:
    """Escape what would begin a block other than a paragraph at the start of any line of inline ``markdown``."""
    escaped = _LINE_START.sub(lambda match: f"{match[1] or ''}\\", markdown)
    return "\\" + escaped if _DEFINITION.match(escaped) else escaped


def code_span(code: str) -> str:
    """``code``, which holds no line feed and is not empty, as a code span."""
    runs = {sum(1 for _ in run) for char, run in groupby(code) if char == "`"}
    fence = next("`" * n for n in range(1, len(code) + 2) if n not in runs)
    edges = code[0] + code[-1]
    padding = " " if "`" in edges or (edges == "  " and code.strip(" ")) else ""
    return f"{fence}{padding}{code}{padding}{fence}"


def address(target: str, *, image: bool = False) -> str | None:
    """``target`` as a link destination; None where it must not be made into a link (scripts, data, local files)."""
    if _UNLINKABLE.match(target) and not (image and _PICTURE.match(target)):
        return None
    encoded = re.sub(r"[\s<>`\\]", lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), target)
    return re.sub(r"[()]|&(?=#?[0-9A-Za-z]+;)", r"\\\g<0>", encoded)


def as_cell(markdown: str) -> str:
    """Inline ``markdown`` for a table cell, where a pipe ends the cell even inside code."""
    return markdown.replace("|", "\\|")
