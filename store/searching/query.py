"""What a reader asks for, taken apart: one language for the search, the library's list and an article's claims.

Nothing is an error: whatever is no phrase, beginning, filter or mark that the place knows is words.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, get_args

from store.annotations import Finding, Progress
from store.safety import safe
from store.searching.days import Bound, bound, may_become_date

Filter = Literal["speaker", "outlet", "tag", "finding", "progress", "meaning", "has"]
FILTERS: dict[str, Filter] = {name: name for name in get_args(Filter)}
VALUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"finding": get_args(Finding), "progress": get_args(Progress), "has": ("evidence",)}
)
"""What some filters take; the others take any words."""

# A whole page may have been pasted: its first words say enough.
_LONGEST, _MOST_TERMS = 2000, 32
# Every text has words that begin with any one letter.
_SHORTEST_BEGINNING = 2

STRAIGHT = str.maketrans("“”„‟", '""""')
_PIECE = re.compile(r'(?:(?P<name>[^\W\d_]+):)?(?:"(?P<phrase>[^"]*"\*?)|(?P<word>[^\s"]+))')
_BEGUN_WORD = re.compile(r"\s\S*\Z")
_LAST_WORD = re.compile(r"[^\W_]*\Z")


@dataclass(frozen=True, slots=True)
class Names:
    """What a place knows by name: words in some part (``speaker:``), ``marks`` with their values (``is:rejected``),
    and, with ``days``, ``after:`` and ``before:``. With ``signs`` it can find a sign alone, such as ``%``."""

    filters: frozenset[Filter] = frozenset()
    marks: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    days: bool = False
    signs: bool = False

    def begun(self, piece: str) -> bool:
        """Return whether ``piece``, which is being typed, is nothing yet that it may become."""
        name, colon, value = piece.casefold().partition(":")
        if not colon:
            return False
        mark = any(one.startswith(value) for one in self.marks.get(name, ()))
        day = self.days and name in ("after", "before") and may_become_date(value)
        return mark or day or (name in self.filters and not value)


IN_LIBRARY = Names(frozenset(("speaker", "outlet", "tag", "finding", "progress", "has")), days=True)
"""What the search of the library knows."""

IN_CLAIMS = Names(
    frozenset(("speaker", "tag", "finding", "progress", "meaning")),
    MappingProxyType(
        {
            "is": frozenset(
                (
                    *("unreviewed", "reviewed", "accepted", "rejected", "byhand", "amended", "reworded"),
                    *("anonymous", "open", "guessed", "nested", "hedged", "denied", "attitude"),
                )
            ),
            "has": frozenset(("note", "tag", "caveat", "figure", "evidence", "meaning", "orphan")),
            "kind": frozenset(("direct", "indirect", "mixed", "passage")),
        }
    ),
    signs=True,
)
"""What the filter of an article's claims knows."""

IN_LIST = Names(
    frozenset(("outlet",)),
    MappingProxyType(
        {
            "is": frozenset(("unreviewed", "reviewed", "unread", "reworded")),
            "has": frozenset(("claim", "note", "orphan")),
        }
    ),
    days=True,
    signs=True,
)
"""What the filter of the library's list knows."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand one after the other, the last of which may go on if they are a ``beginning``.

    There is a letter or a digit in ``text``, or a sign where those are looked for, and nothing that is not safe.
    """

    text: str
    beginning: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What has to be true together: ``terms`` stand anywhere, ``filters`` in what they name, the day in its bounds.

    ``marks`` are what it is or has, such as ``("is", "unreviewed")``.
    """

    terms: tuple[Term, ...] = ()
    filters: tuple[tuple[Filter, Term], ...] = ()
    after: Bound | None = None
    before: Bound | None = None
    marks: tuple[tuple[str, str], ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is asked for."""
        return self == Query()


