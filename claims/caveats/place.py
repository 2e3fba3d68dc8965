"""What stands around a caveat: the claims before it, how far back each is, and its own words."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from claims.caveats.article import Article
from claims.caveats.finding import BORDER
from claims.caveats.words import RemarkWords
from claims.lexicon.matter import singular
from claims.model import Caveat, Span
from claims.spans import inside, overlap

REACH = 40
"""Claims before it that even the widest caveat is taken to be about."""
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_OF_ITSELF = re.compile(r"(?:that\s)?(?:he|she|it|they)\b", re.IGNORECASE)
_WHOM = re.compile(r"\b(?:whom?|which)\s(?:s?he|it|they)\s$")  # *a general whom he did not name told him …*
_WITHOUT = re.compile(r"without\b", re.IGNORECASE)
_LONG = 6  # letters of a word that tells what is spoken of
_SUBORDINATE = re.compile(r"(?:although|though|while|without|despite)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Place:
    """A caveat in its article."""

    article: Article
    caveat: Caveat

    @cached_property
    def at(self) -> int:
        """The number of the caveat's sentence."""
        return self.article.sentence_at(self.caveat.span[0])

    @cached_property
    def sentence(self) -> Span:
        """The caveat's sentence."""
        return self.article.spans[self.at] if self.article.spans else self.caveat.span

    @cached_property
    def words(self) -> RemarkWords:
        """The caveat's own words."""
        return RemarkWords(self.article.text, self.caveat, self.sentence)

    @cached_property
    def first_after(self) -> int:
        """The number of the first claim that begins after the words that make a caveat of it."""
        return bisect_left(self.article.starts, self.words.match[0])

    @cached_property
    def same(self) -> list[int]:
        """The claims that share the caveat's sentence, in text order."""
        claims = self.article.claims
        last = bisect_right(self.article.starts, self.sentence[1])
        near = range(max(0, self.first_after - REACH), last)
        return [n for n in near if overlap((claims[n].start, claims[n].end), self.sentence)]

    @cached_property
    def own(self) -> list[int]:
        """The claims that the caveat itself was read as: *The ministry [did not say] {where}*."""
        cues = [n for n in self.same if any(overlap(cue, self.words.match) for cue in self.article.claims[n].cue)]
        return cues + [n for n in self.of_themselves if n not in cues]

    @cached_property
    def of_themselves(self) -> list[int]:
        """The claims in which a source says the caveat's words of itself: *She said {she had no comment}*."""
        return [n for n, piece in self._told if _OF_ITSELF.match(self.text(piece)) is not None]

    @cached_property
    def within(self) -> list[int]:
        """The claims of the sentence that the caveat stands beside: those before it, or those that it opens."""
        before = [n for n in self.same if n < self.first_after and n not in self.own]
        if before or _SUBORDINATE.match(self.article.text, *self.sentence) is None:
            return before
        return [n for n in self.same if n not in self.own]

    @cached_property
    def told_by_another(self) -> bool:
        """Whether it is no remark of the reporter's, but what somebody says of another: *said that Bo was silent*."""
        text, start = self.article.text, self.words.match[0]
        # *called him a thief without offering proof* tells how it was said, wherever the claim is taken to end.
        by_the_way = _WITHOUT.match(text, start) is not None
        told = [piece for n, piece in self._told if n not in self.own]
        return any(
            not (by_the_way and piece[1] <= self.caveat.span[1]) and _WHOM.search(text, piece[0], start) is None
            for piece in told
        )

    @cached_property
    def _told(self) -> list[tuple[int, Span]]:
        """The claims whose content begins with the caveat, and that piece of it."""
        text, start = self.article.text, self.words.match[0]
        return [
            (n, piece)
            for n in self.same
            if not self.article.claims[n].nested
            for piece in self.article.claims[n].content[:1]
            if inside(self.words.match, piece) and BORDER.search(text, piece[0], start) is None
        ]

    @cached_property
    def nearest(self) -> list[int]:
        """The claims before it that it may be about, the nearest first; none that is told within another."""
        claims = self.article.claims
        later = [n for n in self.within if n >= self.first_after]
        numbers = [*range(max(0, self.first_after - REACH), self.first_after), *later]
        found = (n for n in numbers if not claims[n].nested and n not in self.own)
        return sorted(found, key=lambda n: (claims[n].end, n), reverse=True)

    @cached_property
    def in_paragraph(self) -> list[int]:
        """The reports before it in its paragraph, the nearest first."""
        start = self.article.text.rfind("\n", 0, self.caveat.span[0]) + 1
        claims = self.article.claims
        return [n for n in self.nearest if claims[n].start >= start and self.article.is_report(n)]

    def back(self, n: int) -> int:
        """How many sentences stand between a claim and the caveat that are neither of them, nor a remark as it is.

        A heading counts as many: under it the matter is another.
        """
        claim = self.article.claims[n]
        between = range(self.article.sentence_at(max(claim.start, claim.end - 1)) + 1, self.at)
        if len(between) > REACH:
            return len(between)
        kinds = [self.article.sentences[m].kind for m in between]
        return sum(REACH if kind == "heading" else kind != "caveat" for kind in kinds)

    def text(self, span: Span) -> str:
        """The words of ``span``."""
        return self.article.text[slice(*span)]

    def follows(self, n: int) -> bool:
        """Whether a claim's cue follows the words of the caveat in one clause: *denied [rumours] {that …}*."""
        cue = self.article.claims[n].cue
        between = (self.words.match[1], cue[0][0]) if cue else (0, 0)
        return 0 < between[0] <= between[1] and BORDER.search(self.article.text, *between) is None

    def near(self, sentences: int, *, attitudes: bool = False) -> list[int]:
        """The claims before it with so many sentences between at most, the nearest first; ``attitudes`` if wanted."""
        wanted = (n for n in self.nearest if attitudes or self.article.claims[n].act == "speech")
        return [n for n in wanted if self.back(n) <= sentences]

    def last(self, sentences: int = 1, *, attitudes: bool = False) -> list[int]:
        """The last claim before it, unless more ``sentences`` stand between."""
        return self.near(sentences, attitudes=attitudes)[:1]

    def of_its_words(self, sentences: int) -> list[int]:
        """The claims of `near` that have a longer word of the caveat's in their content."""
        words = {word for word in map(singular, _WORD.findall(self.text(self.caveat.span))) if len(word) >= _LONG}
        return [n for n in self.near(sentences) if words & self.article.nouns(n, "content")]

    def with_its_like(self, n: int) -> list[int]:
        """A claim and those that its source makes in the same sentence."""
        article = self.article
        speaker = article.claims[n].speaker
        like = (m for m in self.nearest if speaker is not None and article.claims[m].speaker == speaker)
        return sorted({n, *(m for m in like if article.in_one_sentence(m, n))})
