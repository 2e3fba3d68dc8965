"""Where the content of a claim begins after its cue, and where it ends."""

from claims.lexicon import verbs, words
from claims.lexicon.words import word_set
from claims.rules.clause import Cue, Tokens, is_adverb, is_dash
from claims.rules.finding import Sentence
from claims.rules.phrases import is_finite, noun_phrase_right, skip_time_right

_LOOK = 14  # tokens in which a *that* is looked for
_ADJUNCTS = words.PREPOSITIONS - {"like", "about", "near", "around", "over", "under", "between"}
_NO_OPENERS = _ADJUNCTS | words.CONJUNCTIONS | words.SUBORDINATORS
_BEFORE_NOUNS = words.DETERMINERS | words.PREPOSITIONS
_HEARERS = words.OBJECT_PRONOUNS | {"you", "it"}
_GOES_ON = words.CONJUNCTIONS | {"which", "who", "where"}
_DETAIL = word_set("details detail verify verified evidence specify elaborate confirm confirmed independently")
_PHRASE_STOPS = word_set("while when after before because although though since")
_WITHHOLDING = word_set("specifying elaborating giving providing offering naming saying identifying explaining citing")
_OPENERS = word_set("while although though as when whereas")
_SPLITTERS = word_set("while although though but as and even whereas")


def after_hearer(tokens: Tokens, cue: Cue) -> int:
    """Where the text goes on after the one who is told: *told reporters*, *told the BBC*, *asked him*."""
    at = cue.end
    if "h" not in cue.verb.frames or cue.passive or at >= len(tokens):
        return at
    if tokens[at].low in _HEARERS:
        return at + 1
    that = _that_within(tokens, at, cue)
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
    that = _that_within(tokens, at, cue)
    if that is not None:
        return that
    if at > cue.end and at < len(tokens) and (tokens[at].low == "to" or _not_to(tokens, at)):
        return cue.end
    at = _skip_adjuncts(tokens, at)
    if at < len(tokens) and tokens[at].text in ",:" and at + 1 < len(tokens) and tokens[at + 1].quote:
        return at + 1
    if at + 1 < len(tokens) and tokens[at].text == ":":
        return at + 1
    return at if opens_content(tokens, at) else None


def _not_to(tokens: Tokens, at: int) -> bool:
    return [token.low for token in tokens[at : at + 2]] == ["not", "to"]


def opens_content(tokens: Tokens, at: int) -> bool:
    """Whether a clause, a quotation or a noun phrase can begin here, rather than an adjunct or the end."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.quote:
        return True
    if not token.word:
        return token.text in "$€£"
    if token.low in ("that", "whether", "if", "what", "why", "how", "who", "there", "it", "nothing", "to"):
        return True
    return token.low not in _NO_OPENERS and not (
        is_adverb(token) and at + 1 < len(tokens) and tokens[at + 1].text in ",."
    )


def content_end(sentence: Sentence, start: int, *, clause: bool = True, within: bool = False) -> int:
    """The token before which the content that begins at ``start`` ends.

    What is no ``clause`` (a noun phrase) ends with its phrase; ``within`` a relative clause, content ends where the
    main clause goes on.
    """
    tokens = sentence.tokens
    at = start + 1
    while at < len(tokens):
        token = tokens[at]
        mark = token.text in ",;" or is_dash(token)
        parenthesis = (
            at == start + 1
            and tokens[start].low == "that"
            and tokens[at + 1 : at + 2]
            and tokens[at + 1].low == "according"
        )
        if not parenthesis and (mark or token.low in _SPLITTERS) and _breaks_off(sentence, at, clause=clause):
            break
        if mark and within and at + 1 < len(tokens) and is_finite(tokens, at + 1):
            break
        if not clause and (token.low in _PHRASE_STOPS or (mark and _leaves_phrase(tokens, at + 1))):
            break
        at += 1
    return trim_end(tokens, start, at)


def _leaves_phrase(tokens: Tokens, at: int) -> bool:
    """Whether a clause of its own goes on after the comma that a noun phrase ends with."""
    if at >= len(tokens) or tokens[at].low not in _GOES_ON:
        return False
    if tokens[at].low not in words.CONJUNCTIONS:
        return True
    return any(is_finite(tokens, n) for n in range(at + 1, min(at + 8, len(tokens))))


def trim_end(tokens: Tokens, start: int, end: int) -> int:
    """Leave out the stop or comma at the end of ``start`` to ``end``."""
    while end > start + 1 and tokens[end - 1].text in (".", ",", ";", ":", "…", "–", "—", "--", "-"):
        end -= 1
    return end


def _breaks_off(sentence: Sentence, at: int, *, clause: bool) -> bool:
    """Whether the sentence leaves the content here for another attribution or for the reporter's remark."""
    tokens, groups, owned = sentence.tokens, sentence.groups, sentence.owned
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
    if mark and tokens[after].low == "without" and after + 1 < len(tokens) and tokens[after + 1].low in _WITHHOLDING:
        return True
    first = after + 1 if is_adverb(tokens[after]) else after
    cue = owned.get(first)
    if cue is not None and cue.form != "ing":
        if tokens[at].text == ";" or (conjunction and (not clause or tokens[at].low != "and")):
            return True
        return mark and (conjunction or tokens[0].low in _OPENERS or content_start(tokens, cue) is None)
    if conjunction and mark:
        return any(tokens[n].low in _DETAIL for n in range(after, min(after + 10, len(tokens))))
    return False


def _that_within(tokens: Tokens, at: int, cue: Cue) -> int | None:
    """The *that* which opens the content after a few words of place, time or hearer."""
    for n in range(at, min(at + _LOOK, len(tokens))):
        token = tokens[n]
        if token.low == "that":
            if n > at and tokens[n - 1].low in _BEFORE_NOUNS:
                return None
            adjunct = n == at or tokens[at].low in _ADJUNCTS or skip_time_right(tokens, at) > at
            hearer = "h" in cue.verb.frames and tokens[at].word
            return n if adjunct or hearer else None
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
