"""The content stands after its cue: *she said that …*, *he warned of …*, *they accused him of …*, *he added: “…”*."""

from claims.lexicon import words
from claims.lexicon.words import word_set
from claims.rules.clause import Cue, Range
from claims.rules.content import content_end, content_start
from claims.rules.finding import Finding, Sentence
from claims.rules.phrases import is_finite
from claims.rules.subjects import sentence_subject, subject_before

_PREPOSITIONAL = word_set("by in after before while when of for")


def content_after(sentence: Sentence, cue: Cue) -> Finding | None:
    """*source cue CONTENT*, the subject its own or shared with an earlier verb of the sentence."""
    tokens = sentence.tokens
    if cue.passive or cue.infinitive or cue.modal or (cue.negated and cue.verb.act == "speech"):
        return None
    source = _source(sentence, cue)
    if source is None:
        return None
    relative = _relative(sentence, cue, source)
    if relative is not None:
        return relative
    if cue.end < len(tokens) and tokens[cue.end - 1].low in (
        "of",
        "for",
        "to",
        "about",
        "against",
        "on",
        "in",
        "over",
        "with",
    ):
        start: int | None = cue.end
    else:
        start = content_start(tokens, cue)
    if start is None or start >= len(tokens) or not _fits(sentence, cue, start):
        return None
    end = content_end(tokens, start, sentence.cues)
    if end <= start or tokens[start].text in ",.;:":
        return None
    return Finding(_name(sentence, cue, start), ((start, end),), ((cue.at, cue.end),), (source,))


def _source(sentence: Sentence, cue: Cue) -> Range | None:
    tokens = sentence.tokens
    before = tokens[cue.group - 1] if cue.group else None
    shared = before is None or before.low in ("and", "but", "or") or (cue.form == "ing" and cue.group == cue.at)
    if before is not None and cue.form == "ing" and cue.group == cue.at:
        if before.low not in _PREPOSITIONAL and before.text not in (",", "—", "–") and before.low not in ("and", "but"):
            return None
    if not shared:
        if before is not None and before.text == "," and cue.group > 1 and tokens[cue.group - 2].low in ("and", "but"):
            return None
        subject = subject_before(tokens, cue)
        if subject is not None and tokens[subject[0]].low in ("which", "that"):
            return None
        return subject
    for earlier in reversed(sentence.found):
        if earlier.source and earlier.cue and earlier.cue[0][0] < cue.at:
            return earlier.source[0]
    return sentence_subject(tokens, cue.at)


def _relative(sentence: Sentence, cue: Cue, source: Range) -> Finding | None:
    """*a building that he said was destroyed*: the clause goes round its attribution."""
    tokens = sentence.tokens
    if "c" not in cue.verb.frames or not source[0] or cue.end >= len(tokens):
        return None
    if tokens[source[0] - 1].low not in ("that", "which", "who") or not is_finite(tokens, cue.end):
        return None
    end = content_end(tokens, cue.end, sentence.cues)
    return Finding("relative clause", ((source[0] - 1, source[0]), (cue.end, end)), ((cue.at, cue.end),), (source,))


def _fits(sentence: Sentence, cue: Cue, start: int) -> bool:
    """Whether what begins at ``start`` is what the verb takes."""
    token = sentence.tokens[start]
    frames = cue.verb.frames
    if token.quote or token.low == "that" or cue.end - cue.at > 1:
        return True
    if token.low == "to":
        return "t" in frames or "h" in frames
    if "n" in frames:
        return True
    if frames in ("t",):
        return False
    rest = sentence.tokens[start : start + 25]
    if token.low in ("whether", "if", "what", "why", "how", "who"):
        return True
    return any(
        is_finite(sentence.tokens, n) or sentence.tokens[n].low.endswith("ed")
        for n in range(start + 1, start + len(rest))
    ) or (token.low in words.PERSONAL)


def _name(sentence: Sentence, cue: Cue, start: int) -> str:
    token = sentence.tokens[start]
    if cue.verb.act == "attitude":
        return "attitude"
    if token.quote:
        return "quotation after"
    if cue.form == "ing":
        return "participle"
    if token.low == "that":
        return "that clause"
    return "object" if "c" not in cue.verb.frames else "clause after"
