"""*According to X, …* and *…, according to X*."""

from claims.rules.clause import Range
from claims.rules.content import content_end, trim_end
from claims.rules.finding import Finding, Sentence
from claims.rules.phrases import is_finite, noun_phrase_right

_OF_SOURCE = frozenset(("which", "who", "whose"))


def according_to(sentence: Sentence) -> list[Finding]:
    """Every *according to* of the sentence; its content is the clause that it interrupts, opens or closes."""
    tokens = sentence.tokens
    found: list[Finding] = []
    for at in range(len(tokens) - 2):
        if tokens[at].low != "according" or tokens[at + 1].low != "to":
            continue
        source = noun_phrase_right(tokens, at + 2)
        if source is None or tokens[source[0]].low == "according":
            continue
        if at < 2:
            source = _to_comma(sentence, source)
        content = _content(sentence, found[-1].source[0][1] if found else 0, at, source[1])
        if content:
            found.append(Finding("according to", content, ((at, at + 2),), (source,)))
    return found


def _to_comma(sentence: Sentence, source: Range) -> Range:
    """The source of an opening *according to* up to its comma: *two officials briefed on the talks*."""
    tokens = sentence.tokens
    for at in range(source[1], min(source[1] + 10, len(tokens))):
        if tokens[at].text == ",":
            return source[0], at
        if not tokens[at].word or is_finite(tokens, at):
            break
    return source


def _content(sentence: Sentence, first: int, at: int, after: int) -> tuple[Range, ...]:
    tokens = sentence.tokens
    lead = at and tokens[at - 1].low in ("and", "but", "that")
    while first < at and tokens[first].text in ",;":
        first += 1
    before = (first, trim_end(tokens, first, at)) if at > first + 1 and not lead else None
    if before is not None and before[1] - before[0] < 2 and not tokens[first].quote:
        before = None
    if after + 1 < len(tokens) and tokens[after].text == "," and tokens[after + 1].low in ("citing", "quoting"):
        after = next((n for n in range(after + 1, len(tokens)) if tokens[n].text == ","), after)
    if after + 1 < len(tokens) and tokens[after].text == "," and (before is None or after + 4 < len(tokens)):
        end = content_end(sentence, after + 1)
        of_source = tokens[after + 1].low.endswith("ing") or tokens[after + 1].low in _OF_SOURCE
        if end > after + 1 and (before is None or not of_source):
            rest = (after + 1, end)
            return (rest,) if before is None else (before, rest)
    return (before,) if before is not None else ()
