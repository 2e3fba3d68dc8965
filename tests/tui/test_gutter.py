"""The gutter: what begins on a line, and what the line is a part of."""

from dataclasses import replace

import pytest

from claims.model import Caveat, Reading, Sentence
from store.review import Item
from tests.tui.pane_drafts import PaneApp, claim, painted, paragraphs, passage, span_of
from tui.widgets.article.layers import LAYERS

LINES = [f"Paragraph {n}: the board said on Monday that plan {n} was dead." for n in range(8)]
DOCUMENT = paragraphs(*LINES)
READING = Reading(
    "made by hand",
    caveats=(Caveat("unverified", span_of(DOCUMENT, "Paragraph 6: the board said")),),
    sentences=(Sentence(span_of(DOCUMENT, LINES[7]), "own-voice", own="checkable"),),
)


def judged(number: int, **fields: object) -> Item:
    item = claim(DOCUMENT, f"plan {number} was dead", number=number + 1, note="x")
    assert item.annotation is not None
    return Item(item.number, item.claim, replace(item.annotation, **{"note": "", **fields}))  # type: ignore[arg-type]


ITEMS = [
    claim(DOCUMENT, "plan 0 was dead", number=1),
    judged(1, decision="accepted"),
    judged(2, decision="rejected"),
    judged(3, progress="checked"),
    judged(4, by_hand=True),
    passage(DOCUMENT, "Paragraph 5", note="Why?"),
]


def gutters(app: PaneApp) -> list[str]:
    """What stands left of each paragraph."""
    return [row.partition("Paragraph")[0] for row in painted(app.pane) if "Paragraph" in row]


async def test_the_gutter_says_the_state_of_each_claim_that_begins_there() -> None:
    app = PaneApp(DOCUMENT, ITEMS)
    async with app.run_test(size=(90, 20)):
        assert [left[:2].strip() for left in gutters(app)][:5] == ["○", "●", "✗", "◐", "◆"]


async def test_a_note_is_seen_where_what_it_is_on_begins() -> None:
    app = PaneApp(DOCUMENT, ITEMS)
    async with app.run_test(size=(90, 20)):
        assert [n for n, left in enumerate(gutters(app)) if "✎" in left] == [5]


@pytest.mark.parametrize(("width", "left"), [(90, "◐≠"), (50, "≠ ")])
async def test_words_that_changed_under_a_mark_are_told_before_all_else(width: int, left: str) -> None:
    changed = judged(3, progress="checked", note="Why?", was="plan 3 was alive")
    app = PaneApp(DOCUMENT, [changed])
    async with app.run_test(size=(width, 24)):
        row = next(row for row in painted(app.pane) if "plan 3" in row)
        assert row.startswith(left)


async def test_two_claims_that_begin_on_a_line_are_both_there_the_selected_first() -> None:
    items = [claim(DOCUMENT, "the board", number=1), judged(0, decision="accepted")]
    app = PaneApp(DOCUMENT, items)
    async with app.run_test(size=(90, 20)):
        assert gutters(app)[0][:2] == "○●"
        app.pane.selected = 1
        assert gutters(app)[0][:2] == "●○"


async def test_a_bar_runs_along_the_selected_claim_and_along_one_that_has_another_within() -> None:
    outer = claim(DOCUMENT, DOCUMENT.text[: len(LINES[0]) + len(LINES[1]) + 1], number=1)
    app = PaneApp(DOCUMENT, [outer, claim(DOCUMENT, "plan 1", number=2), claim(DOCUMENT, "plan 3", number=3)])
    async with app.run_test(size=(90, 20)):
        assert [left.strip(" ○⁽¹") for left in gutters(app)][:4] == ["", "│", "", ""]
        app.pane.selected = 0
        rows = painted(app.pane)
        assert ["┃" in row[:4] for row in rows[1:5]] == [True, True, True, False]
        app.pane.selected = 2
        assert ["┃" in left for left in gutters(app)][:4] == [False, False, False, True]


async def test_what_the_layers_draw_is_said_in_the_gutter_and_only_then() -> None:
    app = PaneApp(DOCUMENT, ITEMS)
    async with app.run_test(size=(90, 20)):
        app.pane.mark(ITEMS, READING)
        assert not {"⚠", "┊"} & set("".join(gutters(app)))
        app.pane.show_layers(frozenset(LAYERS))
        assert [n for n, left in enumerate(gutters(app)) if "⚠" in left] == [6]
        assert [n for n, left in enumerate(gutters(app)) if "┊" in left] == [7]


@pytest.mark.parametrize(("width", "cells"), [(90, 4), (61, 4), (50, 2), (30, 2), (20, 0)])
async def test_the_gutter_is_as_wide_as_the_pane_has_room(width: int, cells: int) -> None:
    app = PaneApp(DOCUMENT, ITEMS)
    async with app.run_test(size=(width, 20)):
        app.pane.selected = 0
        rows = painted(app.pane)
        first = next(row for row in rows if "Paragraph 0" in row)
        assert first.index("Paragraph") == cells
        assert len({len(row) for row in rows}) == 1
        assert any("┃" in row for row in rows) == (cells > 0)


async def test_a_click_on_a_state_chooses_its_claim() -> None:
    app = PaneApp(DOCUMENT, ITEMS)
    async with app.run_test(size=(90, 20)) as pilot:
        row = next(y for y, text in enumerate(painted(app.pane)) if "Paragraph 2" in text)
        await pilot.click(app.pane, offset=(0, row))
        assert [said.items for said in app.said if isinstance(said, app.pane.Clicked)] == [(2,)]
