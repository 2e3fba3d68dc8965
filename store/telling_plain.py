"""An article with its claims and notes as lines of words alone, for screen readers and pipes.

Nothing here is a sign that has to be seen to be understood: what the screen shows by signs and styles is said.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from claims.model import Caveat, CaveatKind, QuoteKind, Reading, Spans
from claims.text import Text
from store.annotations import Annotation
from store.article import Metadata, Summary
from store.document import CELL_DIVIDER, Block, Container, Document
from store.keys import is_dated
from store.naming import DENIAL, named, nobody
from store.note_lines import plain_lines
from store.relaying import relayed
from store.review import Item
from store.safety import label

_LONGEST = 10_000  # code points of one fact
_STOPS, _CLOSING = (".", "!", "?", "…"), "”’»'\""
_QUOTED: dict[QuoteKind, str] = {
    "direct": "quoted directly",
    "indirect": "in the reporter's words",
    "mixed": "quoted in part",
}
_NAMED = ("person", "institution", "government", "media", None)
"""The kinds of sources that have a name; of none is one whom a reader named."""
_CAVEATS: dict[CaveatKind, str] = {
    "unverified": "Not verified",
    "verified": "Verified",
    "missing-detail": "Detail missing",
    "no-comment": "No comment was given",
    "denial": "Denied",
}


def told_plainly(
    metadata: Metadata,
    document: Document,
    reading: Reading | None,
    items: Sequence[Item],
    unplaced: Sequence[Annotation] = (),
) -> Iterator[str]:
    """Yield the lines that tell the article from its title to the notes without a place; '' parts paragraphs.

    Each of ``items`` follows the block that it begins in, once. They come from ``reading``, which is of ``document``.
    No line holds a line feed; none is wrapped.
    """
    yield label(metadata.title, _LONGEST)
    about = (f"By {metadata.byline}" if metadata.byline else "", metadata.outlet, metadata.published)
    yield " ".join([*_sentences(about), *_sentences(_summary(reading, items))])
    waiting: defaultdict[int, list[Item]] = defaultdict(list)
    starts = [block.start for block in document.blocks]
    at = 0
    for item in sorted(items, key=lambda item: item.span[0]):
        while at + 1 < len(starts) and starts[at + 1] <= item.span[0]:
            at += 1
        waiting[at].append(item)
    before: tuple[Container, ...] = ()
    for i, block in enumerate(document.blocks):
        if block.kind != "rule":
            yield ""
            yield from _block(block, document.text, before)
            before = block.within
        for item in waiting.pop(i, ()):
            yield from _item(item, document.text, reading.caveats if reading else ())
    if unplaced:
        yield ""
        yield "Notes that have no sure place in this text."
    for annotation in unplaced:
        yield " ".join(_sentences([f"On the words: {annotation.words}", *_made_of(annotation)]))


def library_plainly(summaries: Sequence[Summary]) -> Iterator[str]:
    """Yield a line for each article of the library: its number, its title, where it came from, what is in it."""
    for one in summaries:
        metadata = one.article.metadata
        counts = [
            "not read for claims yet" if one.claims is None else _count(one.claims, "claim"),
            f"{one.unreviewed} not reviewed" if one.unreviewed else "",
            _count(one.notes, "note") if one.notes else "",
            f"{one.unplaced} without a sure place" if one.unplaced else "",
        ]
        when = one.day if is_dated(metadata.published) or not one.day else f"Added {one.day}"
        about = (metadata.title, metadata.outlet, when, ", ".join(filter(None, counts)))
        yield f"Article {one.article.id}. " + " ".join(_sentences(about))


def _summary(reading: Reading | None, items: Sequence[Item]) -> Iterator[str]:
    claims = [item for item in items if item.is_claim]
    by = ", ".join(_speakers(claims))
    yield _count(len(claims), "claim") + (f" by {by}" if by else "")
    own = sum(sentence.kind in ("own-voice", "caveat") for sentence in reading.sentences) if reading else 0
    if own:
        yield f"{_count(own, 'sentence')} in the reporter's own voice"


def _speakers(claims: Iterable[Item]) -> Iterator[str]:
    """How many speakers have names, how many are kept unnamed, and how many are neither: groups, documents."""
    named, unnamed, others = set[str](), set[str](), set[str]()
    for item in claims:
        if item.speaker:
            kind = item.known.source_kind if item.known is not None else None
            if item.claim is None and kind == "unknown":  # a name that the reader gave, and nobody else has
                kind = None
            relative = kind == "person" and item.speaker.rpartition(" ")[2].islower()  # *grandmother*, *Ana’s mother*
            (unnamed if item.unnamed else named if kind in _NAMED and not relative else others).add(item.speaker)
    if named:
        yield _count(len(named), "named speaker")
    if unnamed := unnamed - named:
        yield f"{len(unnamed)} unnamed"
    if others := others - named - unnamed:
        yield f"{_count(len(others), 'other')} (groups, offices, documents and the like)"


def _block(block: Block, text: Text, before: tuple[Container, ...]) -> Iterator[str]:
    words = text[block.start : block.end]
    name = " ".join(_container(one) for one in block.within if one not in before)
    if block.kind == "code":
        yield f"{name} Code:".lstrip()
        yield from words.split("\n")
        return
    if block.kind == "heading":
        name = f"{name} Heading:".lstrip()
    elif block.kind == "row":
        name = f"{name} {'Heads of a table:' if block.level else 'Row:'}".lstrip()
        words = "; ".join(words.split(CELL_DIVIDER))
    yield f"{name} {words}".lstrip()


def _container(one: Container) -> str:
    if one.kind == "quote":
        return "Set off as a quotation:"
    if one.kind == "footnote":
        return f"Footnote {label(one.label)}:"
    return "Item:" if one.number is None else f"Item {one.number}:"


def _item(item: Item, text: Text, caveats: Sequence[Caveat]) -> Iterator[str]:
    words = _words(text, item.content)
    if item.is_claim:
        by = named(item, text, spoken=True) or nobody(item).capitalize()
        cue = _words(text, item.cue)
        how = ", ".join(part for part in (by, item.quote and _QUOTED[item.quote], cue and f"cue “{cue}”") if part)
        # Without quotation marks of our own: many have theirs.
        told = f"Claim {item.number}. {label(how, _LONGEST)}: {words}"
    else:
        told = f"Highlighted: {words}"
    refused = [f"You refused the guess {item.refused_name}"] if item.refused_name else []
    facts = [*_known(item, caveats), *refused, *(_made_of(item.annotation) if item.annotation else ())]
    yield " ".join(_sentences([told, *facts]))


def _known(item: Item, caveats: Sequence[Caveat]) -> Iterator[str]:
    known = item.known
    if known is None:
        return
    kinds = dict.fromkeys(caveats[i].kind for i in known.caveats if i < len(caveats))
    # What is told as a denial says so itself.
    yield from (_CAVEATS[kind] for kind in kinds if kind != "denial" or not item.denial)
    if item.denial:
        yield DENIAL.capitalize()
    if known.hedges:
        yield "Hedged"
    if item.unnamed and (item.source or item.speaker):
        yield "Anonymous source"
    how = relayed(known, _LONGEST)
    yield how[:1].upper() + how[1:]


def _made_of(annotation: Annotation) -> Iterator[str]:
    if annotation.was:
        yield f"The words have changed since. They were: {annotation.was}"
    if annotation.by_hand:
        yield "Marked by you"
    if annotation.decision:
        yield f"{annotation.decision.capitalize()} by you"
    if annotation.progress != "unreviewed":
        yield f"Progress: {annotation.progress}"
    if annotation.finding:
        yield f"Finding: {annotation.finding}"
    if annotation.reason:
        yield f"Reason: {annotation.reason}"
    if annotation.tags:
        yield f"Tags: {', '.join(annotation.tags)}"
    for one in annotation.evidence:
        yield f"Evidence, {one.stance}: {one.address}{f', {one.note}' if one.note else ''}"
    if annotation.note.strip():
        yield f"Your note: {' '.join(plain_lines(annotation.note, addresses=True))}"


def _sentences(parts: Iterable[str]) -> Iterator[str]:
    """What is not empty of ``parts``, each as a safe sentence with its stop."""
    for part in parts:
        words = label(part, _LONGEST)
        if words:
            yield words if words.rstrip(_CLOSING)[-1:] in _STOPS else f"{words}."


def _words(text: Text, spans: Spans) -> str:
    return label(" … ".join(text[start:end] for start, end in spans), _LONGEST)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
