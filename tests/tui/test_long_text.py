"""A book, whose text is no `str`, is read, searched, marked and exported as any other article."""

import io
from pathlib import Path

import pytest

import claims
from store import pieces
from store.importing import read_stream
from store.keeping import texts
from store.library import Library
from store.pieces import Pieces
from tests.tui.reading import ARTICLE, until
from tui.app import SaysoApp
from tui.screens.library import LibraryScreen
from tui.screens.reading.reader import ReaderScreen


async def test_it_is_searched_marked_and_exported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "LONG", 0)
    monkeypatch.setattr(pieces, "LENGTH", 16)
    imported = read_stream(io.BytesIO(ARTICLE.encode()))
    with Library(tmp_path / "sayso.db") as library:
        article, _ = library.articles.add(imported)
    app = SaysoApp(tmp_path / "sayso.db")
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen._version is not None)
        await app._open_beside(article.id)
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.workspace.reading)
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        text, workspace = str(imported.document.text), screen.workspace
        assert isinstance(workspace.text, Pieces)
        assert workspace.text == text
        # What has no code in it is read for claims as it stands.
        assert workspace.reading is not None
        assert workspace.reading.claims == claims.read(text).claims

        await pilot.press("slash", *"nine", "enter")
        await until(pilot, lambda: screen.pane.hit == text.index("nine"))
        await pilot.press("n", "right_square_bracket", "y")
        await until(pilot, lambda: any(one.decision == "accepted" for one in workspace.annotations))
        content, source = text.index("filled one page"), text.index("The union")
        marked = await workspace.mark_claim(((content, content + 15),), ((source, source + 9),), ())
        assert marked.words == "filled one page"
        exported = workspace.exporting(unreviewed=True)().markdown
        assert "filled one page" in exported
    app.close()
