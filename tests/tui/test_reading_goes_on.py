"""While an article is read for claims, and after: what fills up, what can be done meanwhile, and what is said of it."""

import io
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic, sleep

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

import claims
from claims import Claim, Reading, choosing, rules, tagger
from claims.choosing import NOT_ENGLISH, Chooser
from store.importing import read_stream
from store.keeping.articles import Articles
from store.library import Library
from tests.claims.by_rules import read
from tests.claims.damage import DAMAGE, damaged_model
from tests.claims.test_language import OTHERS
from tests.tui.reading import ARTICLE, PATIENCE, reading, said, until
from tui.app import SaysoApp
from tui.screens.reading import showing
from tui.screens.reading.reader import ReaderScreen
from tui.widgets.notice import Notice


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


class SlowEngine:
    """Gives the claims of all but the last paragraph at once, and goes on to the end when it is told to."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.give: Callable[[Sequence[Claim]], None] = list

    def read(
        self, text: str, *, progress: Callable[[int, int], None], found: Callable[[Sequence[Claim]], None]
    ) -> Reading:
        whole = read(text)
        self.give = found
        found([claim._replace(caveats=()) for claim in whole.claims[:-1]])
        progress(len(text) // 2, len(text))
        assert self.go_on.wait(PATIENCE)
        return whole


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowEngine]:
    engine = SlowEngine()
    monkeypatch.setattr(claims, "read", engine.read)
    yield engine
    engine.go_on.set()


@asynccontextmanager
async def being_read(database: Path, article: str = ARTICLE) -> AsyncIterator[tuple[Pilot[None], ReaderScreen, int]]:
    """The reader open on an article of which all claims but the last have been found, and how many those are."""
    app = SaysoApp(database, read_stream(io.BytesIO(article.encode())))
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        await until(pilot, lambda: screen.workspace.items)
        assert screen.panel.loading_claims
        yield pilot, screen, len(screen.workspace.items)
    app.close()


async def test_the_first_claims_can_be_judged_while_the_rest_is_being_read(database: Path, slow: SlowEngine) -> None:
    async with being_read(database) as (pilot, screen, found):
        await until(pilot, lambda: screen.panel.border_title == f"Claims {found} · {found} unreviewed")
        assert "reading 5" in str(screen.panel.border_subtitle)
        await pilot.press("right_square_bracket", "right_square_bracket", "y")
        await until(pilot, lambda: screen.panel.border_title == f"Claims {found} · {found - 1} unreviewed")
        assert "reading 5" in str(screen.panel.border_subtitle)
        slow.go_on.set()
        await until(pilot, lambda: not screen.panel.loading_claims)
        assert [item.number for item in screen.workspace.items] == list(range(1, found + 2))
        assert [item.number for item in screen.workspace.items if not item.unreviewed] == [2]
        assert screen.pane.selected == screen.panel.selected == 2
        assert str(screen.panel.border_subtitle) == f"found by rules ({rules.FINDER.name})"
        await pilot.press("left_square_bracket", "y")
        await until(pilot, lambda: screen.panel.border_title == f"Claims {found + 1} · {found + 1} unreviewed")
    with Library(database) as library:
        assert library.annotations.of(1) == []


async def test_what_is_found_waits_until_the_reader_rests(
    database: Path, slow: SlowEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(showing, "REST", 3.0)  # longer than any machine takes between two keys
    article = ARTICLE + "\nA long afternoon went by at the quay.\n" * 1000
    async with being_read(database, article) as (pilot, screen, found):
        more = (Claim(content=((0, 12),)),)
        started = monotonic()
        slow.give(more)
        while monotonic() - started < 2:
            await pilot.press("j")
            assert len(screen.workspace.items) == found
        await until(pilot, lambda: len(screen.workspace.items) == found + 1)
        await pilot.press("q")
        await until(pilot, lambda: not pilot.app.is_running)
        slow.go_on.set()  # the loop waits for the engine's thread before the engine's fixture comes to an end


async def test_an_export_does_not_wait_for_the_rest_to_be_read(
    database: Path, slow: SlowEngine, tmp_path: Path
) -> None:
    out = tmp_path / "out.md"
    async with being_read(database) as (pilot, screen, _):
        await pilot.press("right_square_bracket", "y")
        await until(pilot, lambda: screen.workspace.annotations)
        await pilot.press("e")
        await until(pilot, lambda: pilot.app.screen is not screen)
        pilot.app.screen.query_one(Input).value = str(out)
        await pilot.press("enter")
        await until(pilot, out.exists)
        assert not slow.go_on.is_set()
        assert "<mark>" in out.read_text(encoding="utf-8")
        slow.go_on.set()
        await until(pilot, lambda: not screen.panel.loading_claims)


async def test_leaving_while_it_is_being_read_stops_the_reading_and_keeps_no_half_of_it(
    database: Path, slow: SlowEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = threading.Event()

    def remember_position(*_place: object) -> None:
        # The reader is still there, so that nothing but its own leaving off can have stopped the engine.
        for _ in range(int(PATIENCE * 100)):
            try:
                slow.give(())
            except Exception:
                refused.set()
                return
            sleep(0.01)

    monkeypatch.setattr(Articles, "remember_position", remember_position)
    async with being_read(database) as (pilot, screen, _):
        await until(pilot, lambda: screen.workspace.article)
        await pilot.press("q")
        await until(pilot, lambda: not pilot.app.is_running)
        assert refused.is_set()
        slow.go_on.set()
    with Library(database) as library:
        assert library.readings.get(library.articles.get(1), rules.FINDER.name) is None


async def test_the_panel_says_that_the_trained_tagger_found_the_claims(database: Path) -> None:
    async with reading(database) as (_, screen):
        assert str(screen.panel.border_subtitle) == f"found by the trained tagger ({tagger.NAME})"
        assert not screen.query_one(Notice).display
    async with reading(database, size=(80, 24)) as (_, screen):
        assert str(screen.panel.border_subtitle) == "by the trained tagger"


async def test_a_damaged_model_is_told_in_a_line_that_stays_at_every_opening(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = damaged_model(tmp_path, *DAMAGE["network cut short"][:2])
    for _ in range(2):
        monkeypatch.setattr(choosing, "IN_USE", Chooser(model))
        async with reading(database) as (_, screen):
            notice = screen.query_one(Notice)
            assert "network.onnx is damaged" in str(notice.render())
            assert str(screen.panel.border_subtitle) == f"found by rules ({rules.FINDER.name})"
            assert screen.workspace.items
        monkeypatch.setattr(claims, "read", None)


@pytest.mark.parametrize(("size", "stays"), [((120, 40), True), ((100, 14), False), ((60, 30), False)])
async def test_another_language_is_told_in_a_line_where_there_is_room_and_else_for_a_moment(
    database: Path, size: tuple[int, int], stays: bool
) -> None:
    article = OTHERS["Swedish"] + "\n\n“Vägen är öppen”, sade hon."
    async with reading(database, article, size=size) as (pilot, screen):
        assert screen.query_one(Notice).display == stays
        told = [] if stays else [NOT_ENGLISH]
        await until(pilot, lambda: said(pilot.app) == told)
        assert str(screen.panel.border_subtitle).startswith("found by quotation marks alone")
        assert len(screen.workspace.items) == 1


async def test_where_another_language_has_no_quotations_the_panel_says_why_there_are_no_claims(database: Path) -> None:
    async with reading(database, OTHERS["Swedish"]) as (pilot, screen):

        def told() -> str:
            rows = range(screen.panel.size.height)
            return " ".join(" ".join(screen.panel.render_line(y).text for y in rows).split())

        await until(pilot, lambda: "This was taken for another language than English." in told())
        assert "No claims found yet" not in told()
