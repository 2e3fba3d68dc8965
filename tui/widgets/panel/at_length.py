"""All that is known of a claim, as pairs of a name and words: for whoever wants more than its card has room for."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from claims.in_percent import in_percent
from claims.model import Caveat, Claim, Span, Spans
from claims.text import Text
from store.annotations import MEANINGS, Annotation, meaning_name
from store.circumstances import circumstances, nested
from store.naming import ANONYMOUS, DENIAL, OPEN, named
from store.note_lines import plain_lines
from store.questions import questions
from store.quoting import quoted
from store.relaying import relayed
from store.review import Item
from store.safety import label
from tui.widgets.article.glyphs import MEANINGS as SIGNS
from tui.widgets.panel.facts import CAVEATS, evidence, tags

Told = Iterator[tuple[str, str]]
NAMES = 11
"""Columns: no name is longer."""
_WHOLE = 10_000  # code points: a paragraph and more
_TONES = {
    "neutral": "told in a neutral word",
    "loaded": "told in a word that takes sides",
    "denial": DENIAL,
}
_SOURCES = {"role": "somebody by their role", "crowd": "people nobody counted"}


class Spanned(Protocol):
    """What has the three roles: a `Claim` and an `Item`."""

    @property
    def source(self) -> Spans:
        """Who says it."""
        ...

    @property
    def cue(self) -> Spans:
        """The words that say so."""
        ...

    @property
    def content(self) -> Spans:
        """What is said."""
        ...


def item_told(item: Item, text: Text, caveats: Sequence[Caveat], meanings: Sequence[str] = MEANINGS) -> Told:
    """What is known of ``item``, and what its reader made of it.

    ``caveats`` are those of its claim's reading, ``meanings`` the names of what highlights can mean.
    """
    if item.is_claim:
        accepted = " · a guess that you accepted" if item.found_by_guess and not item.guessed else ""
        who = f"{named(item, text)}{accepted}" if item.speaker else OPEN if item.open else ANONYMOUS
        yield "speaker", f"{who} · you refused the guess {label(item.refused_name)}" if item.refused_name else who
        *roles, content = spans_told(text, item, left_open=item.open)
        # First what is said, and on what terms: in a low window there is room for little more.
        yield content
        if item.known is not None:
            yield from claim_told(text, item.known, caveats)
        yield from roles
    else:
        yield "passage", _words(text, item.content)
    if item.annotation is not None:
        yield from _reader_told(item.annotation, meanings)
    if item.is_claim:
        for number, question in enumerate(questions(item.known, text, caveats)):
            yield ("" if number else "ask"), question
    if item.claim is not None:
        amended = item.annotation is not None and item.annotation.amended
        yield from amended_told(text, item.claim) if amended else sure_told(item.claim)


def others_of(items: Sequence[Item], index: int, text: Text) -> list[tuple[int, str]]:
    """The other claims of the speaker of the item at ``index``: their indexes, and their numbers and words."""
    name = (items[index].speaker or "").casefold()
    same = (i for i, one in enumerate(items) if one.is_claim and i != index and (one.speaker or "").casefold() == name)
    return [(i, f"claim {items[i].number}: {_words(text, items[i].content)}") for i in same] if name else []


def spans_told(text: Text, one: Spanned, *, left_open: bool = False) -> Told:
    """The words of each role; ``left_open`` is whether nobody looked for whoever says it."""
    yield "source", _words(text, one.source) or ("none was looked for" if left_open else "none is named")
    yield "cue", _words(text, one.cue) or "none"
    yield "content", _words(text, one.content)


def claim_told(text: Text, claim: Claim, caveats: Sequence[Caveat]) -> Told:
    """What is known of ``claim`` beside its spans, and why it is one."""
    for caveat in (caveats[number] for number in claim.caveats if number < len(caveats)):
        yield "caveat", f"{CAVEATS[caveat.kind]}: {_word(text, caveat.span)}"
    yield "kind", " · ".join(_kind(claim))
    yield from circumstances(claim, text)
    if claim.quantities:
        yield "figures", ", ".join(f"{_word(text, one.span)} ({one.kind})" for one in claim.quantities)


def amended_told(text: Text, claim: Claim) -> Told:
    """How ``claim`` was found which a reader amended: as it is now nobody found it."""
    yield "amended", f"by hand; found as {quoted(_words(text, claim.content))}, {in_percent(claim.confidence)} sure"


def sure_told(claim: Claim) -> Told:
    """How sure it is that ``claim`` is one, and a line each why."""
    yield "sure", in_percent(claim.confidence)
    for number, why in enumerate(claim.why):
        yield ("" if number else "why"), label(why, _WHOLE)


def _kind(claim: Claim) -> Iterator[str]:
    yield claim.act
    yield claim.quote
    if claim.sought:  # else nobody looked for the word that tells it, nor for whose word it is
        yield _TONES[claim.tone]
        yield relayed(claim) or "at first hand"
    if claim.source or claim.source_kind != "unknown":
        yield f"kind of source: {_SOURCES.get(claim.source_kind, claim.source_kind)}"
    if claim.nested:
        yield nested()


def _reader_told(annotation: Annotation, meanings: Sequence[str]) -> Told:
    if annotation.reworded:
        yield "≠ it was", f"{label(annotation.was, _WHOLE)} – the words have changed since"
    if annotation.meaning:
        yield "meaning", f"{SIGNS[annotation.meaning - 1]} {label(meaning_name(annotation.meaning, meanings))}"
    if annotation.by_hand:
        yield "marked", "by hand"
    elif annotation.decision:
        yield "you", annotation.decision
    if annotation.progress != "unreviewed":
        yield "progress", annotation.progress
    if annotation.finding:
        yield "finding", annotation.finding
    if annotation.reason:
        yield "reason", label(annotation.reason, _WHOLE)
    if annotation.tags:
        yield "tags", tags(annotation.tags)
    if annotation.note.strip():
        yield "note", "\n".join(plain_lines(annotation.note, addresses=True))
    for number, one in enumerate(annotation.evidence):
        yield ("" if number else "evidence"), evidence(one, _WHOLE)


def _words(text: Text, spans: Spans) -> str:
    return " … ".join(_word(text, span) for span in spans)


def _word(text: Text, span: Span) -> str:
    return label(text[slice(*span)], _WHOLE)
