"""A click outside of a dialog closes it, unless something in it would be lost; words in it are not dropped unasked."""

from pathlib import Path
from typing import Any

import pytest
from textual.events import Click
from textual.screen import ModalScreen
from textual.widgets import Input, TextArea

from store.annotations import Evidence
from tests.tui.dialog_stage import DialogStage, answered, click_key, click_outside, screen_text, until
from tui.dialogs.assess import AssessDialog, Assessment
from tui.dialogs.claim import ClaimDialog
from tui.dialogs.confirm import ConfirmDialog
from tui.dialogs.export import ExportDialog
from tui.dialogs.help import HelpDialog
from tui.dialogs.note.evidence import EvidenceDialog
from tui.dialogs.note.note import NoteDialog, Written
from tui.dialogs.picker import PickerDialog
from tui.dialogs.sorting import SortDialog
from tui.dialogs.tags import TagsDialog
from tui.ordering import Order
from tui.widgets import choice_list
from tui.widgets.choice_list import ChoiceList


@pytest.mark.parametrize(
    ("dialog", "answer"),
    [
        (ClaimDialog("Claim 1", [("speaker", "Ann")]), None),
        (HelpDialog([("Around", [("q", "quit")])]), None),
        (AssessDialog("to verify", "false", "why"), None),
        (TagsDialog(("war",), ()), None),
        (EvidenceDialog(Evidence("https://a.org")), None),
        (SortDialog(Order.usual("title")), None),
        (ConfirmDialog("Really?"), False),
        (PickerDialog(Path("/")), None),
        (NoteDialog("Ann", "so she said", "as it was"), None),
    ],
    ids=lambda one: type(one).__name__,
)
async def test_a_click_outside_closes_what_holds_nothing(dialog: ModalScreen[Any], answer: object) -> None:
    stage = DialogStage(dialog)
    async with stage.run_test(size=(100, 36)) as pilot:
        await click_outside(pilot)
        assert await answered(pilot, stage) == answer


async def test_a_click_on_the_box_closes_nothing() -> None:
    stage = DialogStage(ClaimDialog("Claim 1", [("speaker", "Ann")]))
    async with stage.run_test(size=(100, 36)) as pilot:
        await until(pilot, lambda: "Ann" in screen_text(stage))
        await pilot.click(".box", offset=(3, 0))
        await pilot.click(".box", offset=(3, 1))
        await pilot.pause()
        assert stage.screen is stage.dialog


async def test_the_second_of_two_clicks_does_not_close_what_the_first_has_opened() -> None:
    stage = DialogStage(ClaimDialog("Claim 1", [("speaker", "Ann")]))
    async with stage.run_test(size=(100, 36)) as pilot:
        await until(pilot, lambda: "Ann" in screen_text(stage))
        stage.dialog.post_message(Click(stage.dialog, 0, 0, 0, 0, 1, False, False, False, chain=2))
        await pilot.pause()
        assert not stage.answers
        await click_outside(pilot)
        await answered(pilot, stage)


async def test_a_note_is_kept_by_a_click_outside_as_by_its_key() -> None:
    stage = DialogStage(NoteDialog("Ann", "so she said", ""))
    async with stage.run_test(size=(100, 36)) as pilot:
        await pilot.press(*"ask")
        await until(pilot, lambda: stage.screen.query_one(TextArea).text == "ask")
        await click_outside(pilot)
        assert await answered(pilot, stage) == Written("ask")


WRITING = [
    (lambda: AssessDialog("to verify", None, ""), ["tab", "tab"]),
    (lambda: TagsDialog((), ()), []),
    (lambda: EvidenceDialog(), []),
    (lambda: ExportDialog("/tmp/a.md"), []),
]


@pytest.mark.parametrize("leave", ["click", "escape"])
@pytest.mark.parametrize(("make", "there"), WRITING, ids=["assess", "tags", "evidence", "export"])
async def test_what_is_written_is_not_dropped_unasked(make: Any, there: list[str], leave: str) -> None:
    stage = DialogStage(make())
    async with stage.run_test(size=(100, 36)) as pilot:
        await pilot.press(*there, *"zz")
        await until(pilot, lambda: any("zz" in line.value for line in stage.screen.query(Input)))
        for answer in ("n", "y"):
            if leave == "click":
                await click_outside(pilot)
            else:
                await pilot.press("escape")
            await until(pilot, lambda: "Forget what you wrote here?" in screen_text(stage))
            assert not stage.answers
            await pilot.press(answer)
            await until(pilot, lambda: not isinstance(stage.screen, ConfirmDialog))
        assert await answered(pilot, stage) is None


async def test_what_is_chosen_is_asked_about_by_a_click_outside_and_dropped_by_cancel() -> None:
    stage = DialogStage(AssessDialog("to verify", None, ""))
    async with stage.run_test(size=(100, 36)) as pilot:
        await pilot.press("tab", "d")
        await until(pilot, lambda: stage.screen.query_one("#finding", ChoiceList).chosen == "disputed")
        await click_outside(pilot)
        await until(pilot, lambda: "Forget what you chose here?" in screen_text(stage))
        await click_key(pilot, "Go back")
        await until(pilot, lambda: isinstance(stage.screen, AssessDialog))
        await pilot.press("escape")
        assert await answered(pilot, stage) is None


async def test_what_is_written_for_a_file_stays_after_a_click_outside() -> None:
    stage = DialogStage(PickerDialog(Path("/")))
    async with stage.run_test(size=(100, 36)) as pilot:
        await pilot.press(*"zz")
        await until(pilot, lambda: stage.screen.query_one(Input).value == "zz")
        await click_outside(pilot)
        await pilot.pause()
        assert stage.screen is stage.dialog
        assert stage.screen.query_one(Input).value == "zz"


async def test_letters_that_choose_nothing_begin_the_reason_after_one_that_chose(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(choice_list, "PAUSE", 0.0)  # the reader pauses after each
    stage = DialogStage(AssessDialog("unreviewed", None, ""))
    async with stage.run_test() as pilot:
        await pilot.press("tab", "d", *"two say no", "enter")
        assert await answered(pilot, stage) == Assessment("unreviewed", "disputed", "two say no")


@pytest.mark.parametrize("words", ["disproved by the minutes", "Not so", "false alarm", "c f. p. 3", "4 of 5 say so"])
async def test_words_typed_in_one_go_are_the_reason_whatever_they_begin_with(
    monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    monkeypatch.setattr(choice_list, "PAUSE", 600.0)  # this machine may be slow
    stage = DialogStage(AssessDialog("unreviewed", "outdated", ""))
    async with stage.run_test() as pilot:
        await pilot.press("tab", *words, "enter")
        assert await answered(pilot, stage) == Assessment("unreviewed", "outdated", words)


async def test_the_beginning_of_a_choice_chooses_it_and_an_arrow_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice_list, "PAUSE", 600.0)
    stage = DialogStage(AssessDialog("unreviewed", None, ""))
    async with stage.run_test() as pilot:
        await pilot.press("tab", *"not c")
        await until(pilot, lambda: stage.screen.query_one("#finding", ChoiceList).chosen == "not checkable")
        await pilot.press("up", *"mis", "enter")
        assert await answered(pilot, stage) == Assessment("unreviewed", "misleading", "")


async def test_a_reason_goes_on_where_it_ended() -> None:
    stage = DialogStage(AssessDialog("unreviewed", "false", "they say"))
    async with stage.run_test() as pilot:
        await pilot.press(*", so", "enter")
        assert await answered(pilot, stage) == Assessment("unreviewed", "false", "they say, so")
