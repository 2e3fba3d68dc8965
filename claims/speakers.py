"""Whose words they are: the fullest name in the article for each source.

Names get their first names back, roles and institutions the name under which they were introduced, pronouns the
speaker that they go on from. Where that is open, the answer is None rather than a guess.
"""

import re
from dataclasses import dataclass

from claims.attributes.source_kind import person_in
from claims.lexicon.sources import BUSINESSES
from claims.model import SourceKind, Span
from claims.names import Names, capital_sequences, full_names_in, strip_titles
from claims.paragraphs import LONGEST
from claims.source_names import SourceName, source_name

_REACH = 3  # paragraphs over which a pronoun may go on from its speaker
_KEPT = 200  # speakers; nobody refers back further, and a long text stays linear
_BODIES = ("institution", "government", "document", "media")
_NOBODY = re.compile(
    r"(?:we|i|you|this|that|many|some|others|neither)$|(?:each side|both sides)\b"
    r"|(?:an?|one|two|three|some|many|most|both|none)"
    r" (?:of (?:them|whom|these|those)|third|second|few|other|another)\b",
    re.IGNORECASE,
)
_BY_AGE = re.compile(r"the \d+-year-old\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’")


@dataclass(slots=True)
class _Speaker:
    called: SourceName
    paragraph: int
    at: int


def _tied(fitting: list[_Speaker]) -> bool:
    """Whether two could be meant, since both were met in the same paragraph."""
    return len(fitting) > 1 and fitting[-2].paragraph == fitting[-1].paragraph


class Cast:
    """The speakers of one article, met in the order of the text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._names = Names(text)
        self._met: list[_Speaker] = []

    def meet(self, source: Span, paragraph: int) -> tuple[str | None, SourceKind]:
        """The speaker whom the source at ``source`` names, and the kind; ``paragraph`` is its paragraph's number."""
        phrase = " ".join(self._text[slice(*source)].split()).strip(" ,")
        called = self._called(phrase, source[0], paragraph)
        if called is None:
            return None, "unknown"
        self._met = [one for one in self._met if one.called is not called][-_KEPT:]
        self._met.append(_Speaker(called, paragraph, source[1]))
        return called.name, called.kind

    def _called(self, phrase: str, at: int, paragraph: int) -> SourceName | None:
        low = phrase.lower()
        near = [one for one in self._met if paragraph - one.paragraph <= _REACH]
        if low in ("he", "she", "him", "her"):
            return self._person(near, at, paragraph, female=low in ("she", "her"))
        if _BY_AGE.match(phrase):
            return self._person(near, at, paragraph, female=None)
        if low in ("who", "which"):
            return self._antecedent(at)
        if low == "it":
            return next((one.called for one in reversed(near) if one.called.kind in _BODIES), None)
        if low == "they":
            return near[-1].called if near and near[-1].called.kind in ("crowd", "anonymous", "unknown") else None
        return None if _NOBODY.match(phrase) else self._named(phrase)

    def _person(self, near: list[_Speaker], at: int, paragraph: int, female: bool | None) -> SourceName | None:
        """The person whom *he* or *she* at ``at`` goes on from: the last speaker, or one named since then."""
        people = [one for one in near if one.called.kind in ("person", "role", "anonymous", "unknown")]
        fitting = [one for one in people if female is None or one.called.female in (female, None)]
        last = fitting[-1] if fitting else None
        named = self._named_before(at, last)
        if named and (last is None or last.paragraph < paragraph):
            called = self._named(named[0]) if len(named) == 1 else None
        elif last is None or (last.called.female is None and (named or _tied(fitting))):
            called = None
        else:
            called = last.called
        if called is not None and female is not None:
            called.female = female
        return called

    def _named_before(self, at: int, last: _Speaker | None) -> list[str]:
        """The people named in full, outside quotations, in the paragraph before ``at``, and since ``last`` spoke."""
        start = max(self._text.rfind("\n", 0, at) + 1, at - LONGEST, last.at if last is not None else 0)
        names = full_names_in(_QUOTED.sub(" ", self._text[start:at]))
        return [name for name in names if person_in(name) and (last is None or name != last.called.name)]

    def _antecedent(self, at: int) -> SourceName | None:
        """Whom *who* or *which* goes back to, where a name stands directly before it."""
        before = self._text[max(0, at - 80) : at].rstrip(" ,")
        sequences = capital_sequences(before)
        if not sequences or not before.endswith(sequences[-1]):
            return None
        return self._named(strip_titles(sequences[-1]) or sequences[-1])

    def _named(self, phrase: str) -> SourceName:
        called = source_name(phrase)
        known = self._known(called.name)
        alone = phrase == called.name and " " not in phrase and phrase[:1].isupper()
        if known is None and (called.kind == "person" or alone):
            full = self._names.fullest(called.name)
            known = self._known(full)
            if full != called.name:
                called = SourceName(full, "person", called.female, called.nouns)
        known = known or self._introduced(phrase, called)
        if known is None:
            return called
        if known.kind == called.kind:
            known.nouns |= called.nouns
        known.female = known.female if called.female is None else called.female
        return known

    def _known(self, name: str) -> SourceName | None:
        low = name.lower()
        return next((one.called for one in reversed(self._met) if one.called.name.lower() == low), None)

    def _introduced(self, phrase: str, called: SourceName) -> SourceName | None:
        """The speaker introduced under the same noun: *the ministry*, *the minister*, *the company*."""
        if not phrase.lower().startswith(("the ", "his ", "her ", "its ")):
            return None
        nouns = called.nouns - {"the", "his", "her", "its"}
        if not nouns or len(nouns) > 3:
            return None
        fitting = [one.called for one in self._met if nouns <= one.called.nouns]
        if not fitting and nouns <= BUSINESSES:
            fitting = [one.called for one in self._met if one.called.kind == "institution"][-1:]
        return fitting[-1] if len({one.name for one in fitting}) == 1 else None
