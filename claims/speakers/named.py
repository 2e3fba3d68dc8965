"""Everyone whom an article names, made of what was seen of the names: short ones go to whoever bears them in full."""

import re
from collections import defaultdict
from functools import cached_property

from claims.bearers import gender_told, given_to_women
from claims.lexicon.bodies import COMPANY_ENDINGS
from claims.lexicon.people import KIN
from claims.lexicon.sources import PLACES
from claims.lexicon.verbs import FORMS
from claims.model import SourceKind
from claims.speakers.bearing import bearer, body_kind, own_nouns, surely_person
from claims.speakers.figures import Figure, only
from claims.speakers.seen import NamesSeen, Seen

_GIVEN = 6  # votes of a given name, against one of a pronoun and ten of a title
_CERTAIN = 2  # votes


class Named:
    """The people and bodies of ``text``, by their names in lower case, made of the names ``seen`` in it.

    Relatives with but a given name are among them only after `meet_relatives`.
    """

    def __init__(self, text: str, seen: NamesSeen) -> None:
        self._text = text
        self._seen = seen
        self.people: dict[str, Figure] = {}
        self.bodies: dict[str, Figure] = {}
        self._by_word: dict[str, list[Figure]] = defaultdict(list)
        self._settle()

    def with_part(self, name: str) -> list[Figure]:
        """Everyone whose full name holds ``name`` as whole words."""
        part = f" {name.lower()} "
        fewest = min((self._by_word.get(word, []) for word in part.split()), key=len)
        return [one for one in fewest if part in f" {one.name.lower()} "]

    def is_common(self, word: str) -> bool:
        """Whether the text has a capitalised word in small letters too, so that it is no name."""
        return word.lower() in self._small

    def meet_relatives(self) -> None:
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
            figure.sure = figure.sure or surely_person(name, seen) or (" " in figure.name and " " not in name)
            figure.count += seen.count
            votes[id(figure)] += seen.female
            if figure.kind != "person":
                figure.introduce(own_nouns(figure.name))
        for figure in self.people.values():
            given = given_to_women(figure.name)
            given = gender_told(((figure.name.lower().split()[0],),)) if given is None else given  # *Sister Odile*
            told = votes[id(figure)] + (0 if given is None else _GIVEN if given else -_GIVEN)
            figure.female = None if abs(told) < _CERTAIN else told > 0

    def _figure_for(self, name: str, seen: Seen) -> Figure | None:
        """Who bears a name, newly made or made before from a longer one; None for what names nobody."""
        bearing = bearer(name, seen)
        people = [one for one in self.with_part(name) if one.kind == "person"]
        personal = bool(seen.aged or seen.titled) or any(one.name.split()[-1] == name for one in people)
        if people and seen.called_body and " " not in name:
            return self._new(name, body_kind(name), seen)  # *Wind-tower maker Brynholt*, founded by Einar Brynholt
        if bearing is None or name.lower().rstrip(".") in COMPANY_ENDINGS or (people and personal and " " not in name):
            return people[0] if " " not in name and len(people) == 1 else None
        if bearing == "institution":
            return self._body(name, seen)
        if not personal:
            name = self._without_opener(name)
        figure = only(people) or self._same_ends(name, seen)
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
        return only([one for one in self.with_part(name) if one.kind != "person" and one.name.startswith(name)])

    def _same_ends(self, name: str, seen: Seen) -> Figure | None:
        """The person of the same first and last name, as first written: *Rosalind Amy Thurgar*, *Rosalind Thurgar*."""
        words = name.lower().split()
        ends = words[0], words[-1]
        near = min((self._by_word.get(end, []) for end in ends), key=len) if len(words) > 1 else []  # not a whole clan
        figure = only([one for one in near if one.kind == "person" and _ends(one.name) == ends])
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

    @cached_property
    def _small(self) -> frozenset[str]:
        return frozenset(re.findall(r"\b[a-z]\w*", self._text))


def _ends(name: str) -> tuple[str, str]:
    words = name.lower().split()
    return words[0], words[-1]
