"""Nobody, or only a *by* phrase, is named: *was told that …*, *it is feared that …*, *is believed to have …*."""

from claims.lexicon.words import word_set
from claims.rules.clause import Cue, Range
from claims.rules.content import content_end
from claims.rules.finding import Finding, Sentence
from claims.rules.phrases import noun_phrase_right
from claims.rules.subjects import subject_before

_RAISING = word_set("believe think say expect report understand allege know suspect estimate fear predict")


def passive(sentence: Sentence, cue: Cue) -> Finding | None:
    """A passive cue with the clause, the infinitive or the *of* phrase that follows it."""
    tokens = sentence.tokens
    if not cue.passive or cue.negated or cue.end >= len(tokens):
        return None
    at, source = _agent(sentence, cue)
    if at >= len(tokens):
        return None
    low = tokens[at].low
    subject = subject_before(tokens, cue)
    if low == "to" and cue.verb.lemma in _RAISING and subject is not None and not source:
        end = content_end(tokens, at, sentence.cues)
        return Finding("raising", (subject, (at, end)), ((cue.at, cue.end),))
    impersonal = subject is not None and tokens[subject[0]].low == "it"
    told = "h" in cue.verb.frames and low in ("that", "to", "whether", "if", "he", "she", "it", "they", "there")
    accused = cue.verb.lemma == "accuse" and low == "of"
    if not (told or accused or (impersonal and low == "that")):
        return None
    end = content_end(tokens, at, sentence.cues)
    return Finding("passive", ((at, end),), ((cue.at, cue.end),), source)


def _agent(sentence: Sentence, cue: Cue) -> tuple[int, tuple[Range, ...]]:
    """Where the content begins, and the *by* phrase before it."""
    tokens = sentence.tokens
    if tokens[cue.end].low != "by":
        return cue.end, ()
    agent = noun_phrase_right(tokens, cue.end + 1)
    if agent is None:
        return cue.end, ()
    return agent[1], (agent,)
