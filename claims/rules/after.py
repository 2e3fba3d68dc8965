"""The content stands after its cue: *she said that …*, *he warned of …*, *they accused him of …*, *he added: “…”*."""

from claims.lexicon import words
from claims.lexicon.verbs import LOOSE
from claims.lexicon.words import word_set
from claims.rules.clause import Cue, Range
from claims.rules.content import content_end, content_start
from claims.rules.finding import Finding, Sentence
from claims.rules.phrases import is_finite, noun_phrase_left, noun_phrase_right
from claims.rules.subjects import sentence_subject, subject_before

_ANYBODY = word_set("i we you who which one")
_NAMING = word_set("call dub label brand describe")
_BEFORE_PARTICIPLE = word_set(", — – and but by in after before while when of for")


def content_after(sentence: Sentence, cue: Cue) -> Finding | None:
    """*source cue CONTENT*, the subject its own or shared with an earlier verb of the sentence."""
    tokens = sentence.tokens
    if cue.passive or cue.infinitive or cue.modal or (cue.negated and cue.verb.act == "speech"):
        return None
    if cue.verb.act == "attitude" and (cue.form == "ing" and cue.group == cue.at):
        return None
    source = _source(sentence, cue)
    if source is None:
        return None
    if cue.verb.act == "attitude" and (_within_content(sentence, cue) or tokens[source[0]].low in _ANYBODY):
        return None
    if cue.verb.act == "speech" and _nobody(sentence, source):
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
    if tokens[start].quote and "c" not in cue.verb.frames:
        return Finding("object", ((start, start + 1),), ((cue.at, cue.end),), (source,))
    clause = "c" in cue.verb.frames or tokens[start].low in ("that", "to")
    if "n" in cue.verb.frames and tokens[start].low != "that" and not _is_clause(sentence, start):
        clause = False
    end = content_end(sentence, start, clause=clause, within=tokens[source[0]].low in words.RELATIVES)
    if end <= start or tokens[start].text in ",.;:":
        return None
    return Finding(_name(sentence, cue, start), ((start, end),), ((cue.at, cue.end),), (source,))


def _nobody(sentence: Sentence, source: Range) -> bool:
    """Whether the subject says that nobody spoke: *Neither Holm nor Berg said why*."""
    before = sentence.tokens[source[0] - 1].low if source[0] else ""
    return before in ("neither", "nor") or sentence.tokens[source[0]].low in ("neither", "nobody", "none", "no")


def _within_content(sentence: Sentence, cue: Cue) -> bool:
    return any(start <= cue.at < end for one in sentence.found for start, end in one.content)


def _source(sentence: Sentence, cue: Cue) -> Range | None:
    tokens = sentence.tokens
    before = tokens[cue.group - 1] if cue.group else None
    participle = cue.form == "ing" and cue.group == cue.at
    shared = before is None or before.low in ("and", "but", "or") or participle
    if before is not None and participle and before.low not in _BEFORE_PARTICIPLE:
        return None
    if not shared:
        if before is not None and before.text == "," and cue.group > 1 and tokens[cue.group - 2].low in ("and", "but"):
            return None
        subject = subject_before(tokens, cue)
        if subject is None and before is not None and before.low == "that":
            return noun_phrase_left(tokens, cue.group - 1)
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
    end = content_end(sentence, cue.end)
    return Finding("relative clause", ((source[0] - 1, source[0]), (cue.end, end)), ((cue.at, cue.end),), (source,))


def _fits(sentence: Sentence, cue: Cue, start: int) -> bool:
    """Whether what begins at ``start`` is what the verb takes."""
    tokens = sentence.tokens
    token = tokens[start]
    frames = cue.verb.frames
    if (token.low == "no" and not _is_clause(sentence, start)) or _anonymity(sentence, cue, start):
        return False  # remarks, not claims
    if cue.verb.lemma == "put":
        return any(one.low == "at" for one in tokens[start : start + 15])
    if token.quote or token.low == "that" or cue.end - cue.at > 1:
        return True
    if token.low == "to":
        return "t" in frames
    if "n" in frames:
        return not (cue.verb.lemma in _NAMING and tokens[cue.group - 1].word and _indefinite(sentence, cue))
    if "h" in frames and any(one.low == "to" for one in tokens[start : start + 8]):
        return True
    if "c" not in frames:
        return False
    if token.low in ("whether", "if", "what", "why", "how", "who") or token.low in words.PERSONAL:
        return True
    if cue.verb.lemma in LOOSE:
        return _is_clause(sentence, start)
    return any(_verbal(sentence, n) for n in range(start + 1, min(start + 25, len(tokens))))


def _anonymity(sentence: Sentence, cue: Cue, start: int) -> bool:
    """Whether somebody only asked *not to be named* or *to remain anonymous*."""
    rest = {one.low for one in sentence.tokens[start : start + 5]}
    return cue.verb.lemma == "ask" and bool(rest & {"named", "identified", "anonymous", "anonymity", "quoted"})


def _verbal(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    return token.quote or is_finite(sentence.tokens, at) or (token.low.endswith("ed") and not token.capital)


def _is_clause(sentence: Sentence, start: int) -> bool:
    """Whether a noun phrase and then its verb stand at ``start``."""
    phrase = noun_phrase_right(sentence.tokens, start)
    if phrase is None or phrase[1] >= len(sentence.tokens):
        return False
    return sentence.tokens[phrase[1]].low != "to" and is_finite(sentence.tokens, phrase[1])


def _indefinite(sentence: Sentence, cue: Cue) -> bool:
    """Whether *called* only names: *a website called Flood*."""
    subject = subject_before(sentence.tokens, cue)
    return subject is not None and sentence.tokens[subject[0]].low in ("a", "an") and subject[0] > 0


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
