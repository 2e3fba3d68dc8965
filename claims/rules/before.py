"""The content stands before its attribution, or around it: *“A,” said Malyar, “b.”*; *It rained, he said.*"""

from claims.lexicon import words
from claims.rules.clause import Cue, Range, is_adverb, is_dash
from claims.rules.content import after_hearer, content_end, opens_content, trim_end
from claims.rules.finding import Finding, Sentence
from claims.rules.phrases import skip_time_left, skip_time_right
from claims.rules.subjects import subject_after, subject_before

_OPENINGS = words.PREPOSITIONS | words.SUBORDINATORS | {"asked", "speaking", "writing", "according"}


def content_before(sentence: Sentence, cue: Cue) -> Finding | None:
    """*CONTENT, source cue* and *CONTENT, cue source*, with a second piece of content after it or without."""
    tokens = sentence.tokens
    if cue.passive or cue.infinitive or "c" not in cue.verb.frames or cue.negated or cue.form in ("ing", "base"):
        if cue.form != "base" or cue.passive or cue.infinitive or "c" not in cue.verb.frames or cue.negated:
            return None
    inverted = _inverted(sentence, cue)
    if inverted is not None:
        opening, source, after = cue.group, inverted, inverted[1]
    else:
        subject = subject_before(tokens, cue)
        if subject is None:
            return None
        opening, source, after = subject[0], subject, after_hearer(tokens, cue)
    edge = _edge(sentence, opening)
    if edge is None:
        return None
    end, quoted = edge
    start = _start(sentence, end)
    if end - start < 1 or (not quoted and end - start < 3):
        return None
    rest = skip_time_right(tokens, after)
    if not quoted and (tokens[start].low in _OPENINGS and _one_phrase(sentence, start, end)):
        return None
    if not quoted and opens_content(tokens, rest) and inverted is None:
        return None
    pieces: list[Range] = [(start, end)]
    second = _second_piece(sentence, cue, after, quoted)
    if second is not None:
        pieces.append(second)
    elif not quoted and tokens[start].low in _OPENINGS and not _has_comma(sentence, start, end):
        return None
    rule = ("quotation" if quoted else "clause") + (" around" if second else " before")
    return Finding(rule, tuple(pieces), ((cue.at, cue.end),), (source,))


def _inverted(sentence: Sentence, cue: Cue) -> Range | None:
    """The subject after the cue, if a comma or a quotation ends directly before the cue."""
    tokens = sentence.tokens
    if cue.group == 0 or cue.form not in ("past", "s"):
        return None
    before = tokens[cue.group - 1]
    if not (before.quote or before.text == "," or is_dash(before)) or ("n" in cue.verb.frames and not before.quote):
        return None
    source = subject_after(tokens, cue)
    if source is None:
        return None
    if not before.quote and before.text == "," and source[1] < len(tokens) and tokens[source[1]].word:
        if (
            tokens[source[1]].low not in words.PREPOSITIONS | {"when", "as", "after"}
            and not skip_time_right(tokens, source[1]) > source[1]
        ):
            return None
    return source


def _edge(sentence: Sentence, opening: int) -> tuple[int, bool] | None:
    """Where the content before ends, and whether with a quotation; None if none ends before ``opening``."""
    tokens = sentence.tokens
    at = skip_time_left(tokens, opening)
    while at and is_adverb(tokens[at - 1]):
        at -= 1
    if not at:
        return None
    before = tokens[at - 1]
    if before.quote:
        return at, True
    if (before.text == "," or is_dash(before)) and at > 1:
        return trim_end(tokens, 0, at), tokens[at - 2].quote
    return None


def _start(sentence: Sentence, end: int) -> int:
    """Where the content before begins: with the sentence, or after an earlier attribution's own words."""
    tokens = sentence.tokens
    start = 0
    for earlier in sentence.found:
        reach = max(stop for ranges in (earlier.content, earlier.cue, earlier.source) for _, stop in ranges)
        if reach <= end and tokens[end - 1].quote and reach > start and reach < end:
            start = reach
    while start < end - 1 and (
        tokens[start].text in ",;:)." or is_dash(tokens[start]) or (tokens[start].low in ("and", "but") and start)
    ):
        start += 1
    if tokens[end - 1].quote and start and end - start > 1:
        return end - 1
    return start


def _one_phrase(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words before are only a lead-in such as *In Kyiv* or *When asked*."""
    return not _has_comma(sentence, start, end) and end - start < 12


def _has_comma(sentence: Sentence, start: int, end: int) -> bool:
    return any(sentence.tokens[n].text == "," for n in range(start, end))


def _second_piece(sentence: Sentence, cue: Cue, after: int, quoted: bool) -> Range | None:
    """The content that goes on after the attribution: *…,” she said, “and it will.”*"""
    tokens = sentence.tokens
    at = after
    while at < len(tokens) and at - after < 12 and tokens[at].text not in (",", ":", ".", ";") and not tokens[at].quote:
        if any(other.at == at for other in sentence.cues):
            return None
        at += 1
    if at >= len(tokens) - 1:
        return None
    if quoted:
        while at < len(tokens) and not tokens[at].quote:
            if any(other.at == at for other in sentence.cues) or at - after > 16:
                return None
            at += 1
        if at >= len(tokens) or not (tokens[at - 1].text in ",:" or tokens[at - 1].low == "that"):
            return None
        return at, content_end(tokens, at, sentence.cues)
    if tokens[at].text != "," or at != after:
        return None
    first = tokens[at + 1]
    if first.low.endswith("ing") or first.low in words.SUBORDINATORS - {"that"} | {"and", "citing", "according"}:
        return None
    return at + 1, content_end(tokens, at + 1, sentence.cues)
