"""Rows are painted again only where something else is to be seen, and signs are made only where one looks."""

from collections.abc import Iterator

import pytest
from textual.strip import Strip

from claims.model import Claim
from store.review import Item
from tests.tui.pane_drafts import PaneApp, claim, painted, paragraphs
from tests.tui.reading import until
from tui.widgets.article.drawn import Drawn
from tui.widgets.article.glyphs import Edge
from tui.widgets.article.painted_view import PaintedFlow, Row

MANY = 10_000
BOOK = paragraphs(
    *(f"The board said that plan number {n} was dead, and that nothing else was known." for n in range(MANY))
)


def every_paragraph() -> list[Item]:
    starts = [block.start for block in BOOK.blocks]
    return [
        Item(n, Claim(content=((at + 15, at + 30),), source=((at, at + 9),)), None) for n, at in enumerate(starts, 1)
    ]


@pytest.fixture
def rows(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The rows that are painted from here on."""
    seen: list[int] = []
    render_line = PaintedFlow.render_line

    def noting(view: PaintedFlow, y: int) -> Strip:
        seen.append(y)
        return render_line(view, y)

    monkeypatch.setattr(PaintedFlow, "render_line", noting)
    return seen


async def test_a_step_among_ten_thousand_claims_paints_only_the_lines_of_both(rows: list[int]) -> None:
    app = PaneApp(BOOK, every_paragraph())
    async with app.run_test(size=(120, 30)) as pilot:
        await app.workers.wait_for_complete()
        app.pane.selected = 0
        await until(pilot, lambda: "┃" in painted(app.pane)[1])
        await pilot.pause()
        rows.clear()
        app.pane.selected = 1
        await until(pilot, lambda: 3 in rows)
        await pilot.pause()
        assert set(rows) == {1, 3}


async def test_a_decision_among_ten_thousand_claims_paints_only_its_own_lines_and_makes_only_its_own_signs(
    rows: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    items = every_paragraph()
    app = PaneApp(BOOK, items)
    async with app.run_test(size=(120, 30)) as pilot:
        await app.workers.wait_for_complete()
        made: list[int] = []
        edges = Drawn._edges

        def noting(drawn: Drawn, index: int) -> Iterator[Edge]:
            made.append(index)
            return edges(drawn, index)

        monkeypatch.setattr(Drawn, "_edges", noting)
        await pilot.pause()
        rows.clear()
        accepted = claim(BOOK, "plan number 2 was dead", number=3, decision="accepted")
        app.pane.mark([*items[:2], accepted, *items[3:]])
        await until(pilot, lambda: rows)
        await pilot.pause()
        assert set(rows) == {5}
        assert set(made) <= {1, 2, 3}
        assert "●" in painted(app.pane)[5]


async def test_nothing_is_painted_where_the_same_items_are_marked_again(rows: list[int]) -> None:
    items = every_paragraph()
    app = PaneApp(BOOK, items)
    async with app.run_test(size=(120, 30)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        rows.clear()
        app.pane.mark(tuple(items))
        await pilot.pause()
        await pilot.pause()
        assert rows == []


async def test_what_is_painted_after_any_change_is_what_painting_all_of_it_gives() -> None:
    items = every_paragraph()
    app = PaneApp(BOOK, items)
    async with app.run_test(size=(100, 12)) as pilot:
        pane = app.pane
        for change in (
            lambda: setattr(pane, "selected", 2),
            lambda: pane.mark([*items[:1], *items[2:]]),
            lambda: pane.show_layers(frozenset()),
            lambda: pane.show_layers(frozenset({"claims"})),
            lambda: setattr(pane, "focused_on", True),
            lambda: pane.search("plan number"),
            lambda: pane.reveal(5000, 5001),
            lambda: pane.mark(items),
        ):
            change()
            await pilot.pause()
            shown = [row.text for row in pilot.app.screen._compositor.render_strips()][1:-1]
            pane._strips.clear()
            assert [row.strip("│ ") for row in shown] == [row.strip("│ ") for row in painted(pane)][1:-1]


async def test_what_is_all_painted_anew_is_not_looked_through_for_what_is_another_selection(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = PaneApp(BOOK, every_paragraph())
    async with app.run_test(size=(120, 30)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        made: list[int] = []
        made_of = PaintedFlow._made_of

        def noting(view: PaintedFlow, y: int, geometry: tuple[int, int, int]) -> Row:
            made.append(y)
            return made_of(view, y, geometry)

        monkeypatch.setattr(PaintedFlow, "_made_of", noting)
        app.pane.scroll_rows(20)
        app.pane.selected = 11
        assert not made
        await until(pilot, lambda: "┃" in "".join(painted(app.pane)))
        app.pane.selected = 12
        assert made  # here only some rows are others
