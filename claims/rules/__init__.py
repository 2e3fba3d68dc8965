"""The first finder: rules over tokens, one construction a file, all of them listed here."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.attributions import Attribution
from claims.context import context_of
from claims.datelines import dateline_end
from claims.paragraphs import Paragraph
from claims.quotations import quotations_in
from claims.rules.according import according_to
from claims.rules.across import introduced_above, runs_into, signed_below
from claims.rules.after import content_after
from claims.rules.before import content_before
from claims.rules.clause import Tokens, cues_in
from claims.rules.dialogues import line_spoken, lines_of
from claims.rules.evidence import NAME
from claims.rules.finding import CueRule, Finding, Sentence, SentenceRule, attribution
from claims.rules.hearings import heard_in_court
from claims.rules.marks import by_colon, by_dash
from claims.rules.passive import passive
from claims.rules.transcripts import Turn, turns_in
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
        start, end = paragraphs[number].start, paragraphs[number].end
        opening = dateline_end(text, start, end)
        return context_of(text, paragraphs[number]).tokens if opening == start else _tokens(text, opening, end)

    turns = turns_in(text, paragraphs)
    lines = lines_of(text, paragraphs)
    above: Tokens = ()
    tokens = tokens_at(0)
    for number, paragraph in enumerate(paragraphs):
        below = tokens_at(number + 1)
        if number in turns:
            yield [one for turn in turns[number] for one in _in_turn(text, turn)]
        elif number in lines:
            yield _in_line(_tokens(text, lines[number], paragraph.end))
        else:
            yield _in_paragraph(above, tokens, below)
        above, tokens = tokens, below


def _tokens(text: str, start: int, end: int) -> Tokens:
    return tokens_of(text, start, end, quotations_in(text, start, end))


def _in_turn(text: str, turn: Turn) -> list[Attribution]:
    told = _told(_tokens(text, turn.start, turn.end))
    spoken = turn.attribution(text)
    return told if spoken is None else [spoken, *told]


def _in_line(tokens: Tokens) -> list[Attribution]:
    return line_spoken(tokens, sentences_in(tokens), _told(tokens))


def _in_paragraph(above: Tokens, tokens: Tokens, below: Tokens) -> list[Attribution]:
    signed = signed_below(tokens, below)
    if signed is not None:
        return [signed]
    found = _told(tokens)
    for further in (introduced_above(tokens, above), runs_into(tokens, below)):
        if further is not None and not any(overlap(further.content[0], span) for one in found for span in one.content):
            found.append(further)
    return found


def _told(tokens: Tokens) -> list[Attribution]:
    """The attributions in the sentences of a paragraph."""
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
