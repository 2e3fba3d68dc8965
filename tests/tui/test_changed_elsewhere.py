"""Other windows and scripts change the article while it is open: it shows, and nothing is overwritten."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from store.library import Library
from store.noting import note_on_quote, on_passage
from tests.tui.dialog_stage import screen_text
from tests.tui.reading import ARTICLE, go_to, reading, said, until
from tui.dialogs.conflict import ConflictDialog
from tui.dialogs.note import NoteDialog
from tui.screens.reading import keeping
from tui.screens.reading.reader import ReaderScreen

QUOTE = "“We have not cut a single post,”"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


@pytest.fixture
def looking_seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a change made elsewhere is met by one made here before it has been seen."""
    monkeypatch.setattr(keeping, "EVERY", 600.0)


def script(database: Path, text: str = "A script was here.", tags: tuple[str, ...] = ()) -> None:
    """What ``sayso note`` does."""
    with Library(database) as library:
        note_on_quote(library, library.articles.get(1), QUOTE, text, tags)


def notes(database: Path) -> list[str]:
    with Library(database) as library:
        return [annotation.note for annotation in library.annotations.of(1)]


async def type_note(pilot: Pilot[None], words: str) -> None:
    await pilot.press("a")
    await until(pilot, lambda: isinstance(pilot.app.screen, NoteDialog))
    await pilot.press(*words)


async def in_conflict(pilot: Pilot[None], screen: ReaderScreen, database: Path) -> None:
    """A note of mine on a claim whose note a script has changed while it was being typed."""
    await go_to(pilot, screen, QUOTE)
    await type_note(pilot, "Mine")
    script(database, "Theirs", ("tagged",))
    await pilot.press("escape")
    await until(pilot, lambda: isinstance(pilot.app.screen, ConflictDialog))


async def test_what_a_script_notes_shows_within_two_seconds_and_moves_neither_the_place_nor_a_dialog(
    database: Path,
) -> None:
    assert keeping.EVERY <= 1  # and as long again for what follows, on a machine that is not busy
    article = ARTICLE + "\nA long afternoon went by at the quay.\n" * 200
    async with reading(database, article) as (pilot, screen):
        await pilot.press("space", "space")
        await until(pilot, lambda: screen.pane.top > 300)
        top = screen.pane.top
        screen.pane.select(0, 7)
        await type_note(pilot, "Half a")
        dialog = pilot.app.screen
        script(database)
        await until(pilot, lambda: screen.workspace.annotations)
        assert screen.workspace.annotations[0].note == "A script was here."
        assert pilot.app.screen is dialog
        assert dialog.query_one(TextArea).text == "Half a"
        await pilot.press("escape")
        await until(pilot, lambda: len(screen.workspace.annotations) == 2)
        assert screen.pane.top == top


