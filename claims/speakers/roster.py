"""Everyone named in an article: full names, what they were introduced as, and who of them is a *she*.

Made before anything is resolved, since a headline's *mayor* is named below it.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from functools import cached_property
from typing import Literal

from claims.attributes.source_kind import source_kind
from claims.bearers import gender_told, given_to_women, is_bodily
from claims.lexicon.bodies import BODY_NOUNS, COMPANY_ENDINGS
from claims.lexicon.people import KIN, ROLE_NOUNS
from claims.lexicon.sources import PLACE_NOUNS, PLACES
from claims.lexicon.verbs import FORMS
from claims.lexicon.words import AUXILIARIES
from claims.model import SourceKind
from claims.names import Name
from claims.noun_phrases import Introduction
from claims.source_phrases import SourcePhrase
from claims.speakers.bodies import bodies_called
from claims.speakers.body_groups import BodyGroups
from claims.speakers.figures import Figure, alike, nouns_for
from claims.speakers.headings import in_heading
from claims.speakers.seen import NamesSeen, Seen

_GIVEN = 6  # votes of a given name, against one of a pronoun and ten of a title
_CERTAIN = 2  # votes
_OPENING = 1_500  # code points in which an obituary tells of the death
_DIED = r"(?:died|dies|dead|death|passed away|funeral|buried|mourned|mourn)"
_NO_PERSONS = PLACES | AUXILIARIES
_NATIONALITY = ("ish", "ese", "ican", "opean", "ian")
_NO_NAME = ("ed", "ing", "s")  # endings of words that open a sentence and are no names


class Roster:
    """The people and bodies that ``text`` names, by their names in lower case."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._seen = NamesSeen(text)
        self.people: dict[str, Figure] = {}
        self.bodies: dict[str, Figure] = {}
        self._by_word: dict[str, list[Figure]] = defaultdict(list)
        self._strangers: dict[str, Figure] = {}
        self._called: dict[str, list[str]] = {}
        self._settle()
        self.protagonists = {female: self._protagonist(female) for female in (True, False)}
        self.mourned = {female: one is not None and self._mourns(one) for female, one in self.protagonists.items()}
        self._meet_relatives()

    # Making figures of what was seen

    def _settle(self) -> None:
        """Make figures of what was seen; a short name's nouns and votes go to whoever bears it in full."""
        votes: dict[int, int] = defaultdict(int)
        names = self._seen.names
        for name in sorted(names, key=lambda one: (-one.count(" "), names[one].first)):
            figure = self._figure_for(name, names[name])
            if figure is None:
                continue
            seen = names[name]
            figure.introduce(seen.introductions)
            figure.sure = figure.sure or _surely_person(name, seen) or (" " in figure.name and " " not in name)
            figure.count += seen.count
            votes[id(figure)] += seen.female
            if figure.kind != "person":
                figure.introduce(_own_nouns(figure.name))
        for figure in self.people.values():
            given = given_to_women(figure.name)
            given = gender_told(((figure.name.lower().split()[0],),)) if given is None else given  # *Sister Odile*
            told = votes[id(figure)] + (0 if given is None else _GIVEN if given else -_GIVEN)
            figure.female = None if abs(told) < _CERTAIN else told > 0

    def _meet_relatives(self) -> None:
        """Take *his wife, Chandrani*, for somebody, by no more of a name than the text has: hers may be another."""
        for given, seen in self._seen.names.items():
            told = any(words[-1] in KIN for words in seen.introductions)
            if " " in given or not told or given.lower() in PLACES or self.with_part(given):
                continue
            figure = self._new(given, "person", seen)
            figure.sure, figure.count = True, seen.count
            figure.introduce(seen.introductions)
            sex = gender_told(seen.introductions)
            figure.female = sex if sex is not None else given_to_women(given)

    def _figure_for(self, name: str, seen: Seen) -> Figure | None:
        """Who bears a name, newly made or made before from a longer one; None for what names nobody."""
        bearer = _bearer(name, seen)
        people = [one for one in self.with_part(name) if one.kind == "person"]
        personal = bool(seen.aged or seen.titled) or any(one.name.split()[-1] == name for one in people)
        if people and seen.called_body and " " not in name:
            return self._new(name, body_kind(name), seen)  # *Wind-tower maker Brynholt*, founded by Einar Brynholt
        if bearer is None or name.lower().rstrip(".") in COMPANY_ENDINGS or (people and personal and " " not in name):
            return people[0] if " " not in name and len(people) == 1 else None
        if bearer == "institution":
            return self._body(name, seen)
        if not personal:
            name = self._without_opener(name)
        figure = _only(people) or self._same_ends(name, seen)
        if figure is None and given_to_women(name) is None and not seen.titled:
            figure = self._body_beginning(name)
        return figure or self._new(name, "person", seen)

    def _body(self, name: str, seen: Seen) -> Figure:
        figure = self._body_beginning(name)
        unsure = [one for one in self.with_part(name) if one.name.startswith(name) and not one.sure]
        if figure is None and len(unsure) == 1 and unsure[0].kind == "person":  # *Korvex Vacuum*, once Korvex is known
            figure = self.people.pop(unsure[0].name.lower())
            figure.kind = body_kind(figure.name)
            self.bodies[figure.name.lower()] = figure
        return figure or self._new(name, body_kind(name), seen)

    def _new(self, name: str, kind: SourceKind, seen: Seen) -> Figure:
        figure = Figure(name, kind, first=seen.first)
        (self.people if kind == "person" else self.bodies)[name.lower()] = figure
        for word in {*name.lower().split()}:
            self._by_word[word].append(figure)
        return figure

    def _body_beginning(self, name: str) -> Figure | None:
        return _only([one for one in self.with_part(name) if one.kind != "person" and one.name.startswith(name)])

    def _same_ends(self, name: str, seen: Seen) -> Figure | None:
        """The person of the same first and last name, as first written: *Rosalind Amy Thurgar*, *Rosalind Thurgar*."""
        words = name.lower().split()
        ends = words[0], words[-1]
        near = self._by_word.get(ends[1], ()) if len(words) > 1 else ()
        figure = _only([one for one in near if one.kind == "person" and _ends(one.name) == ends])
        if figure is not None and seen.first < figure.first:
            self.people[name.lower()] = self.people.pop(figure.name.lower())
            figure.name, figure.first = name, seen.first
        return figure

    def _without_opener(self, name: str) -> str:
        """*Trump* in *Maybe Trump*, *Dennis Prager* in *Dennis Prager Tells*: as the rest of the text has it."""
        names = self._seen.names
        shorter, _, last = name.rpartition(" ")
        if " " in shorter and shorter in names and (last.lower() in FORMS or self.is_common(last)):
            return shorter
        first, _, rest = name.partition(" ")
        common = rest in names and given_to_women(name) is None and self.is_common(first)
        return rest if common else name

    def _protagonist(self, female: bool) -> Figure | None:
        """The man or woman whom most of the text is about: named early, often, and meant by most *he*s or *she*s."""
        fitting = [one for one in self.people.values() if one.female in (female, None)]
        pronouns = self._seen.pronouns[female]
        if not fitting or pronouns < 8:
            return None
        first = min(fitting, key=lambda one: one.first)
        if pronouns > 11 and first.female is female and self._mourns(first):
            return first
        ranked = sorted(fitting, key=lambda one: -one.count)[:2]
        often = ranked[0].count >= 3 and ranked[0].first < 1_000
        return ranked[0] if often and (len(ranked) == 1 or ranked[0].count >= 2 * ranked[1].count) else None

    def _mourns(self, figure: Figure) -> bool:
        """Whether the text is an obituary: it opens with a death, and the name in the same sentence."""
        name, opening = re.escape(figure.name.split()[-1]), self._text[:_OPENING]
        told = rf"\b{_DIED}\b[^.!?\n]*\b{name}\b|\b{name}\b[^.!?\n]*\b{_DIED}\b"
        aged = rf"\b{name}\b[^\n]*\b(?:He|She) was \d\d\b(?! when)"
        return re.search(f"{told}|{aged}", opening) is not None

    # Asking for somebody

    def with_part(self, name: str) -> list[Figure]:
        """Everyone whose full name holds ``name`` as whole words."""
        part = f" {name.lower()} "
        fewest = min((self._by_word.get(word, []) for word in part.split()), key=len)
        return [one for one in fewest if part in f" {one.name.lower()} "]

    def fullest(self, name: str, at: int, *, female: bool | None = None, person: bool = False) -> Figure | None:
        """The one figure that bears ``name`` or whose full name it is a part of; None if there is none or several.

        Of several people it is whoever is known to be of the gender, or else whom the text named first before ``at``.
        """
        fitting = self.with_part(name)
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
        return _only(exact or [one for one in fitting if one.name.lower().startswith(name.lower())])

    def introduced_as(self, phrase: SourcePhrase) -> Figure | None:
        """The one person or body that was introduced by the phrase's noun, best by all of its words."""
        fits = [(one.called(phrase), one) for one in self._by_noun.get(phrase.head, ())]
        for well in (2, 1):
            fitting = [one for how, one in fits if how == well]
            if fitting:
                return _only(fitting)
        return None

    def with_office(self, office: str) -> Figure | None:
        """The one person introduced with all of the words of ``office``."""
        words = {word for word in office.lower().split() if word not in ("of", "the", "for")}
        near = self._by_noun.get(office.lower().split()[-1], ())
        return _only([one for one in near if one.kind == "person" and words <= one.words])

    def of_age(self, years: str) -> Figure | None:
        """The one person whose age the text gives as ``years``, in figures."""
        names = self._seen.aged.get(years, ())
        return _only([one for name in names if (one := self.fullest(name, len(self._text), person=True)) is not None])

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
        nation = seen.placed > 0 or name.lower().endswith(_NATIONALITY)
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
        return word.lower() in self._small

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

    @cached_property
    def _small(self) -> frozenset[str]:
        return frozenset(re.findall(r"\b[a-z]\w*", self._text))


