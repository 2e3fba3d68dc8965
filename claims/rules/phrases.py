"""Noun phrases and time expressions by their borders, without a grammar: where one ends to the left, to the right."""

from claims.lexicon import verbs, words
from claims.lexicon.sources import DOCUMENTS, ROLES, TITLES
from claims.lexicon.words import word_set
from claims.rules.clause import Range, Tokens, is_adverb, is_dash
from claims.tokens import Token

_REACH = 40  # tokens looked at on either side, so that a text without punctuation costs no more
_BEFORE_PRONOUNS = word_set("of beside near behind with around")  # *one of them*, *the woman beside me*
_LEFT_STOPS = words.SUBORDINATORS - {"during", "amid"} | {"that"}
_PRONOUNS = words.PERSONAL | {"who", "which"}
_NO_OWNERS = words.PERSONAL - {"her"}  # *her* is the one that may also say whose something is
_BEFORE_DETERMINED = words.NP_PREPOSITIONS | words.DETERMINERS | {"all", "both", "and", "&", "half", "by"}
_NEVER_LAST = words.PREPOSITIONS | words.DETERMINERS | {"and", ","}
_OPENS_APPOSITION = words.DETERMINERS | {"of", "from"}
_TITLED = ROLES | TITLES
_NO_APPOSITION = words.SUBORDINATORS | words.PERSONAL | words.AUXILIARIES


def is_finite(tokens: Tokens, at: int) -> bool:
    """Whether the token is plainly a finite verb, over which no noun phrase runs."""
    token = tokens[at]
    if token.capital and at:
        return False
    if (token.low in words.AUXILIARIES and token.low != "to") or token.low.endswith("n't"):
        return True
    if at + 1 < len(tokens) and tokens[at + 1].low == "by":
        return False
    if token.low in words.COMMON_VERBS:
        return True
    if token.low in verbs.FORMS and token.low not in verbs.AMBIGUOUS:
        if token.low.endswith("ing") and at and tokens[at - 1].low in words.DETERMINERS:
            return False  # *a recording*
        return verbs.FORMS[token.low][1] in ("past", "s", "ing")
    return False


def skip_time_left(tokens: Tokens, end: int) -> int:
    """Where the text before an expression of time begins that ends at ``end``; ``end`` itself if there is none."""
    at = end
    while at and end - at < 6 and (tokens[at - 1].low in words.TIMES or tokens[at - 1].low.isdigit()):
        at -= 1
    if at == end or all(tokens[n].low.isdigit() for n in range(at, end)):
        return end
    if at and tokens[at - 1].low in ("on", "in", "at", "since", "the") and at > 1:
        at -= 1
    return at


def skip_time_right(tokens: Tokens, start: int) -> int:
    """Where the text goes on after an expression of time at ``start``; ``start`` itself if there is none."""
    at = start
    if at < len(tokens) and tokens[at].low in ("on", "in", "at", "late", "early", "later", "earlier"):
        at += 1
    first = at
    while at < len(tokens) and (tokens[at].low in words.TIMES or (tokens[at].low.isdigit() and at > first)):
        at += 1
    return at if at > first else start


def noun_phrase_left(tokens: Tokens, end: int) -> Range | None:
    """The noun phrase that ends before token ``end``, as ``(start, end)``, or None."""
    if not end or not _nominal(tokens[end - 1]):
        return None
    pronoun = tokens[end - 1].low.split("'")[0] in _PRONOUNS
    if pronoun and not (end > 2 and tokens[end - 2].low in _BEFORE_PRONOUNS):
        return end - 1, end
    at = end
    determined = False
    while at and end - at < _REACH:
        token = tokens[at - 1]
        if determined and token.low not in _BEFORE_DETERMINED:
            break
        if not _nominal(token):
            if token.low in ("and", "&") and _joins(tokens, at - 1):
                at -= 1
                determined = False
                continue
            if not (token.text in "()" or (token.quote and _nickname(tokens, at - 1, end))):
                break
        elif token.low in _LEFT_STOPS or is_finite(tokens, at - 1) or (token.low in _NO_OWNERS and at < end):
            break
        determined = token.low in words.DETERMINERS
        at -= 1
    whole = _before_relative(tokens, at)
    at = _trim_opening(tokens, at if whole is None else whole, end)
    return (at, end) if at < end else None


def _before_relative(tokens: Tokens, start: int) -> int | None:
    """Where the noun phrase begins whose relative clause runs over ``start``: *analysts who track the front*."""
    for at in range(start - 1, max(0, start - 14), -1):
        if tokens[at].low == "who":
            antecedent = noun_phrase_left(tokens, at)
            return antecedent[0] if antecedent is not None else None
        if not tokens[at].word or tokens[at].low in _LEFT_STOPS:
            return None
    return None


