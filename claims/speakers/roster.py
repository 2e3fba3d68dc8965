"""Everyone named in an article, to be asked for: by name, by what they were introduced as, by office, by age.

Made before anything is resolved, since a headline's *mayor* is named below it.
"""

from bisect import bisect_left
from collections import defaultdict
from functools import cached_property

from claims.bearers import given_to_women
from claims.lexicon.sources import PLACES
from claims.lexicon.words import AUXILIARIES
from claims.source_phrases import SourcePhrase
from claims.speakers.bearing import NATIONALITY
from claims.speakers.bodies import bodies_called
from claims.speakers.body_groups import BodyGroups
from claims.speakers.figures import Figure, alike, nouns_for, only
from claims.speakers.headings import in_heading
from claims.speakers.named import Named
from claims.speakers.protagonists import mourns, protagonist
from claims.speakers.seen import NamesSeen

_NO_PERSONS = PLACES | AUXILIARIES
_NO_NAME = ("ed", "ing", "s")  # endings of words that open a sentence and are no names


class Roster:
    """The people and bodies that ``text`` names, by their names in lower case.

    ``protagonists`` are the woman, under True, and the man whom the text is about; ``mourned`` whether it is their
    obituary.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._seen = NamesSeen(text)
        self._named = Named(text, self._seen)
        self.people, self.bodies = self._named.people, self._named.bodies
        self._strangers: dict[str, Figure] = {}
        self._called: dict[str, list[str]] = {}
        pronouns, people = self._seen.pronouns, self.people.values()
        self.protagonists = {female: protagonist(text, people, female, pronouns[female]) for female in (True, False)}
        self.mourned = {female: one is not None and mourns(text, one) for female, one in self.protagonists.items()}
        self._named.meet_relatives()

    def with_part(self, name: str) -> list[Figure]:
        """Everyone whose full name holds ``name`` as whole words."""
        return self._named.with_part(name)

    def fullest(self, name: str, at: int, *, female: bool | None = None, person: bool = False) -> Figure | None:
        """The one figure that bears ``name`` or whose full name it is a part of; None if there is none or several.

        Of several people it is whoever is known to be of the gender, or else whom the text named first before ``at``.
        """
        fitting = self._named.with_part(name)
        only_people = person or female is not None
        exact = [
            one for one in fitting if one.name.lower() == name.lower() and (one.kind == "person" or not only_people)
        ]
        people = [one for one in fitting if one.kind == "person" and (female is None or one.female in (female, None))]
        if people or person:
            surely = [one for one in people if female is None or one.female is not None]
            earlier = sorted((one for one in people if one.first < at), key=lambda one: one.first)[:1]
            return next((group[0] for group in (exact, people, surely, earlier) if len(group) == 1), None)
        if name.lower() in PLACES:
            return None
        return only(exact or [one for one in fitting if one.name.lower().startswith(name.lower())])

    def introduced_as(self, phrase: SourcePhrase) -> Figure | None:
        """The one person or body that was introduced by the phrase's noun, best by all of its words."""
        fits = [(one.called(phrase), one) for one in self._by_noun.get(phrase.head, ())]
        for well in (2, 1):
            fitting = [one for how, one in fits if how == well]
            if fitting:
                return only(fitting)
        return None

    def with_office(self, office: str) -> Figure | None:
        """The one person introduced with all of the words of ``office``."""
        words = {word for word in office.lower().split() if word not in ("of", "the", "for")}
        near = self._by_noun.get(office.lower().split()[-1], ())
        return only([one for one in near if one.kind == "person" and words <= one.words])

    def of_age(self, years: str) -> Figure | None:
        """The one person whose age the text gives as ``years``, in figures."""
        names = self._seen.aged.get(years, ())
        return only([one for name in names if (one := self.fullest(name, len(self._text), person=True)) is not None])

    def first_person(self, start: int, end: int) -> Figure | None:
        """The first person whom the text names in full in ``[start, end)``, bylines left out."""
        near = self._in_order[bisect_left(self._in_order, start, key=lambda one: one.first) :]
        for one in near:
            if one.first >= end:
                break
            if not in_heading(self._text, (one.first, one.first + len(one.name))):
                return one
        return None

    def stranger(self, name: str) -> Figure | None:
        """Somebody of whom the text has a single word for a name, and nothing that makes a place or thing of it."""
        seen = self._seen.names.get(name)
        if seen is None or seen.count < 2 or " " in name or name.isupper() or name.endswith(_NO_NAME):
            return None
        nation = seen.placed > 0 or name.lower().endswith(NATIONALITY)
        if name.lower() in _NO_PERSONS or self.is_common(name) or (nation and given_to_women(name) is None):
            return None
        female = seen.female > 0 if seen.female else None
        return self._strangers.setdefault(name, Figure(name, "person", female, first=seen.first))

    def bodies_called(self, head: str) -> list[str]:
        """The bodies of the text with ``head`` for their noun and more words than that, as first written."""
        if head not in self._called:
            self._called[head] = bodies_called(self._text, head)
        return self._called[head]

    def spelled_out(self, acronym: str) -> str | None:
        """What an acronym stands for in this article, as written beside it or as initials of one name."""
        known = self._seen.acronyms.get(acronym)
        fitting = self._by_initials.get(acronym, ())
        return known or (next(iter(fitting)) if len(fitting) == 1 else None)

    def is_common(self, word: str) -> bool:
        """Whether the text has a capitalised word in small letters too, so that it is no name."""
        return self._named.is_common(word)

    @cached_property
    def body_groups(self) -> BodyGroups:
        """The bodies by what they may be come back to as."""
        return BodyGroups(self.bodies.values())

    @cached_property
    def _by_noun(self) -> dict[str, list[Figure]]:
        """Figures by the nouns that may come back to them."""
        found: dict[str, dict[int, Figure]] = defaultdict(dict)
        for one in (*self.people.values(), *self.bodies.values()):
            for *before, noun in one.introductions:
                for other in (*nouns_for(noun, before), *alike(noun)):
                    found[other][id(one)] = one
        return {noun: [*figures.values()] for noun, figures in found.items()}

    @cached_property
    def _by_initials(self) -> dict[str, set[str]]:
        """Names by the ends of their initials, two letters and more."""
        found: dict[str, set[str]] = defaultdict(set)
        for name in self._seen.names:
            initials = "".join(word[0] for word in name.split() if word[0].isupper())
            for length in range(2, min(len(initials), 6) + 1):
                found[initials[-length:]].add(name)
        return found

    @cached_property
    def _in_order(self) -> list[Figure]:
        return sorted((one for one in self.people.values() if one.sure), key=lambda one: one.first)