@pytest.mark.usefixtures("looking_seldom")
async def test_a_note_written_in_two_windows_keeps_both_and_asks(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await in_conflict(pilot, screen, database)
        shown = screen_text(pilot.app)
        assert all(words in shown for words in ("Mine", "Theirs", "Changed elsewhere", "Keep both"))
        with Library(database) as library:
            assert [(d.kind, d.annotation.note) for d in library.drafts.of(1)] == [("refused", "Mine")]
        assert notes(database) == ["Theirs"]


@pytest.mark.parametrize(("key", "kept"), [("t", "Theirs"), ("m", "Mine"), ("b", "Theirs\n\nMine")])
@pytest.mark.usefixtures("looking_seldom")
async def test_the_reader_says_which_of_two_notes_stays(database: Path, key: str, kept: str) -> None:
    async with reading(database) as (pilot, screen):
        await in_conflict(pilot, screen, database)
        await pilot.press(key)
        await until(pilot, lambda: pilot.app.screen is screen)
        await until(pilot, lambda: screen.workspace.annotations[0].note == kept and not screen.workspace.outbox)
        await screen.hand_over()
    with Library(database) as library:
        (annotation,) = library.annotations.of(1)
        assert (annotation.note, annotation.tags) == (kept, ("tagged",))
        assert library.drafts.of(1) == []


@pytest.mark.usefixtures("looking_seldom")
async def test_a_conflict_put_off_is_asked_about_at_the_next_opening(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await in_conflict(pilot, screen, database)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
    async with reading(database) as (pilot, screen):
        await until(pilot, lambda: isinstance(pilot.app.screen, ConflictDialog))
        await pilot.press("b")
        await until(pilot, lambda: screen.workspace.annotations[0].note == "Theirs\n\nMine")


@pytest.mark.usefixtures("looking_seldom")
async def test_a_tag_here_and_a_note_there_both_stay(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, QUOTE)
        await pilot.press("t")
        await until(pilot, lambda: pilot.app.screen is not screen)
        script(database)
        await pilot.press(*"labour", "enter")
        await until(pilot, lambda: screen.workspace.annotations)
        (annotation,) = screen.workspace.annotations
        assert (annotation.note, annotation.tags) == ("A script was here.", ("labour",))


@pytest.mark.usefixtures("looking_seldom")
async def test_a_note_on_what_was_deleted_elsewhere_is_asked_about_and_can_be_kept(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, QUOTE)
        await pilot.press("y")
        await until(pilot, lambda: screen.workspace.annotations)
        await pilot.press("left_square_bracket")
        await type_note(pilot, "Mine")
        with Library(database) as library:
            library.annotations.delete(screen.workspace.annotations[0].uid)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConflictDialog))
        assert "It was deleted there" in screen_text(pilot.app)
        await pilot.press("m")
        await until(pilot, lambda: [a.note for a in screen.workspace.annotations] == ["Mine"])
    assert notes(database) == ["Mine"]


async def test_a_draft_typed_on_a_note_that_changed_since_is_asked_about_too(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, QUOTE)
        await type_note(pilot, "Mine")
        with Library(database) as library:
            await until(pilot, lambda: any(d.annotation.note == "Mine" for d in library.drafts.of(1)))
    script(database, "Theirs")
    async with reading(database) as (pilot, screen):
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteDialog))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConflictDialog))
        await pilot.press("b")
        await until(pilot, lambda: screen.workspace.annotations[0].note == "Theirs\n\nMine")


async def test_that_the_article_was_binned_elsewhere_is_said_and_what_is_noted_is_kept(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        with Library(database) as library:
            library.bin.put(library.articles.get(1))
        await until(pilot, lambda: any("bin" in words for words in said(pilot.app)))
        screen.pane.select(0, 7)
        await pilot.press("h")
        await until(pilot, lambda: screen.workspace.annotations and not screen.workspace.outbox)
    with Library(database) as library:
        assert len(library.annotations.of(1)) == 1


async def test_the_library_shows_what_is_added_elsewhere_and_its_cursor_stays(database: Path) -> None:
    async with reading(database) as (pilot, _):
        await pilot.press("L")
        await until(pilot, lambda: pilot.app.screen.query("ArticleTable"))
        table = pilot.app.screen.query_one("ArticleTable")
        await until(pilot, lambda: table.row_count == 1)  # type: ignore[attr-defined]
        add(database, "# Another\n\nIt came later.\n")
        await until(pilot, lambda: table.row_count == 2)  # type: ignore[attr-defined]
        assert table.cursor_row == 1  # type: ignore[attr-defined]


async def test_the_library_says_what_was_typed_and_never_saved(database: Path) -> None:
    add(database, ARTICLE)
    with Library(database) as library:
        article = library.articles.get(1)
        typed = replace(on_passage(article, library.articles.document(article).text, (0, 7)), note="Half")
        library.drafts.keep(typed)
    async with reading(database, "# Another\n\nIt came later.\n") as (pilot, screen):
        await pilot.press("L")
        await until(pilot, lambda: pilot.app.screen is not screen and pilot.app.screen.query("Notice"))
        told: Callable[[], bool] = lambda: "1 note was never saved: “Harbour board" in screen_text(pilot.app)  # noqa: E731
        await until(pilot, told)


def add(database: Path, text: str) -> None:
    import io

    from store.importing import read_stream

    with Library(database) as library:
        library.articles.add(read_stream(io.BytesIO(text.encode())))
