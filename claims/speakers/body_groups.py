"""The bodies of an article by what they may be come back to as, each put in its groups once."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from itertools import islice

from claims.lexicon.bodies import BODY_NOUNS, COMPANY_ENDINGS, COMPANY_NOUNS, PLACE_WORDS
from claims.lexicon.sorts import SORTS_IN_NAME, SORTS_OF_NOUN
from claims.speakers.figures import Figure

_NONE: frozenset[str] = frozenset()
_NO_COMPANY = (BODY_NOUNS - COMPANY_NOUNS) | PLACE_WORDS


class Group:
    """Bodies that a noun may come back to."""

    def __init__(self, figures: Iterable[Figure] = ()) -> None:
        self._figures = {*figures}
        self._by_first = sorted(self._figures, key=lambda one: one.first)
        self._by_count = sorted(self._by_first, key=lambda one: -one.count)

    def __contains__(self, figure: Figure) -> bool:
        return figure in self._figures

    def foremost(self, end: int) -> list[Figure]:
        """The two that are named most, of those that are named before ``end``; fewer if there are no two."""
        earliest = [one for one in self._by_first[:2] if one.first < end]
        return [*islice((one for one in self._by_count if one.first < end), 2)] if len(earliest) == 2 else earliest


class BodyGroups:
    """The ``bodies`` of an article, which have been introduced."""

    def __init__(self, bodies: Iterable[Figure]) -> None:
        self.introduced: dict[str, list[Figure]] = defaultdict(list)
        """Bodies by the nouns that they were said to be: *Corrib Mutual, an insurer*."""
        self._known = [one for one in bodies if one.kind in ("institution", "media")]
        for one in bodies:
            for noun in {words[-1] for words in one.introductions}:
                self.introduced[noun].append(one)
        self._groups: dict[str, tuple[Group, ...]] = {}

    def groups(self, head: str) -> tuple[Group, ...]:
        """Those said to be a ``head``, those with the noun in their names, and those of its sort."""
        if head not in self._groups:
            told = [one for one in self.introduced.get(head, ()) if one.kind in ("institution", "media")]
            self._groups[head] = Group(told), Group(self._by_noun.get(head, ())), self._of_sort(head)
        return self._groups[head]

    def _of_sort(self, head: str) -> Group:
        if head in COMPANY_NOUNS:
            return self._companies
        return Group(one for sort in SORTS_OF_NOUN.get(head, _NONE) for one in self._by_sort.get(sort, ()))

    @cached_property
    def _companies(self) -> Group:
        return Group(one for one in self._known if _is_company(one))

    @cached_property
    def _by_noun(self) -> dict[str, list[Figure]]:
        found: dict[str, list[Figure]] = defaultdict(list)
        for one in self._known:
            _, *rest = one.name.lower().split(" of ")[0].split(" ")
            if rest:
                found[rest[-1]].append(one)
        return found

    @cached_property
    def _by_sort(self) -> dict[str, list[Figure]]:
        found: dict[str, list[Figure]] = defaultdict(list)
        for one in self._known:
            for sort in _sorts(one):
                found[sort].append(one)
        return found


def _is_company(figure: Figure) -> bool:
    """Whether a body's name ends as companies' do, or nothing in it makes a *council*, a *court* or a street of it."""
    words = {*figure.name.lower().split()}
    return bool(words & COMPANY_ENDINGS) or not words & _NO_COMPANY


def _sorts(figure: Figure) -> frozenset[str]:
    """What sorts of bodies the words of a name tell, and what it was said to be."""
    told = (SORTS_OF_NOUN.get(words[-1], _NONE) for words in figure.introductions)
    words = figure.name.lower().replace("’", "'").replace("'s", "").split()
    return _NONE.union(*told, *(SORTS_IN_NAME.get(word, _NONE) for word in words))
