"""Words of an article as they are cited elsewhere: with who said them, where they stand and when it came out."""

import re
from collections.abc import Sequence
from typing import Literal

from claims.model import Spans
from claims.text import Text
from store.article import Metadata
from store.citing.excerpts import excerpt, spoken, without_comma
from store.citing.reported import line, reported
from store.citing.speakers import teller_of
from store.citing.whose import by_whom, whose
from store.exporting.escaping import address, escape, escape_lines
from store.items import Item
from store.requoting import within_double, without_own

Form = Literal["plain", "markdown"]
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_BY = re.compile(r"by:?\s+", re.IGNORECASE)
_OPENING = 2000  # code points


def passage_cited(
    text: Text,
    spans: Spans,
    metadata: Metadata,
    items: Sequence[Item] = (),
    form: Form = "plain",
    name: str = "",
) -> str:
    """Return the words of ``spans`` with their source: in quotation marks and one line, or as a block of Markdown.

    Words that one of ``items`` has somebody say in quotation marks are theirs, all others the article's, also where
    these tell what somebody said. What the article does not tell of itself is left out. One that goes by its opening
    words for want of a title is named by its outlet, or else by its file's ``name``: else it would be cited from
    itself. Nothing in it works a terminal, whatever the article says of itself.
    """
    by, is_spoken = whose(text, spans, items)
    words = spoken(text, spans) if is_spoken else without_comma(" … ".join(excerpt(text, span) for span in spans))
    return _quoted(words, _source(text, metadata, form, name), form, by)


def claim_cited(
    item: Item,
    text: Text,
    metadata: Metadata,
    items: Sequence[Item] = (),
    form: Form = "plain",
    name: str = "",
) -> str:
    """Return the claim ``item``, one of ``items``, with its source; the rest as for `passage_cited`.

    What is quoted of the speaker is a quotation. All else is told, see `store.citing.reported`, and in Markdown is a
    paragraph, since a block would quote it.
    """
    source = _source(text, metadata, form, name)
    if item.quote == "direct":
        return _quoted(spoken(text, item.content), source, form, by_whom(item, text, items))
    told = reported(item, text, teller_of(item, items))
    return f"{told if form == 'plain' else escape_lines(escape(told))} — {source}"


def _quoted(words: str, source: str, form: Form, by: str = "") -> str:
    if form == "plain":
        lines = [within_double(one) for one in map(line, without_own(words).split("\n")) if one]
        return f"“{' '.join(lines)}” — {by}{source}"
    paragraphs = [escape_lines(escape(one)) for one in map(line, words.split("\n")) if one]
    return "\n>\n".join(f"> {one}" for one in (*paragraphs, f"— {escape(by)}{source}"))


def _source(text: Text, metadata: Metadata, form: Form, name: str) -> str:
    title, url = f"“{within_double(line(metadata.title))}”", line(metadata.url)
    outlet = line(metadata.outlet)
    if (instead := outlet or line(name)) and _is_opening(metadata.title, text):
        title, outlet = instead, ""
    rest = [part for part in (_by(line(metadata.byline)), outlet, _day(line(metadata.published))) if part]
    if form == "plain":
        return ", ".join([title, *rest, *([url] if url else [])])
    target = address(url) if url else None
    linked = f"[{escape(title, in_link=True)}]({target})" if target else escape(title)
    return ", ".join([linked, *map(escape, rest)])


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