def parse(text: str, names: Names = IN_LIBRARY, *, typing: bool = False) -> Query:
    """Return what ``text`` asks for in a place that knows ``names``; never raises.

    With ``typing`` it is not finished: its last word may go on, and may become a filter yet. A quotation mark without
    another is passed over, and a filter that is none, or a date, is words.
    """
    terms: list[Term | None] = []
    filters: list[tuple[Filter, Term]] = []
    days: dict[str, Bound] = {}
    marks: list[tuple[str, str]] = []
    text = _straightened(text)
    for piece in _PIECE.finditer(text):
        name, value = (piece["name"] or "").lower(), piece["phrase"] or piece["word"]
        goes_on = typing and piece.end() == len(text) and piece["word"] is not None
        term = _term(value.replace('"', ""), goes_on, signs=names.signs)
        day = bound(value.rstrip('"')) if names.days and name in ("after", "before") else None
        if day is not None:
            days[name] = day
        elif (mark := value.replace('"', "").casefold()) in names.marks.get(name, ()):
            marks.append((name, mark))
        elif (known := FILTERS.get(name)) in names.filters and known is not None and term and _takes(known, term):
            filters.append((known, term))
        elif not (goes_on and names.begun(piece[0])):
            terms += [_term(name), term]
    found = dict.fromkeys(term for term in terms if term is not None)
    return Query(
        terms=tuple(found)[:_MOST_TERMS],
        filters=tuple(filters[:_MOST_TERMS]),
        after=days.get("after"),
        before=days.get("before"),
        marks=tuple(dict.fromkeys(marks)),
    )


def pieces(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield what ``text`` consists of, in order: the name before a colon or '', what follows, and if it is the last."""
    text = _straightened(text)
    for piece in _PIECE.finditer(text):
        value = (piece["phrase"] or piece["word"]).replace('"', "")
        yield (piece["name"] or "").lower(), value, piece.end() == len(text) and piece["word"] is not None


def asked(name: str, value: str) -> str:
    """Return what asks in the filter ``name`` for ``value``, between quotation marks where it needs them.

    Those that it has itself cannot be asked for: what stands between them can.
    """
    parts = (part.strip() for part in value.translate(STRAIGHT).split('"'))
    return " ".join(f'{name}:"{part}"' if " " in part else f"{name}:{part}" for part in parts if part)


def written(query: Query) -> str:
    """Return what asks for the words and filters of ``query``; its days, and what is not of claims, are left out."""
    words = (f'"{term.text}"' if " " in term.text else term.text for term in query.terms)
    named = (asked(name, term.text) for name, term in query.filters if name in IN_CLAIMS.filters or name == "has")
    return " ".join((*words, *named))


def _takes(name: Filter, term: Term) -> bool:
    """Whether the filter has such a value: the words stand in one of those that there are, the last may begin so."""
    if name not in VALUES:
        return True
    words = _plain(term.text)
    return any(
        f" {words} " in f" {_plain(value)} " or (term.beginning and f" {words}" in f" {_plain(value)}")
        for value in VALUES[name]
    )


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("-", " ").replace("_", " ").split())


def _straightened(text: str) -> str:
    """``text`` with straight quotation marks, each of which has another."""
    if len(text) > _LONGEST:
        text = _BEGUN_WORD.sub("", text[: _LONGEST + 1])[:_LONGEST]
    text = safe(text).translate(STRAIGHT)
    if text.count('"') % 2:
        before, _, after = text.rpartition('"')
        text = before + after
    return text


def _term(text: str, goes_on: bool = False, *, signs: bool = False) -> Term | None:
    """``text`` as a term, with an asterisk at its end as a beginning; None where there is nothing in it to find."""
    words = text.rstrip("*").rstrip()
    if signs and text.strip() and not words.strip():
        return Term(text.strip())
    if not any((signs and not char.isspace()) or _is_indexed(char) for char in words):
        return None
    last = _LAST_WORD.search(words)
    long_enough = last is not None and len(last[0]) >= _SHORTEST_BEGINNING
    return Term(words, long_enough and (goes_on or text.endswith("*")))


def _is_indexed(char: str) -> bool:
    """Whether the words of the index are made of such characters, by their categories in Unicode."""
    category = unicodedata.category(char)
    return category[0] in "LN" or category == "Co"
