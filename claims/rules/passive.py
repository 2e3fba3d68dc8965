"""Nobody, or only a *by* phrase, is named: *was told that …*, *it is feared that …*, *is believed to have …*."""

from claims.lexicon.words import word_set
from claims.rules.clause import Cue, Range
from claims.rules.content import content_end
from claims.rules.finding import Finding, Sentence
from claims.rules.phrases import noun_phrase_right, skip_time_right
from claims.rules.subjects import subject_before

_QUESTION = word_set("whether if about what why how who")
_RAISING = word_set("believe think say expect report understand allege know suspect estimate fear predict rumour rumor")


def passive(sentence: Sentence, cue: Cue) -> Finding | None:
    """A passive cue with the clause, the infinitive or the *of* phrase that follows it."""
    tokens = sentence.tokens
    opens = cue.at == 0 or (
        tokens[cue.at - 1].text == "," and cue.end < len(tokens) and tokens[cue.end].low in _QUESTION
    )
    asked = opens and cue.form in ("past", "participle") and "h" in cue.verb.frames
    if not (cue.passive or asked) or cue.negated or cue.end >= len(tokens):
        return None
    at, source = _agent(sentence, cue)
    at = skip_time_right(tokens, at)
    if at >= len(tokens):
        return None
    low = tokens[at].low
    subject = None if asked else subject_before(tokens, cue)
    verb = ((cue.at, cue.end),)
    if asked:
        if low not in _QUESTION:
            return None
        end = next((n for n in range(at, len(tokens)) if tokens[n].text == ","), len(tokens))
        return Finding("passive", ((at, end),), verb, source) if end > at else None
    end = content_end(sentence, at)
    if low == "to" and subject is not None and not source and cue.verb.lemma in _RAISING:
        return Finding("raising", (subject, (at, end)), verb)
    if low == "to" and subject is not None and "h" in cue.verb.frames:
        return Finding("passive", (subject, (at, end)), verb, source)
    that = next((n for n in range(at, min(at + 8, len(tokens))) if tokens[n].low == "that"), None)
    if subject is not None and tokens[subject[0]].low == "it" and that is not None:
        return Finding("passive", ((that, content_end(sentence, that)),), verb, source)
    told = "h" in cue.verb.frames and low in ("that", "whether", "if", "he", "she", "it", "they", "there", "the")
    accused = cue.verb.lemma == "accuse" and low == "of"
    return Finding("passive", ((at, end),), verb, source) if told or accused else None


def _agent(sentence: Sentence, cue: Cue) -> tuple[int, tuple[Range, ...]]:
    """Where the content begins, and the *by* phrase before it."""
    tokens = sentence.tokens
    if tokens[cue.end].low != "by":
        return cue.end, ()
    agent = noun_phrase_right(tokens, cue.end + 1)
    if agent is None:
        return cue.end, ()
    return agent[1], (agent,)