def _nickname(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a short quotation stands within a name: *Dwayne “The Rock” Johnson*."""
    return 0 < at < end - 1 and len(tokens[at].text) < 20 and tokens[at - 1].capital and tokens[at + 1].capital


def _joins(tokens: Tokens, at: int) -> bool:
    """Whether *and* at ``at`` joins two noun phrases: nothing finite stands between it and the phrase's start."""
    before = at - 1
    if before < 0 or not _nominal(tokens[before]):
        return False
    for n in range(before, max(-1, before - 12), -1):
        token = tokens[n]
        if token.text in ",;:" or token.quote or token.low in _LEFT_STOPS or is_dash(token):
            return n < before
        if is_finite(tokens, n) or (token.low.endswith("ed") and n < before):
            return False
        if token.low in words.PERSONAL:
            return n == before
    return True


def _trim_opening(tokens: Tokens, start: int, end: int) -> int:
    """Drop what only leads up to the noun phrase: *On Tuesday*, *Later*, *and*, *In a statement*."""
    while start < end:
        token = tokens[start]
        after_time = skip_time_right(tokens, start)
        if start < after_time < end:
            start = after_time
        elif token.low in ("and", "but", ")", "(") or (is_adverb(token) and token.low not in ("all", "both")):
            start += 1
        elif token.low in words.PREPOSITIONS and token.low not in ("like", "about", "over", "near"):
            later = [n for n in range(start + 2, end) if tokens[n].low in words.DETERMINERS]
            inner = [n for n in later if tokens[n - 1].low not in words.NP_PREPOSITIONS]
            names = [n for n in range(start + 2, end) if tokens[n].capital and not tokens[n - 1].capital]
            start = inner[-1] if inner else names[-1] if names and not later else end - 1
            break
        else:
            break
    return start


def noun_phrase_right(tokens: Tokens, start: int) -> Range | None:
    """The noun phrase that begins at token ``start``, with its appositions, or None."""
    at = start
    last = min(len(tokens), start + _REACH)
    while at < last:
        token = tokens[at]
        if token.text == ",":
            after = _apposition(tokens, at)
            if after is None:
                break
            at = after
            continue
        if token.low in ("and", "&") and at + 1 < last and at > start and _joined_right(tokens, at + 1):
            at += 1
            continue
        if not _nominal(token) or token.low in _LEFT_STOPS or is_finite(tokens, at):
            break
        if token.low in words.PREPOSITIONS and (at == start or token.low not in ("of", "for", "at", "from", "with")):
            if not _locates(tokens, at, start):
                break
        elif (at > start and token.low in words.PERSONAL) or (
            at > start and (is_adverb(token) or skip_time_right(tokens, at) > at) and token.low != "all"
        ):
            break
        at += 1
    while at > start and tokens[at - 1].low in _NEVER_LAST:
        at -= 1
    return (start, at) if at > start else None


def _locates(tokens: Tokens, at: int, start: int) -> bool:
    """Whether *in* at ``at`` ties a place to a small-letter noun: *officials in Kyiv*."""
    if tokens[at].low not in ("in", "by") or at == start or at + 1 >= len(tokens):
        return False
    if tokens[at].low == "by":
        return tokens[at - 1].low in DOCUMENTS and (tokens[at + 1].capital or tokens[at + 1].low in words.DETERMINERS)
    place = tokens[at + 1]
    return place.capital and place.low not in words.MONTHS and not tokens[at - 1].capital


def _joined_right(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    if not _nominal(token) or token.low in words.PERSONAL or token.low in verbs.FORMS or is_finite(tokens, at):
        return False
    return not any(is_finite(tokens, n) for n in range(at, min(at + 4, len(tokens))))


def _apposition(tokens: Tokens, comma: int) -> int | None:
    """Where an apposition after the comma ends (its closing comma excluded), or None if none stands there."""
    at = comma + 1
    if at >= len(tokens):
        return None
    first = tokens[at]
    if first.low in ("who", "whose"):
        return _segment_end(tokens, at)
    age = first.text.isdigit() and len(first.text) < 4
    if not (first.low in words.DETERMINERS or age or (_nominal(first) and not first.low.endswith("ing"))):
        return None
    if first.low in words.PREPOSITIONS and first.low not in ("of", "from"):
        return None
    opening = {token.low for token in tokens[at : at + 5]}
    if not (first.capital or first.low in _OPENS_APPOSITION or age or not opening.isdisjoint(_TITLED)):
        return None
    if (
        first.low in _NO_APPOSITION
        or (first.low in verbs.FORMS and verbs.FORMS[first.low][1] != "base")
        or is_adverb(first)
    ):
        return None
    end = _segment_end(tokens, at)
    if any(is_finite(tokens, n) for n in range(at, end)) or any(
        tokens[n].low in ("he", "she", "they") for n in range(at, end)
    ):
        return None
    return end


def _segment_end(tokens: Tokens, at: int) -> int:
    while at < len(tokens) and tokens[at].text not in ",.;:" and not tokens[at].quote and not is_dash(tokens[at]):
        at += 1
    return at


def _nominal(token: Token) -> bool:
    return token.word or token.text in ("&", "'")
