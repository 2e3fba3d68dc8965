"""Who a cue belongs to: the subject before its verb, or after it where the order is inverted."""

from claims.lexicon import words
from claims.rules.clause import Cue, Range, Tokens, is_adverb
from claims.rules.phrases import is_finite, noun_phrase_left, noun_phrase_right, skip_time_left

_SEGMENTS = 4


def subject_before(tokens: Tokens, cue: Cue) -> Range | None:
    """The subject to the left of a cue, with its appositions, as token numbers, or None."""
    return subject_ending(tokens, cue.group)


def subject_ending(tokens: Tokens, end: int) -> Range | None:
    """The subject whose verb group begins at token ``end``."""
    end = _skip_between(tokens, end)
    if not end:
        return None
    if tokens[end - 1].text == "," and end > 1:
        return _with_appositions(tokens, end)
    if tokens[end - 1].text == ")" and end > 2:
        opening = next((n for n in range(end - 2, max(-1, end - 12), -1) if tokens[n].text == "("), None)
        if opening:
            end = opening
    return noun_phrase_left(tokens, end)


def subject_after(tokens: Tokens, cue: Cue) -> Range | None:
    """The subject to the right of an inverted cue (*said Malyar*), or None."""
    if cue.end >= len(tokens):
        return None
    first = tokens[cue.end]
    if first.quote or not first.word or first.low in words.SUBORDINATORS | words.PREPOSITIONS | words.AUXILIARIES:
        return None
    if is_adverb(first) or (first.low in words.OBJECT_PRONOUNS and first.low not in words.SUBJECT_PRONOUNS):
        return None
    if first.low in words.PERSONAL:
        return cue.end, cue.end + 1
    return noun_phrase_right(tokens, cue.end)


def sentence_subject(tokens: Tokens, before: int) -> Range | None:
    """The subject of the sentence's first finite verb, for a cue further on that has none of its own."""
    for at in range(1, before):
        if is_finite(tokens, at):
            end = at
            while end and (is_adverb(tokens[end - 1])):
                end -= 1
            return subject_ending(tokens, end)
    return None


def _skip_between(tokens: Tokens, end: int) -> int:
    """Step left over adverbs and times between subject and verb: *the ministry yesterday also said*."""
    while end:
        earlier = skip_time_left(tokens, end)
        if earlier == end and is_adverb(tokens[end - 1]) and end > 1:
            earlier = end - 1
        if earlier == end:
            return end
        end = earlier
    return end


def _with_appositions(tokens: Tokens, end: int) -> Range | None:
    """The subject before *, said*: a name and its apposition, or a name and something in parentheses."""
    stop = end - 1  # the comma before the verb
    for _ in range(_SEGMENTS):
        comma = _comma_before(tokens, stop)
        if comma is None:
            return noun_phrase_left(tokens, stop) if stop == end - 1 else None
        first = tokens[comma + 1]
        aside = (
            first.low in words.PREPOSITIONS - {"of", "from"}
            or is_adverb(first)
            or first.low in ("who", "whose", "which")
        )
        if not aside and any(is_finite(tokens, n) for n in range(comma + 1, stop)):
            return noun_phrase_left(tokens, stop)
        head = noun_phrase_left(tokens, comma)
        if head is None:
            return noun_phrase_left(tokens, stop)
        number = tokens[head[0]].text.isdigit() and head[1] - head[0] == 1
        indefinite = (
            tokens[head[0]].low in ("a", "an", "one", "another") and head[0] and tokens[head[0] - 1].text == ","
        )
        if not number and not indefinite:
            if aside and first.low not in ("who", "whose", "which"):
                return head
            return head[0], end - 1
        stop = comma
    return None


def _comma_before(tokens: Tokens, stop: int) -> int | None:
    for at in range(stop - 1, max(0, stop - 30), -1):
        if tokens[at].text == ",":
            return at
        if tokens[at].text in ";:" or tokens[at].quote:
            return None
    return None
