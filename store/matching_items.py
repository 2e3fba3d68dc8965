"""Which claims and passages of an article a query lets through, by their words and by what the reader made of them.

Words are looked for anywhere, within other words too, whatever their case and accents.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from claims.model import Caveat
from claims.text import Text
from store.annotations import MEANINGS, Annotation, meaning_name
from store.folding import folded
from store.items import Item
from store.searching.query import Query

_Test = Callable[[Item, Sequence[Caveat]], bool]


@dataclass(frozen=True, slots=True)
class Haystack:
    """What is looked through of an item, without case and accents: all of it, and the parts that have names."""

    words: str
    parts: Mapping[str, str]


class Haystacks:
    """Those of an article's items, each made once: an item that is the same object has the same."""

    def __init__(self, text: Text, meanings: Sequence[str] = MEANINGS) -> None:
        self._text = text
        self._meanings = meanings
        self._made: dict[int, tuple[Item, Haystack]] = {}

    def of(self, items: Sequence[Item]) -> list[Haystack]:
        """Return one for each of ``items``."""
        made = {}
        for item in items:
            known = self._made.get(id(item))
            made[id(item)] = (
                known if known is not None and known[0] is item else (item, haystack(item, self._text, self._meanings))
            )
        self._made = made
        return [made[id(item)][1] for item in items]


def matching(query: Query, items: Sequence[Item], haystacks: Haystacks, caveats: Sequence[Caveat] = ()) -> list[int]:
    """Return the indexes of those of ``items`` that ``query`` lets through; ``caveats`` are those of their reading."""
    if query.empty:
        return list(range(len(items)))
    matcher = Matcher(query, caveats)
    made = haystacks.of(items)
    return [index for index, item in enumerate(items) if matcher.matches(item, made[index])]


class Matcher:
    """What a query asks of an item, made ready to be asked of thousands."""

    def __init__(self, query: Query, caveats: Sequence[Caveat] = ()) -> None:
        self._caveats = caveats
        self._words = [folded(term.text) for term in query.terms]
        # As in the index, a hyphen parts words as a space does: progress:to-verify.
        self._parts = [(name, folded(term.text).replace("-", " ")) for name, term in query.filters]
        self._tests = [_MARKS.get(mark, _never) for mark in query.marks]

    def matches(self, item: Item, haystack: Haystack) -> bool:
        """Return whether all of the query is true of ``item``."""
        return (
            all(word in haystack.words for word in self._words)
            and all(part in haystack.parts.get(name, "") for name, part in self._parts)
            and all(test(item, self._caveats) for test in self._tests)
        )


def haystack(item: Item, text: Text, meanings: Sequence[str] = MEANINGS) -> Haystack:
    """Return what is looked through of ``item`` of an article with this ``text``.

    ``meanings`` are the names of those that highlights have.
    """
    annotation = item.annotation
    said = [_stretch(text, span) for span in (*item.content, *item.source, *item.cue)]
    speaker = " ".join((item.speaker or "", *(_stretch(text, span) for span in item.source)))
    parts = {"speaker": speaker}
    written: tuple[str, ...] = ()
    if annotation is not None:
        evidence = (word for one in annotation.evidence for word in (one.address, one.note))
        written = (annotation.note, annotation.reason, *annotation.tags, *evidence)
        parts |= {
            "tag": "\n".join(annotation.tags),
            "finding": annotation.finding or "",
            "progress": annotation.progress,
            "meaning": meaning_name(annotation.meaning, meanings),
        }
    elif item.is_claim:
        parts["progress"] = "unreviewed"
    return Haystack(
        folded("\n".join((*said, item.speaker or "", *written))),
        {name: folded(part).replace("-", " ") for name, part in parts.items()},
    )


def _stretch(text: Text, span: tuple[int, int]) -> str:
    return text[span[0] : span[1]]


def _never(_item: Item, _caveats: Sequence[Caveat]) -> bool:
    return False


def _annotated(test: Callable[[Annotation], object]) -> _Test:
    return lambda item, _: item.annotation is not None and bool(test(item.annotation))


def _denied(item: Item, caveats: Sequence[Caveat]) -> bool:
    claim = item.claim
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
    ("is", "anonymous"): lambda item, _: item.anonymous,
    ("is", "open"): lambda item, _: item.is_claim and bool(item.source) and not item.speaker,
    ("is", "nested"): lambda item, _: item.claim is not None and item.claim.nested,
    ("is", "hedged"): lambda item, _: item.claim is not None and bool(item.claim.hedges),
    ("is", "denied"): _denied,
    ("is", "attitude"): lambda item, _: item.claim is not None and item.claim.act == "attitude",
    ("has", "note"): _annotated(lambda one: one.note),
    ("has", "tag"): _annotated(lambda one: one.tags),
    ("has", "evidence"): _annotated(lambda one: one.evidence),
    ("has", "meaning"): _annotated(lambda one: one.meaning),
    ("has", "orphan"): _annotated(lambda one: one.place != "sure"),
    ("has", "caveat"): lambda item, _: item.claim is not None and bool(item.claim.caveats),
    ("has", "figure"): lambda item, _: item.claim is not None and bool(item.claim.quantities),
    ("kind", "direct"): lambda item, _: item.quote == "direct",
    ("kind", "indirect"): lambda item, _: item.quote == "indirect",
    ("kind", "mixed"): lambda item, _: item.quote == "mixed",
    ("kind", "passage"): lambda item, _: not item.is_claim,
}
