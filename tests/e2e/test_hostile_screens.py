"""Text that tries to work the terminal, on every screen and dialog: one that is not in the table fails a test."""

import ast
import importlib
import json
import pkgutil
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

import tui
from store.annotations import Annotation, Selector
from store.conflicts import Conflict
from store.errors import SaysoError
from tests.e2e.hostile import all_at, attacks, breaches, markers_painted
from tests.e2e.hostile_library import NAME, article, fill
from tests.terminal import Terminal, reader
from tests.tui.dialog_stage import DialogStage, screen_text, until
from tui.addresses import address_of
from tui.dialogs.bulk import SureDialog
from tui.dialogs.conflict import ConflictDialog
from tui.dialogs.dialog import Dialog
from tui.dialogs.lines import LinesDialog
from tui.dialogs.link import LinkDialog
from tui.dialogs.unsaved import UnsavedDialog


@dataclass(frozen=True)
class Step:
    """Keys that show something; ``typed`` goes into its field, and ``shown`` are words that stand there then.

    ``name`` is the screen's or dialog's; '' where it is one that has been shown before. ``back`` leads on from it.
    """

    name: str
    keys: tuple[str, ...]
    shown: str
    back: tuple[str, ...] = ("escape",)
    typed: str = ""


# At most 24 characters each.
MEANINGS = ("\x1b[2JZQone", "\x1b]0;ZQtwo\x07", "[red]ZQthree[/]", "\u202eZQfour", "\x9b31mZQfive")

IN_THE_LIBRARY = (
    Step("LibraryScreen", (), "ZQtitlecolour", ()),
    Step("", ("\\",), "ZQfilterstyle", typed="filter"),
    Step("SortDialog", ("s",), "Turned"),
    Step("PickerDialog", ("a",), "ZQname"),
    Step("", ("a", "/"), "No such file", ("enter", "escape", "escape"), typed="picked"),
    Step("TagsScreen", ("#",), "ZQtagcolour", ()),
    Step("RetagDialog", ("enter",), "ZQretagstyle", ("escape", "y", "q"), typed="retag"),
    Step("BinScreen", ("B",), "Empty the bin", ()),
    Step("ConfirmDialog", ("D",), "cannot be undone", ("n", "q")),
    Step("HistoryDialog", ("T",), "History, in UTC", ("q",)),
    Step("HelpDialog", ("?",), "every command by name", ("q",)),
    Step("CompareScreen", (" ", "j", " ", "="), "ZQtitlecolour", ("q", "g")),
    Step("Palette", ("\x10",), "No matches found", typed="palette"),
    Step("SearchScreen", ("/",), "ZQquerystyle", typed="query"),
)
IN_AN_ARTICLE = (
    Step("ReaderScreen", (), "ZQspeakercolour", ("]",)),
    Step("", (), "voices ▇ ␛[38;2;66;6;6mZQspeakercolour", ()),
    Step("", ("E",), "Who says it"),
    Step("", ("\\",), "ZQnarrowstyle", typed="narrow"),
    Step("", ("l",), "https://evil.example/"),
    Step("", ("\x1b[19~",), "ZQone", ("q",)),
    Step("", ("G",), "ZQtitlecolour", ("g",)),
    Step("", ("T",), "History, in UTC", ("q",)),
    Step("ClaimDialog", ("i",), "ZQevidence"),
    Step("AssessDialog", ("s",), "ZQreason"),
    Step("TagsDialog", ("t",), "ZQtag"),
    Step("NoteDialog", ("a",), "ZQnotecolour", ()),
    Step("EvidenceDialog", ("\x1bOR",), "ZQproofstyle", ("escape", "y", "\x12"), typed="proof"),
    Step("ExportDialog", ("e",), "ZQpathstyle", ("escape", "y"), typed="path"),
    Step("RescueDialog", ("W",), "ZQrescuestyle", ("escape", "y"), typed="rescue"),
    Step("LayersDialog", ("z",), "Show or hide"),
    Step("OutlineDialog", ("o",), "ZQheadingcolour"),
    Step("", ("o",), "ZQoutlinestyle", typed="outline"),
    Step("VoicesDialog", ("S",), "Voices: who says how much"),
    Step("", ("S",), "ZQvoicesstyle", typed="voices"),
    Step("BulkDialog", ("!",), "no finding"),
    Step("ShelfDialog", ("O",), "ZQlostcolour", ("q",)),
    Step("SwitcherDialog", ("`",), "ZQswitchstyle", typed="switch"),
    Step("ChangesScreen", ("r",), "ZQlatercolour", ()),
    Step("PastScreen", ("o",), "Cranes stood still", ("q", "q")),
    Step("", ("/",), "not found", typed="words"),
)


