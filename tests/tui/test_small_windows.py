"""Small windows: in every dialog words stand there whole or end in an ellipsis, and what can be used is in sight."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from store.annotations import Annotation, Evidence, Selector
from store.conflicts import Conflict
from store.errors import SaysoError
from store.items import Item
from store.shares import Share
from tests.e2e.test_hostile_screens import surfaces
from tests.tui.changed_article import opened
from tests.tui.dialog_stage import DialogStage, screen_text
from tests.tui.reading import reading, until
from tests.tui.revised import keep_and_revise
from tui.addresses import address_of
from tui.dialogs.bulk import SureDialog
from tui.dialogs.confirm import ConfirmDialog
from tui.dialogs.conflict import ConflictDialog
from tui.dialogs.dialog import Dialog, KeyButton
from tui.dialogs.lines import LinesDialog
from tui.dialogs.link import LinkDialog
from tui.dialogs.note.evidence import EvidenceDialog
from tui.dialogs.picker import PickerDialog
from tui.dialogs.rescue import RescueDialog
from tui.dialogs.retag import RetagDialog
from tui.dialogs.sorting import SortDialog
from tui.dialogs.unsaved import UnsavedDialog
from tui.dialogs.voices import VoicesDialog
from tui.ordering import Order

SIZES = [(40, 12), (60, 20)]
LONG = "https://example.org/a/very/long/address/that/goes/on/and/on/for/as/long/as/it/can"


def conflict() -> ConflictDialog:
    """Two long notes on one passage."""
    before = Annotation(uid="u1", article=1, kind="passage", selectors=(Selector("passage", 0, 4, "said"),))
    mine, theirs = (replace(before, note=f"{whose} is rather a long note " * 5) for whose in ("mine", "theirs"))
    return ConflictDialog(Conflict(before, mine, theirs))


NO_ITEMS: list[Item] = []
BY_THEMSELVES: dict[str, Callable[[], Dialog[Any]]] = {
    "ConfirmDialog": lambda: ConfirmDialog(f"Delete “{LONG}” and all that is on it for good?", "Delete for good"),
    "ConflictDialog": conflict,
    "EvidenceDialog": lambda: EvidenceDialog(Evidence(LONG, "supports", "in a few words")),
    "LinesDialog": lambda: LinesDialog("Not added: 2", [LONG, LONG]),
    "LinkDialog": lambda: LinkDialog(address_of(LONG)),
    "PickerDialog": lambda: PickerDialog(Path(__file__).parent),
    "RescueDialog": lambda: RescueDialog("sayso-unsaved-2026-11-28-092303.db"),
    "RetagDialog": lambda: RetagDialog("harbour"),
    "SortDialog": lambda: SortDialog(Order.usual("title")),
    "SureDialog": lambda: SureDialog("Three guessed speakers would become certain. Accept them all the same?", "All"),
    "UnsavedDialog": lambda: UnsavedDialog(3, 1, SaysoError("the disk is full: there is no room left for a change")),
    "VoicesDialog": lambda: VoicesDialog([Share("Ana Bo", 0.5, False), Share("reporter", 0.5, False)], NO_ITEMS),
}
IN_THE_READER = {
    "ClaimDialog": "]i",
    "AssessDialog": "]s",
    "NoteDialog": "]a",
    "TagsDialog": "]t",
    "ExportDialog": "e",
    "LayersDialog": "z",
    "HelpDialog": "?",
    "OutlineDialog": "o",
    "BulkDialog": "!",
    "SwitcherDialog": "`",
    "HistoryDialog": "T",
}
NAMED = {"]": "right_square_bracket", "?": "question_mark", "!": "exclamation_mark", "`": "grave_accent"}


def cut(screen: Screen[Any]) -> Iterator[str]:
    """What does not stand there whole, and does not say so."""
    for widget in screen.walk_children(Widget):
        width, height = widget.content_size
        if not widget.is_on_screen or not width:
            continue
        if isinstance(widget, Input) and cell_len(widget.placeholder) > width:
            yield widget.placeholder
        if not isinstance(widget, Static | Button):
            continue
        place = screen.find_widget(widget)
        ellipsis = widget.styles.text_overflow == "ellipsis" and widget.styles.text_wrap == "nowrap"
        higher = not ellipsis and widget.get_content_height(screen.size, screen.size, width) > height
        wider = isinstance(widget, Button) and not ellipsis and cell_len(str(widget.label)) > width
        if higher or wider or place.region.right > place.clip.right:
            yield str(widget.render())


async def out_of_reach(pilot: Pilot[Any], screen: Screen[Any]) -> list[str]:
    """What the keys can be given to, or what can be clicked, of which too little comes into sight."""
    found = []
    for widget in screen.focus_chain:
        widget.focus()
        await until(pilot, lambda widget=widget: widget.has_focus)
        await pilot.pause()
        place = screen.find_widget(widget)
        if place.region.intersection(place.clip).height < min(place.region.height, 3):
            found.append(str(widget))
    box = screen.query_one(".box").content_region
    buttons = [one for one in screen.query(".box > .keys KeyButton").results(KeyButton) if one.display]
    return found + [one.words for one in buttons if not box.contains_region(one.region)]


async def assert_it_fits(pilot: Pilot[Any], name: str) -> None:
    screen = pilot.app.screen
    await pilot.pause()
    assert type(screen).__name__ == name
    assert list(cut(screen)) == [], screen_text(pilot.app)
    assert await out_of_reach(pilot, screen) == [], screen_text(pilot.app)


def test_every_dialog_is_looked_at() -> None:
    dialogs = {name for name in surfaces() if name.endswith("Dialog")}
    assert dialogs == BY_THEMSELVES.keys() | IN_THE_READER.keys() | {"ShelfDialog"}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", BY_THEMSELVES)
async def test_a_dialog_by_itself_fits(name: str, size: tuple[int, int]) -> None:
    stage = DialogStage(BY_THEMSELVES[name]())
    async with stage.run_test(size=size) as pilot:
        await until(pilot, lambda: type(stage.screen).__name__ == name)
        await assert_it_fits(pilot, name)


@pytest.mark.parametrize("size", SIZES)
async def test_every_dialog_over_an_article_fits(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reading(tmp_path / "l.db", size=size) as (pilot, screen):
        await pilot.press("v", "v", "e", "1", "escape")
        await until(pilot, lambda: bool(screen.workspace.annotations) and not screen.workspace.outbox)
        for name, keys in IN_THE_READER.items():
            await pilot.press(*(NAMED.get(key, key) for key in keys))
            await until(pilot, lambda name=name: type(pilot.app.screen).__name__ == name)
            await assert_it_fits(pilot, name)
            if name == "HelpDialog":
                for turn in ("tab", "tab", "s"):
                    await pilot.press(turn)
                    await assert_it_fits(pilot, name)
            await pilot.press("escape")
            await until(pilot, lambda: pilot.app.screen is screen)


@pytest.mark.parametrize("size", SIZES)
async def test_what_has_no_place_fits(tmp_path: Path, size: tuple[int, int]) -> None:
    keep_and_revise(tmp_path / "sayso.db", tmp_path)
    async with opened(tmp_path / "sayso.db", size=size) as (pilot, _):
        await pilot.press("O")
        await until(pilot, lambda: type(pilot.app.screen).__name__ == "ShelfDialog")
        await assert_it_fits(pilot, "ShelfDialog")


async def test_a_dialog_over_a_dialog_hides_it_where_the_window_is_low(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", size=(40, 12)) as (pilot, _):
        await pilot.press("right_square_bracket", "a", "f3")
        await until(
            pilot, lambda: isinstance(pilot.app.screen, EvidenceDialog) and "Evidence" in screen_text(pilot.app)
        )
        assert screen_text(pilot.app).count("╰") == 1


@pytest.mark.parametrize(("told", "offered"), [(2, False), (40, True)])
async def test_what_fits_offers_no_scrolling(told: int, offered: bool) -> None:
    stage = DialogStage(LinesDialog("Not added", [f"line {number}" for number in range(told)]))
    async with stage.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Close" in screen_text(stage))
        await until(pilot, lambda: ("Down" in screen_text(stage)) == offered)
        await pilot.resize_terminal(80, 60)
        await until(pilot, lambda: "Down" not in screen_text(stage))
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: ("Down" in screen_text(stage)) == offered)
