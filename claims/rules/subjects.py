"""Who a cue belongs to: the subject before its verb, or after it where the order is inverted."""

from claims.lexicon import words
from claims.rules.clause import Cue, Range, Tokens, is_adverb
from claims.rules.phrases import is_finite, noun_phrase_left, noun_phrase_right, skip_time_left, skip_time_right

_SEGMENTS = 4
_NO_SUBJECTS = words.SUBORDINATORS | words.PREPOSITIONS | words.AUXILIARIES
_BEFORE_NOUNS = words.DETERMINERS | words.PREPOSITIONS
_OPENS_ASIDE = words.PREPOSITIONS - {"of", "from"}


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
    if first.quote or not first.word or first.low in _NO_SUBJECTS:
        return None
    if is_adverb(first) or (first.low in words.OBJECT_PRONOUNS and first.low not in words.SUBJECT_PRONOUNS):
        return None
    if skip_time_right(tokens, cue.end) > cue.end:
        return None
    if first.low in words.PERSONAL:
        return cue.end, cue.end + 1
    return noun_phrase_right(tokens, cue.end)


def sentence_subject(tokens: Tokens, before: int) -> Range | None:
    """The subject of the sentence's first finite verb, for a cue further on that has none of its own."""
    for at in range(1, before):
        if is_finite(tokens, at) or _past(tokens, at):
            end = at
            while end and (is_adverb(tokens[end - 1])):
                end -= 1
            return subject_ending(tokens, end)
    return None


def _past(tokens: Tokens, at: int) -> bool:
    """Whether the token reads as a regular past tense: *framed* after its subject, not *the framed one*."""
    token, before = tokens[at], tokens[at - 1]
    plain = before.word and before.low not in _BEFORE_NOUNS
    return token.low.endswith("ed") and not token.capital and plain


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
    """The subject before *, said*: it stands before its appositions, relative clauses and asides."""
    closing = stop = end - 1  # the comma before the verb
    for _ in range(_SEGMENTS):
        comma = _comma_before(tokens, stop)
        if comma is None or not _is_extra(tokens, comma + 1, stop):
            break
        if _is_aside(tokens, comma + 1):
            closing = comma
        stop = comma
        head = noun_phrase_left(tokens, comma)
        if head is not None and not _needs_head(tokens, head):
            return head[0], max(closing, head[1])
    return noun_phrase_left(tokens, stop)


def _is_extra(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words between two commas only add to a subject: no clause of their own."""
    if _is_aside(tokens, start):
        return True
    relative = next((n for n in range(start, end) if tokens[n].low in ("who", "whose", "which", "where")), end)
    return not any(is_finite(tokens, n) for n in range(start, relative))


def _is_aside(tokens: Tokens, start: int) -> bool:
    first = tokens[start]
    return first.low in _OPENS_ASIDE or is_adverb(first) or (first.low.endswith(("ing", "ed")) and not first.capital)


def _needs_head(tokens: Tokens, phrase: Range) -> bool:
    """Whether a phrase before a comma only adds to another one: *43*, *a lawyer*, *facing a challenge*."""
    start, end = phrase
    first = tokens[start]
    if end - start == 1 and first.text.isdigit():
        return True
    before = tokens[start - 1] if start else None
    if before is None:
        return False
    if before.text == ",":
        return first.low in ("a", "an", "one", "another")
    segment = start
    while segment and tokens[segment - 1].text not in ",;:" and start - segment < 12:
        segment -= 1
    added = tokens[segment].low in ("of", "from") or _is_aside(tokens, segment)
    return bool(segment) and tokens[segment - 1].text == "," and added


def _comma_before(tokens: Tokens, stop: int) -> int | None:
    for at in range(stop - 1, max(0, stop - 30), -1):
        if tokens[at].text == ",":
            return at
        if tokens[at].text in ";:" or tokens[at].quote:
            return None
    return None
