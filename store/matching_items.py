"""Which claims and passages of an article a query lets through, by their words and by what the reader made of them.

Words are looked for anywhere, within other words too, whatever their case and accents.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from claims.model import Caveat
from claims.text import Text
from store.annotations import MEANINGS, Annotation, meaning_name
from store.folding import folded
from store.items import Item
from store.naming import ANONYMOUS, OPEN
from store.searching.query import Query

_Test = Callable[[Item, Sequence[Caveat]], bool]


T = TypeVar("T")


class _Made(Generic[T]):
    """What is made of each of an article's items, once: an item that is the same object has the same."""

    def __init__(self, make: Callable[[Item], T]) -> None:
        self._make = make
        self._items: Sequence[Item] = ()
        self._made: list[T] = []

    def of(self, items: Sequence[Item]) -> Sequence[T]:
        """Return it for each of ``items``, which never change."""
        if items is not self._items:
            known = {id(item): made for item, made in zip(self._items, self._made, strict=True)}
            self._made = [known[id(item)] if id(item) in known else self._make(item) for item in items]
            self._items = items
        return self._made


class Haystacks:
    """What is looked through of an article's items, without case and accents: all words, and parts that have names.

    The second is made when it is first asked for.
    """

    def __init__(self, text: Text, meanings: Sequence[str] = MEANINGS) -> None:
        self.words = _Made(lambda item: _words(item, text))
        self.parts = _Made(lambda item: _parts(item, text, meanings))


def matching(query: Query, items: Sequence[Item], haystacks: Haystacks, caveats: Sequence[Caveat] = ()) -> list[int]:
    """Return the indexes of those of ``items`` that ``query`` lets through; ``caveats`` are those of their reading.

    ``items`` never change.
    """
    indexes: Sequence[int] = range(len(items))
    # One sieve after the other, each for what those before let through: a letter is typed in thousands of claims.
    for word in (folded(term.text) for term in query.terms):
        words = haystacks.words.of(items)
        indexes = [i for i in indexes if word in words[i]]
    for name, term in query.filters:
        # As in the index, a hyphen parts words as a space does: progress:to-verify.
        part, parts = folded(term.text).replace("-", " "), haystacks.parts.of(items)
        if name != "speaker":
            indexes = [i for i in indexes if part in parts[i].get(name, "")]
        elif nobody := _NOBODY.get(part):
            indexes = [i for i in indexes if nobody(items[i]) or parts[i]["named"] == part]
        # The whole name of a speaker is not looked for in other names: Karsia is not Karsian state television.
        elif any(one["named"] == part for one in parts):
            indexes = [i for i in indexes if parts[i]["named"] == part]
        else:
            indexes = [i for i in indexes if part in parts[i]["speaker"]]
    for mark in query.marks:
        test = _MARKS.get(mark, _never)
        indexes = [i for i in indexes if test(items[i], caveats)]
    return list(indexes)


def _words(item: Item, text: Text) -> str:
    annotation, begins = item.annotation, item.span[0]
    # At once, since the text may be in pieces.
    here = text[begins : item.span[1]]
    written = [here[start - begins : end - begins] for start, end in (*item.content, *item.source, *item.cue)]
    written.append(item.speaker or "")
    if annotation is not None:
        evidence = (word for one in annotation.evidence for word in (one.address, one.note))
        written += (annotation.note, annotation.reason, *annotation.tags, *evidence)
    return folded("\n".join(written))


def _parts(item: Item, text: Text, meanings: Sequence[str]) -> Mapping[str, str]:
    annotation = item.annotation
    parts = {"speaker": " ".join((item.speaker or "", *(text[start:end] for start, end in item.source)))}
    parts["named"] = item.speaker or ""
    if annotation is not None:
        parts |= {
            "tag": "\n".join(annotation.tags),
            "finding": annotation.finding or "",
            "progress": annotation.progress,
            "meaning": meaning_name(annotation.meaning, meanings),
        }
    elif item.is_claim:
        parts["progress"] = "unreviewed"
    return {name: folded(part).replace("-", " ") for name, part in parts.items()}


_NOBODY: Mapping[str, Callable[[Item], bool]] = {OPEN: lambda item: item.open, ANONYMOUS: lambda item: item.unnamed}
"""Words that a speaker can be looked for by who is none by name."""


def _never(_item: Item, _caveats: Sequence[Caveat]) -> bool:
    return False


def _annotated(test: Callable[[Annotation], object]) -> _Test:
    return lambda item, _: item.annotation is not None and bool(test(item.annotation))


def _denied(item: Item, caveats: Sequence[Caveat]) -> bool:
    claim = item.known
    if claim is None:
        return False
    return claim.tone == "denial" or any(caveats[i].kind == "denial" for i in claim.caveats if i < len(caveats))


_MARKS: dict[tuple[str, str], _Test] = {
    ("is", "unreviewed"): lambda item, _: item.unreviewed,
    ("is", "reviewed"): lambda item, _: item.is_claim and not item.unreviewed,
    ("is", "accepted"): _annotated(lambda one: one.decision == "accepted"),
    ("is", "rejected"): _annotated(lambda one: one.decision == "rejected"),
    ("is", "byhand"): _annotated(lambda one: one.by_hand),
    ("is", "amended"): _annotated(lambda one: one.amended),
    ("is", "reworded"): _annotated(lambda one: one.reworded),
    ("is", "guessed"): lambda item, _: item.guessed,
    ("is", "anonymous"): lambda item, _: item.anonymous,
    ("is", "open"): lambda item, _: item.open,
    ("is", "nested"): lambda item, _: (known := item.known) is not None and known.nested,
    ("is", "hedged"): lambda item, _: (known := item.known) is not None and bool(known.hedges),
    ("is", "denied"): _denied,
    ("is", "attitude"): lambda item, _: (known := item.known) is not None and known.act == "attitude",
    ("has", "note"): _annotated(lambda one: one.note),
    ("has", "tag"): _annotated(lambda one: one.tags),
    ("has", "evidence"): _annotated(lambda one: one.evidence),
    ("has", "meaning"): _annotated(lambda one: one.meaning),
    ("has", "orphan"): _annotated(lambda one: one.place != "sure"),
    ("has", "caveat"): lambda item, _: (known := item.known) is not None and bool(known.caveats),
    ("has", "figure"): lambda item, _: (known := item.known) is not None and bool(known.quantities),
    ("kind", "direct"): lambda item, _: item.quote == "direct",
    ("kind", "indirect"): lambda item, _: item.quote == "indirect",
    ("kind", "mixed"): lambda item, _: item.quote == "mixed",
    ("kind", "passage"): lambda item, _: not item.is_claim,
}
