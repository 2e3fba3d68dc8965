"""Where closed cards begin is known without laying them out, and agrees with how they are laid out."""

from dataclasses import replace

import pytest

from store.items import Item
from tests.tui.panel_items import ANNOTATIONS, CAVEATS, TEXT, items
from tui.widgets.panel import closed_heights
from tui.widgets.panel.cards import HEIGHT, SHORT, alone, closed_card
from tui.widgets.panel.closed_heights import ClosedHeights
from tui.widgets.panel.listing import Arrangement, Listing, listing
from tui.widgets.panel.page import Page

ITEMS = items(*ANNOTATIONS)


def page(width: int) -> Page:
    return Page(TEXT, CAVEATS, width, 1)


def by_laying_out(shown: Listing, width: int) -> list[int]:
    tops = [0]
    for index in shown.shown:
        tops.append(tops[-1] + len(closed_card(ITEMS[index], page(width))))
    return tops


@pytest.mark.parametrize("arrangement", [Arrangement(), Arrangement("speaker", grouped=True)])
def test_each_card_begins_where_those_before_it_end_in_any_width_and_order(arrangement: Arrangement) -> None:
    heights, shown = ClosedHeights(), listing(ITEMS, arrangement)
    for width in (20, 30, 60, 90, 160, 26, 200):
        assert list(heights.tops(ITEMS, shown, page(width), HEIGHT)) == by_laying_out(shown, width)


def test_cards_of_all_that_a_filter_lets_through_stand_close() -> None:
    some = listing(ITEMS, shown=[0, 3])
    assert list(ClosedHeights().tops(ITEMS, some, page(90), HEIGHT)) == by_laying_out(some, 90)
    assert list(ClosedHeights().tops(ITEMS, some, page(90), SHORT)) == [0, SHORT, 2 * SHORT]


def test_only_what_has_changed_is_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[int | None] = []

    def counting(item: Item, page: Page) -> int:
        looked_at.append(item.number)
        return alone(item, page)

    monkeypatch.setattr(closed_heights, "alone", counting)
    heights, many = ClosedHeights(), tuple(replace(ITEMS[0], number=n) for n in range(1, 1001))
    heights.tops(many, listing(many), page(60), HEIGHT)
    assert len(looked_at) == 1000
    looked_at.clear()
    other = (*many[:500], replace(many[500]), *many[501:])
    heights.tops(other, listing(other), page(60), HEIGHT)
    heights.tops(other, listing(other), page(80), HEIGHT)
    assert looked_at == [501]


def test_another_text_or_what_is_not_saved_is_looked_at_anew() -> None:
    heights, shown = ClosedHeights(), listing(ITEMS)
    heights.tops(ITEMS, shown, page(160), HEIGHT)
    uids = frozenset(item.annotation.uid for item in ITEMS if item.annotation is not None)
    unsaved = page(160)._replace(unsaved=uids)
    there = list(heights.tops(ITEMS, shown, unsaved, HEIGHT))
    assert there[-1] == sum(len(closed_card(item, unsaved)) for item in ITEMS)
    assert list(heights.tops((), Listing(), page(160), HEIGHT)) == [0]
