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

_DASHES = word_set("— – -- ―")


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
    group, negated, be, have, modal, infinitive = at, False, False, False, False, False
    while group and at - group < 6:
        before = tokens[group - 1]
        low = before.low
        if low in words.NEGATIONS or low.endswith("n't"):
            negated = True
        if low in words.AUXILIARIES or low.endswith("n't"):
            be |= low in words.BE
            have |= low in ("has", "have", "had", "having", "'ve")
            modal |= low in words.MODALS
            infinitive |= low == "to"
        elif not (is_adverb(before) or low in words.NEGATIONS):
            break
        group -= 1
    if form == "base" and not (modal or infinitive or negated) and not _plural_subject(tokens, group):
        return None
    ahead = tokens[group - 1] if group else None
    helped = group < at and any(t.low in words.AUXILIARIES for t in tokens[group:at])
    if not helped and ahead is not None and _makes_noun(ahead, token.low, form):
        return None
    if not helped and token.low in verbs.AMBIGUOUS and not _verb_like_after(tokens, at + 1):
        return None
    passive = (be and form in ("past", "participle") and not have) or _been(tokens, group, at)
    if form == "participle" and not (be or have):
        return None
    end = at + 1
    if end < len(tokens) and tokens[end].low in _ASTRAY - set(verb.particles):
        return None
    if verb.particles and end < len(tokens) and tokens[end].low in verb.particles:
        end += 1
    elif not verb.frames:
        return None
    return Cue(at, end, group, verb, form, negated, passive, modal, infinitive)


def _been(tokens: Tokens, group: int, at: int) -> bool:
    return any(t.low == "been" for t in tokens[group:at]) and verbs.FORMS[tokens[at].low][1] in ("past", "participle")


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
    if before.low in words.DETERMINERS - words.SUBJECT_PRONOUNS - {"this", "that", "both", "all", "most"}:
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
    return token.capital or (
        token.word and token.low not in words.PREPOSITIONS | words.AUXILIARIES | words.CONJUNCTIONS
    )
