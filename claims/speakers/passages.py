"""A paragraph as what pronouns go back through: its sentences with their subjects, people and pronouns."""

import re
from dataclasses import dataclass
from functools import cached_property

from claims.bearers import gender_told
from claims.context import Context
from claims.lexicon.people import ROLE_NOUNS
from claims.lexicon.verbs import FORMS
from claims.lexicon.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    COMMON_VERBS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from claims.model import Span
from claims.names import Name, name_in, runs
from claims.rules.clause import Tokens
from claims.rules.phrases import is_finite
from claims.sentences import sentences_in
from claims.speakers.figures import Figure
from claims.speakers.introductions import last_word_before
from claims.speakers.roster import Roster
from claims.tokens import tokens_of

_REACH = 25  # words of a sentence in which its subject is looked for
_PRONOUN = re.compile(r"\b(?:(he|his|him|himself)|(?:she|her|hers|herself))\b", re.IGNORECASE)
_ROLE = re.compile(rf"\b(?:[Aa]n?|[Aa]nother) (?:[\w’'-]+ ){{0,2}}(?:{'|'.join(sorted(ROLE_NOUNS))})\b(?![ -][A-Z])")
_GOES_ON = re.compile(r",? [a-z]")
_VERB = re.compile(r",? (?:also |then |later |still |now |never |often )?([a-z’']+)")
_VERBS = AUXILIARIES | COMMON_VERBS | frozenset(FORMS)
_BEFORE_ADJECTIVES = DETERMINERS | PREPOSITIONS
_OPENS_CLAUSE = PREPOSITIONS | ADVERBS | SUBORDINATORS


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody named at ``start``; ``rank`` is 0 for the sentence's subject, 1 for a clause's, 2 for anybody else."""

    figure: Figure
    start: int
    rank: int


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with its ``subject``, and outside quotations the people ``named`` and where else people are meant.

    ``pronouns`` are positions, each with whether it is a woman's; ``roles`` where *a clerk* and the like are told of.
    """

    span: Span
    subject: Span | None
    named: list[Mention]
    pronouns: list[tuple[int, bool]]
    roles: list[int]


@dataclass(frozen=True)
class Passage:
    """Paragraph ``number`` of the text."""

    number: int
    context: Context
    roster: Roster

    @cached_property
    def sentences(self) -> list[Told]:
        """The sentences in order; a quotation belongs to the one it stands in."""
        paragraph = self.context.paragraph
        tokens = tokens_of(self.context.text, paragraph.start, paragraph.end, self.context.quotations)
        return [self._told(sentence) for sentence in sentences_in(tokens)]

    def _told(self, tokens: Tokens) -> Told:
        text, span = self.context.text, (tokens[0].start, tokens[-1].end)
        at = _subject(tokens)
        subject = None if at is None else (tokens[at[0]].start, tokens[at[1] - 1].end)
        pronouns = [(one.start(), one[1] is None) for one in _PRONOUN.finditer(text, *span)]
        return Told(
            span,
            subject,
            self._named(span, subject),
            [one for one in pronouns if not self._quoted(one[0])],
            [one.start() for one in _ROLE.finditer(text, *span) if not self._quoted(one.start())],
        )

    def _quoted(self, position: int) -> bool:
        return any(one.start <= position < one.end for one in self.context.quotations)

    def _named(self, span: Span, subject: Span | None) -> list[Mention]:
        found = []
        for run in runs(self.context.text, *span):
            name = name_in(run.group())
            if not name.bare or self._quoted(run.start()):
                continue
            figure = self.roster.fullest(name.bare, run.start(), female=gender_told((name.titles,)))
            rank = self._rank(run, name, span, subject)
            if figure is None and rank < 2:
                figure = self.roster.stranger(name.bare)
            if figure is not None and figure.kind == "person" and (figure.sure or rank < 2):
                found.append(Mention(figure, run.start(), rank))
        return found

    def _rank(self, run: re.Match[str], name: Name, sentence: Span, subject: Span | None) -> int:
        text = self.context.text
        before = last_word_before(text, run.start())
        if before in PREPOSITIONS:
            return 2
        if before in BE or (subject is not None and text[subject[1] : run.start()] in (", ", " — ", " – ", " - ")):
            return 0  # *The student is Ana Bang*; *Holm’s agent, Ana Bang, …*
        if subject is not None and subject[0] <= run.start() < subject[1]:
            return 1 if name.possessive else 0
        if run.start() == sentence[0] and not name.possessive and _GOES_ON.match(text, run.end()):
            return 0
        after = _VERB.match(text, run.end())
        verb = after[1] if after is not None else ""
        return 1 if verb.endswith("ed") or verb in _VERBS else 2


def _subject(tokens: Tokens) -> tuple[int, int] | None:
    """The noun phrase that the sentence begins with, or that follows its *In June,*, up to the verb or a comma."""
    start = 0
    if tokens[0].quote:
        return None
    if tokens[0].low in _OPENS_CLAUSE or tokens[0].low.endswith(("ing", "ed")):
        start = next((n + 1 for n in range(1, min(len(tokens), _REACH)) if tokens[n].text == ","), 0)
        if start == 0:
            return None
    elif tokens[0].low in CONJUNCTIONS:
        start = 1
    for at in range(start + 1, min(len(tokens), start + _REACH)):
        token, before = tokens[at], tokens[at - 1].low
        past = token.low.endswith("ed") and before not in _BEFORE_ADJECTIVES
        if past or token.quote or token.text in ",;:()—–-" or token.low in RELATIVES or is_finite(tokens, at):
            return start, at
    return None
