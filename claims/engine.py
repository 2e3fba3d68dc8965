"""From text to `Reading`: a finder marks the spans, analysers describe them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from claims import rules
from claims.attributes.act import act
from claims.attributes.channel import channel
from claims.attributes.hedges import hedges
from claims.attributes.quantities import quantities
from claims.attributes.quote import quote
from claims.attributes.relay import hand, via
from claims.attributes.tone import tone
from claims.attributes.when import when
from claims.attributions import Attribution, Finder
from claims.caveat_scope import claims_under
from claims.caveats import caveats_in
from claims.context import Context
from claims.follow_on import runs_on
from claims.model import Caveat, Claim, Reading, Sentence, SourceKind, Span, Spans
from claims.paragraphs import paragraphs_of
from claims.rules.evidence import NAME
from claims.spans import inside, overlap, tidy
from claims.speakers import Cast
from claims.voices import voices

ENGINE = NAME
"""Name and version of the engine; a reading cached under another name is out of date."""

Progress = Callable[[int, int], None]

ANALYSERS: dict[str, Callable[[Context, Attribution], Any]] = {
    "act": act,
    "quote": quote,
    "tone": tone,
    "hand": hand,
    "via": via,
    "channel": channel,
    "when": when,
    "hedges": hedges,
    "quantities": quantities,
}
"""The attributes that a claim's own paragraph decides, each by a function of its own."""


def read(text: str, *, progress: Progress | None = None, finder: Finder = rules.find) -> Reading:
    """Find the claims of ``text``, describe them, and tell whose voice each sentence is in.

    ``progress`` is called between paragraphs with the code points done and all of them; what it raises comes
    through, which is how to cancel. Never fails on any text; all spans are code points of ``text``.
    """
    paragraphs = paragraphs_of(text)
    cast = Cast(text)
    claims: list[Claim] = []
    caveats: list[Caveat] = []
    sentences: list[Sentence] = []
    earlier: Sequence[Attribution] = ()
    for number, (paragraph, found) in enumerate(zip(paragraphs, finder(text, paragraphs), strict=True)):
        context = Context(text, paragraph)
        attributions = [one for one in (_tidied(text, raw) for raw in found) if one is not None]
        further = runs_on(context, earlier, attributions)
        if further is not None:
            here = [
                replace(
                    _described(context, further, (further,)),
                    speaker=claims[-1].speaker,
                    source_kind=claims[-1].source_kind,
                )
            ]
            earlier = (further,)
        else:
            attributions.sort(key=lambda one: one.reach)
            here = []
            for attribution in attributions:
                speaker, kind = _speaker(text, cast, attribution, number)
                here.append(replace(_described(context, attribution, attributions), speaker=speaker, source_kind=kind))
            earlier = attributions
        remarks = caveats_in(context)
        claims += here
        caveats += remarks
        sentences += voices(context, here, remarks)
        if progress is not None:
            progress(paragraph.end, len(text))
    return Reading(ENGINE, _with_caveats(text, claims, caveats, sentences), tuple(caveats), tuple(sentences))


def _tidied(text: str, raw: Attribution) -> Attribution | None:
    content = tidy(text, raw.content)
    if not content:
        return None
    return replace(raw, content=content, cue=tidy(text, raw.cue), source=tidy(text, raw.source))


def _described(context: Context, attribution: Attribution, all_here: Sequence[Attribution]) -> Claim:
    claim = Claim(
        content=attribution.content,
        cue=attribution.cue,
        source=attribution.source,
        nested=_nested(attribution, all_here),
        confidence=attribution.confidence,
        why=(attribution.evidence,),
    )
    return replace(claim, **{name: analyse(context, attribution) for name, analyse in ANALYSERS.items()})


def _nested(attribution: Attribution, all_here: Sequence[Attribution]) -> bool:
    return any(
        inside(attribution.reach, piece) for other in all_here if other is not attribution for piece in other.content
    )


def _speaker(text: str, cast: Cast, attribution: Attribution, paragraph: int) -> tuple[str | None, SourceKind]:
    if not attribution.source:
        return None, "unknown"
    return cast.meet(_words(text, attribution.source), paragraph)


def _words(text: str, spans: Spans) -> str:
    return " ".join(text[start:end] for start, end in spans)


def _with_caveats(
    text: str, claims: Sequence[Claim], caveats: Sequence[Caveat], sentences: Sequence[Sentence]
) -> tuple[Claim, ...]:
    """The claims with the numbers of the caveats that are about them."""
    numbers: dict[int, list[int]] = {}
    reaches: list[Span] = [(claim.start, claim.end) for claim in claims]
    speakers = [claim.speaker for claim in claims]
    for number, caveat in enumerate(caveats):
        sentence = next(one.span for one in sentences if overlap(one.span, caveat.span))
        for claim in claims_under(text, caveat, sentence, reaches, speakers):
            numbers.setdefault(claim, []).append(number)
    return tuple(replace(claim, caveats=tuple(numbers.get(n, ()))) for n, claim in enumerate(claims))
