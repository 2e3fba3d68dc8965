"""The first finder: rules over tokens, one construction a file, all of them listed here."""

from collections.abc import Iterator, Sequence

from claims.attributions import Attribution
from claims.paragraphs import Paragraph
from claims.quotations import quotations_in
from claims.rules.according import according_to
from claims.rules.after import content_after
from claims.rules.before import content_before
from claims.rules.clause import Tokens, cues_in
from claims.rules.finding import CueRule, Finding, Sentence, SentenceRule, attribution
from claims.rules.passive import passive
from claims.sentences import sentences_in
from claims.tokens import tokens_of

# The first rule that reads a cue has it.
CUE_RULES: tuple[CueRule, ...] = (passive, content_before, content_after)
SENTENCE_RULES: tuple[SentenceRule, ...] = (according_to,)


def find(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[list[Attribution]]:
    """Yield the attributions of each paragraph; see `claims.attributions.Finder`."""
    for paragraph in paragraphs:
        quotations = quotations_in(text, paragraph.start, paragraph.end)
        tokens = tokens_of(text, paragraph.start, paragraph.end, quotations)
        yield _in_paragraph(tokens)


def _in_paragraph(tokens: Tokens) -> list[Attribution]:
    found: list[Attribution] = []
    last: Attribution | None = None
    for sentence in sentences_in(tokens):
        if last is not None and last.content and _only_quotation(sentence):
            spoken = found.index(last)
            last = _extended(last, sentence)
            found[spoken] = last
            continue
        here = [attribution(sentence, finding) for finding in _in_sentence(sentence)]
        found += here
        last = next(
            (
                one
                for one in reversed(here)
                if one.evidence.startswith(("a quotation", "a reporting verb, and a quotation"))
            ),
            None,
        )
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


def _only_quotation(tokens: Tokens) -> bool:
    return tokens[0].quote and all(token.quote or token.text in ".…" for token in tokens)


def _extended(spoken: Attribution, tokens: Tokens) -> Attribution:
    """The attribution with a quotation that follows it in the same paragraph: *“A,” he said. “B.”*"""
    return Attribution(
        content=(*spoken.content, (tokens[0].start, tokens[-1].end if tokens[-1].quote else tokens[0].end)),
        cue=spoken.cue,
        source=spoken.source,
        evidence=spoken.evidence,
        confidence=spoken.confidence,
    )
