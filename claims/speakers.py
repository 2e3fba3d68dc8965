"""Whose words they are: the fullest name in the article for each source.

Names get their first names back, roles and institutions the name under which they were introduced, pronouns the
speaker that they go on from. Where that is open, the answer is None rather than a guess.
"""

import re
from dataclasses import dataclass

from claims.attributes.source_kind import person_in, source_kind
from claims.lexicon.sources import FEMALE, MALE, TITLES
from claims.model import SourceKind
from claims.names import Names, strip_titles

_REACH = 3  # paragraphs over which a pronoun may go on from its speaker
_ARTICLE = re.compile(r"^(?:the|The)\s+(?=[A-Z])")
_WORDS = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


@dataclass(slots=True)
class _Speaker:
    name: str
    kind: SourceKind
    paragraph: int
    female: bool | None
    nouns: frozenset[str]


class Cast:
    """The speakers of one article, met in the order of the text."""

    def __init__(self, text: str) -> None:
        self._names = Names(text)
        self._met: list[_Speaker] = []

    def meet(self, phrase: str, paragraph: int) -> tuple[str | None, SourceKind]:
        """The speaker whom a source names, and the kind; ``paragraph`` is the number of the one it stands in."""
        phrase = " ".join(phrase.split()).strip(" ,")
        low = phrase.lower()
        if low in ("he", "she", "him", "her"):
            return self._remember(self._pronoun(low in ("she", "her"), paragraph), paragraph)
        if low in ("it", "which"):
            return self._remember(self._body(paragraph), paragraph)
        if low in ("they", "we", "i", "you", "who", "this", "that", "many", "some", "others"):
            return self._remember(self._plural(paragraph) if low == "they" else None, paragraph)
        return self._remember(self._named(phrase, paragraph), paragraph)

    def _remember(self, speaker: _Speaker | None, paragraph: int) -> tuple[str | None, SourceKind]:
        if speaker is None:
            return None, "unknown"
        speaker.paragraph = paragraph
        if speaker in self._met:
            self._met.remove(speaker)
        self._met.append(speaker)
        del self._met[:-200]  # nobody refers back further, and a long text stays linear
        return speaker.name, speaker.kind

    def _pronoun(self, female: bool, paragraph: int) -> _Speaker | None:
        near = [one for one in self._near(paragraph) if one.kind in ("person", "role", "anonymous")]
        fitting = [one for one in near if one.female in (female, None)]
        if not fitting:
            return None
        if len(fitting) > 1 and fitting[-1].female is None and fitting[-1].paragraph == fitting[-2].paragraph:
            return None
        speaker = fitting[-1]
        if speaker.female is None:
            speaker.female = female
        return speaker

    def _body(self, paragraph: int) -> _Speaker | None:
        kinds = ("institution", "government", "document", "media")
        return next((one for one in reversed(self._near(paragraph)) if one.kind in kinds), None)

    def _plural(self, paragraph: int) -> _Speaker | None:
        last = self._near(paragraph)[-1:]
        return last[0] if last and last[0].kind in ("crowd", "institution", "anonymous", "unknown") else None

    def _near(self, paragraph: int) -> list[_Speaker]:
        return [one for one in self._met if paragraph - one.paragraph <= _REACH]

    def _named(self, phrase: str, paragraph: int) -> _Speaker:
        kind = source_kind(phrase)
        words = frozenset(word.lower() for word in _WORDS.findall(phrase))
        female = True if words & FEMALE else False if words & MALE else None
        person = person_in(phrase)
        bare = strip_titles(phrase.split(",")[0])
        if person is None and bare and " " not in bare and phrase[:1].isupper():
            full = self._names.fullest(bare)
            if full != bare or phrase != bare:
                known = next((one for one in reversed(self._met) if one.name == full), None)
                if known is not None:
                    return known
                if full != bare and source_kind(full) == "person":
                    person, kind = full, "person"
        if person is not None:
            name = self._names.fullest(person)
            known = next((one for one in reversed(self._met) if one.name == name), None)
            if known is not None:
                known.nouns |= words - TITLES | (words & TITLES)
                known.female = known.female if female is None else female
                return known
            return _Speaker(name, "person", paragraph, female, words)
        known = self._by_role(phrase, words)
        if known is not None:
            return known
        return _Speaker(_ARTICLE.sub("", phrase), kind, paragraph, female, words)

    def _by_role(self, phrase: str, words: frozenset[str]) -> _Speaker | None:
        """The speaker introduced under the same noun: *the ministry*, *the minister*, *the General Staff*."""
        plain = _ARTICLE.sub("", phrase)
        same = next((one for one in reversed(self._met) if one.name.lower() in (phrase.lower(), plain.lower())), None)
        if same is not None or not phrase.lower().startswith(("the ", "his ", "her ", "its ")):
            return same
        nouns = words - {"the", "his", "her", "its"}
        if not nouns or len(nouns) > 3:
            return None
        fitting = [one for one in self._met if nouns <= one.nouns]
        return fitting[-1] if fitting and len({one.name for one in fitting}) == 1 else None
