"""Evidence is put under a note by keyboard, kept with it, in drafts too, and stands in what is exported."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import TextArea

from store.annotations import Evidence
from store.exporting import export_article
from store.library import Library
from tests.store.kept import imported, note
from tests.tui.dialog_stage import DialogStage, answered, screen_text
from tests.tui.dialog_stage import until as until_so
from tests.tui.reading import reading, until
from tui.dialogs.note import NoteDialog, Written
from tui.dialogs.note.evidence import EvidenceDialog, EvidenceList

LINK = "https://example.org/minutes"
KEPT = Evidence(LINK, "contradicts", "page 3")


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_evidence_is_added_by_keyboard_alone(size: tuple[int, int]) -> None:
    stage = DialogStage(NoteDialog("Union", "six people", "Ask"))
    async with stage.run_test(size=size) as pilot:
        await pilot.press("f3")
        await until_so(pilot, lambda: isinstance(stage.screen, EvidenceDialog))
        await pilot.press(*LINK, "tab", "c", "tab", *"page 3")
        await pilot.press("enter")
        await until_so(pilot, lambda: "− contradicts" in screen_text(stage))
        await pilot.press("escape")
        assert await answered(pilot, stage) == Written("Ask", (KEPT,))


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_whether_evidence_is_for_or_against_is_asked_and_never_taken_for_granted(size: tuple[int, int]) -> None:
    stage = DialogStage(NoteDialog("Union", "six people", "Ask"))
    async with stage.run_test(size=size) as pilot:
        await pilot.press("f3")
        await until_so(pilot, lambda: isinstance(stage.screen, EvidenceDialog))
        assert "●" not in screen_text(stage)
        await pilot.press(*LINK, "enter")
        await until_so(pilot, lambda: "Choose what it does to the claim" in screen_text(stage))
        assert isinstance(stage.screen, EvidenceDialog)
        await pilot.press("c", "enter")
        await until_so(pilot, lambda: "− contradicts" in screen_text(stage))
        await pilot.press("escape")
        assert await answered(pilot, stage) == Written("Ask", (Evidence(LINK, "contradicts"),))


async def test_evidence_can_be_changed_and_taken_away() -> None:
    stage = DialogStage(NoteDialog("Union", "six", "Ask", evidence=(KEPT, Evidence("a book"))))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "enter")
        await until_so(pilot, lambda: isinstance(stage.screen, EvidenceDialog))
        await pilot.press("x", "enter")
        await until_so(pilot, lambda: f"{LINK}x" in screen_text(stage))
        await pilot.press("down", "D", "escape")
        written = await answered(pilot, stage)
        assert written == Written("Ask", (Evidence(f"{LINK}x", "contradicts", "page 3"),))


async def test_a_click_on_evidence_changes_it() -> None:
    stage = DialogStage(NoteDialog("Union", "six", "Ask", evidence=(Evidence("a book"), KEPT)))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.click(EvidenceList, offset=(5, 1))
        await until_so(pilot, lambda: isinstance(stage.screen, EvidenceDialog))
        await pilot.press("x", "enter", "escape")
        assert await answered(pilot, stage) == Written("Ask", (Evidence("a book"), replace(KEPT, address=f"{LINK}x")))


def test_a_long_link_is_kept_whole(tmp_path: Path) -> None:
    far = Evidence(f"https://example.org/?q={'x' * 900}")
    with Library(tmp_path / "sayso.db") as library:
        article, _ = library.articles.add(imported())
        assert library.annotations.save(replace(note(article), evidence=(far,))).evidence == (far,)
        assert library.annotations.of(article.id)[0].evidence == (far,)


async def test_evidence_without_a_place_is_asked_for_again() -> None:
    stage = DialogStage(NoteDialog("Union", "six", ""))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3")
        await until_so(pilot, lambda: isinstance(stage.screen, EvidenceDialog))
        await pilot.press("enter")
        await until_so(pilot, lambda: "Write first where it is" in screen_text(stage))
        await pilot.press("escape", "escape")
        assert await answered(pilot, stage) is None


async def test_tricks_in_evidence_are_only_text() -> None:
    trick = Evidence("\x1b]8;;x\x07[red]here[/]\u202e", "supports", "[b]\x9b2J")
    stage = DialogStage(NoteDialog("Union", "six", "", evidence=(trick,)))
    async with stage.run_test(size=(80, 24)) as pilot:
        await until_so(pilot, lambda: "[red]here[/]" in screen_text(stage))
        assert not set("\x1b\x07\x9b\u202e") & set(screen_text(stage))


async def test_evidence_is_kept_in_drafts_and_exported(tmp_path: Path) -> None:
    database = tmp_path / "sayso.db"
    async with reading(database) as (pilot, screen):
        await pilot.press("right_square_bracket", "a")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteDialog))
        dialog = pilot.app.screen
        dialog.query_one(EvidenceList).put(KEPT)
        article = screen.workspace.article
        assert article is not None

        def drafted() -> list[tuple[Evidence, ...]]:
            with Library(database) as library:
                return [draft.annotation.evidence for draft in library.drafts.of(article.id)]

        await until(pilot, lambda: drafted() == [(KEPT,)])
        await pilot.press("escape")
        await until(pilot, lambda: any(one.evidence == (KEPT,) for one in screen.workspace.annotations))
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteDialog))
        assert LINK in screen_text(pilot.app)
        assert pilot.app.screen.query_one(TextArea).has_focus
    with Library(database) as library:
        assert LINK in export_article(library, article).markdown


async def test_a_draft_with_evidence_is_offered_again_and_kept(tmp_path: Path) -> None:
    database = tmp_path / "sayso.db"
    async with reading(database) as (pilot, screen):
        await pilot.press("right_square_bracket")
        await until(pilot, lambda: screen.selected_item is not None)
        item = screen.selected_item
        assert item is not None
        typed = replace(screen.workspace.annotate(item), note="half a though", evidence=(KEPT,))
    with Library(database) as library:
        library.drafts.keep(typed)
    async with reading(database) as (pilot, screen):
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteDialog))
        await until(pilot, lambda: LINK in screen_text(pilot.app))
        await pilot.press("escape")
        await until(pilot, lambda: [one.evidence for one in screen.workspace.annotations] == [(KEPT,)])


async def test_that_an_address_is_missing_is_said_until_one_is_typed() -> None:
    stage = DialogStage(NoteDialog("Union", "six people", "Ask"))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3")
        await until_so(pilot, lambda: isinstance(stage.screen, EvidenceDialog))
        await pilot.press("enter")
        await until_so(pilot, lambda: "Write first where it is." in screen_text(stage))
        await pilot.press("h")
        await until_so(pilot, lambda: "Write first where it is." not in screen_text(stage))
