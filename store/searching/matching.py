"""A query as FTS5's own expressions, one for each index. Each term is quoted here: no text of a user's is syntax."""

from dataclasses import dataclass

from store.searching.days import covering
from store.searching.indexing import COLUMNS, Subject
from store.searching.query import FILTERS, Filter, Query, Term

_WORDS: dict[Subject, tuple[str, ...]] = {
    "article": ("title", "text", "byline", "outlet"),
    "annotation": ("words", "speaker", "note", "tags"),
    "claim": ("words", "speaker"),
}
_COLUMN_OF: dict[Filter, str] = {name: "tags" if name == "tag" else name for name in FILTERS.values()}


@dataclass(frozen=True, slots=True)
class Matching:
    """How to ask the index of one subject. ``filters`` is an expression that has to hold too, '' for none.

    ``asked`` are all terms, those of filters too; ``dated`` is whether there is a range of days among the filters.
    """

    subject: Subject
    terms: tuple[Term, ...]
    filters: str
    asked: tuple[Term, ...]
    dated: bool

    @property
    def everywhere(self) -> str:
        """Every term anywhere."""
        return self.within(_WORDS[self.subject])

    def within(self, columns: tuple[str, ...]) -> str:
        """Every term in one of the ``columns``."""
        return self._expression(columns, " AND ".join(quoted(term) for term in self.terms))

    @property
    def as_phrase(self) -> str:
        """All terms one after the other, as they were typed."""
        words = " ".join(term.text for term in self.terms)
        return self._expression(_WORDS[self.subject], quoted(Term(words, self.terms[-1].beginning)))

    def _expression(self, columns: tuple[str, ...], words: str) -> str:
        words = words and f"{{{' '.join(columns)}}} : ({words})"
        return " AND ".join(part for part in (self.filters, words) if part)


def matching(query: Query) -> list[Matching]:
    """Return how to ask each index that can have an answer to ``query``: a filter is about some of them only.

    Filters without words that articles can be found by find the articles alone, not all that is in them.
    """
    named = {_COLUMN_OF[name] for name, _ in query.filters}
    subjects = [subject for subject, columns in COLUMNS.items() if named <= set(columns)]
    if not query.terms and "article" in subjects:
        subjects = ["article"]
    dated = query.after is not None or query.before is not None
    days = covering(query.after, query.before) if dated else ()
    if query.empty or (dated and not days):
        return []
    filters = [f"{{{_COLUMN_OF[name]}}} : {quoted(term)}" for name, term in query.filters]
    if days:
        filters.append(f"{{days}} : ({' OR '.join(quoted(Term(day, len(day) < 4)) for day in days)})")
    asked = (*query.terms, *(term for _, term in query.filters))
    return [Matching(subject, query.terms, " AND ".join(filters), asked, dated) for subject in subjects]


def quoted(term: Term) -> str:
    """Return ``term`` as a string of FTS5's."""
    return '"' + term.text.replace('"', '""') + ('" *' if term.beginning else '"')
