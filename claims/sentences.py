"""Where sentences end, both around quotations and inside them."""

from collections.abc import Sequence

from claims.lexicon.verbs import FORMS
from claims.lexicon.words import word_set
from claims.model import Span
from claims.tokens import Token, tokens_of

LONGEST = 400  # tokens; a longer sentence is cut, so that work for each cue stays bounded
_STOPS = frozenset(".?!…")
_SHOUTS = frozenset("?!…—–-")
_CLOSERS = frozenset(")]”’»\"'")
# Words that open a sentence even after an abbreviation such as U.S.
_OPENERS = word_set("the a an he she it they we in on at but and this that these those his her their its as")


def sentences_in(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """Divide a paragraph's tokens into sentences; a quotation belongs wholly to one."""
    sentences: list[Sequence[Token]] = []
    first = 0
    for number, token in enumerate(tokens):
        word = not token.quote and token.text[-1].isalnum()  # as most are, and no sentence ends with one that goes on
        if number + 1 - first >= LONGEST or (not word and _ends_at(tokens, number)):
            sentences.append(tokens[first : number + 1])
            first = number + 1
    if first < len(tokens):
        sentences.append(tokens[first:])
    return sentences


def sentence_spans(text: str, tokens: Sequence[Token]) -> list[Span]:
    """The spans of the sentences, those within one pair of quotation marks told apart."""
    spans: list[Span] = []
    for sentence in sentences_in(tokens):
        start = sentence[0].start
        for token in sentence:
            if token.quote and len(token.text) > 2:
                for inner in sentences_in(tokens_of(text, token.start + 1, token.end - 1, ()))[:-1]:
                    spans.append((start, inner[-1].end))
                    start = inner[-1].end
                    while text[start].isspace():
                        start += 1
        spans.append((start, sentence[-1].end))
    return spans


def _ends_at(tokens: Sequence[Token], number: int) -> bool:
    token = tokens[number]
    if number + 1 == len(tokens):
        return True
    after = tokens[number + 1]
    if after.text == "[" and after.start == token.end:
        return False  # a reference to a note belongs to what it stands behind
    if token.quote:
        return _quotation_ends(tokens, number)
    if after.text in _STOPS or (after.text in _CLOSERS and after.start == token.end):
        return False
    if token.text[0] not in _STOPS:
        if token.text == "]" and _refers_after_an_end(tokens, number):
            return after.start > token.end and _can_open(after)
        if token.text in _CLOSERS and number and tokens[number - 1].text in _STOPS:
            return _can_open(after)
        return len(token.text) > 2 and token.text.endswith(".") and after.low in _OPENERS and after.capital
    if token.text == "." and number:
        before = tokens[number - 1]
        if len(before.text) == 1 and before.capital and before.text != "I":
            return False  # an initial
    return after.start > token.end and _can_open(after)


def _refers_after_an_end(tokens: Sequence[Token], number: int) -> bool:
    """Whether a bracket ends references to notes, as ``[1][2]``, that stand behind the end of a sentence."""
    while number > 2 and tokens[number].text == "]" and tokens[number - 1].text.isdigit():
        if tokens[number - 2].text != "[" or tokens[number - 3].end != tokens[number - 2].start:
            return False
        number -= 3
    return tokens[number].text.rstrip("\"'”’»“‘«")[-1:] in _STOPS


def _can_open(token: Token) -> bool:
    return token.quote or not token.text[0].islower()


def _quotation_ends(tokens: Sequence[Token], number: int) -> bool:
    """Whether a quotation ends its sentence: its last word did, and no attribution follows it."""
    token, after = tokens[number], tokens[number + 1]
    inside = token.text.rstrip("\"'”’»“‘«").rstrip()
    if not inside or inside[-1] not in _STOPS | _SHOUTS or not _can_open(after) or after.text in ",;:)—–-":
        return False
    if inside[-1] == ".":
        return after.quote or after.capital
    for later in tokens[number + 1 : number + 9]:
        if later.low in FORMS and FORMS[later.low][0].act == "speech":
            return False
        if later.text in ",.:;" or later.quote:
            break
    return True
