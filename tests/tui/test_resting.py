"""What takes a while is done while the reader rests."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.reading import reading, until
from tui import resting
from tui.app import SaysoApp
from tui.widgets.article import flow_view


@pytest.fixture
def thresholds() -> Iterator[None]:
    """Those of the collector stay what they were."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


@pytest.mark.usefixtures("thresholds")
async def test_all_garbage_is_looked_for_only_while_no_key_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        app = screen.app
        assert isinstance(app, SaysoApp)
        collected: list[float] = []
        monkeypatch.setattr(gc, "collect", lambda: collected.append(app.rest))
        monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 11))
        app.collect_at_rest()
        assert gc.get_threshold()[2] > 10
        await pilot.press("j")
        app._collect()
        assert not collected
        monkeypatch.setattr(app, "_heard", app._heard - resting._OFTEN)
        app._collect()
        assert collected
        monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 2))
        collected.clear()
        app._collect()
        assert not collected  # there is little to be found yet


@pytest.mark.usefixtures("thresholds")
async def test_no_garbage_is_looked_for_while_the_collector_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(tmp_path / "sayso.db") as (_, screen):
        app = screen.app
        assert isinstance(app, SaysoApp)
        collected: list[float] = []
        monkeypatch.setattr(gc, "collect", lambda: collected.append(app.rest))
        monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 11))
        monkeypatch.setattr(app, "_heard", app._heard - resting._OFTEN)
        monkeypatch.setattr(gc, "isenabled", lambda: False)
        app._collect()
        assert not collected
        monkeypatch.setattr(gc, "isenabled", lambda: True)
        app._collect()
        assert collected


async def test_measuring_the_rest_of_a_text_waits_for_a_rest_after_a_key_that_scrolls_nothing_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = "\n\n".join(f"Ada Bo said on Monday that plan number {n} had been dropped." for n in range(60))
    async with reading(tmp_path / "sayso.db", article) as (pilot, screen):
        flow, rest = screen.pane._flow, 0.0
        asked: list[int] = []

        def told(_: SaysoApp) -> float:
            asked.append(sum(flow._exact))
            return rest

        monkeypatch.setattr(resting.RestingApp, "rest", property(told))
        monkeypatch.setattr(flow_view, "_SLICE", 0.0005)
        monkeypatch.setattr(flow_view, "_REST", 0.01)
        flow._exact = bytearray(flow.units)
        screen.pane._refine()
        await until(pilot, lambda: len(asked) > 5)
        assert len(set(asked)) == 1
        rest = 60.0
        await until(pilot, lambda: flow.unmeasured is None)
