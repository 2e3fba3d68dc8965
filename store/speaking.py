"""Who speaks in two articles, whatever each of them calls the person."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from store.items import Item


@dataclass(frozen=True, slots=True)
class Shared:
    """A speaker of both articles, by the fuller of the names, with the indexes of what they say in each."""

    name: str
    here: tuple[int, ...]
    there: tuple[int, ...]


def in_both(here: Sequence[Item], there: Sequence[Item]) -> tuple[Shared, ...]:
    """Return the speakers of both, those who say most first. Claims that the reader rejected are left out.

    Names are compared without case, accents and *the*. A single name is that of the one longer name that ends with it.
    """
    names = {folded(name): name for name in _names((*there, *here))}
    ours, theirs = _said(here, names), _said(there, names)
    matched = [Shared(names[key], tuple(ours[key]), tuple(theirs[key])) for key in ours.keys() & theirs.keys()]
    return tuple(sorted(matched, key=lambda one: (-len(one.here) - len(one.there), one.name)))


def folded(name: str) -> str:
    """``name`` as it is compared."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(char))
    return " ".join(plain.split()).removeprefix("the ")


def _names(items: Iterable[Item]) -> Iterator[str]:
    return (item.speaker for item in items if item.is_claim and item.speaker and not item.rejected)


def _said(items: Sequence[Item], names: Iterable[str]) -> dict[str, list[int]]:
    """By the folded name of each speaker, in its longest form among ``names``, the indexes of the claims."""
    longer: dict[str, set[str]] = {}
    for name in names:
        if " " in name:
            longer.setdefault(name.rpartition(" ")[2], set()).add(name)
    said: dict[str, list[int]] = {}
    for index, item in enumerate(items):
        for name in map(folded, _names((item,))):
            found = longer.get(name, set())
            said.setdefault(next(iter(found)) if len(found) == 1 else name, []).append(index)
    return said
