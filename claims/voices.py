"""Whose voice each sentence is in, so that a reader sees where attribution stops."""

import re
from collections.abc import Sequence

from claims.context import Context
from claims.model import Caveat, Claim, OwnVoice, Sentence, SentenceKind, Span
from claims.spans import inside, overlap

_FORECAST = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:\w+ )?(?:expected|likely|set|poised|bound|due|anticipated|forecast)|on track to)\b"
)
_ANALYSIS = re.compile(
    r"\b(?:would|could|might|may|seems?|seemed|appears?|appeared|suggests?|signals?|underscor\w+|threatens?|raises?|risks?"
    r"|stepping stone|turning point|apparently|arguably|clearly|a sign (?:of|that)|seen as|viewed as|regarded as)\b"
)
# A pronoun to open with and a verb shifted back in time: reported speech that goes on.
_GOES_ON = re.compile(r"(?:He|She|It|They|This|That|These|Those)\b.*?\b(?:would|had)\b", re.DOTALL)
_SHARE = 0.2  # of a sentence that a claim must fill for the sentence to be somebody's


def voices(context: Context, claims: Sequence[Claim], caveats: Sequence[Caveat]) -> list[Sentence]:
    """The sentences of a paragraph with their voices; ``claims`` and ``caveats`` are those of the paragraph."""
    speech = [claim for claim in claims if claim.act == "speech"]
    sentences: list[Sentence] = []
    for span in context.sentences:
        claim = next((one for one in speech if _fills(one, span)), None)
        before = sentences[-1] if sentences else None
        if context.paragraph.heading and not _says_who(context, claim):
            sentences.append(_in_voice_of(claim, span, "heading") if claim else Sentence(span, "heading"))
        elif claim is not None:
            sentences.append(_in_voice_of(claim, span, "attributed"))
        elif any(overlap(caveat.span, span) for caveat in caveats):
            sentences.append(Sentence(span, "caveat"))
        elif before is not None and before.kind in ("attributed", "carried-over") and _carries_over(context, span):
            sentences.append(before._replace(span=span, kind="carried-over"))
        else:
            sentences.append(Sentence(span, "own-voice", None, own_voice(context.text[slice(*span)])))
    return sentences


def own_voice(sentence: str) -> OwnVoice:
    """Whether a sentence of the reporter's states what can be checked, looks ahead, or interprets."""
    if _FORECAST.search(sentence):
        return "forecast"
    return "analysis" if _ANALYSIS.search(sentence) else "checkable"


def _in_voice_of(claim: Claim, span: Span, kind: SentenceKind) -> Sentence:
    return Sentence(span, kind, claim.speaker, guessed=claim.guessed, anonymous=claim.source_kind == "anonymous")


def _says_who(context: Context, claim: Claim | None) -> bool:
    """Whether a line that reads as a heading, below the headline, tells who says it: an item of a list, say."""
    if claim is None or not claim.source or not claim.cue:
        return False
    line = context.paragraph.start, context.paragraph.end
    headline = not context.text[: line[0]].strip()
    return not headline and all(inside(one, line) for one in (*claim.source, *claim.cue, *claim.content))


def _fills(claim: Claim, span: tuple[int, int]) -> bool:
    filled = sum(overlap(piece, span) for piece in claim.content)
    return filled > 0 and (filled >= _SHARE * (span[1] - span[0]) or any(overlap(cue, span) for cue in claim.cue))


def _carries_over(context: Context, span: tuple[int, int]) -> bool:
    return _GOES_ON.match(context.text, *span) is not None
