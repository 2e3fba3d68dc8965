"""A reading at length, for people: every claim with its words, its attributes and the evidence, in short lines."""

from collections.abc import Iterator

from claims.model import Caveat, Claim, Reading, Span, Spans
from store.safety import label
from tui.widgets.panel.facts import CAVEATS, found_by
from tui.widgets.panel.fitting import wrap

WIDTH = 80
_WHOLE = 10_000  # code points: a paragraph and more
_INDENT = 12  # columns: the names of what is told stand in them


def explained(text: str, reading: Reading) -> Iterator[str]:
    """Yield the lines that say of each claim of ``reading``, which is of ``text``, what it is and why it is one.

    On a terminal and in a pipe alike: their width is `WIDTH`.
    """
    count = len(reading.claims)
    yield f"{count} claim{'s' if count != 1 else ''}, {found_by(reading.engine)}"
    for number, claim in enumerate(reading.claims, 1):
        yield ""
        yield from _lines(f"{number}", claim.speaker or "speaker open")
        for name, words in _told(text, claim, reading.caveats):
            yield from _lines(f"  {name}", words)


def _told(text: str, claim: Claim, caveats: tuple[Caveat, ...]) -> Iterator[tuple[str, str]]:
    """Yield names and words: the spans by role, then what is known of them, then why."""
    yield "source", _words(text, claim.source) or "none is named"
    yield "cue", _words(text, claim.cue) or "none"
    yield "content", _words(text, claim.content)
    yield "kind", " · ".join(_kind(claim))
    if claim.channel is not None:
        yield "channel", label(claim.channel.text)
    if claim.when is not None:
        yield "when", label(claim.when.text)
    if claim.hedges:
        yield "hedges", ", ".join(f"{_word(text, one.span)} (the {one.whose}’s)" for one in claim.hedges)
    if claim.quantities:
        yield "figures", ", ".join(f"{_word(text, one.span)} ({one.kind})" for one in claim.quantities)
    for caveat in (caveats[number] for number in claim.caveats):
        yield "caveat", f"{CAVEATS[caveat.kind]}: {_word(text, caveat.span)}"
    yield "sure", f"{claim.confidence:.0%}"
    yield "why", "; ".join(claim.why)


def _kind(claim: Claim) -> Iterator[str]:
    yield claim.act
    yield claim.quote
    yield f"tone: {claim.tone}"
    yield f"hand: {claim.hand}" + (f", by {label(claim.via)}" if claim.via else "")
    if claim.source:
        yield f"source: {claim.source_kind}"
    if claim.nested:
        yield "told inside another claim"


def _lines(name: str, words: str) -> Iterator[str]:
    for line in wrap(words, WIDTH - _INDENT, limit=len(words) + 1) or [""]:
        yield f"{name:<{_INDENT - 1}} {line}".rstrip()
        name = ""


def _words(text: str, spans: Spans) -> str:
    return " … ".join(_word(text, span) for span in spans)


def _word(text: str, span: Span) -> str:
    return label(text[slice(*span)], _WHOLE)