def conflict() -> ConflictDialog:
    """Two notes on one passage, each with attacks."""
    before = Annotation(uid="u1", article=1, kind="passage", selectors=(Selector("passage", 0, 4, all_at("exact")),))
    mine, theirs = (replace(before, note=all_at(whose)) for whose in ("mine", "theirs"))
    return ConflictDialog(Conflict(before, mine, theirs))


BY_THEMSELVES: dict[str, Callable[[], Dialog[Any]]] = {
    "ConflictDialog": conflict,
    "LinesDialog": lambda: LinesDialog(all_at("heading"), list(attacks("line").values())),
    "LinkDialog": lambda: LinkDialog(address_of(f"https://evil.example/{all_at('address')}")),
    "SureDialog": lambda: SureDialog(all_at("question"), all_at("yes"), all_at("no")),
    "UnsavedDialog": lambda: UnsavedDialog(1, 1, SaysoError(all_at("fault"))),
}
"""What does not come up without a fault, or many claims."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a hostile library, hostile file names, and meanings with such names in the settings."""
    folder = tmp_path_factory.mktemp("hostile")
    fill(folder)
    (folder / "config.toml").write_text(f"[notes]\nmeanings = {json.dumps(MEANINGS)}\n", encoding="utf-8")
    return folder


def surfaces() -> Iterator[str]:
    """The names of all screens and dialogs that the program makes somewhere."""
    modules = [importlib.import_module(one.name) for one in pkgutil.walk_packages(tui.__path__, "tui.")]
    sources = [ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8")) for module in modules]
    made = {one.func.id for tree in sources for one in ast.walk(tree) if _is_call(one)}
    waiting = [Screen]
    while waiting:
        further = waiting.pop().__subclasses__()
        waiting += further
        yield from (one.__name__ for one in further if one.__module__.startswith("tui.") and one.__name__ in made)


def _is_call(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name)


def test_every_screen_and_dialog_is_tried() -> None:
    tried = {step.name for step in (*IN_THE_LIBRARY, *IN_AN_ARTICLE)} - {""}
    assert set(surfaces()) == tried | BY_THEMSELVES.keys()


def press(terminal: Terminal, key: str) -> None:
    """Press a key, and wait until something was painted for it."""
    before = len(terminal.raw)
    terminal.press(key)
    terminal.until(lambda _: len(terminal.raw) > before)
    terminal.rest()


def go(terminal: Terminal, steps: tuple[Step, ...]) -> None:
    """Take the steps one after the other."""
    for step in steps:
        for key in step.keys:
            press(terminal, key)
        if step.typed:
            terminal.paste(" ".join(all_at(step.typed).splitlines()))
        terminal.until(step.shown)
        for key in step.back:
            press(terminal, key)


def test_no_screen_passes_it_on_to_the_terminal(hostile: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    shutil.copytree(hostile, work)
    arguments = ("--config", str(work / "config.toml"))
    with reader(work / "sayso.db", *arguments, cwd=work, columns=200, rows=100) as terminal:
        terminal.until(lambda words: "2 articles" in words)
        go(terminal, IN_THE_LIBRARY)
        terminal.press("enter")
        terminal.until("Claims 1")
        go(terminal, IN_AN_ARTICLE)
        assert len(markers_painted(terminal.raw)) > 100
        assert not list(breaches(terminal.raw))


def test_nothing_that_files_are_called_passes_while_they_are_added(tmp_path: Path) -> None:
    (tmp_path / f"long{NAME}").write_text(article(("It rained all day. " * 50 + "\n\n") * 200), encoding="utf-8")
    (tmp_path / f"no text{NAME}").write_bytes(b"\0\1\2" * 500)
    with reader(tmp_path / "sayso.db", cwd=tmp_path, columns=160, rows=50) as terminal:
        terminal.until("No articles")
        press(terminal, "a")
        terminal.until("Add files")
        press(terminal, "*")
        terminal.press("ctrl+s")
        terminal.until("Not added: 1")
        press(terminal, "escape")
        terminal.until("ZQtitlecolour")
        assert not list(breaches(terminal.raw))


@pytest.mark.parametrize("name", BY_THEMSELVES)
async def test_no_dialog_that_comes_up_seldom_draws_it(name: str) -> None:
    stage = DialogStage(BY_THEMSELVES[name]())
    async with stage.run_test(size=(200, 60)) as pilot:
        await until(pilot, lambda: "ZQ" in screen_text(stage))
        assert not list(breaches(screen_text(stage).encode()))
