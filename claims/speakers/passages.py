"""A paragraph as what pronouns go back through: its sentences with their subjects and whom they tell of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from claims.bearers import gender_told
from claims.context import Context
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
from claims.tokens import Token

_REACH = 25  # words of a sentence in which its subject is looked for
_GOES_ON = re.compile(r",? [a-z]")
_VERB = re.compile(r",? (?:also |then |later |still |now |never |often )?([a-z’']+)")
_VERBS = AUXILIARIES | COMMON_VERBS | frozenset(FORMS)
_OF_A_NATION = ("an", "sh", "se", "ch", "ic")
_BEFORE_ADJECTIVES = DETERMINERS | PREPOSITIONS
_LONGEST = 6  # words of a noun phrase that is looked at
_ENDS_PHRASE = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | RELATIVES | SUBORDINATORS | AUXILIARIES
_OPENS_CLAUSE = PREPOSITIONS | ADVERBS | SUBORDINATORS


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody named at ``start``; ``rank`` is 0 for the sentence's subject, 1 for a clause's, 2 for anybody else."""

    figure: Figure
    start: int
    rank: int


@dataclass(frozen=True, slots=True)
class Described:
    """A noun phrase with a determiner, such as *the coach*, by its ``head`` in lower case; ``rank`` as in `Mention`."""

    span: Span
    head: str
    rank: int


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with its ``subject``, and outside quotations who is ``named`` and ``described`` there."""

    span: Span
    subject: Span | None
    named: list[Mention]
    described: list[Described]


@dataclass(frozen=True)
class Passage:
    """Paragraph ``number`` of the text."""

    number: int
    context: Context
    roster: Roster

    @cached_property
    def sentences(self) -> list[Told]:
        """The sentences in order; a quotation belongs to the one it stands in."""
        return [self._told(sentence) for sentence in sentences_in(self.context.tokens)]

    def _told(self, tokens: Tokens) -> Told:
        span = tokens[0].start, tokens[-1].end
        at = _subject(tokens)
        subject = None if at is None else (tokens[at[0]].start, tokens[at[1] - 1].end)
        return Told(span, subject, self._named(span, subject), list(described(tokens, at)))

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
            if figure is not None and (figure.kind != "person" or figure.sure or rank < 2):
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


def described(tokens: Tokens, subject: tuple[int, int] | None = None) -> Iterator[Described]:
    """The noun phrases that a determiner opens, up to their heads."""
    for at, token in enumerate(tokens):
        if token.low not in DETERMINERS:
            continue
        end = at + 1
        while end < len(tokens) and end - at < _LONGEST and _goes_on(tokens, end):
            end += 1
        if end == at + 1 or (end < len(tokens) and tokens[end].capital):
            continue
        of_subject = subject is not None and subject[0] == at
        verb_next = end < len(tokens) and is_finite(tokens, end)
        rank = 0 if of_subject else 1 if verb_next else 2
        yield Described((token.start, tokens[end - 1].end), tokens[end - 1].low, rank)


def _goes_on(tokens: Tokens, at: int) -> bool:
    # A capital is a name's, but for *a senior Velenian commander*.
    while at < len(tokens) and _of_a_nation(tokens[at]) and _may_stand_before_a_head(tokens, at):
        at += 1
    return at < len(tokens) and not tokens[at].capital and _may_stand_before_a_head(tokens, at)


def _of_a_nation(token: Token) -> bool:
    return token.capital and token.low[-2:] in _OF_A_NATION


def _may_stand_before_a_head(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    return token.word and not (token.quote or token.low in _ENDS_PHRASE or is_finite(tokens, at))
