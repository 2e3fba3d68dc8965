"""A few pictures of the reading screen, for what only an eye would notice. ``--snapshot-update`` takes them anew.

The claims are fixed, so that a better engine leaves the pictures as they are.
"""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

import claims
from claims.model import Caveat, Claim, Hedge, Phrase, Reading, Span
from store.article import Imported
from store.importing import read_stream
from store.library import Library
from store.noting import by_hand, on_item, on_passage
from store.review import merge
from tests.tui.reading import until
from tui.app import SaysoApp
from tui.screens.changes import ChangesScreen
from tui.screens.reading.reader import ReaderScreen
from tui.themes.day import DAY

ARTICLE = """---
title: Harbour board rejects ferry plan
author: Ines Falk
outlet: Coast Courier
published: 2024-03-01
---

The harbour board said on Monday that the plan was **dead**. This could not be verified.

## What the company says

> “We have not cut a single post,” Marta Lindqvist told reporters.

- The union, according to its newsletter, may have lost three people.
- The mayor has [yet to answer](https://courier.example/mayor).

| Year | Ferries |
|------|--------:|
| 2022 |       9 |
| 2023 |      12 |

Passengers noticed `nothing`, the harbour master's log shows.
"""
SnapCompare = Callable[..., bool]


def reading_of(text: str) -> Reading:
    """Three claims, as an engine might find them."""

    def at(words: str) -> Span:
        start = text.index(words)
        return start, start + len(words)

    board = Claim(
        content=(at("that the plan was dead"),),
        cue=(at("said"),),
        source=(at("The harbour board"),),
        speaker="harbour board",
        when=Phrase("on Monday", at("on Monday")),
        caveats=(0,),
        confidence=0.9,
        why=("a reporting verb", "a clause with “that” after it"),
    )
    company = Claim(
        content=(at("“We have not cut a single post,”"),),
        cue=(at("told"),),
        source=(at("Marta Lindqvist"),),
        quote="direct",
        speaker="Marta Lindqvist",
    )
    union = Claim(
        content=(at("The union"), at("may have lost three people")),
        cue=(at("according to"),),
        source=(at("its newsletter"),),
        speaker="union",
        channel=Phrase("newsletter", at("newsletter")),
        hedges=(Hedge(at("may"), "source"),),
    )
    caveats = (Caveat("unverified", at("This could not be verified.")),)
    return Reading("fixed", (board, company, union), caveats)


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SaysoApp:
    """The reader on an article with three claims, of which two are judged, and with two marks of the reader's own."""
    monkeypatch.setattr(claims, "up_to_date", lambda engines: "fixed" if "fixed" in engines else None)
    imported = read_stream(io.BytesIO(ARTICLE.encode()))
    _annotate(tmp_path / "sayso.db", imported)
    return SaysoApp(tmp_path / "sayso.db", imported)


def _annotate(database: Path, imported: Imported) -> None:
    text = imported.document.text
    with Library(database) as library:
        article, _ = library.articles.add(imported)
        library.readings.keep(article, reading_of(text))
        board, company, _ = (on_item(item, article, text) for item in merge(reading_of(text), ()))
        log = text.index("Passengers noticed nothing")
        shows = text.index("the harbour master's log")
        mayor = text.index("yet to answer")
        for annotation in (
            replace(board, progress="checked", finding="disputed", reason="The minutes say deferred.", tags=("ferry",)),
            replace(company, decision="accepted", note="Ask for the staff list."),
            by_hand(article, text, ((log, log + 26),), ((shows, shows + 24),), ((shows + 25, shows + 30),)),
            replace(on_passage(article, text, (mayor, mayor + 13)), note="Since when?"),
        ):
            library.annotations.save(annotation)


async def on_display(pilot: Pilot[None]) -> ReaderScreen:
    """Wait until the claims are there, and choose the first."""
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    await until(pilot, lambda: screen.workspace.article and not screen.panel.loading_claims)
    await pilot.press("right_square_bracket")
    await until(pilot, lambda: screen.panel.selected == 0)
    return screen


async def by_day(pilot: Pilot[None]) -> None:
    """The same in the light palette."""
    await on_display(pilot)
    pilot.app.theme = DAY.name
    await pilot.pause()


async def caret_out(pilot: Pilot[None]) -> None:
    """Select some words with the caret, search hits beside them."""
    screen = await on_display(pilot)
    screen.pane.search("plan")
    await pilot.press("v", "w", "v", "e", "e")
    await until(pilot, lambda: screen.pane.selection)
    await pilot.pause()


@pytest.mark.parametrize("size", [(120, 36), (80, 24)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_article_beside_its_claims(snap_compare: SnapCompare, app: SaysoApp, size: tuple[int, int]) -> None:
    assert snap_compare(app, terminal_size=size, run_before=on_display)


def test_the_same_in_the_light_palette(snap_compare: SnapCompare, app: SaysoApp) -> None:
    assert snap_compare(app, terminal_size=(120, 36), run_before=by_day)


def test_a_selection_and_search_hits_over_the_claims(snap_compare: SnapCompare, app: SaysoApp) -> None:
    assert snap_compare(app, terminal_size=(80, 24), run_before=caret_out)


def test_what_changed_between_two_texts(snap_compare: SnapCompare, tmp_path: Path) -> None:
    changed = ARTICLE.replace("was **dead**", "was **put off**").replace("single post", "single job")
    changed = changed.replace("Passengers noticed `nothing`, the", "A storm came. The")
    old, new = (read_stream(io.BytesIO(text.encode())) for text in (ARTICLE, changed))
    _annotate(tmp_path / "sayso.db", old)
    with Library(tmp_path / "sayso.db") as library:
        article, _ = library.articles.add(new, known_as=library.articles.get(1))
        text = new.document.text
        content = tuple(
            (text.index(words), text.index(words) + len(words)) for words in ("“We have not cut a single job,”",)
        )
        library.readings.keep(article, Reading("fixed", (Claim(content=content, speaker="Marta Lindqvist"),)))
    app = SaysoApp(tmp_path / "sayso.db")

    async def shown(pilot: Pilot[None]) -> None:
        screen = ChangesScreen(app.desk, article)
        await app.push_screen(screen)
        await until(pilot, lambda: screen.pane.document)
        await pilot.pause()

    assert snap_compare(app, terminal_size=(100, 36), run_before=shown)
