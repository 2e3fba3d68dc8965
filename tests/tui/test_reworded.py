"""A verdict on words that say something else by now, in the reader."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from store.anchors import selector
from store.annotations import Annotation
from store.items import Item
from store.library import Library
from tests.tui.changed_article import said, shelf
from tests.tui.dialog_stage import screen_text
from tests.tui.reading import until
from tests.tui.revised import NEW, OLD, imported, note_on
from tui.app import SaysoApp
from tui.screens.reading.reader import ReaderScreen
from tui.widgets.panel.cards import closed_card, open_card
from tui.widgets.panel.page import Page

WORDS = "rejected the plan. Its reasons filled one page"
NOW = "rejected the plan. Its reasons filled two pages"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A library in which one note has moved along onto changed words."""
    old = imported(tmp_path, OLD)
    with Library(tmp_path / "sayso.db") as library:
        article, _ = library.articles.add(old)
        library.annotations.save(note_on(article, old.document.text, WORDS, "pages", "Counted: true"))
        library.articles.add(imported(tmp_path, NEW))
    return tmp_path / "sayso.db"


@asynccontextmanager
async def opened(
    database: Path, size: tuple[int, int] = (120, 36), text: str = NEW
) -> AsyncIterator[tuple[Pilot[None], ReaderScreen]]:
    app = SaysoApp(database, imported(database.parent, text))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.workspace.article)
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        await until(pilot, lambda: not screen.panel.loading_claims)
        yield pilot, screen
    app.close()


def kept(database: Path) -> Annotation:
    with Library(database) as library:
        return library.annotations.get("pages")


def test_a_card_says_it_first_and_an_open_one_what_the_words_were() -> None:
    annotation = Annotation(
        uid="u", article=1, kind="passage", selectors=(selector(NOW, 0, len(NOW), "passage"),), note="true", was=WORDS
    )
    page = Page(NOW, (), 60, 2)
    closed, opened = (
        "\n".join("".join(text for text, _ in line) for line in card(Item(None, None, annotation), page))
        for card in (closed_card, open_card)
    )
    assert "≠ words changed since  ✎ true" in closed
    assert f"≠ the words were: {WORDS[:20]}" in opened
    unmarked = closed_card(Item(None, None, replace(annotation, was="")), page)
    assert "≠" not in "".join(text for line in unmarked for text, _ in line)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_title_counts_it_and_the_shelf_shows_both_wordings(database: Path, size: tuple[int, int]) -> None:
    async with opened(database, size) as (pilot, screen):
        assert "1 reworded" in str(screen.panel.border_title)
        await shelf(pilot)
        seen = screen_text(pilot.app)
        assert "Reworded" in seen
        assert "It stood on" in seen
        assert "one page" in seen.split("It stood on")[1].split("The words are now")[0]
        assert "filled two" in seen.split("The words are now")[1]


async def test_enter_says_that_it_is_right_on_these_words_too(database: Path) -> None:
    async with opened(database) as (pilot, screen):
        await shelf(pilot)
        await pilot.press("enter", "escape")
        await until(pilot, lambda: "reworded" not in str(screen.panel.border_title))
        await until(pilot, lambda: not screen.workspace.outbox.waiting)
        assert kept(database).was == ""
        await pilot.press("U")
        await until(pilot, lambda: "1 reworded" in str(screen.panel.border_title))
    assert kept(database).was == WORDS


async def test_a_change_by_hand_takes_the_mark_away(database: Path) -> None:
    async with opened(database) as (pilot, screen):
        before = screen.workspace.annotations[0]
        await screen.workspace.save(before, replace(before, note="Counted again"))
        screen.show_items()
        await until(pilot, lambda: "reworded" not in str(screen.panel.border_title))
    assert (kept(database).note, kept(database).was) == ("Counted again", "")


async def test_words_that_are_back_leave_no_mark(database: Path) -> None:
    with Library(database) as library:
        library.articles.add(imported(database.parent, OLD))
        assert library.annotations.reworded() == []


async def test_a_note_confirmed_on_a_claim_that_was_found_says_which_claim_it_is_on_now(tmp_path: Path) -> None:
    database, old = tmp_path / "sayso.db", imported(tmp_path, OLD)
    with Library(database) as library:
        article, _ = library.articles.add(old)
        at = old.document.text.index("“We have not")
        words = selector(old.document.text, at, at + len("“We have not cut a single post,”"), "content")
        library.annotations.save(
            Annotation(uid="pages", article=article.id, kind="claim", selectors=(words,), note="Says who?")
        )
    text = NEW.replace("cut a single job this year", "cut one job in all of this year")
    async with opened(database, text=text) as (pilot, screen):
        await until(pilot, lambda: screen.workspace.unplaced)
        before = len([item for item in screen.workspace.items if item.is_claim])
        await shelf(pilot)
        await pilot.press("enter", "escape")
        await until(pilot, lambda: said(pilot, "It is yours on claim 3, Marta Lindqvist, now"))
        assert len([item for item in screen.workspace.items if item.is_claim]) == before
