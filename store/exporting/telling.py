"""What an export tells of a claim in words: all in the line of its footnote, the weightiest in its row of the table."""

from collections.abc import Iterator, Sequence

from claims.model import Spans
from claims.text import Text
from store.annotations import MEANINGS, Annotation, meaning_name
from store.circumstances import circumstances, nested
from store.enclosing import enclosing
from store.exporting.escaping import escape
from store.exporting.remarks import Remarks
from store.naming import DENIAL, named_in_words
from store.pairing import Nearby
from store.quoting import quoted
from store.relaying import relayed
from store.review import Item
from store.safety import label

_LONGEST = 2000
"""Code points of the words that a note was written on."""
_WITHOUT = " […] "
"""Between two pieces of a claim: the words between are the article's, or another's, and no part of it."""


class Telling:
    """Tells of each of ``items``, which are those in the export of ``text``; ``remarks`` are the reporter's."""

    def __init__(self, text: Text, items: Sequence[Item], remarks: Remarks) -> None:
        self._text, self._remarks = text, remarks
        self._items = items
        # Of a book's thousands of claims most stand nowhere near.
        self._near = Nearby((number, item.content) for number, item in enumerate(items))

    def facts(self, item: Item, meanings: Sequence[str] = MEANINGS) -> Iterator[str]:
        """Yield what is known of ``item``, and what the reader made of it, in a few words each."""
        if item.is_claim:
            yield f"Claim {item.number}"
            yield self._speaker(item)
            if item.found_by_guess and not item.guessed:
                yield "a guess that was accepted"
            if item.refused_name:
                yield f"the guess {quoted(item.refused_name)} was refused"
            if manner := ", ".join(filter(None, (self._words(item.cue), item.quote))):
                yield manner
            if item.denial:
                yield DENIAL
            if (known := item.known) is not None:
                if known.nested:
                    near = sorted(self._near.touching((item.span,)))
                    teller = enclosing(item, [self._items[number] for number in near])
                    yield nested(teller.number if teller is not None else None)
                yield from (f"{name}: {words}" for name, words in circumstances(known, self._text))
        yield from self._remarks.on(item)
        yield from verdict(None) if item.annotation is None else judgement(item.annotation, meanings)

    def cells(self, item: Item) -> Iterator[str]:
        """Yield what stands in each of the `CLAIM_COLUMNS` but for the note, nothing of it cut."""
        yield str(item.number)
        yield escape(self._speaker(item))
        cue = self._words(item.cue)
        yield escape((f"{cue} ({DENIAL})" if cue else DENIAL) if item.denial else cue)
        yield escape(self._words(item.content))
        yield item.quote or ""
        yield escape(" · ".join(self._caveats(item)))
        yield " · ".join(verdict(item.annotation))

    def _speaker(self, item: Item) -> str:
        """Who says it, and from or through whom: *they, as told by Ana Ruiz*."""
        how = relayed(item.known) if item.known is not None else ""
        return ", ".join(filter(None, (named_in_words(item, self._text), how)))

    def _caveats(self, item: Item) -> Iterator[str]:
        """Of what kinds the reporter's remarks are, and the words by which the reporter hedges what is claimed."""
        yield from self._remarks.kinds_on(item)
        hedges = item.known.hedges if item.known is not None else ()
        if words := [self._words((one.span,)) for one in hedges if one.whose == "reporter"]:
            yield f"hedged: {', '.join(words)}"

    def _words(self, spans: Spans) -> str:
        pieces = (self._text[start:end] for start, end in spans)
        return _WITHOUT.join(label(piece, max(1, len(piece))) for piece in pieces)


def judgement(annotation: Annotation, meanings: Sequence[str] = MEANINGS) -> Iterator[str]:
    """Yield what the reader decided and found, in a few words each; without the note."""
    if annotation.meaning:
        yield meaning_name(annotation.meaning, meanings)
    yield from verdict(annotation)
    if annotation.reason:
        yield f"because: {annotation.reason}"
    if annotation.was:
        yield f"when this was written the words were {quoted(annotation.was, _LONGEST)}"
    if annotation.tags:
        yield f"tags: {', '.join(annotation.tags)}"


def verdict(annotation: Annotation | None) -> Iterator[str]:
    """How far the reader is with a claim and what they found; of one with a tag or a note alone, that it waits.

    A finding is told as the reader's: the article's own remarks stand beside it.
    """
    if annotation is None:
        yield "not reviewed"
        return
    if annotation.by_hand:
        yield "marked by hand"
    elif annotation.amended:
        yield "amended by hand"
    if annotation.kind == "claim" and not (annotation.by_hand or annotation.reviewed):
        yield "not reviewed"
    if annotation.decision and not (annotation.by_hand and annotation.decision == "accepted"):
        yield annotation.decision
    if annotation.progress != "unreviewed":
        yield annotation.progress
    if annotation.finding:
        yield f"reader’s finding: {annotation.finding}"
