"""From what a reader points at to an annotation that stands by itself. ``text`` is always the article's newest."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import claims
from claims.model import Span, Spans
from claims.text import Text
from store.anchors import new_uid, quoted, selector
from store.annotations import Annotation, Role, Selector
from store.article import Article
from store.errors import SaysoError
from store.keeping.annotations import StaleEditError
from store.keeping.errors import DatabaseBusyError
from store.naming import to_keep
from store.review import Item, merge
from store.safety import label, safe
from store.trimming import trimmed

if TYPE_CHECKING:
    from store.library import Library

# Of intersection over union: from here on the words that a script quotes are a claim's content.
_SAME_WORDS = 0.8
# To put a note below one that another program wrote at the same moment.
_ATTEMPTS = 50


class QuoteNotFoundError(SaysoError):
    """The words that a note is about do not stand in the article, or stand there more than once."""


def on_item(item: Item, article: Article, text: Text) -> Annotation:
    """The annotation of ``item``, or a new one that holds the spans, speaker and quote kind of its claim."""
    if item.annotation is not None:
        return item.annotation
    return Annotation(
        uid=new_uid(),
        article=article.id,
        revision=article.number,
        kind="claim",
        selectors=_claim_selectors(text, item.content, item.source, item.cue),
        speaker=to_keep(item),
        quote=item.quote,
    )


def on_passage(article: Article, text: Text, span: Span) -> Annotation:
    """A new annotation of the passage ``span`` of ``text``, which must not be empty."""
    return Annotation(
        uid=new_uid(),
        article=article.id,
        revision=article.number,
        kind="passage",
        selectors=_selectors(text, (span,), "passage"),
    )


def by_hand(article: Article, text: Text, content: Spans, source: Spans = (), cue: Spans = ()) -> Annotation:
    """A new claim that no engine found, accepted by being marked; its speaker is the fullest name in the article.

    Its words are `trimmed`.
    """
    content, source, cue = (tuple(trimmed(text, span) for span in spans) for spans in (content, source, cue))
    return Annotation(
        uid=new_uid(),
        article=article.id,
        revision=article.number,
        kind="claim",
        selectors=_claim_selectors(text, content, source, cue),
        by_hand=True,
        speaker=claims.speaker_of(text, source) if source else None,
        quote=claims.quote_kind(text, content, (*cue, *source)),
        decision="accepted",
    )


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
    that is there already is kept, and the new one follows it, unless the same paragraphs are there. ``progress`` is for
    an article that is first to be read, as `Readings.read` has it. Raises QuoteNotFoundError.
    """
    text = library.articles.document(article).text
    span = only_place(str(text), quote)
    reading = library.readings.read(article, progress)
    for _ in range(_ATTEMPTS):
        item = _item_at(merge(reading, library.annotations.of(article.id)), span)
        annotation = on_item(item, article, text) if item else on_passage(article, text, span)
        # Whoever quotes its words has not been shown that they were others once: that stays to be told.
        annotation = replace(annotation, was="")
        noted = replace(
            annotation, note=_with_note(annotation.note, safe(note).strip()), tags=with_tags(annotation.tags, tags)
        )
        try:
            return library.annotations.apply(annotation, noted, origin="script")
        except StaleEditError as error:
            # Somebody else's note came first: this one follows that.
            library.drafts.drop(error.mine.uid)
    raise DatabaseBusyError(f"article {article.id} is being changed all the time by other programs; try again later")


def only_place(text: str, quote: str) -> Span:
    """Return the one place of ``text`` that reads ``quote``, as somebody typed it. Raises QuoteNotFoundError."""
    places = quoted(text, quote)
    if not places:
        raise QuoteNotFoundError(f"these words are not in the article: “{label(quote, 60)}”; copy them from it exactly")
    if len(places) > 1:
        raise QuoteNotFoundError(
            f"these words stand {len(places)} times in the article: “{label(quote, 60)}”; quote more of the sentence"
        )
    return places[0]


def _with_note(before: str, note: str) -> str:
    # Of a script that is run again each note is there already.
    if f"\n\n{note}\n\n" in f"\n\n{before}\n\n":
        return before
    return "\n\n".join(part for part in (before, note) if part)


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


def _claim_selectors(text: Text, content: Spans, source: Spans, cue: Spans) -> tuple[Selector, ...]:
    return (
        *_selectors(text, content, "content"),
        *_selectors(text, source, "source"),
        *_selectors(text, cue, "cue"),
    )


def _selectors(text: Text, spans: Spans, role: Role) -> tuple[Selector, ...]:
    return tuple(selector(text, start, end, role) for start, end in spans)
