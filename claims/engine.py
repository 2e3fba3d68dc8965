"""From text to `Reading`: a finder marks the spans, and all else is worked out from them."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from claims import rules
from claims.attributions import Attribution, Finder
from claims.caveat_scope import with_caveats
from claims.caveats import caveats_in
from claims.context import Context
from claims.description import described
from claims.follow_on import runs_on
from claims.model import Caveat, Claim, Reading, Sentence
from claims.paragraphs import paragraphs_of
from claims.rules.evidence import NAME
from claims.spans import tidy
from claims.speakers import Cast
from claims.voices import voices

ENGINE = NAME
"""Name and version of the engine; a reading cached under another name is out of date."""

Progress = Callable[[int, int], None]


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
    here: list[Claim] = []
    for number, (paragraph, found) in enumerate(zip(paragraphs, finder(text, paragraphs), strict=True)):
        context = Context(text, paragraph)
        attributions = _tidied(text, found)
        further = runs_on(context, here, attributions)
        if further is not None:
            speaking = here[-1]
            here = [
                replace(one, speaker=speaking.speaker, source_kind=speaking.source_kind)
                for one in described(context, [further])
            ]
        else:
            here = [_spoken(cast, number, one) for one in described(context, attributions)]
        remarks = caveats_in(context)
        claims += here
        caveats += remarks
        sentences += voices(context, here, remarks)
        if progress is not None:
            progress(paragraph.end, len(text))
    return Reading(ENGINE, with_caveats(text, claims, caveats, sentences), tuple(caveats), tuple(sentences))


def _tidied(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions in text order, with spans that are fit to be shown; one without content is none."""
    tidied = [
        replace(one, content=tidy(text, one.content), cue=tidy(text, one.cue), source=tidy(text, one.source))
        for one in found
    ]
    return sorted((one for one in tidied if one.content), key=lambda one: one.reach)


def _spoken(cast: Cast, paragraph: int, claim: Claim) -> Claim:
    """The claim with its speaker."""
    if not claim.source:
        return claim
    speaker, kind = cast.meet(claim.source[0], paragraph)
    return replace(claim, speaker=speaker, source_kind=kind)
