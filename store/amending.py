"""An annotation made to say other words: its pieces moved, given another role, split in two, or joined to another's.

Pure: each gives an annotation that is yet to be kept. ``text`` is always the article's newest, in which the annotation
has its sure place; spans are code points of it, half open. Nothing that the reader has written or decided changes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from unicodedata import category

import claims
from claims.graphemes import is_border, is_unspaced
from claims.model import Span, Spans
from claims.spans import inside
from claims.text import Text
from store.anchors import new_uid, selector
from store.annotations import Annotation, Role, Selector
from store.errors import SaysoError
from store.items import Item
from store.safety import label

Piece = tuple[Role, Span]
"""A stretch of words and what it is to its annotation."""

_NEEDED: dict[str, Role] = {"claim": "content", "passage": "passage"}
_IN_ORDER: tuple[Role, ...] = ("passage", "content", "source", "cue")


class AmendError(SaysoError):
    """An annotation cannot be made to say that."""


def pieces(annotation: Annotation) -> list[Piece]:
    """Return the pieces of ``annotation`` in text order."""
    return sorted(((one.role, (one.start, one.end)) for one in annotation.selectors), key=lambda piece: piece[1])


def with_piece(
    annotation: Annotation, text: Text, role: Role, old: Span | None, new: Span | None, *, derived: str | None = None
) -> Annotation:
    """Return ``annotation`` with the piece ``new`` in the place of ``old``, both of one role; None for neither.

    ``new`` is made to end at whole characters, and joined to what it touches of its role. ``derived`` is the name that
    an engine gave the speaker: one that the reader has chosen stays, whatever the source. Raises AmendError where no
    words would be left, or ``new`` holds none.
    """
    spans = {of: list(annotation.spans(of)) for of in _IN_ORDER}
    if old is not None:
        if old not in spans[role]:
            raise AmendError(f"the {role} does not stand there any more")
        spans[role].remove(old)
    if new is not None:
        spans[role].append(_whole(text, new))
    return _standing(annotation, text, spans, derived)


def with_role(
    annotation: Annotation, text: Text, piece: Piece, role: Role, *, derived: str | None = None
) -> Annotation:
    """Return ``annotation`` with a piece of it in another role. Raises AmendError as `with_piece` does."""
    was, span = piece
    if was == role:
        return annotation
    spans = {of: list(annotation.spans(of)) for of in _IN_ORDER}
    if span not in spans[was]:
        raise AmendError(f"the {was} does not stand there any more")
    spans[was].remove(span)
    spans[role].append(span)
    return _standing(annotation, text, spans, derived)


def split(annotation: Annotation, text: Text, at: int) -> tuple[Annotation, Annotation]:
    """Return the two claims that ``annotation`` becomes where its content is cut at ``at``.

    The first is the annotation itself, with all that the reader made of it; the second is a new one by the reader's
    hand, with the same source and cue. Raises AmendError where either would have no words, and within a word.
    """
    while not is_border(text, at):
        at -= 1
    if _within_word(text, at):
        raise AmendError("a claim is split between two words of it, not within one")
    content = annotation.spans("content")
    before = [(start, min(end, at)) for start, end in content if start < at]
    after = [(max(start, at), end) for start, end in content if end > at]
    halves = [[_trimmed(text, span) for span in half if text[slice(*span)].strip()] for half in (before, after)]
    if annotation.kind != "claim" or not all(halves):
        raise AmendError("a claim is split between two words of it")
    spans = {of: list(annotation.spans(of)) for of in _IN_ORDER}
    first, second = (_standing(annotation, text, spans | {"content": half}, None) for half in halves)
    fresh = replace(
        second,
        uid=new_uid(),
        by_hand=True,
        amended=False,
        progress="unreviewed",
        finding=None,
        reason="",
        note="",
        tags=(),
        evidence=(),
        original=(),
        created="",
        modified="",
        rev=0,
    )
    return first, fresh


def to_join(annotation: Annotation, after: Sequence[Item]) -> Item | None:
    """Return the claim among those ``after`` it that ``annotation`` is joined with; None where there is none.

    That is one of the same source and cue, as the other half of a split is; else the next. One that lies within what is
    claimed is what somebody else says there, and no further part of it.
    """
    source, cue, content = (annotation.spans(of) for of in ("source", "cue", "content"))
    others = [
        item
        for item in after
        if item.is_claim and not item.rejected and not any(inside(item.span, stretch) for stretch in content)
    ]
    same = (item for item in others if (item.source, item.cue) == (source, cue)) if source or cue else iter(())
    return next(same, next(iter(others), None))


def joined(annotation: Annotation, other: Annotation, text: Text) -> Annotation:
    """Return ``annotation`` with all that ``other`` is, which is to be deleted with the same change.

    The notes follow one another, tags and evidence are those of both. The decision is that of ``annotation``; what was
    found of ``other`` stays where nothing was of it. Raises AmendError where either is no claim, or two speakers say
    them.
    """
    if annotation.kind != "claim" or other.kind != "claim":
        raise AmendError("only claims can be joined")
    speakers = [label(one.speaker) for one in (annotation, other) if one.speaker]
    if len({speaker.casefold() for speaker in speakers}) > 1:
        raise AmendError(f"one is said by {speakers[0]}, the next by {speakers[1]}")
    spans = {of: [*annotation.spans(of), *other.spans(of)] for of in _IN_ORDER}
    said = replace(
        annotation,
        speaker=other.speaker if annotation.speaker is None else annotation.speaker,
        note=_both(annotation.note, other.note),
        reason=_both(annotation.reason, other.reason),
        tags=tuple(dict.fromkeys((*annotation.tags, *other.tags))),
        evidence=tuple(dict.fromkeys((*annotation.evidence, *other.evidence))),
        progress=annotation.progress if annotation.progress != "unreviewed" else other.progress,
        finding=annotation.finding or other.finding,
    )
    both = tuple(dict.fromkeys((*_original(annotation), *_original(other))))
    return replace(_standing(said, text, spans, None), speaker=said.speaker, amended=True, original=both)


def _standing(annotation: Annotation, text: Text, spans: dict[Role, list[Span]], derived: str | None) -> Annotation:
    """``annotation`` on ``spans`` by their roles, with what follows from them; itself where it stands there."""
    needed = _NEEDED[annotation.kind]
    if any(spans.get(role) for role in _IN_ORDER if (role == "passage") != (needed == "passage")):
        raise AmendError(f"a {annotation.kind} has no such piece")
    stands = {role: _united(text, spans.get(role, ())) for role in _IN_ORDER}
    if not stands[needed]:
        raise AmendError("a claim needs words that are claimed" if needed == "content" else "a highlight needs words")
    if all(stands[role] == annotation.spans(role) for role in _IN_ORDER):
        return annotation
    selectors: list[Selector] = [selector(text, *span, role) for role in _IN_ORDER for span in stands[role]]
    if needed == "passage":
        return replace(annotation, selectors=tuple(selectors))
    return replace(
        annotation,
        selectors=tuple(selectors),
        quote=claims.quote_kind(text, stands["content"], (*stands["cue"], *stands["source"])),
        speaker=_speaker(annotation, text, stands["source"], derived),
        amended=True,
        original=_original(annotation),
    )


def _original(annotation: Annotation) -> tuple[Selector, ...]:
    """Where the claim that ``annotation`` was made on stands; nowhere, if nothing but the reader found it."""
    return annotation.original or (() if annotation.by_hand else annotation.selectors)


def _speaker(annotation: Annotation, text: Text, source: Spans, derived: str | None) -> str | None:
    before = annotation.spans("source")
    if source == before or (annotation.speaker is not None and claims.same_source(text, before, source)):
        return annotation.speaker
    by_hand = annotation.speaker not in (None, "", derived) and annotation.speaker != claims.speaker_of(text, before)
    return annotation.speaker if by_hand else claims.speaker_of(text, source)


def _united(text: Text, spans: Iterable[Span]) -> Spans:
    """``spans`` in order, those as one between which there is nothing but space."""
    made: list[Span] = []
    for start, end in sorted(spans):
        if made and not text[made[-1][1] : start].strip():
            made[-1] = (made[-1][0], max(made[-1][1], end))
        else:
            made.append((start, end))
    return tuple(made)


def _whole(text: Text, span: Span) -> Span:
    """``span`` and the rest of the characters that it begins or ends within."""
    start, end = span
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise AmendError("there are no words there")
    while not is_border(text, start):
        start -= 1
    while not is_border(text, end):
        end += 1
    return start, end


def _within_word(text: Text, at: int) -> bool:
    """Whether a word goes on over ``at``: with an apostrophe it is one, and so is a number with its point."""
    two_before, before, after, next_after = (text[max(0, i) : i + 1] for i in range(at - 2, at + 2))
    if _in_words(before) and _in_words(after):
        return True
    for left, sign, right in ((before, after, next_after), (two_before, before, after)):
        if sign in ("'", "’") and _in_words(left) and _in_words(right):
            return True
        if sign in (".", ",") and left.isdigit() and right.isdigit():
            return True
    return False


def _in_words(sign: str) -> bool:
    return bool(sign) and category(sign)[0] in "LMN" and not is_unspaced(sign)


def _trimmed(text: Text, span: Span) -> Span:
    start, end = span
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _both(one: str, other: str) -> str:
    return "\n\n".join(dict.fromkeys(part for part in (one, other) if part))