def body_kind(name: str) -> SourceKind:
    """The kind of a body by its name: an institution if nothing more is known."""
    kind = source_kind(name)
    return kind if kind in ("government", "media") else "institution"


def _bearer(name: str, seen: Seen) -> Literal["person", "institution"] | None:
    """Who bears a name, as far as the text tells; None for places, days and single words that nothing introduces."""
    words = name.lower().split()
    if is_bodily(Name(name, ("mr",) if seen.titled else ())):
        return "institution" if len(words) > 1 else None
    if (name.isupper() and "." not in name) or sum(word[0].isupper() for word in name.split()) > 4:
        return None
    if seen.titled:
        return "person"
    given = given_to_women(name) is not None
    if all(word in PLACES for word in words) or _is_place(seen):
        return None
    if seen.named_by and not given:
        return "institution"
    if len(words) == 1 or (not given and not seen.who and words[0].endswith(_NATIONALITY)):
        return None
    return "person" if given or max(seen.placed, seen.after_the) * 2 <= seen.count else None


def _is_place(seen: Seen) -> bool:
    """Whether a name is said to be a place's, as in *Santa Rufina, a market town*, and nothing makes it somebody's."""
    told = {words[-1] for words in seen.introductions}
    return bool(told) and told <= PLACE_NOUNS and not (seen.who or seen.aged)


def _surely_person(name: str, seen: Seen) -> bool:
    """Whether more than its capitals makes a name a person's."""
    told = any(words[-1] in ROLE_NOUNS for words in seen.introductions)
    alone = seen.count > 1 and " " not in name
    return bool(seen.titled or seen.aged) or told or alone or given_to_women(name) is not None


def _own_nouns(name: str) -> list[Introduction]:
    """The nouns in a body's name: *court* in *High Court*, *department* in *Department of Culture*."""
    words = name.lower().split(" of ")[0].split(" for ")[0].split()
    return [tuple(words[: n + 1]) for n, word in enumerate(words) if word in BODY_NOUNS]


def _ends(name: str) -> tuple[str, str]:
    words = name.lower().split()
    return words[0], words[-1]


def _only(figures: list[Figure]) -> Figure | None:
    """The one figure in a list, which may be there more than once."""
    return figures[0] if figures and all(one is figures[0] for one in figures) else None
