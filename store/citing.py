"""Words of an article as they are quoted elsewhere: with who said them, where they stand and when it came out."""

import re
from collections.abc import Sequence
from typing import Literal

from claims.model import QuoteKind, Span
from claims.text import Text
from store.article import Metadata
from store.exporting.escaping import address, escape, escape_lines
from store.safety import label, safe

Form = Literal["plain", "markdown"]
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_BY = re.compile(r"by:?\s+", re.IGNORECASE)
_OPENING = 2000  # code points
_WITHIN = str.maketrans('“”„«»"', "‘’‚‹›'")
_QUOTED = (("“", "”"), ("„", "“"), ("«", "»"), ('"', '"'))


def quotation(
    text: Text,
    spans: Sequence[Span],
    metadata: Metadata,
    speaker: str | None = None,
    quote: QuoteKind | None = None,
    form: Form = "plain",
    name: str = "",
) -> str:
    """Return the words of ``spans`` with their source: in quotation marks and one line, or as a block of Markdown.

    ``speaker`` is named as having said them where ``quote`` is no indirect one: else the words are the article's, which
    is said to report what they said. What the article does not tell of itself is left out. One that goes by its opening
    words for want of a title is named by its outlet, or else by its file's ``name``: else it would be cited from
    itself. Nothing in it works a terminal, whatever the article says of itself.
    """
    words = " … ".join(text[start:end] for start, end in spans)
    title, url = f"“{_line(metadata.title).translate(_WITHIN)}”", _line(metadata.url)
    said = f"{label(speaker)}, {'as reported in' if quote == 'indirect' else 'in'} " if speaker else ""
    outlet = _line(metadata.outlet)
    if (instead := outlet or _line(name)) and _is_opening(metadata.title, text):
        title, outlet = instead, ""
    rest = [part for part in (_by(_line(metadata.byline)), outlet, _day(_line(metadata.published))) if part]
    if form == "plain":
        source = ", ".join([f"{said}{title}", *rest, *([url] if url else [])])
        return f"“{_unquoted(_line(words)).translate(_WITHIN)}” — {source}"
    target = address(url) if url else None
    linked = f"[{escape(title, in_link=True)}]({target})" if target else escape(title)
    source = ", ".join([escape(said) + linked, *map(escape, rest)])
    paragraphs = [escape_lines(escape(line)) for line in map(_line, words.split("\n")) if line]
    return "\n>\n".join(f"> {line}" for line in (*paragraphs, f"— {source}"))


def _line(words: str) -> str:
    return " ".join(safe(words).split())


def _is_opening(title: str, text: Text) -> bool:
    """Whether ``title`` is but the words that ``text`` opens with, cut off in the middle."""
    head = " ".join(text[:_OPENING].split())
    return title.endswith("…") and title[:-1] in head and title not in head


def _by(byline: str) -> str:
    """*by A. Reporter*, however the article has it."""
    return "by " + byline[match.end() if (match := _BY.match(byline)) else 0 :] if byline else ""


def _unquoted(words: str) -> str:
    """``words`` without the quotation marks around all of them."""
    for opening, closing in _QUOTED:
        inner = words[1:-1]
        if words.startswith(opening) and words.endswith(closing) and not {opening, closing} & set(inner):
            return inner
    return words


def _day(published: str) -> str:
    """A day as it is written in English; what is no day as it is."""
    match = _DAY.match(published)
    if match is None or not 1 <= int(match[2]) <= len(_MONTHS):
        return published
    return f"{int(match[3])} {_MONTHS[int(match[2]) - 1]} {match[1]}"
