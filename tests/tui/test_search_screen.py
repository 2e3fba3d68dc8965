"""Searching the library on the screen: results as one types, and Enter opens at the place."""

import asyncio
import io
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.events import Key
from textual.pilot import Pilot

from store.errors import SaysoError
from store.importing import read_stream
from store.library import Library
from store.noting import note_on_quote
from store.searching.finding import Found, Search
from store.searching.query import Query, parse
from tests.tui.reading import ARTICLE, PATIENCE, reading, until
from tui.app import SaysoApp
from tui.screens import search as search_screen
from tui.screens.library import LibraryScreen
from tui.screens.reading.reader import ReaderScreen
from tui.screens.search import SearchScreen
from tui.widgets.advice import Advice
from tui.widgets.fields import Line
from tui.widgets.hint import Hint
from tui.widgets.results import Results

FAR_OFF = ARTICLE + "\nA long afternoon went by at the quay.\n" * 200 + "\nAt last the lighthouse was lit.\n"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A library of two articles, one long, with a note on a claim of the other."""
    path = tmp_path / "sayso.db"
    with Library(path) as library:
        short, _ = library.articles.add(read_stream(io.BytesIO(ARTICLE.encode())))
        long = read_stream(io.BytesIO(FAR_OFF.replace("Harbour board", "Lighthouse keeper").encode()))
        library.readings.read(library.articles.add(long)[0])
        note_on_quote(library, short, "We have not cut a single post", "Ask for the rota.", ("labour",))
    return path


async def test_a_filter_that_is_not_understood_is_told_of_above_the_results_and_near_words_where_there_are_none(
    database: Path,
) -> None:
    async with searching(database) as (pilot, screen):
        await ask(pilot, screen, *"crew after:yesterday ")
        advice = screen.query_one(Advice)
        await until(pilot, lambda: "after: takes a day, month or year" in advice.said)
        assert advice.display
        assert advice.region.y < screen.query_one(Results).region.y
        screen.query_one(Line).value = "lighthosue"
        await until(pilot, lambda: said(screen) == "Nothing found. Did you mean “lighthouse”?")
        assert not advice.display


@asynccontextmanager
async def searching(database: Path, query: str = "") -> AsyncIterator[tuple[Pilot[None], SearchScreen]]:
    """The search screen over the library, with what was found for ``query``."""
    app = SaysoApp(database)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen.query("DataTable"))
        await pilot.press("slash")
        await until(pilot, lambda: isinstance(app.screen, SearchScreen))
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        await ask(pilot, screen, *query)
        yield pilot, screen
    app.close()


async def ask(pilot: Pilot[None], screen: SearchScreen, *keys: str) -> None:
    """Type, and wait for the answer."""
    await pilot.press(*keys)
    typed = "".join(key for key in keys if len(key) == 1)
    await until(pilot, lambda: screen.query_text.endswith(typed) and not screen.searching)


def said(screen: SearchScreen) -> str:
    return screen.query_one(Hint).said


def shown(screen: SearchScreen) -> list[str]:
    results = screen.query_one(Results)
    return [str(results.get_option_at_index(index).prompt) for index in range(results.option_count)]


async def opened(pilot: Pilot[None]) -> ReaderScreen:
    await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen) and pilot.app.screen.workspace.items)
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


async def test_of_what_is_typed_in_one_go_with_the_key_that_opens_it_no_letter_is_lost(database: Path) -> None:
    app = SaysoApp(database)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen.query("DataTable"))
        for apart in range(20):
            app.post_message(Key("slash", "/"))
            while not (isinstance(app.screen, SearchScreen) and app.screen.query(Line)):
                await asyncio.sleep(0)
            line = app.screen.query_one(Line)
            for letter in "lighthouse":
                # So that one or the other comes at each moment on the way to the first picture.
                await asyncio.sleep(apart / 1000)
                app.post_message(Key(letter, letter))
            await until(pilot, lambda line=line: line.value.endswith("e"))  # type: ignore[misc]
            await pilot.pause()
            assert line.value == "lighthouse"
            await pilot.press("ctrl+u", "escape")
            await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
    app.close()


async def test_what_is_found_shows_while_one_types_and_changes_with_the_next_key(database: Path) -> None:
    async with searching(database, "lighthouse was li") as (pilot, screen):
        (place,) = shown(screen)
        assert place.splitlines()[0].startswith("Lighthouse keeper rejects ferry plan")
        assert "lighthouse was lit" in place.splitlines()[1]
        await ask(pilot, screen, "x")
        assert (said(screen), shown(screen)) == ("Nothing found.", [])


async def test_enter_opens_at_the_place_and_the_keys_go_on_from_there(database: Path) -> None:
    async with searching(database, "lighthouse lit") as (pilot, _screen):
        await pilot.press("enter")
        reader = await opened(pilot)
        at = reader.workspace.text.index("lighthouse was")
        await until(pilot, lambda: reader.pane.visible_span[0] <= at < reader.pane.visible_span[1])
        await pilot.press("n")
        await until(pilot, lambda: "of" in reader.query_one(Hint).said)


async def test_enter_on_a_note_selects_what_it_is_on(database: Path) -> None:
    async with searching(database, "rota") as (pilot, screen):
        assert shown(screen)[0].splitlines()[1] == "  note     Ask for the rota. #labour"
        await pilot.press("enter")
        reader = await opened(pilot)
        await until(pilot, lambda: reader.selected_item is not None)
        assert reader.selected_item is not None
        assert reader.selected_item.note == "Ask for the rota."


async def test_enter_right_after_typing_opens_what_is_found_then(database: Path) -> None:
    async with searching(database) as (pilot, _screen):
        await pilot.press(*"rota", "enter")
        reader = await opened(pilot)
        assert reader.workspace.metadata.title == "Harbour board rejects ferry plan"


async def test_what_is_typed_before_the_line_is_there_is_not_lost(database: Path) -> None:
    app = SaysoApp(database)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen.query("DataTable"))
        for key in ("slash", *"rota"):
            app.post_message(events.Key(key, key if len(key) == 1 else "/"))
        await until(pilot, lambda: isinstance(app.screen, SearchScreen) and app.screen.query_text == "rota")
    app.close()


async def test_the_arrow_keys_choose_another_place(database: Path) -> None:
    async with searching(database, "tag:labour") as (pilot, screen):
        results = screen.query_one(Results)
        await ask(pilot, screen, *["backspace"] * 10, *"ferry")
        assert results.option_count >= 2
        await pilot.press("up")
        assert results.highlighted == 0
        await pilot.press(*["down"] * 9)
        assert results.highlighted == results.option_count - 1


async def test_a_click_opens_a_place(database: Path) -> None:
    async with searching(database, "rota") as (pilot, _screen):
        await pilot.click(Results, offset=(5, 1))
        await opened(pilot)


async def test_one_goes_back_to_what_was_found_and_from_there_back_to_where_one_was(database: Path) -> None:
    async with searching(database, "rota") as (pilot, screen):
        await pilot.press("enter")
        await opened(pilot)
        await pilot.press("q")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert len(shown(screen)) == 1
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))
        await pilot.press("slash")
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
        again = pilot.app.screen
        assert isinstance(again, SearchScreen)
        await until(pilot, lambda: len(shown(again)) == 1)
        await pilot.press(*"lighthouse lit")
        await until(pilot, lambda: again.query_text == "lighthouse lit")


async def test_from_the_reader_a_place_in_the_same_article_is_gone_to_there(database: Path) -> None:
    async with reading(database) as (pilot, reader):
        await pilot.press("F")
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
        await pilot.press(*"rota", "enter")
        await until(pilot, lambda: pilot.app.screen is reader)
        await until(pilot, lambda: reader.selected_item is not None and reader.selected_item.note)
        assert len(pilot.app.screen_stack) == 1


async def test_the_library_is_one_key_away_also_from_what_was_found(database: Path) -> None:
    async with searching(database, "rota") as (pilot, _screen):
        await pilot.press("enter")
        await opened(pilot)
        await pilot.press("L")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))
        assert len(pilot.app.screen_stack) == 1


async def test_a_slow_answer_never_takes_the_place_of_a_newer_one(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with searching(database) as (pilot, screen):
        ask = screen.desk.ask
        asked: list[str] = []

        def slow(work: Callable[[Library], Any]) -> "asyncio.Future[Any]":
            asked.append(screen.query_text)
            wait = 0.5 if screen.query_text == "rota" else 0.0

            def late(library: Library) -> Any:
                time.sleep(wait)
                return work(library)

            return ask(late)

        monkeypatch.setattr(screen.desk, "ask", slow)
        await pilot.press(*"rota")
        await until(pilot, lambda: asked[-1:] == ["rota"])
        await pilot.press(" ", *"lighthouse")
        await until(pilot, lambda: said(screen) == "Nothing found.")
        await pilot.pause(0.6)
        assert shown(screen) == []


async def test_while_a_search_takes_its_time_one_types_on_and_only_the_last_query_is_searched_after_it(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    find, asked, gate = Search.find, list[Query](), threading.Event()

    def slow(search: Search, query: Query, limit: int = 20) -> Found:
        asked.append(query)
        assert gate.wait(PATIENCE)
        return find(search, query, limit)

    async with searching(database, "rota") as (pilot, screen):
        monkeypatch.setattr(Search, "find", slow)
        monkeypatch.setattr(search_screen, "_PAUSE", 0.0)
        await pilot.press("x")
        await until(pilot, lambda: len(asked) == 1)
        for typed in (*["backspace"] * 5, *"lighthouse"):
            await pilot.press(typed)
        await until(pilot, lambda: screen.query_one(Line).value == "lighthouse")
        assert (len(asked), len(shown(screen))) == (1, 1)
        gate.set()
        await until(pilot, lambda: not screen.searching)
        assert asked[1:] == [parse("lighthouse", typing=True)]
        assert shown(screen)[0].startswith("Lighthouse keeper rejects ferry plan")


async def test_what_goes_wrong_is_said_and_the_next_key_tries_again(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with searching(database) as (pilot, screen):
        with monkeypatch.context() as broken:

            def fail(*_: object) -> None:
                raise SaysoError("the full-text index is damaged")

            broken.setattr("store.searching.finding.Search.find", fail)
            await pilot.press(*"rota")
            await until(pilot, lambda: "index is damaged" in said(screen))
        await pilot.press("backspace")
        await until(pilot, lambda: len(shown(screen)) == 1)


ODD = ('"', '"rota', "AND", "NEAR(", "-", ":::", "*", "speaker:", "foo:bar", "after:2026-1", "[red]", "(", "^", "{a}:")


@pytest.mark.parametrize("query", [*ODD, "🙂", "rota " * 20_000], ids=lambda query: ascii(query[:9]))
async def test_no_query_is_an_error(database: Path, query: str) -> None:
    async with searching(database) as (pilot, screen):
        screen.query_one("Line").value = query  # type: ignore[attr-defined]
        await until(pilot, lambda: screen.query_text == query and not screen.searching)
        assert said(screen)


async def test_the_day_on_which_an_article_was_only_added_is_marked_and_the_mark_told(database: Path) -> None:
    with Library(database) as library:
        added = library.articles.get(1).added[:10]
    async with searching(database, "passengers") as (pilot, screen):
        await until(pilot, lambda: all(f"  +{added}" in one for one in shown(screen) if "ferry plan" in one))
        assert said(screen).endswith(" + no date: when it was added.")


async def test_without_colours_what_was_found_stands_out_in_the_chosen_line_too(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with searching(database, "passengers") as (pilot, screen):
        await until(pilot, lambda: len(shown(screen)) > 1)
        pieces = [piece for strip in screen._compositor.render_strips() for piece in strip if piece.style]
        found = [piece.style for piece in pieces if piece.style and piece.text.lower() == "passengers"]
        # Of the line in which the words are asked for it is not one.
        assert [style.reverse for style in found if style.bold] == [True, True]
        assert [style.underline for style in found if style.bold].count(True) == 1


async def test_no_key_waits_until_all_places_are_counted(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()

    def slow(_: Search, __: Query, found: Found) -> Found:
        go_on.wait(2 * PATIENCE)  # longer than anybody waits for the article
        return found

    monkeypatch.setattr(Search, "counted", slow)
    many = "".join(f"The mayor said that tram {number} was late.\n\n" for number in range(1, 20))
    with Library(database) as library:
        library.readings.read(library.articles.add(read_stream(io.BytesIO(many.encode())))[0])
    async with searching(database, "tram") as (pilot, _screen):
        await pilot.press("enter")
        await opened(pilot)
        go_on.set()
