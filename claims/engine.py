"""From text to `Reading`: a finder marks the spans, and all else is worked out from them."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from claims import choosing
from claims.attributions import Attribution, Finder
from claims.caveats.finding import caveats_in
from claims.caveats.scope import with_caveats
from claims.context import Context, context_of
from claims.description import described
from claims.follow_on import runs_on
from claims.foretelling import with_foretelling
from claims.model import Caveat, Claim, Reading, Sentence
from claims.negation import with_negation, with_neither
from claims.paragraphs import paragraphs_of
from claims.second_hand import at_second_hand
from claims.spans import tidy
from claims.speakers import Cast
from claims.unsought import left_open
from claims.voices import voices
from claims.what_counts import counting

Progress = Callable[[int, int], None]
Found = Callable[[Sequence[Claim]], None]


def read(
    text: str,
    *,
    progress: Progress | None = None,
    found: Found | None = None,
    finder: Finder | None = None,
    cores: int = 1,
) -> Reading:
    """Find the claims of ``text``, describe them, and tell whose voice each sentence is in.

    ``finder`` is by default the one that `claims.choosing` has for the text; the notices of the reading say so where it
    is not the best, and it takes no more than so many ``cores``. ``progress`` is called between paragraphs with the
    code points done and all of them, and ``found`` with the claims of each paragraph that has some, as soon as they are
    described: what caveats there are about them, only the whole text tells. What these two raise comes through, which
    is how to cancel. Otherwise never fails on any text; all spans are code points of ``text``.
    """
    choice = choosing.Choice(finder) if finder is not None else choosing.IN_USE.of(text, cores)
    paragraphs = paragraphs_of(text)
    cast = Cast(text)
    claims: list[Claim] = []
    caveats: list[Caveat] = []
    sentences: list[Sentence] = []
    here: list[Claim] = []
    marked = choice.finder(text, paragraphs)
    for number, (paragraph, attributions) in enumerate(zip(paragraphs, marked, strict=True)):
        context = context_of(text, paragraph)
        attributions = _tidied(context, attributions)
        further = runs_on(context, here, attributions)
        attributions = attributions if further is None else [further]
        here = cast.spoken(number, context, described(context, attributions))
        here = left_open(at_second_hand(text, here), attributions)
        remarks = caveats_in(context)
        claims += here
        caveats += remarks
        sentences += voices(context, here, remarks)
        if found is not None and here:
            found(here)
        if progress is not None:
            progress(paragraph.end, len(text))
    # A finder may see a source paragraphs before the content: such a claim begins before others that were found first.
    claims.sort(key=lambda one: (one.start, one.end))
    cautioned = with_caveats(text, claims, caveats, sentences)
    return Reading(choice.finder.name, cautioned, tuple(caveats), tuple(sentences), choice.notices)


def _tidied(context: Context, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions that are claims, in text order, with spans that are fit to be shown."""
    text = context.text
    counted = counting(context, [_tidy(text, one) for one in found])
    return sorted((_with_auxiliaries(text, one) for one in counted), key=lambda one: one.reach)


def _with_auxiliaries(text: str, one: Attribution) -> Attribution:
    """``one`` with the words that make its cue tell what has not been said, or not yet, or by neither of two."""
    cue, source = with_negation(text, one), with_neither(text, one)
    if cue == one.cue:
        cue = with_foretelling(text, one)
    return one if (cue, source) == (one.cue, one.source) else replace(one, cue=cue, source=source)


def _tidy(text: str, one: Attribution) -> Attribution:
    content, cue, source = tidy(text, one.content), tidy(text, one.cue), tidy(text, one.source)
    as_found = (content, cue, source) == (one.content, one.cue, one.source)
    return one if as_found else replace(one, content=content, cue=cue, source=source)
