"""A sentence as the rules see it: tokens, and the cues among them."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.lexicon import verbs, words
from claims.lexicon.sources import DOCUMENTS
from claims.lexicon.verbs import Form, Verb
from claims.lexicon.words import word_set
from claims.model import Span
from claims.tokens import Token

Tokens = Sequence[Token]
Range = tuple[int, int]  # token numbers, half open

SAYS = frozenset(
    word
    for word, (verb, form) in verbs.FORMS.items()
    if verb.act == "speech" and "c" in verb.frames and form in ("past", "s")
)
"""The finite verbs that tell that somebody speaks: *said*, *adds*."""

_OPENS_NOUN = words.DETERMINERS - words.SUBJECT_PRONOUNS - {"this", "that", "both", "all", "most"}
_NO_OBJECT = words.PREPOSITIONS | words.AUXILIARIES | words.CONJUNCTIONS
_BE_OR_HAVE = words.BE | words.HAVE
_DASHES = word_set("— – -- ―")

_LONGEST_GROUP = 6  # tokens of auxiliaries and adverbs before a verb
_MOST_CUES = 25  # a sentence with more is no prose, and looking into it would take long
_ASTRAY = frozenset(("off", "up", "out", "away", "back", "down", "upon"))  # *called off*, *showed up*


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb at token ``at``, with its particle up to ``end``; its verb group begins at ``group``."""

    at: int
    end: int
    group: int
    verb: Verb
    form: Form
    negated: bool = False
    passive: bool = False
    modal: bool = False
    infinitive: bool = False


def span(tokens: Tokens, start: int, end: int) -> Span:
    """The code points of tokens ``start`` to ``end``."""
    return tokens[start].start, tokens[end - 1].end


def is_dash(token: Token) -> bool:
    """Whether the token is a dash that stands between words (a hyphen is part of one)."""
    return token.text in _DASHES or token.text == "-"


def is_adverb(token: Token) -> bool:
    """Whether the token may stand between a subject and its verb."""
    return token.low in words.ADVERBS or (token.low.endswith("ly") and not token.capital and len(token.low) > 4)


def cues_in(tokens: Tokens) -> list[Cue]:
    """The reporting verbs of a sentence, outside its quotations, that stand where a verb can stand."""
    cues = []
    for at, token in enumerate(tokens):
        if token.quote or token.low not in verbs.FORMS:
            continue
        cue = _cue_at(tokens, at)
        if cue is not None:
            cues.append(cue)
    return cues if len(cues) <= _MOST_CUES else []


def _cue_at(tokens: Tokens, at: int) -> Cue | None:
    token = tokens[at]
    verb, form = verbs.FORMS[token.low]
    if at and token.capital and token.low in verbs.AMBIGUOUS:
        return None
    if token.low == "states" and not (at and tokens[at - 1].low in DOCUMENTS | words.PERSONAL):
        return None
    group = group_start(tokens, at)
    helpers = {one.low for one in tokens[group:at]}
    negated = bool(helpers & words.NEGATIONS) or any(low.endswith("n't") for low in helpers)
    modal, infinitive = bool(helpers & words.MODALS), "to" in helpers
    if form == "base" and not (modal or infinitive or negated) and not _plural_subject(tokens, group):
        return None
    if form == "participle" and not helpers & _BE_OR_HAVE:
        return None
    if not helpers & words.AUXILIARIES and not _stands_as_verb(tokens, group, at):
        return None
    past = form in ("past", "participle")
    passive = past and ("been" in helpers or (bool(helpers & words.BE) and not helpers & words.HAVE))
    end = at + 1
    after = tokens[end].low if end < len(tokens) else ""
    if after in _ASTRAY - set(verb.particles) or not (verb.frames or after in verb.particles):
        return None
    end += after in verb.particles
    return Cue(at, end, group, verb, form, negated, passive, modal, infinitive)


def group_start(tokens: Tokens, at: int) -> int:
    """Where the auxiliaries and adverbs before a verb begin: *has also repeatedly said*."""
    group = at
    while group and at - group < _LONGEST_GROUP:
        low = tokens[group - 1].low
        helps = low in words.AUXILIARIES or low in words.NEGATIONS or low.endswith("n't")
        if not (helps or is_adverb(tokens[group - 1])):
            break
        group -= 1
    return group


def _stands_as_verb(tokens: Tokens, group: int, at: int) -> bool:
    """Whether a form without an auxiliary is a verb by its neighbours, where it might be a noun or an adjective."""
    low = tokens[at].low
    if group and _makes_noun(tokens[group - 1], low, verbs.FORMS[low][1]):
        return False
    return low not in verbs.AMBIGUOUS or _verb_like_after(tokens, at + 1)


def _plural_subject(tokens: Tokens, group: int) -> bool:
    if not group:
        return False
    before = tokens[group - 1]
    return (
        before.text == ","
        or before.low in ("they", "we", "i", "you", "who", "many", "some", "most", "others", "people", "police")
        or (before.word and before.low.endswith("s") and not before.low.endswith(("ss", "'s")))
    )


def _makes_noun(before: Token, low: str, form: Form) -> bool:
    """Whether the word before shows that this is a noun or an adjective: *the report*, *his claims*, *of asking*."""
    if before.low in _OPENS_NOUN:
        return True
    if before.low.endswith(("'s", "s'")) and before.low.split("'")[0] not in words.PERSONAL:
        return True
    if low in verbs.AMBIGUOUS and (before.low.endswith("ing") or before.low in words.PREPOSITIONS):
        return True
    return form != "ing" and before.low in words.NP_PREPOSITIONS


def _verb_like_after(tokens: Tokens, after: int) -> bool:
    """Whether what follows an ambiguous form reads as its content: a clause, a quotation, a noun phrase."""
    if after >= len(tokens):
        return False
    token = tokens[after]
    if (
        token.text in ".,"
        or token.quote
        or token.low in words.DETERMINERS
        or token.low in words.PERSONAL
        or token.low in ("to", "for")
    ):
        return True
    return token.capital or (token.word and token.low not in _NO_OBJECT)
