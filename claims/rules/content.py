"""Where the content of a claim begins after its cue, and where it ends."""

from collections.abc import Sequence

from claims.lexicon import verbs, words
from claims.lexicon.words import word_set
from claims.rules.clause import Cue, Tokens, is_adverb, is_dash
from claims.rules.phrases import noun_phrase_right, skip_time_right
from claims.rules.subjects import subject_before

_LOOK = 14  # tokens in which a *that* is looked for
_ADJUNCTS = words.PREPOSITIONS - {"like", "about", "near", "around", "over", "under", "between"}
_DETAIL = word_set("details detail verify verified evidence specify elaborate confirm confirmed independently")
_SPLITTERS = word_set("while although though but as and after even when whereas because")


def after_hearer(tokens: Tokens, cue: Cue) -> int:
    """Where the text goes on after the one who is told: *told reporters*, *told the BBC*, *asked him*."""
    at = cue.end
    if "h" not in cue.verb.frames or cue.passive or at >= len(tokens):
        return at
    if tokens[at].low in words.OBJECT_PRONOUNS | {"you", "it"}:
        return at + 1
    that = _that_within(tokens, at)
    if that is not None and that > at:
        return at
    hearer = noun_phrase_right(tokens, at)
    if hearer is None:
        return at
    end = at
    while end < hearer[1] and (tokens[end].capital or tokens[end].low in words.DETERMINERS) and tokens[end].text != ",":
        end += 1
    return end if any(tokens[n].capital for n in range(at, end)) else hearer[1]


def content_start(tokens: Tokens, cue: Cue) -> int | None:
    """The token at which the content after a cue begins, a leading *that* included; None if none does."""
    at = after_hearer(tokens, cue)
    that = _that_within(tokens, at)
    if that is not None:
        return that
    at = _skip_adjuncts(tokens, at)
    if at < len(tokens) and tokens[at].text in ",:" and at + 1 < len(tokens) and tokens[at + 1].quote:
        return at + 1
    if at + 1 < len(tokens) and tokens[at].text == ":":
        return at + 1
    return at if opens_content(tokens, at) else None


def opens_content(tokens: Tokens, at: int) -> bool:
    """Whether a clause, a quotation or a noun phrase can begin here, rather than an adjunct or the end."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.quote:
        return True
    if not token.word:
        return token.text in "$€£"
    if token.low in ("whether", "if", "what", "why", "how", "who", "there", "it", "nothing", "to"):
        return True
    return token.low not in _ADJUNCTS | words.CONJUNCTIONS | words.SUBORDINATORS and not (
        is_adverb(token) and at + 1 < len(tokens) and tokens[at + 1].text in ",."
    )


def content_end(tokens: Tokens, start: int, cues: Sequence[Cue]) -> int:
    """The token before which the content that begins at ``start`` ends."""
    groups = {cue.group: cue for cue in cues if cue.at > start}
    owned = {}
    for cue in groups.values():
        subject = subject_before(tokens, cue)
        if subject is not None:
            owned[subject[0]] = cue
    at = start + 1
    while at < len(tokens):
        token = tokens[at]
        if token.text in ",;" or is_dash(token) or token.low in _SPLITTERS:
            if _breaks_off(tokens, at, groups, owned):
                break
        at += 1
    return trim_end(tokens, start, at)


def trim_end(tokens: Tokens, start: int, end: int) -> int:
    """Leave out the stop or comma at the end of ``start`` to ``end``."""
    while end > start + 1 and tokens[end - 1].text in (".", ",", ";", ":", "…", "–", "—", "--", "-"):
        if tokens[end - 1].text == "." and tokens[end - 2].low in words.ABBREVIATIONS and end < len(tokens):
            break
        end -= 1
    return end


def _breaks_off(tokens: Tokens, at: int, groups: dict[int, Cue], owned: dict[int, Cue]) -> bool:
    """Whether the sentence leaves the content here for another attribution or for the reporter's remark."""
    after = at + 1
    mark = not tokens[at].word
    conjunction = not mark
    if mark and after < len(tokens) and tokens[after].low in _SPLITTERS:
        conjunction = True
        after += 1
        if after < len(tokens) and tokens[after].low == "as":
            after += 1
    if after >= len(tokens):
        return False
    if after in groups and (conjunction or groups[after].form == "ing"):
        return True
    if mark and tokens[after].low in ("according", "citing"):
        return True
    if mark and tokens[after].low == "without" and after + 1 < len(tokens) and tokens[after + 1].low.endswith("ing"):
        return True
    for first in range(after, min(after + 3, len(tokens))):
        cue = owned.get(first)
        if cue is not None and cue.form != "ing":
            if conjunction and tokens[at].low != "and":
                return True
            return mark and (conjunction or content_start(tokens, cue) is None)
    if conjunction and mark:
        return any(tokens[n].low in _DETAIL for n in range(after, min(after + 10, len(tokens))))
    return False


def _that_within(tokens: Tokens, at: int) -> int | None:
    """The *that* which opens the content after a few words of place, time or hearer."""
    for n in range(at, min(at + _LOOK, len(tokens))):
        token = tokens[n]
        if token.low == "that":
            if n > at and tokens[n - 1].low in words.DETERMINERS | words.PREPOSITIONS:
                return None
            adjunct = n == at or tokens[at].low in _ADJUNCTS or skip_time_right(tokens, at) > at
            hearer = n > at and not adjunct
            return n if n == at or adjunct or (hearer and tokens[at].word) else None
        if token.quote or token.text in ".;:" or (token.low in words.AUXILIARIES and token.low != "to"):
            return None
        if token.low in verbs.FORMS and token.low not in verbs.AMBIGUOUS and n > at:
            return None
        if token.low in words.PERSONAL and n > at:
            return None
    return None


def _skip_adjuncts(tokens: Tokens, at: int) -> int:
    """Step over times and channels between a cue and its content: *said on Tuesday*, *said in a statement*."""
    for _ in range(3):
        later = skip_time_right(tokens, at)
        if later == at and at < len(tokens) and is_adverb(tokens[at]):
            later = at + 1
        if (
            later == at
            and at + 1 < len(tokens)
            and tokens[at].low in ("in", "on", "at", "via", "through", "during", "to")
        ):
            later = _adjunct_end(tokens, at)
        if later == at:
            return at
        at = later
    return at


def _adjunct_end(tokens: Tokens, at: int) -> int:
    phrase = noun_phrase_right(tokens, at + 1)
    if phrase is None:
        return at
    end = phrase[1]
    if end < len(tokens) and (tokens[end].quote or tokens[end].text in ",:."):
        return end
    return at
