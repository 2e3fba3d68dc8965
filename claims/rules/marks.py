"""Attribution by a mark alone: *“…” – Name*, *Name: “…”*, *her lawyer’s answer: “…”*."""

from claims.lexicon import words
from claims.lexicon.sources import ROLES, TITLES
from claims.rules.clause import Range, Tokens, is_adverb, is_dash
from claims.rules.content import trim_end
from claims.rules.finding import Finding, Sentence
from claims.rules.phrases import is_finite, noun_phrase_left, noun_phrase_right, skip_time_right

_LONGEST_NAME = 14  # tokens
_OWNERS = words.word_set("his her its their my our your")
_NO_SPEAKERS = words.word_set(
    "note update correction photo photos related watch read source sources editor summary results q a warning"
)
# Before a colon they stand for a verb of saying: *his answer: “No.”*
_SAYINGS = words.word_set(
    """answer reply response retort reaction comment verdict message statement words conclusion advice explanation
    assessment opinion promise complaint"""
)
_THINGS = words.word_set(
    """title headline quote name word phrase term question problem point lesson rule rules result example case option
    idea moral motto theme caption subject song album film movie book novel chapter play poem show episode category
    prize"""
)
_FEWEST_WORDS = 3  # what is shorter after a mere noun is a term or a title


def by_dash(sentence: Sentence) -> list[Finding]:
    """*“CONTENT” – source*, with nothing but the source up to the end of the sentence or a comma."""
    tokens = sentence.tokens
    if len(tokens) < 3 or not tokens[0].quote or not is_dash(tokens[1]):
        return []
    source = _name_right(tokens, 2)
    return [Finding("dash", ((0, 1),), ((1, 2),), (source,))] if source is not None else []


def by_colon(sentence: Sentence) -> list[Finding]:
    """*source: “CONTENT”*, and at the head of a line *Source: CONTENT* where the source is plainly a speaker."""
    tokens = sentence.tokens
    colon = next((n for n, token in enumerate(tokens) if token.text == ":"), None)
    if colon is None or colon + 1 >= len(tokens) or any(cue.at < colon for cue in sentence.cues):
        return []
    source = noun_phrase_left(tokens, colon)
    if source is None or not (source[0] == 0 or tokens[source[0] - 1].text == ","):
        return []
    quoted = tokens[colon + 1].quote
    saying = _saying(tokens, source, colon)
    if not (quoted and saying) and not _speaks(tokens, source, quoted=tokens[colon + 1].text if quoted else ""):
        return []
    end = colon + 2 if quoted else trim_end(tokens, colon + 1, len(tokens))
    if not quoted and not any(is_finite(tokens, n) or tokens[n].low == "to" for n in range(colon + 1, end)):
        return []  # *Santa Rufina: the covered market*, an item of a list
    cue, owner = saying if quoted and saying else ((colon, colon + 1), (_with_apposition(tokens, source),))
    return [Finding("colon", ((colon + 1, end),), (cue,), owner)]


def _saying(tokens: Tokens, phrase: Range, colon: int) -> tuple[Range, tuple[Range, ...]] | None:
    """The noun that stands for a verb of saying, and whose it is, if it is told: *her lawyer’s answer*."""
    noun = phrase[0] + (tokens[phrase[0]].low in words.DETERMINERS)
    if tokens[noun].low in _SAYINGS and noun + 2 < colon and tokens[noun + 1].low in ("from", "of", "by"):
        return (noun, noun + 1), ((noun + 2, colon),)
    if tokens[colon - 1].low not in _SAYINGS:
        return None
    owner = next((n for n in range(phrase[0], colon - 1) if tokens[n].low.endswith(("'s", "s'"))), None)
    if owner is None and tokens[phrase[0]].low in _OWNERS:
        owner = phrase[0]
    return (colon - 1, colon), () if owner is None else ((phrase[0], owner + 1),)


def _with_apposition(tokens: Tokens, name: Range) -> Range:
    """The source from the head of the sentence on, where it runs on over commas: *His lawyer, Marta Lind*."""
    whole = (0, name[1])
    leads_up = is_adverb(tokens[0]) or skip_time_right(tokens, 0) > 0
    return whole if not leads_up and noun_phrase_right(tokens, 0) == whole else name


def signature(tokens: Tokens) -> Range | None:
    """The name in a paragraph of its own that is nothing but *– Name*, as under a displayed quotation."""
    return _name_right(tokens, 1) if len(tokens) > 1 and is_dash(tokens[0]) else None


def _name_right(tokens: Tokens, start: int) -> Range | None:
    """The source from ``start`` to the end of the sentence, if it reads as one."""
    source = noun_phrase_right(tokens, start)
    if source is None or not (tokens[start].capital or tokens[start].low in words.DETERMINERS):
        return None
    rest = tokens[source[1] :]
    return source if not rest or rest[0].text in ".,(" else None


def _speaks(tokens: Tokens, source: Range, *, quoted: str) -> bool:
    """Whether a noun phrase before a colon may be whoever says what follows, with its marks where it is ``quoted``."""
    start, end = source
    name = tokens[start:end]
    if (
        end - start > _LONGEST_NAME
        or name[-1].low in _NO_SPEAKERS
        or any(is_finite(tokens, n) for n in range(start, end))
    ):
        return False
    if quoted:
        told = len(quoted.split()) >= _FEWEST_WORDS and not any(token.low in _THINGS for token in name)
        return name[-1].capital or name[-1].low in ROLES or told
    if start:
        return False
    shouted = all(token.text.isupper() and len(token.text) > 2 for token in name)
    full_name = 1 < len(name) < 5 and all(token.capital and token.text.isalpha() for token in name)
    return shouted or name[-1].low in TITLES or (full_name and name[0].low not in words.DETERMINERS)
