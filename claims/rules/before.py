"""The content stands before its attribution, or around it: *“A,” said Malyar, “b.”*; *It rained, he said.*"""

from claims.lexicon import words
from claims.rules.clause import Cue, Range, is_adverb, is_dash
from claims.rules.content import after_hearer, content_end, opens_content, trim_end
from claims.rules.finding import Finding, Sentence
from claims.rules.hearings import HEARERS
from claims.rules.phrases import is_finite, skip_time_left, skip_time_right
from claims.rules.subjects import subject_after, subject_before

_LEAD_INS = words.word_set("asked speaking writing according when although though")


def content_before(sentence: Sentence, cue: Cue) -> Finding | None:
    """*CONTENT, source cue* and *CONTENT, cue source*, with a second piece of content after it or without."""
    tokens = sentence.tokens
    if cue.passive or cue.infinitive or cue.negated or cue.form == "ing" or "c" not in cue.verb.frames:
        return None
    inverted = _inverted(sentence, cue)
    if inverted is not None:
        opening, source, after = cue.group, inverted, inverted[1]
    else:
        subject = subject_before(tokens, cue)
        if subject is None or tokens[subject[0]].low in ("who", "which", "that"):
            return None
        opening, source, after = subject[0], subject, after_hearer(tokens, cue)
        if cue.verb.lemma == "tell" and after == cue.end and tokens[subject[1] - 1].low in HEARERS:
            return None
    edge = _edge(sentence, opening)
    if edge is None:
        return None
    end, quoted = edge
    start = _start(sentence, end)
    if end <= start:
        return None
    verb = ((cue.at, cue.end),)
    second = _second_piece(sentence, after, quoted)
    if second is not None:
        lead_in = not quoted and tokens[second[0]].quote and not _is_clause(sentence, start, end, sure=False)
        rule = "quotation around" if quoted else "clause around"
        return None if lead_in else Finding(rule, ((start, end), second), verb, (source,))
    if quoted:
        return Finding("quotation before", ((start, end),), verb, (source,))
    content_follows = inverted is None and opens_content(tokens, skip_time_right(tokens, after))
    if (
        content_follows
        or end - start < 3
        or not _is_clause(sentence, start, end, sure=inverted is None or _says_so(sentence, cue, after))
    ):
        return None
    return Finding("clause before", ((start, end),), verb, (source,))


def _inverted(sentence: Sentence, cue: Cue) -> Range | None:
    """The subject after the cue, if a comma or a quotation ends directly before the cue."""
    tokens = sentence.tokens
    if cue.group == 0 or cue.form not in ("past", "s"):
        return None
    before = tokens[cue.group - 1]
    if not (before.quote or before.text in ",?!" or is_dash(before)) or ("n" in cue.verb.frames and not before.quote):
        return None
    source = subject_after(tokens, cue)
    if source is None or (not before.quote and cue.verb.lemma == "tell"):
        return None
    if not before.quote and source[1] < len(tokens) and not _closes(sentence, source[1]):
        return None
    return source


def _says_so(sentence: Sentence, cue: Cue, after: int) -> bool:
    """Whether the sentence ends with *says X*, as a headline does whose own verb is in no list: *…, says aide*."""
    tokens = sentence.tokens
    return cue.verb.lemma == "say" and (after == len(tokens) or tokens[after].text in ".;")


def _closes(sentence: Sentence, at: int) -> bool:
    """Whether the attribution is over at ``at``: a mark, a time or a circumstance follows, not more of a clause."""
    token = sentence.tokens[at]
    if not (token.quote or token.word):
        return True
    return token.low in words.PREPOSITIONS | {"when", "as"} or skip_time_right(sentence.tokens, at) > at


def _edge(sentence: Sentence, opening: int) -> tuple[int, bool] | None:
    """Where the content before ends, and whether as a quotation or a question does.

    None where none ends before ``opening``.
    """
    tokens = sentence.tokens
    at = skip_time_left(tokens, opening)
    while at and is_adverb(tokens[at - 1]):
        at -= 1
    if not at:
        return None
    before = tokens[at - 1]
    if before.quote:
        return at, True
    if before.text in "?!":
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


def _is_clause(sentence: Sentence, start: int, end: int, *, sure: bool) -> bool:
    """Whether the words before make a clause, rather than a lead-in (*In Kyiv*, *When asked*) or a subject.

    Where the attribution is ``sure`` to have its own subject, only a lead-in needs to be ruled out.
    """
    tokens = sentence.tokens
    if tokens[start].low in _LEAD_INS:
        return False
    if sure and tokens[start].low not in words.PREPOSITIONS | words.SUBORDINATORS and end - start > 3:
        return True
    return any(is_finite(tokens, n) or (tokens[n].low.endswith("ed") and n > start) for n in range(start, end))


def _second_piece(sentence: Sentence, after: int, quoted: bool) -> Range | None:
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
        if at >= len(tokens) or not (
            tokens[at - 1].text in ",:" or is_dash(tokens[at - 1]) or tokens[at - 1].low == "that"
        ):
            return None
        return at, content_end(sentence, at)
    if not (tokens[at].text == ":" or (tokens[at].text == "," and at == after)):
        return None
    first = tokens[at + 1]
    if first.low.endswith("ing") or first.low in words.SUBORDINATORS - {"that"} | {"citing", "according"}:
        return None
    if first.low == "and" and any(other.at > at for other in sentence.cues):
        return None
    return at + 1, content_end(sentence, at + 1)
