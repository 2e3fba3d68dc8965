"""The note dialog keeps what is typed, tells of it meanwhile, and forgets only when asked to."""

from collections.abc import Callable

import pytest
from textual.timer import Timer
from textual.widgets import TextArea

from tests.tui.dialog_stage import DialogStage, answered, click_key, screen_text, until
from tui.dialogs.confirm import ConfirmDialog
from tui.dialogs.note import NoteDialog, Written
from tui.dialogs.note.evidence import EvidenceDialog

QUOTE = "“During the offensive, units broke through two of the enemy’s lines of defence,” and pressed on to the river"


@pytest.mark.parametrize("key", ["escape", "ctrl+s"])
async def test_it_keeps_the_note_when_it_closes(key: str) -> None:
    stage = DialogStage(NoteDialog("Russia", QUOTE, "Ask"))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "w", "h", "y", "enter", "n", "o", "w", key)
        assert await answered(pilot, stage) == Written("Ask why\nnow")


async def test_a_click_on_save_keeps_it_too() -> None:
    stage = DialogStage(NoteDialog("Russia", QUOTE, ""))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("x")
        await click_key(pilot, "Save")
        assert await answered(pilot, stage) == Written("x")


async def test_an_unchanged_note_is_no_answer() -> None:
    stage = DialogStage(NoteDialog("Russia", QUOTE, "Ask "))
    async with stage.run_test() as pilot:
        await pilot.press("x", "backspace", "escape")
        assert await answered(pilot, stage) is None


async def test_a_note_can_be_emptied() -> None:
    stage = DialogStage(NoteDialog("Russia", QUOTE, "no"))
    async with stage.run_test() as pilot:
        await pilot.press("backspace", "backspace", "escape")
        assert await answered(pilot, stage) == Written("")


async def test_a_recovered_note_is_kept_even_untouched() -> None:
    stage = DialogStage(NoteDialog("Russia", QUOTE, "half a though", recovered=True))
    async with stage.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "never saved" in screen_text(stage))
        await pilot.press("escape")
        assert await answered(pilot, stage) == Written("half a though")


async def test_discarding_asks_first_and_no_goes_back_to_the_note() -> None:
    stage = DialogStage(NoteDialog("Russia", QUOTE, "Ask"))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("x", "ctrl+r")
        await until(pilot, lambda: isinstance(stage.screen, ConfirmDialog))
        await pilot.press("n")
        await until(pilot, lambda: stage.screen is stage.dialog)
        assert stage.screen.query_one(TextArea).text == "Askx"
        await pilot.press("ctrl+r")
        await until(pilot, lambda: isinstance(stage.screen, ConfirmDialog))
        await pilot.press("y")
        assert await answered(pilot, stage) is None


async def test_discarding_without_a_change_does_not_ask() -> None:
    stage = DialogStage(NoteDialog("Russia", QUOTE, "Ask"))
    async with stage.run_test() as pilot:
        await pilot.press("ctrl+r")
        assert await answered(pilot, stage) is None


async def test_what_is_typed_is_told_once_and_in_full() -> None:
    told: list[Written] = []
    stage = DialogStage(NoteDialog("Russia", QUOTE, "", on_typed=told.append))
    async with stage.run_test() as pilot:
        # In one go: between keys that are pressed one by one a busy machine may take as long as a reader who pauses.
        for letter in "abc":
            stage.screen.query_one(TextArea).insert(letter)
        await until(pilot, lambda: bool(told))
        assert told == [Written("abc")]
        await pilot.press("escape")
        assert await answered(pilot, stage) == Written("abc")


async def test_whoever_goes_on_typing_is_never_more_than_a_second_ahead_of_the_draft(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[Written] = []
    waiting: list[tuple[float, Callable[[], None]]] = []
    dialog = NoteDialog("Russia", QUOTE, "", on_typed=told.append)
    started = dialog.set_timer

    def keep(delay: float, callback: Callable[[], None]) -> Timer:
        """A clock that the test moves on by hand."""
        waiting.append((delay, callback))
        return started(600, lambda: None)

    monkeypatch.setattr(dialog, "set_timer", keep)
    stage = DialogStage(dialog)
    async with stage.run_test() as pilot:
        paper = stage.screen.query_one(TextArea)
        for words, more in (("ab", "c"), ("de", "f")):
            paper.insert(words)
            await until(pilot, lambda: len(waiting) == 1)
            paper.insert(more)  # puts nothing off: the same clock runs on
            await pilot.pause()
            ((delay, elapsed),) = waiting
            assert delay < 1  # what is left of the second is for writing it
            waiting.clear()
            elapsed()
            assert told[-1].note.endswith(words + more)
        assert [one.note for one in told] == ["abc", "abcdef"]


async def test_pasted_escape_sequences_become_pictures_and_line_ends_line_feeds() -> None:
    stage = DialogStage(NoteDialog("Russia", QUOTE, ""))
    async with stage.run_test() as pilot:
        stage.screen.query_one(TextArea).insert("a\x1b[31mb\r\nc\rd\u202e")
        await pilot.press("escape")
        assert await answered(pilot, stage) == Written("a␛[31mb\nc\nd\ufffd")


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (160, 45)])
async def test_words_note_and_keys_are_all_in_view(size: tuple[int, int]) -> None:
    stage = DialogStage(NoteDialog("[bold]\x1b[31mRussia", f"[red]{QUOTE}", "[i]note\x07", recovered=True))
    async with stage.run_test(size=size) as pilot:
        await until(pilot, lambda: "offensive" in screen_text(stage))
        shown = screen_text(stage)
        actions = ("Save and close", "Discard", "Preview", "Evidence", "Full")
        for words in ("[bold]", "[red]“During", "[i]note␇", "Recovered", *actions):
            assert words in shown
        assert "\x1b" not in shown


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_everything_that_keys_do_is_done_by_clicks_too(size: tuple[int, int]) -> None:
    stage = DialogStage(NoteDialog("Russia", QUOTE, "Ask *her*"))
    async with stage.run_test(size=size) as pilot:
        await click_key(pilot, "Evidence")
        await until(pilot, lambda: isinstance(stage.screen, EvidenceDialog))
        await pilot.press("escape")
        await until(pilot, lambda: stage.screen is stage.dialog)
        await click_key(pilot, "Full")
        await until(pilot, lambda: stage.dialog.has_class("-full"))
        await click_key(pilot, "Preview")
        await until(pilot, lambda: stage.dialog.has_class("-preview"))
        await click_key(pilot, "Save")
        assert await answered(pilot, stage) is None
