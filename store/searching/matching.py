"""A query as FTS5's own expressions, one for each index. Each term is quoted here: no text of a user's is syntax."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from store.searching.days import covering, ends
from store.searching.indexing import COLUMNS, Subject
from store.searching.query import IN_LIBRARY, Filter, Query, Term

WORDS: dict[Subject, tuple[str, ...]] = {
    "article": ("title", "text", "byline", "outlet"),
    "annotation": ("words", "speaker", "note", "tags", "evidence"),
    "claim": ("words", "speaker"),
}
"""The columns that words are found in; the others answer filters alone."""
_WORD = re.compile(r"[^\W_]+")
_FEW_PARTS = 4
# Of the beginnings that the indexes keep lists of ("prefix").
_LONGEST_LISTED = 3
_COLUMN_OF: dict[Filter, str] = {name: "tags" if name == "tag" else name for name in IN_LIBRARY.filters}


@dataclass(frozen=True, slots=True)
class Matching:
    """How to ask the index of one subject.

    ``filters`` is an expression that has to hold too, ``seen`` the part of it about words that are shown; ``days``
    that of the days, ``many_days`` or a few, from the first to the last of ``ends`` (see `store.searching.days.ends`),
    which only `dated` expressions hold. Each is '' for none. ``words`` are those of all terms, one by one.
    """

    subject: Subject
    terms: tuple[Term, ...]
    filters: str
    seen: str
    days: str
    many_days: bool
    ends: tuple[str, str]
    words: tuple[Term, ...]

    @property
    def everywhere(self) -> str:
        """Every term anywhere."""
        return self.within(WORDS[self.subject])

    def within(self, columns: tuple[str, ...]) -> str:
        """Every term in one of the ``columns``."""
        return _all(self.filters, self._in(columns))

    @property
    def as_phrase(self) -> str:
        """All terms one after the other, as they were typed."""
        words = quoted(Term(" ".join(term.text for term in self.terms), self.terms[-1].beginning))
        return _all(self.filters, f"{{{' '.join(WORDS[self.subject])}}} : {words}")

    def dated(self, expression: str) -> str:
        """``expression``, and one of the days."""
        return _all(self.days, expression)

    @property
    def long_beginning(self) -> bool:
        """Whether one of the words is a beginning of more letters than there are lists of."""
        return any(word.beginning and len(word.text) > _LONGEST_LISTED for word in self.words)

    @property
    def to_highlight(self) -> str:
        """What is to be seen in a row that was found; '' for nothing."""
        return _all(self.seen, self._in(WORDS[self.subject]))

    def _in(self, columns: tuple[str, ...]) -> str:
        words = _all(*map(quoted, self.terms))
        return f"{{{' '.join(columns)}}} : ({words})" if words else ""


def matching(query: Query) -> list[Matching]:
    """Return how to ask each index that can have an answer to ``query``: a filter is about some of them only.

    Filters without words that articles can be found by find the articles alone, not all that is in them.
    """
    named = {_COLUMN_OF[name] for name, _ in query.filters}
    subjects = [subject for subject, columns in COLUMNS.items() if named <= set(columns)]
    if not query.terms and "article" in subjects:
        subjects = ["article"]
    dated = query.after is not None or query.before is not None
    parts = covering(query.after, query.before) if dated else ()
    if query.empty or (dated and not parts):
        return []
    filters = [(_COLUMN_OF[name], term) for name, term in query.filters]
    days = f"{{days}} : ({' OR '.join(quoted(Term(part, len(part) < 4)) for part in parts)})" if parts else ""
    asked = (*query.terms, *(term for _, term in query.filters))
    words = tuple(dict.fromkeys(word for term in asked for word in _single(term)))
    return [
        Matching(
            subject,
            query.terms,
            _filtering(filters),
            _filtering((column, term) for column, term in filters if column in WORDS[subject]),
            days,
            len(parts) > _FEW_PARTS,
            ends(query.after, query.before),
            words,
        )
        for subject in subjects
    ]


def _filtering(filters: Iterable[tuple[str, Term]]) -> str:
    return _all(*(f"{{{column}}} : {quoted(term)}" for column, term in filters))


def _single(term: Term) -> list[Term]:
    """The words of ``term``, each by itself."""
    words = [Term(word) for word in _WORD.findall(term.text)] or [term]
    return [*words[:-1], replace(words[-1], beginning=term.beginning)]


def _all(*expressions: str) -> str:
    """Those of ``expressions`` that are not '', together."""
    return " AND ".join(filter(None, expressions))


def quoted(term: Term) -> str:
    """Return ``term`` as a string of FTS5's."""
    return '"' + term.text.replace('"', '""') + ('" *' if term.beginning else '"')
