"""Attribution by a mark alone: *“…” – Name* and *Name: “…”*."""

from claims.lexicon import words
from claims.lexicon.sources import ROLES, TITLES
from claims.rules.clause import Range, Tokens, is_dash
from claims.rules.content import trim_end
from claims.rules.finding import Finding, Sentence
from claims.rules.phrases import is_finite, noun_phrase_left, noun_phrase_right

_LONGEST_NAME = 14  # tokens
_NO_SPEAKERS = words.word_set(
    "note update correction photo photos related watch read source sources editor summary results q a warning"
)


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
    if not _speaks(tokens, source, quoted=quoted):
        return []
    end = colon + 2 if quoted else trim_end(tokens, colon + 1, len(tokens))
    if not quoted and not any(is_finite(tokens, n) or tokens[n].low == "to" for n in range(colon + 1, end)):
        return []  # *Santa Rufina: the covered market*, an item of a list
    return [Finding("colon", ((colon + 1, end),), ((colon, colon + 1),), (source,))] if end > colon + 1 else []


def signature(tokens: Tokens) -> Range | None:
    """The name in a paragraph of its own that is nothing but *– Name*, as under a displayed quotation."""
    return _name_right(tokens, 1) if len(tokens) > 1 and is_dash(tokens[0]) else None


def _name_right(tokens: Tokens, start: int) -> Range | None:
    """The source from ``start`` to the end of the sentence, if it reads as one."""
    source = noun_phrase_right(tokens, start)
    if source is None or not (tokens[start].capital or tokens[start].low in words.DETERMINERS):
        return None
    rest = tokens[source[1] :]
    return source if not rest or rest[0].text in ".," else None


def _speaks(tokens: Tokens, source: Range, *, quoted: bool) -> bool:
    start, end = source
    name = tokens[start:end]
    if (
        end - start > _LONGEST_NAME
        or name[-1].low in _NO_SPEAKERS
        or any(is_finite(tokens, n) for n in range(start, end))
    ):
        return False
    if quoted:
        return name[-1].capital or name[-1].low in ROLES
    if start:
        return False
    shouted = all(token.text.isupper() and len(token.text) > 2 for token in name)
    full_name = 1 < len(name) < 5 and all(token.capital and token.text.isalpha() for token in name)
    return shouted or name[-1].low in TITLES or (full_name and name[0].low not in words.DETERMINERS)
