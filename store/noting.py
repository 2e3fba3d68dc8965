"""From what a reader points at to an annotation that stands by itself."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from claims import quote_kind, speaker_of
from claims.model import Span, Spans
from store.anchors import new_uid, quoted, selector
from store.annotations import Annotation, Role, Selector
from store.article import Article
from store.errors import SaysoError
from store.review import Item, merge
from store.safety import label, safe

if TYPE_CHECKING:
    from store.library import Library

# Of intersection over union: from here on the words that a script quotes are a claim's content.
_SAME_WORDS = 0.8


class QuoteNotFoundError(SaysoError):
    """The words that a note is about do not stand in the article, or stand there more than once."""


def on_item(item: Item, article_id: int, text: str) -> Annotation:
    """The annotation of ``item``, or a new one that holds the spans, speaker and quote kind of its claim."""
    if item.annotation is not None:
        return item.annotation
    return Annotation(
        uid=new_uid(),
        article=article_id,
        kind="claim",
        selectors=_claim_selectors(text, item.content, item.source, item.cue),
        speaker=item.speaker,
        quote=item.quote,
    )


def on_passage(article_id: int, text: str, span: Span) -> Annotation:
    """A new annotation of the passage ``span`` of ``text``, which must not be empty."""
    return Annotation(uid=new_uid(), article=article_id, kind="passage", selectors=_selectors(text, (span,), "passage"))


def by_hand(article_id: int, text: str, content: Spans, source: Spans = (), cue: Spans = ()) -> Annotation:
    """A new claim that no engine found, accepted by being marked; its speaker is the fullest name in the article."""
    return Annotation(
        uid=new_uid(),
        article=article_id,
        kind="claim",
        selectors=_claim_selectors(text, content, source, cue),
        by_hand=True,
        speaker=speaker_of(text, source) if source else None,
        quote=quote_kind(text, content),
        decision="accepted",
    )


def rebased(before: Annotation, after: Annotation, kept: Iterable[Annotation]) -> Annotation:
    """What changed from ``before`` to ``after``, on top of what is ``kept`` of the article by now.

    Where the annotation itself, or another of the same claim, has been changed elsewhere since ``before`` was read,
    that stays but for the fields that this change is about; of two notes both stay, the later one below.
    """
    content = after.spans("content")
    current: Annotation | None = None
    for other in kept:
        if other.uid == after.uid:
            current = other
            break
        if not after.by_hand and content and other.kind == "claim" and other.spans("content") == content:
            current = other
    if current is None or current == before:
        return after
    changed: dict[str, Any] = {
        field: getattr(after, field)
        for field in ("decision", "progress", "finding", "reason", "note", "selectors", "speaker")
        if getattr(after, field) != getattr(before, field)
    }
    if "note" in changed and current.note not in ("", before.note):
        changed["note"] = f"{current.note}\n\n{after.note}"
    left = [tag for tag in current.tags if tag not in before.tags or tag in after.tags]
    return replace(current, tags=with_tags(left, after.tags), **changed)


def note_on_quote(
    library: "Library",
    article: Article,
    quote: str,
    note: str,
    tags: Sequence[str],
    *,
    progress: Callable[[int, int], None] | None = None,
) -> Annotation:
    """Save ``note`` and ``tags`` on the one place of ``article`` that reads ``quote``.

    Words that are a claim's content (overlap of 0.8 and more) are noted on the claim, others as a passage. A note
    that is there already is kept, the new one follows it. ``progress`` is for an article that is first to be read, as
    `Readings.read` has it. Raises QuoteNotFoundError.
    """
    text = library.articles.document(article).text
    places = quoted(text, quote)
    if not places:
        raise QuoteNotFoundError(f"these words are not in the article: “{label(quote, 60)}”; copy them from it exactly")
    if len(places) > 1:
        raise QuoteNotFoundError(
            f"these words stand {len(places)} times in the article: “{label(quote, 60)}”; quote more of the sentence"
        )
    span = places[0]
    items = merge(library.readings.read(article, progress), library.annotations.of(article.id))
    item = _item_at(items, span)
    annotation = on_item(item, article.id, text) if item else on_passage(article.id, text, span)
    notes = [part for part in (annotation.note, safe(note).strip()) if part]
    return library.annotations.save(replace(annotation, note="\n\n".join(notes), tags=with_tags(annotation.tags, tags)))


def with_tags(tags: Iterable[str], more: Iterable[str]) -> tuple[str, ...]:
    """``tags`` and ``more``, each one safe line without its ``#``, without doubles, in order."""
    named = (label(tag.lstrip("# "), 80) for tag in (*tags, *more))
    return tuple(dict.fromkeys(tag for tag in named if tag))


def _item_at(items: Iterable[Item], span: Span) -> Item | None:
    best = max(items, key=lambda item: _likeness(item.content, span), default=None)
    return best if best is not None and _likeness(best.content, span) >= _SAME_WORDS else None


def _likeness(content: Spans, span: Span) -> float:
    """How much of one is the other: intersection over union of the stretch that ``content`` covers and ``span``."""
    start, end = content[0][0], content[-1][1]
    shared = min(end, span[1]) - max(start, span[0])
    return max(0, shared) / (max(end, span[1]) - min(start, span[0]))


def _claim_selectors(text: str, content: Spans, source: Spans, cue: Spans) -> tuple[Selector, ...]:
    return (
        *_selectors(text, content, "content"),
        *_selectors(text, source, "source"),
        *_selectors(text, cue, "cue"),
    )


def _selectors(text: str, spans: Spans, role: Role) -> tuple[Selector, ...]:
    return tuple(selector(text, start, end, role) for start, end in spans)
