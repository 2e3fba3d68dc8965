"""What one pass over a text notices about its names: how often, with what beside them, and which pronouns follow."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from claims.bearers import gender_told, given_to_women, is_bodily
from claims.lexicon.bodies import NAMED_BY_NOUN
from claims.lexicon.people import ROLE_NOUNS
from claims.names import RUN, UPPER, Name, name_in
from claims.noun_phrases import Introduction
from claims.speakers.bodies import LINKED, OWNER
from claims.speakers.headings import in_heading
from claims.speakers.introductions import is_body_beside, last_word_before, nouns_after, nouns_before

_EVENT = re.compile(
    rf"(?=[{UPPER}adelush“„«»”\"‘’.!?\n])"  # their first signs, so that most places are passed over at once
    r"(?:(?P<pronoun>\b(?:(?P<she>[Ss]he|[Hh]er|[Hh]erself)|[Hh]e|[Hh]is|[Hh]im|[Hh]imself)\b)|(?P<run>"
    + RUN.pattern
    + r")|(?P<quote>[“„«»”\"‘]|(?<=[,.?!…])’)|(?P<end>[.!?][”’\"')]*(?=\s)|\n))"
)
_ACRONYM = re.compile(r" \(([A-Z]{2,6})\)")
_AGED = re.compile(r",? \(?(?:aged )?(\d\d)\b(?=[,.)])")
_WHO = re.compile(r",? (?:who|whose) ")
_NAMES_BODIES = NAMED_BY_NOUN - ROLE_NOUNS
_TELLING = 10  # votes of a title or a noun, against one of a pronoun
_ENOUGH = 30  # times that a single word is looked at closely


@dataclass(slots=True)
class Seen:
    """What was noticed about a name as it stands without titles; ``first`` is where, in code points.

    Counted are how often it stood with a title, before *who*, with an age, after *in* or *at*, after *the*, and beside
    a noun that makes a body of it, and of these how often right after a noun that no person is called by: *tower maker
    Brynholt*. ``female`` are votes, below nought for a man.
    """

    first: int
    count: int = 0
    titled: int = 0
    who: int = 0
    aged: int = 0
    placed: int = 0
    after_the: int = 0
    named_by: int = 0
    called_body: int = 0
    female: int = 0
    introductions: set[Introduction] = field(default_factory=set)


class NamesSeen:
    """The names of ``text``: ``names`` in the order met, ``acronyms`` spelled out, ``aged`` names by age in figures.

    ``pronouns`` counts those of women, under True, and of men outside quotations.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.names: dict[str, Seen] = {}
        self.acronyms: dict[str, str] = {}
        self.aged: dict[str, set[str]] = defaultdict(set)
        self.pronouns = {True: 0, False: 0}
        self._gather()

    def _gather(self) -> None:
        here: list[Seen] = []  # people named in the sentence so far
        before: list[Seen] = []  # and in the one before it
        at, quoted = 0, False
        while (event := _EVENT.search(self._text, at)) is not None:
            at = event.end()
            if event["end"]:
                breaks = event["end"] == "\n"
                before, here = ([], []) if breaks else (here, [])
                quoted = quoted and not breaks
            elif event["quote"]:
                quoted = not quoted and event["quote"] not in "”»’"
            elif event["pronoun"] and not quoted:
                woman = event["she"] is not None
                self.pronouns[woman] += 1
                if len(named := here or before) == 1:
                    weight = 2 if here else 1
                    named[0].female += weight if woman else -weight
            elif event["run"] and (" " not in event["run"] or not self._is_style(event)):
                seen, at = self._note(event)
                if seen is not None and not any(one is seen for one in here):
                    here.append(seen)

    def _is_style(self, run: re.Match[str]) -> bool:
        """Whether a heading's capitals make a run look like a name; *Mayor Patience Mutasa* in a list is one."""
        if not in_heading(self._text, run.span()):
            return False
        name = name_in(run["run"])
        told = bool(name.titles) or (bool(name.bare) and given_to_women(name.bare) is not None)
        return not (told and 1 <= name.bare.count(" ") <= 2)

    def _note(self, run: re.Match[str]) -> tuple[Seen | None, int]:
        """Note a name with what stands round it: its notes where it may be a person's, and where to go on."""
        name, text = name_in(run["run"]), self._text
        acronym = _ACRONYM.match(text, run.end())
        if acronym is not None and (name.titles or not name.bare):
            self.acronyms[acronym[1]] = run["run"]
        if not name.bare:
            return None, run.end()
        start = run.start() + max(0, run["run"].rfind(name.bare))
        bodily = is_bodily(name)
        full, end = name.bare, run.end()
        linked = LINKED.match(text, end) if bodily and not name.possessive else None
        if linked is not None:
            full = OWNER.sub("", text[start : linked.end()])
            acronym = _ACRONYM.match(text, linked.end())
            end = end if _holds_person(linked.group()) else linked.end()
        if acronym is not None and not name.titles:
            self.acronyms[acronym[1]] = full
        seen = self.names.setdefault(full, Seen(start))
        seen.count += 1
        seen.named_by += acronym is not None and not name.titles
        before = last_word_before(text, start) if start == run.start() else ""
        seen.placed += before in ("in", "at", "near", "from", "across")
        if " " in name.bare or name.titles or seen.count < _ENOUGH:
            self._describe(seen, name, run.start(), end)
        return None if bodily else seen, end

    def _describe(self, seen: Seen, name: Name, start: int, end: int) -> None:
        text = self._text
        personal = given_to_women(name.bare) is not None
        before, comma = nouns_before(text, start, personal=personal), text[start - 2 : start - 1] == ","
        after = () if name.possessive else nouns_after(text, end)
        seen.titled += bool(name.titles)
        seen.who += _WHO.match(text, end) is not None
        seen.after_the += text[start : start + 4].lower() == "the " or last_word_before(text, start) == "the"
        if (age := _AGED.match(text, end)) is not None:
            seen.aged += 1
            self.aged[age[1]].add(name.bare)
        naming = _NAMES_BODIES if comma else NAMED_BY_NOUN
        seen.named_by += bool(before) and before[-1] in naming
        seen.called_body += bool(before) and not comma and before[-1] in _NAMES_BODIES and not name.titles
        seen.named_by += not name.titles and not name.possessive and is_body_beside(text, end, after)
        told = [words for words in (before if comma else (*before, *name.titles), name.titles, after) if words]
        seen.introductions.update(told)
        female = gender_told(told)
        seen.female += 0 if female is None else _TELLING if female else -_TELLING


def _holds_person(linked: str) -> bool:
    """Whether somebody is named in what goes on a body's name: *the Division Bench of Justice Sengupta*."""
    names = [name_in(run.group()) for run in RUN.finditer(linked)]
    return any(name.titles or (name.bare and given_to_women(name.bare) is not None) for name in names)
