"""An article as caveats go back through it: its claims, its sentences, and where each claim stands among them."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from claims.cues import cue_lemmas
from claims.lexicon.matter import singular
from claims.lexicon.words import word_set
from claims.model import Claim, Sentence
from claims.spans import overlap

# What is foreseen, wanted or called something has not happened, so that there is nothing to verify.
_NOT_TOLD = word_set(
    """promise pledge vow swear threaten warn predict forecast expect propose recommend urge ask order demand appeal
    call describe brand label dub portray condemn denounce criticise criticize slam blast decry deplore praise hail
    tout welcome applaud commend salute endorse defend urge support oppose dismiss ridicule mock"""
)
_HAPPENED = re.compile(r"\b(?:had|has|have|was|were)\b")
_TO_COME = re.compile(r"\b(?:will|shall|won[’']t)\b")
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


class Article:
    """A text with its claims, in text order, and its sentences."""

    def __init__(self, text: str, claims: Sequence[Claim], sentences: Sequence[Sentence]) -> None:
        self.text, self.claims, self.sentences = text, claims, sentences
        self.starts = [claim.start for claim in claims]
        self.spans = [one.span for one in sentences]

    def sentence_at(self, position: int) -> int:
        """The number of the sentence that ``position`` is in or after."""
        return max(0, bisect_right(self.spans, position, key=lambda span: span[0]) - 1)

    def words(self, claim: Claim, roles: str) -> str:
        """The words of a claim's ``source``, ``cue`` or ``content``."""
        return " ".join(self.text[slice(*span)] for span in getattr(claim, roles))

    def nouns(self, n: int, roles: str) -> frozenset[str]:
        """The words of a claim's ``source`` or ``content``, in the singular."""
        return frozenset(map(singular, _WORD.findall(self.words(self.claims[n], roles))))

    def is_in(self, n: int, at: int) -> bool:
        """Whether a claim has a part in sentence ``at``."""
        return overlap((self.claims[n].start, self.claims[n].end), self.spans[at]) > 0

    def in_one_sentence(self, one: int, other: int) -> bool:
        """Whether two claims end in the same sentence."""
        return self.sentence_at(self.claims[one].end - 1) == self.sentence_at(self.claims[other].end - 1)

    def is_told(self, n: int) -> bool:
        """Whether a claim says how things are: it is no wish, no warning, no name or praise for something."""
        claim = self.claims[n]
        return claim.act == "speech" and not cue_lemmas(self.text, claim.cue) & _NOT_TOLD

    def is_report(self, n: int) -> bool:
        """Whether a claim says that something has happened, and not what is announced or will be."""
        claim = self.claims[n]
        content = self.words(claim, "content")
        to_come = "announce" in cue_lemmas(self.text, claim.cue) or _TO_COME.search(content) is not None
        return self.is_told(n) and (not to_come or _HAPPENED.search(content) is not None)
