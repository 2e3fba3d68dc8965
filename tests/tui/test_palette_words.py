"""What people type into the palette before they know what anything is called here."""

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from store.importing import read_stream
from store.library import Library
from tests.tui.reading import ARTICLE, reading, until
from tui.app import SaysoApp
from tui.screens.library import LibraryScreen
from tui.screens.palette import Commands, entries_of

IN_SIGHT = 3
"""Lines of the list in which the command is to be found."""

READING = {
    "grow widen extend expand enlarge bigger": "caret.grow",
    "shrink narrow smaller reduce": "caret.shrink",
    "shorter longer": "claims.amend",
    "selection visual": "read.select-by-keys",
    "next": "claims.next",
    "previous prev": "claims.previous",
    "quit exit close leave": "around.leave",
    "undo revert": "history.undo",
    "redo repeat": "history.redo",
    "open load file folder import": "library.add",
    "switch tabs open": "around.switch",
    "save print export download markdown pdf share": "around.export",
    "search find look": "read.search",
    "filter speaker voices": "claims.filter",
    "bulk every everything": "claims.bulk",
    "sort order arrange": "panel.sort",
    "group together": "panel.group",
    "tag tags label labels": "claims.tags",
    "rename merge": "all-tags.rename",
    "note comment remark annotate": "claims.note",
    "amend edit correct fix": "claims.amend",
    "split divide": "amend.split",
    "join combine": "amend.join",
    "accept approve agree": "claims.accept",
    "reject disagree deny": "claims.reject",
    "verdict assess rate status": "claims.assess",
    "why explain details source": "claims.details",
    "delete remove erase unmark": "claims.delete",
    "trash restore": "around.bin",
    "highlight marker underline bold": "passage.highlight",
    "deselect unselect": "caret.put-away",
    "copy cite quote clipboard": "read.copy",
    "missed missing new create add": "claims.mark",
    "outline contents headings goto jump": "read.outline",
    "top beginning": "read.start",
    "bottom end": "read.end",
    "back return": "read.back",
    "forward": "read.forth",
    "scroll": "read.page-down",
    "columns": "read.right",
    "link url footnote": "read.links",
    "numbers paragraphs": "read.numbers",
    "hide show toggle hedges": "read.layers",
    "opinions attitudes wants": "claims.attitudes",
    "dim focus": "claims.focus",
    "fullscreen": "note.full-screen",
    "sidebar panel": "around.panel",
    "compare": "around.compare",
    "diff versions": "around.changes",
    "refresh reload update": "around.reload",
    "history log": "around.history",
    "library home": "around.library",
    "bulk batch": "claims.bulk",
    "help keys shortcuts manual": "around.help",
    "legend symbols": "app.signs",
    "tutorial tour": "tour.begin",
    "stop cancel abort": "app.stop-work",
    "settings options config preferences zoom": "shell.where --settings",
    "browser": "shell.serve",
    "backup": "shell.db backup",
    "password encrypt": "shell.db encrypt",
    "dark colour colors theme": "theme.night",
}
LIBRARY = {
    "open": "library.open",
    "add import file folder paste new upload": "library.add",
    "sort order": "library.sort",
    "filter outlet": "library.filter",
    "compare": "library.compare",
    "delete remove bin trash": "library.delete",
    "undo": "library.undo",
    "quit exit close leave": "library.leave",
}


PHRASES = {
    "black on white": "theme.day",
    "white on black": "theme.night",
    "dark mode": "theme.night",
    "light mode": "theme.day",
    "colour blind": "theme.safe",
    "high contrast": "theme.contrast",
    "no colour": "theme.terminal",
    "notes to confirm": "around.shelf",
    "who said most": "claims.voices",
    "said most": "claims.voices",
    "who": "claims.voices",
    "unnamed": "claims.filter",
    "confirm": "around.shelf",
    "go back": "read.back",
    "back": "read.back",
    "group by speaker": "panel.group",
}
"""What comes first of all."""


async def missed(screen: Screen[Any], table: dict[str, str]) -> Iterable[tuple[str, list[str]]]:
    """The words that do not lead to their command at once, with what they lead to."""
    wrong = []
    for words, command in table.items():
        for word in words.split():
            hits = [hit async for hit in Commands(screen).search(word)]
            hits.sort(key=lambda hit: -hit.score)
            ids = [hit.command.args[0].id for hit in hits[:IN_SIGHT]]  # type: ignore[union-attr]
            if command not in ids:
                wrong.append((word, ids))
    return wrong


@pytest.fixture(autouse=True)
def _nothing_lately() -> None:
    """What other tests chose is not offered first."""
    Commands.lately.clear()


async def test_what_a_newcomer_types_while_reading_leads_to_the_command(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db") as (_, screen):
        assert await missed(screen, READING) == []


async def test_what_a_newcomer_types_in_the_library_leads_to_the_command(tmp_path: Path) -> None:
    with Library(tmp_path / "sayso.db") as library:
        library.articles.add(read_stream(io.BytesIO(ARTICLE.encode())))
    app = SaysoApp(tmp_path / "sayso.db")
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen.chosen)
        assert await missed(app.screen, LIBRARY) == []


@pytest.mark.parametrize("words", ["all claims of", "every claim of one speaker", "all to verify", "accept all"])
async def test_what_does_one_thing_with_all_is_found_by_what_people_call_that(tmp_path: Path, words: str) -> None:
    async with reading(tmp_path / "sayso.db") as (_, screen):
        hits = sorted([hit async for hit in Commands(screen).search(words)], key=lambda hit: -hit.score)
        ids = [hit.command.args[0].id for hit in hits[:IN_SIGHT]]  # type: ignore[union-attr]
        assert "claims.bulk" in ids


@pytest.mark.parametrize("word", ["tags", "tag", "import", "verify"])
async def test_letters_that_are_scattered_over_a_name_do_not_stand_beside_words(tmp_path: Path, word: str) -> None:
    async with reading(tmp_path / "sayso.db") as (_, screen):
        hits = [hit async for hit in Commands(screen).search(word)]
        assert hits
        for hit in hits:
            entry = hit.command.args[0]  # type: ignore[union-attr]
            assert any(part.startswith(word.removesuffix("s")) for part in f"{entry.name} {entry.also}".lower().split())


async def test_what_is_called_just_that_comes_before_what_is_so_called_among_other_words(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db") as (_, screen):
        named = {entry.name: entry for entry in entries_of(screen.app, screen, Commands.lately)}
        assert sum("library" in name.casefold().split() for name in named) > 1
        for words in ("library", "LIBRARY ", "outline", "help"):
            hits = [hit async for hit in Commands(screen).search(words)]
            best = max(hits, key=lambda hit: hit.score)
            assert best.text is not None
            assert best.text.casefold() == words.strip().casefold()


async def test_where_no_word_is_like_it_letters_are_enough(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db") as (_, screen):
        hits = [hit async for hit in Commands(screen).search("outln")]
        assert [hit.text for hit in hits] == ["Outline"]


async def test_what_is_typed_in_several_words_or_for_several_things_leads_to_the_likeliest_first(
    tmp_path: Path,
) -> None:
    async with reading(tmp_path / "sayso.db") as (_, screen):
        first = {}
        for words in PHRASES:
            hits = [hit async for hit in Commands(screen).search(words)]
            best = max(hits, key=lambda hit: hit.score, default=None)
            first[words] = best.command.args[0].id if best is not None else ""  # type: ignore[union-attr]
        assert first == PHRASES
