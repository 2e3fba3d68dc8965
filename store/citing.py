"""Words of an article as they are quoted elsewhere: with who said them, where they stand and when it came out."""

import re
from collections.abc import Sequence

from claims.model import QuoteKind, Span
from store.article import Metadata
from store.safety import label

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_WITHIN = str.maketrans('“”„«»"', "‘’‚‹›'")
_QUOTED = (("“", "”"), ("„", "“"), ("«", "»"), ('"', '"'))


def quotation(
    text: str, spans: Sequence[Span], metadata: Metadata, speaker: str | None = None, quote: QuoteKind | None = None
) -> str:
    """Return the words of ``spans`` in quotation marks, with their source, in one line.

    ``speaker`` is named as having said them where ``quote`` is no indirect one: else the words are the article's, which
    is said to report what they said. What the article does not tell of itself is left out.
    """
    words = " … ".join(" ".join(text[start:end].split()) for start, end in spans)
    title = f"“{metadata.title.translate(_WITHIN)}”"
    if speaker:
        title = f"{label(speaker)}, {'as reported in' if quote == 'indirect' else 'in'} {title}"
    source = (title, metadata.outlet, _day(metadata.published), metadata.url)
    return f"“{_unquoted(words).translate(_WITHIN)}” — {', '.join(part for part in source if part)}"


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
