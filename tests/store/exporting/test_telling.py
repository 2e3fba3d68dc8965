"""What an export tells of each claim, in time that grows with their number alone."""

from collections.abc import Iterable

import pytest

from claims.model import Claim
from store.enclosing import enclosing
from store.exporting import telling
from store.exporting.remarks import Remarks
from store.exporting.telling import Telling
from store.items import Item

LINE = "Bo told us that Ann said it rose.\n" + "x" * 1_000 + "\n"


def test_in_which_claim_another_is_told_is_looked_for_near_it_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = []

    def counted(item: Item, items: Iterable[Item]) -> Item | None:
        looked_at.append(len(near := list(items)))
        return enclosing(item, near)

    monkeypatch.setattr(telling, "enclosing", counted)
    text, items = LINE * 50, []
    for number in range(50):
        at = number * len(LINE)
        outer = Claim(content=((at + 11, at + 32),), cue=((at + 3, at + 7),), source=((at, at + 2),))
        inner = Claim(
            content=((at + 25, at + 32),), cue=((at + 20, at + 24),), source=((at + 16, at + 19),), nested=True
        )
        items += [Item(2 * number + 1, outer, None), Item(2 * number + 2, inner, None)]
    told = Telling(text, items, Remarks(text, (), ()))
    inner_facts = [list(told.facts(item)) for item in items[1::2]]
    assert all(f"told inside claim {2 * n + 1}" in facts for n, facts in enumerate(inner_facts))
    assert max(looked_at) <= 4
