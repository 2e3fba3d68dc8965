"""The first finder: rules over tokens, one construction a file, all of them listed here."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.attributions import Attribution
from claims.datelines import dateline_end
from claims.paragraphs import Paragraph
from claims.quotations import quotations_in
from claims.rules.according import according_to
from claims.rules.across import introduced_above, signed_below
from claims.rules.after import content_after
from claims.rules.before import content_before
from claims.rules.clause import Tokens, cues_in
from claims.rules.evidence import NAME
from claims.rules.finding import CueRule, Finding, Sentence, SentenceRule, attribution
from claims.rules.hearings import heard_in_court
from claims.rules.marks import by_colon, by_dash
from claims.rules.passive import passive
from claims.sentences import sentences_in
from claims.spans import overlap
from claims.tokens import tokens_of

# The first rule that reads a cue has it.
CUE_RULES: tuple[CueRule, ...] = (passive, content_before, content_after)
SENTENCE_RULES: tuple[SentenceRule, ...] = (according_to, heard_in_court, by_dash, by_colon)


class RuleFinder:
    """The rules as a `claims.attributions.Finder`."""

    name = NAME

    def __call__(self, text: str, paragraphs: Sequence[Paragraph]) -> Iterator[list[Attribution]]:
        """Yield the attributions of each of ``paragraphs``."""
        return find(text, paragraphs)


FINDER = RuleFinder()


def find(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[list[Attribution]]:
    """Yield the attributions of each paragraph; see `claims.attributions.Finder`."""

    def tokens_at(number: int) -> Tokens:
        if number >= len(paragraphs):
            return ()
        end = paragraphs[number].end
        start = dateline_end(text, paragraphs[number].start, end)
        return tokens_of(text, start, end, quotations_in(text, start, end))

    above: Tokens = ()
    tokens = tokens_at(0)
    for number in range(len(paragraphs)):
        below = tokens_at(number + 1)
        yield _in_paragraph(above, tokens, below)
        above, tokens = tokens, below


def _in_paragraph(above: Tokens, tokens: Tokens, below: Tokens) -> list[Attribution]:
    signed = signed_below(tokens, below)
    if signed is not None:
        return [signed]
    found: list[Attribution] = []
    quoted: Attribution | None = None
    for sentence in sentences_in(tokens):
        if quoted is not None and _only_quotation(sentence):
            longer = _extended(quoted, sentence)
            found[found.index(quoted)] = longer
            quoted = longer
            continue
        here = [attribution(sentence, finding) for finding in _in_sentence(sentence)]
        found += here
        quoted = next((one for one in reversed(here) if _quotes(sentence, one)), None)
    introduced = introduced_above(tokens, above)
    if introduced is not None and not any(
        overlap(introduced.content[0], span) for one in found for span in one.content
    ):
        found.append(introduced)
    return found


def _in_sentence(tokens: Tokens) -> list[Finding]:
    sentence = Sentence(tokens, cues_in(tokens))
    for cue in sentence.cues:
        for rule in CUE_RULES:
            finding = rule(sentence, cue)
            if finding is not None:
                sentence.found.append(finding)
                break
    for sentence_rule in SENTENCE_RULES:
        sentence.found += sentence_rule(sentence)
    return sentence.found


def _quotes(tokens: Tokens, found: Attribution) -> bool:
    """Whether a quotation opens or closes the content, so that another may go on from it."""
    edges = {edge for start, end in found.content for edge in (start, end)}
    return any(token.quote and (token.start in edges or token.end in edges) for token in tokens)


def _only_quotation(tokens: Tokens) -> bool:
    return tokens[0].quote and all(token.quote or token.text in ".…" for token in tokens)


def _extended(spoken: Attribution, tokens: Tokens) -> Attribution:
    """The attribution with a quotation that follows it in the same paragraph: *“A,” he said. “B.”*"""
    last = tokens[-1] if tokens[-1].quote else tokens[0]
    return replace(spoken, content=(*spoken.content, (tokens[0].start, last.end)))
