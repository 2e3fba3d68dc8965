"""What the words of a caveat tell of themselves: who did not say more, and what it is that was not verified."""

import re
from dataclasses import dataclass
from functools import cached_property

from claims.lexicon.matter import ACCOUNTS, FIGURES, THINGS, singular
from claims.lexicon.remarks import REMARKS
from claims.lexicon.words import AUXILIARIES
from claims.model import Caveat, Span

_PATTERNS = dict(REMARKS)
_OPENING = re.compile(
    r"(?:(?:(?:and|but|although|though|while|whereas|however|yet|nor|so far)\b|[(–—-]),?\s*)+", re.IGNORECASE
)
_AUXILIARY = "|".join(sorted(word for word in AUXILIARIES if word.isalpha()))
_HELPING = re.compile(rf"(?:(?:^|\s+)(?:{_AUXILIARY}|also|either|so far|[a-z]+ly))+$")
_PASSIVE = re.compile(
    r"\b(?:be|been|was|were|is)\s(?:\w+\s){0,2}(?:verified|confirmed|corroborated|authenticated)$"
    r"|\b(?:seen|reviewed|obtained)\sby\b[^.]*$"
    r"|^(?!it\b).*\bimpossible\sto\s(?:\w+\s)?(?:verify|confirm)$",
    re.IGNORECASE | re.DOTALL,
)
_SAID = r"(?:accounts?|accusations?|allegations?|claims?|reports?|statements?|stor(?:y|ies)|versions?)"
_COUNTED = r"(?:counts?|estimates?|figures?|numbers?|tolls?)"
_SIDES = re.compile(
    r"\b(?:neither|both|either)(?:\s(?:of\s(?:the|these|those|their)|sides?[’']s?))?(?:\s(?!nor\b|and\b|or\b)\w+)?"
    rf"\s(?:{_SAID}|{_COUNTED})\b|\b(?:{_SAID}|{_COUNTED})\s(?:\w+\s)?(?:by|from|of|on)\s(?:both|either)\b"
    r"|\bthe\s(?:two|rival|competing|conflicting|contradictory|opposing)\s(?:\w+\s)?"
    r"(?:accounts|claims|reports|versions|estimates|figures|numbers|tolls)\b",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(rf"\b(?:{_SAID}|{_COUNTED})\s(?:made\s)?by\s(?P<whom>(?!both|either)[^,.;]+)$", re.IGNORECASE)
_NEITHER = re.compile(r"neither (?:could|can|has|was)\b", re.IGNORECASE)
_EDGES = " \t\r\n\xa0,;:*_"
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*[’']?")
_PRONOUN = re.compile(r"\b(?:it|its|this|that|them|they|these|those)\b", re.IGNORECASE)
_ITS = frozenset(("his", "her", "its", "their"))


@dataclass(frozen=True)
class RemarkWords:
    """A caveat's words. ``clause`` is what stands before it in its sentence; ``match`` the part that makes it one."""

    text: str
    caveat: Caveat
    sentence: Span

    @cached_property
    def match(self) -> Span:
        """The words that make a caveat of it: *could not be confirmed*, *gave no details*."""
        found = _PATTERNS[self.caveat.kind].search(self.text, *self.caveat.span)
        return found.span() if found is not None else self.caveat.span

    @cached_property
    def ahead(self) -> str:
        """What stands before it in its sentence."""
        return self.text[self.sentence[0] : self.caveat.span[0]].strip(_EDGES)

    @cached_property
    def subject(self) -> str:
        """Who did not say or verify it, or in the passive what was not verified; empty where the verb goes on."""
        return _bare(self.text[self.caveat.span[0] : self.match[0]])

    @cached_property
    def what(self) -> str:
        """What was not told, or verified or not; empty where it stands before, as in *which nobody could verify*."""
        start, end = self.caveat.span
        before, after = self.text[start : self.match[1]], self.text[self.match[1] : end].strip()
        passive = _PASSIVE.search(before) is not None and not (after and "impossible" in before)
        return before if passive else after

    @property
    def of_both_sides(self) -> bool:
        """Whether it is about what two sides say: *neither account could be confirmed*."""
        return _NEITHER.match(self.what) is not None or _SIDES.search(self.what) is not None

    @cached_property
    def noun(self) -> str | None:
        """The first noun in `what` for something that is verified, in the singular; None if there is none."""
        return next((noun for noun in map(singular, _WORD.findall(self.what)) if noun in _MATTER), None)

    @cached_property
    def owner(self) -> str:
        """Whose it is, as in *Karsia’s claim* and *his account*; empty where that is not said."""
        words: list[str] = _WORD.findall(self.what)
        at = next((n for n, word in enumerate(words) if singular(word) in _MATTER), 0)
        for n in reversed(range(at)):
            if words[n].lower() in _ITS:
                return words[n].lower()
            if words[n].endswith(("’s", "'s", "s’", "s'")):
                return " ".join([*words[:n], words[n].removesuffix("s").rstrip("’'")])
        by = _OF_WHOM.search(self.what)
        return by["whom"] if by is not None else ""

    @property
    def pronoun(self) -> str:
        """*it*, *this* …, where no noun says what was verified."""
        found = _PRONOUN.search(self.what) if self.noun is None else None
        return found.group().lower() if found is not None else ""


_MATTER = ACCOUNTS | FIGURES | THINGS


def _bare(words: str) -> str:
    """``words`` without the conjunction before and the helping verbs after."""
    opening = _OPENING.match(words)
    words = words[opening.end() :] if opening is not None else words
    return _HELPING.sub("", words.strip(_EDGES)).strip(_EDGES)
