"""The derived claims and the reader's annotations laid over one another: what is on display, numbered."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from claims.model import Claim, Reading, Span, Spans
from claims.text import Text
from store.annotations import Annotation
from store.items import Item
from store.pairing import Nearby, paired, reach, taken_in
from store.wording import Wording

__all__ = ["Item", "Review", "merge"]

_Place = tuple[int, Spans, int, Span, str]
"""Where an item begins, its content, and what it goes by among those of the same: no two have the same place."""


class _Entry(NamedTuple):
    """What an item is made of: ``found`` is the number of its claim among those of the reading."""

    place: _Place
    found: int | None
    claim: Claim | None
    annotation: Annotation | None


def merge(
    reading: Reading | None,
    annotations: Sequence[Annotation],
    *,
    text: Text | None = None,
    attitudes: bool = False,
) -> tuple[Item, ...]:
    """Lay ``annotations`` over the claims of ``reading`` and number the claims, all in text order.

    An annotation of a claim stands in front of the derived claim that it is `paired` with; claims that a reader's own
    words have `taken_in` are not there. Attitudes that nobody annotated are left out unless ``attitudes`` asks for
    them. ``text`` is that of ``reading``: without it little is known of claims that were amended or marked.
    """
    return Review(reading, annotations, text=text, attitudes=attitudes).items


class Review:
    """What `merge` makes of a reading and annotations, made again with little to do where little has changed.

    ``claims`` counts the claims among the ``items``, ``unreviewed`` those of them that wait for the reader.
    """

    items: tuple[Item, ...]
    claims: int
    unreviewed: int

    def __init__(
        self,
        reading: Reading | None,
        annotations: Iterable[Annotation] = (),
        *,
        text: Text | None = None,
        attitudes: bool = False,
    ) -> None:
        self.reading, self.attitudes, self.text = reading, attitudes, text
        self._wording = Wording(text, reading) if text is not None else None
        self._found = dict(enumerate(reading.claims if reading else ()))
        self._near_claims = Nearby((i, claim.content) for i, claim in self._found.items())
        self._annotations = {one.uid: one for one in annotations}
        of_claims = _of_claims(self._annotations.values())
        self._near_annotations = Nearby((one.uid, reach(one)) for one in of_claims)
        self._places: dict[int | str, _Place] = {}
        passages = (_passage(one) for one in self._annotations.values() if one.kind == "passage")
        self._entries = sorted((*self._laid(self._found, of_claims), *passages), key=_place_of)
        self._remember(self._entries)
        self._show(self._numbered([None] * len(self._entries)))

    def changed(self, annotations: Iterable[Annotation]) -> frozenset[int] | None:
        """Take ``annotations`` in the place of those before; return the indexes of the items that are others now.

        None where items or numbers came, went or moved.
        """
        before, after = self._annotations, {one.uid: one for one in annotations}
        for uid, new in after.items():
            old = before.get(uid)
            if old is not None and old is not new and old == new and old.rev == new.rev:
                after[uid] = old  # read anew, and still the same
        touched = {uid for uid, one in after.items() if before.get(uid) is not one} | (before.keys() - after.keys())
        if not touched:
            return frozenset()
        self._annotations = after
        gone, come = self._around(touched, before)
        self._remember(come)
        indexes = self._put_in_place(gone, come)
        if indexes is None:
            self._put_anew(gone, come)
        return indexes

    def index_of(self, uid: str) -> int | None:
        """Return where the annotation ``uid`` stands among the items."""
        return self._index(uid)

    def find(self, item: Item) -> Item | None:
        """Return the item that ``item`` has become: of the same annotation, or of a claim with the same roles."""
        index = self._index(item.annotation.uid) if item.annotation is not None else None
        if index is None and item.claim is not None:
            claim, near = item.claim, self._near_claims.touching(item.claim.content)
            same = [i for i in sorted(near) if _roles(self._found[i]) == _roles(claim)]
            same.sort(key=lambda i: self._found[i] is not claim)
            index = next((at for i in same if (at := self._index(i)) is not None), None)
        return self.items[index] if index is not None else None

    def _index(self, key: int | str) -> int | None:
        place = self._places.get(key)
        return bisect_left(self._entries, place, key=_place_of) if place is not None else None

    def _around(self, touched: Iterable[str], before: Mapping[str, Annotation]) -> tuple[set[_Place], list[_Entry]]:
        """The places that go and the entries that come, in order, with annotations that were ``touched``.

        Also those of all that may now be paired otherwise: what overlaps them, what overlaps that, and so on.
        """
        uids, claims, waiting = set(touched), set[int](), list[Spans]()
        for uid in touched:
            now = self._annotations.get(uid)
            for one in (before.get(uid), now):
                if one is not None and one.kind == "claim":
                    self._near_annotations.put(uid, reach(one) if one is now else None)
                    waiting.append(reach(one))
        while waiting:
            for i in self._near_claims.touching(waiting.pop()) - claims:
                claims.add(i)
                more = self._near_annotations.touching(self._found[i].content) - uids
                uids |= more
                waiting += [reach(self._annotations[uid]) for uid in more]
        gone = {self._places.pop(key) for key in (*claims, *uids) if key in self._places}
        there = [self._annotations[uid] for uid in uids if uid in self._annotations]
        come = self._laid({i: self._found[i] for i in sorted(claims)}, _of_claims(there))
        return gone, sorted((*come, *(_passage(one) for one in there if one.kind == "passage")), key=_place_of)

    def _laid(self, claims: Mapping[int, Claim], annotations: Sequence[Annotation]) -> list[_Entry]:
        """The entries of some claims and of all annotations of claims that overlap them."""
        by_uid = {one.uid: one for one in annotations}
        pairs = paired(claims, self._near_claims, by_uid)
        covered = set(pairs.values())
        for one in annotations:
            near = self._near_claims.touching(reach(one)) if one.amended else ()
            covered |= {i for i in near if i in claims and taken_in(claims[i], one)}
        loose = [
            _Entry((claim.start, claim.content, 0, (i, 0), ""), i, claim, None)
            for i, claim in claims.items()
            if i not in covered and (self.attitudes or claim.act == "speech")
        ]
        held = [_annotated(one, pairs.get(uid), claims) for uid, one in by_uid.items()]
        return [*loose, *held]

    def _remember(self, entries: Iterable[_Entry]) -> None:
        for entry in entries:
            if entry.found is not None:
                self._places[entry.found] = entry.place
            if entry.annotation is not None:
                self._places[entry.annotation.uid] = entry.place

    def _put_in_place(self, gone: set[_Place], come: list[_Entry]) -> frozenset[int] | None:
        """Put what comes where something goes, if nothing else has to move for it; None where it has."""
        indexes = sorted(bisect_left(self._entries, place, key=_place_of) for place in gone)
        if len(indexes) != len(come):
            return None
        new = dict(zip(indexes, come, strict=True))
        for index, entry in new.items():
            left, right = (new.get(at) or self._at(at) for at in (index - 1, index + 1))
            if _rank(entry) != _rank(self._entries[index]):
                return None
            if (left and left.place >= entry.place) or (right and right.place <= entry.place):
                return None
        items, others = list(self.items), set[int]()
        for index, entry in new.items():
            old, self._entries[index] = items[index], entry
            if old.claim is not entry.claim or old.annotation is not entry.annotation:
                items[index] = Item(old.number, entry.claim, entry.annotation, self._wording)
                self.unreviewed += items[index].unreviewed - old.unreviewed
                others.add(index)
        self.items = tuple(items)
        return frozenset(others)

    def _put_anew(self, gone: set[_Place], come: Iterable[_Entry]) -> None:
        items: list[Item | None] = list(self.items)
        for place in gone:
            index = bisect_left(self._entries, place, key=_place_of)
            del self._entries[index], items[index]
        for entry in come:
            index = bisect_left(self._entries, entry.place, key=_place_of)
            self._entries.insert(index, entry)
            items.insert(index, None)
        self._show(self._numbered(items))

    def _at(self, index: int) -> _Entry | None:
        return self._entries[index] if 0 <= index < len(self._entries) else None

    def _show(self, items: Iterable[Item]) -> None:
        self.items = tuple(items)
        self.claims = sum(item.is_claim for item in self.items)
        self.unreviewed = sum(item.unreviewed for item in self.items)

    def _numbered(self, items: Sequence[Item | None]) -> list[Item]:
        """An item of each entry: the one of ``items`` that is there already, if its number is still right."""
        # Attitudes that are shown on request come after the others, so that showing them renumbers nothing.
        ranks = [_rank(entry) for entry in self._entries]
        claims_first = sorted((i for i, rank in enumerate(ranks) if rank < 2), key=ranks.__getitem__)
        numbers = {i: number for number, i in enumerate(claims_first, 1)}
        return [
            old
            if old is not None and old.number == numbers.get(i)
            else Item(numbers.get(i), entry.claim, entry.annotation, self._wording)
            for i, (entry, old) in enumerate(zip(self._entries, items, strict=True))
        ]


def _of_claims(annotations: Iterable[Annotation]) -> list[Annotation]:
    """Those of claims, in the order in which equals are preferred."""
    return sorted((one for one in annotations if one.kind == "claim"), key=lambda one: (one.span, one.uid))


def _annotated(one: Annotation, found: int | None, claims: Mapping[int, Claim]) -> _Entry:
    place = (one.span[0], one.spans("content"), 1, one.span, one.uid)
    return _Entry(place, found, None if found is None else claims[found], one)


def _passage(one: Annotation) -> _Entry:
    return _Entry((one.span[0], one.spans("passage"), 2, one.span, one.uid), None, None, one)


def _place_of(entry: _Entry) -> _Place:
    return entry.place


def _roles(claim: Claim) -> tuple[Spans, Spans, Spans]:
    return claim.content, claim.cue, claim.source


def _rank(entry: _Entry) -> int:
    """0 for what is numbered in its place, 1 for attitudes that nobody annotated, which come after; 2 for passages."""
    if entry.annotation is not None:
        return 2 if entry.annotation.kind == "passage" else 0
    return int(entry.claim is not None and entry.claim.act == "attitude")
