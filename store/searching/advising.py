"""What to tell of a query: filters that were not understood, and nearer words where nothing was found."""

from collections.abc import Iterator, Sequence
from contextlib import suppress

from sqlite_utils import Database

from store.keeping import driver
from store.naming import ANONYMOUS
from store.safety import label
from store.searching.days import bound
from store.searching.indexing import Subject
from store.searching.matching import WORDS, quoted
from store.searching.query import FILTERS, IN_CLAIMS, IN_LIBRARY, VALUES, Names, Query, Term, parse, pieces

_SHORTEST = 4
"""Words of fewer letters are near too many others."""
_MOST_WORDS = 4
_COUNTED = 100
"""So many texts with a word are enough to prefer it."""
_DAYS = "a day, month or year: 2026-03-02, 2.3.2026, 2026-03, 2026"
_ELSEWHERE = (
    f"“speaker:{ANONYMOUS}” finds here only who is called so: sources that are not named are found "
    "by is:anonymous in the filter of an open article’s claims"
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SUBJECTS: tuple[Subject, ...] = ("article", "annotation")


def misunderstood(text: str, names: Names = IN_LIBRARY, *, typing: bool = False) -> tuple[str, ...]:
    """Return a line for each filter in ``text`` that is looked for as words, since there is none such or not so.

    The line says what there is. With ``typing`` what is not finished is passed over.
    """
    found = (_fault(*piece, names, typing=typing) for piece in pieces(text))
    return tuple(dict.fromkeys(line for line in found if line))


def _fault(name: str, value: str, last: bool, names: Names, *, typing: bool) -> str:
    if not name and value.endswith(":"):
        name, value = value[:-1].lower(), ""
    if not name.isalpha() or value.startswith("/"):
        return ""  # an address, a time, or no name at all
    shown = label(f"{name}:{value}", 60)
    if typing and last and (not value or names.begun(f"{name}:{value}")):
        return ""
    if names.days and name in ("after", "before"):
        return "" if bound(value) else f"“{shown}” is looked for as words: {name}: takes {_DAYS}"
    known = names.marks.get(name)
    if known is not None:
        understood, allowed = value.casefold() in known, ", ".join(sorted(known))
    elif FILTERS.get(name) in names.filters:
        # The value alone, as it would be understood.
        understood = bool(parse(f'{name}:"{value}"{"*" if typing and last else ""}', names).filters)
        allowed = ", ".join(VALUES.get(name, ())) or f'a word, or several in quotation marks: {name}:"two words"'
    else:
        understood, allowed = False, ""
    if understood:
        return _ELSEWHERE if name == "speaker" and names is IN_LIBRARY and value.casefold() == ANONYMOUS else ""
    if allowed:
        return f"“{shown}” is looked for as words: {name}: takes {allowed}"
    if names is not IN_CLAIMS and value.casefold() in IN_CLAIMS.marks.get(name, ()):
        return f"“{shown}” is looked for as words: it is understood in the filter of an open article’s claims"
    filters = [*sorted(names.filters), *(("after", "before") if names.days else ()), *sorted(names.marks)]
    return f"“{shown}” is looked for as words: the filters are {', '.join(f'{one}:' for one in filters)}"


def nearest(db: Database, query: Query) -> tuple[tuple[str, str], ...]:
    """Return each word of ``query`` that stands nowhere, with the word nearest to it that does, if there is one.

    That is one letter away, or has two neighbouring ones the other way round. Asked for word by word, so that it takes
    as long in a small library as in a large one.
    """
    words = (word for term in query.terms if not term.beginning for word in term.text.split())
    long_enough = [word.casefold() for word in dict.fromkeys(words) if len(word) >= _SHORTEST and word.isalpha()]
    found = []
    for word in long_enough[:_MOST_WORDS]:
        if not _count(db, word):
            best = max(_around(word), key=lambda one: _count(db, one), default=None)
            if best is not None and _count(db, best):
                found.append((word, best))
    return tuple(found)


def _around(word: str) -> Sequence[str]:
    """The words that are one slip of the fingers away, those that are likelier first."""
    letters = "".join(dict.fromkeys(_LETTERS + word))
    parts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    swapped = (before + after[1] + after[0] + after[2:] for before, after in parts if len(after) > 1)
    left_out = (before + letter + after for before, after in parts for letter in letters)
    added = (before + after[1:] for before, after in parts if after)
    other = (before + letter + after[1:] for before, after in parts if after for letter in letters)
    return [one for one in dict.fromkeys((*swapped, *left_out, *added, *other)) if one != word]


def _count(db: Database, word: str) -> int:
    """In how many texts, titles and notes the word stands, up to a number."""
    return sum(_rows(db, word))


def _rows(db: Database, word: str) -> Iterator[int]:
    for subject in _SUBJECTS:
        index, sought = f"{subject}_index", f"{{{' '.join(WORDS[subject])}}} : {quoted(Term(word))}"
        select = f"SELECT count(*) FROM (SELECT 1 FROM {index} WHERE {index} MATCH ? LIMIT {_COUNTED})"
        with suppress(*driver.errors()):
            yield db.execute(select, [sought]).fetchone()[0]
