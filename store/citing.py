"""Words of an article as they are quoted elsewhere: with who said them, where they stand and when it came out."""

import re
from collections.abc import Sequence
from typing import Literal

from claims.model import QuoteKind, Span
from claims.text import Text
from store.article import Metadata
from store.exporting.escaping import address, escape, escape_lines
from store.naming import DENIAL
from store.requoting import within_double, without_own
from store.safety import label, safe

Form = Literal["plain", "markdown"]
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_BY = re.compile(r"by:?\s+", re.IGNORECASE)
_OPENING = 2000  # code points


def quotation(
    text: Text,
    spans: Sequence[Span],
    metadata: Metadata,
    speaker: str | None = None,
    quote: QuoteKind | None = None,
    form: Form = "plain",
    name: str = "",
    denial: str | None = None,
) -> str:
    """Return the words of ``spans`` with their source: in quotation marks and one line, or as a block of Markdown.

    ``speaker`` is named as having said them where ``quote`` is no indirect one: else the words are the article's,
    which is said to report what they said. ``denial`` are the words by which they denied it, or did not tell it, ''
    where there are none: else they would be quoted with the opposite. What the article does not tell of itself is left
    out. One that goes by its opening words for want of a title is named by its outlet, or else by its file's ``name``:
    else it would be cited from itself. Nothing in it works a terminal, whatever the article says of itself.
    """
    words = " … ".join(text[start:end] for start, end in spans)
    title, url = f"“{within_double(_line(metadata.title))}”", _line(metadata.url)
    how = f" ({f'“{within_double(label(denial))}”' if denial else DENIAL})" if denial is not None else ""
    said = f"{label(speaker)}{how}, {'as reported in' if quote == 'indirect' else 'in'} " if speaker else ""
    outlet = _line(metadata.outlet)
    if (instead := outlet or _line(name)) and _is_opening(metadata.title, text):
        title, outlet = instead, ""
    rest = [part for part in (_by(_line(metadata.byline)), outlet, _day(_line(metadata.published))) if part]
    if form == "plain":
        source = ", ".join([f"{said}{title}", *rest, *([url] if url else [])])
        lines = [within_double(line) for line in without_own(_lines(words)).split("\n")]
        return f"“{' '.join(lines)}” — {source}"
    target = address(url) if url else None
    linked = f"[{escape(title, in_link=True)}]({target})" if target else escape(title)
    source = ", ".join([escape(said) + linked, *map(escape, rest)])
    paragraphs = [escape_lines(escape(line)) for line in _lines(words).split("\n") if line]
    return "\n>\n".join(f"> {line}" for line in (*paragraphs, f"— {source}"))


def _line(words: str) -> str:
    return " ".join(safe(words).split())


def _lines(words: str) -> str:
    """Each paragraph in a line of its own, none of them empty."""
    return "\n".join(filter(None, map(_line, words.split("\n"))))


def _is_opening(title: str, text: Text) -> bool:
    """Whether ``title`` is but the words that ``text`` opens with, cut off in the middle."""
    head = " ".join(text[:_OPENING].split())
    return title.endswith("…") and title[:-1] in head and title not in head


def _by(byline: str) -> str:
    """*by A. Reporter*, however the article has it."""
    return "by " + byline[match.end() if (match := _BY.match(byline)) else 0 :] if byline else ""


def _day(published: str) -> str:
    """A day as it is written in English; what is no day as it is."""
    match = _DAY.match(published)
    if match is None or not 1 <= int(match[2]) <= len(_MONTHS):
        return published
    return f"{int(match[3])} {_MONTHS[int(match[2]) - 1]} {match[1]}"
