"""Tags begin with # in a note and come onto what it is about; the tags given last are one key away."""

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.dialog_stage import DialogStage, answered, screen_text
from tests.tui.dialog_stage import until as until_so
from tests.tui.reading import go_to, reading, until
from tui.dialogs.note import NoteDialog, Written
from tui.dialogs.tags import TagsDialog
from tui.given import Given
from tui.tagging import begun, completions, tags_in

QUOTE = "“We have not cut a single post,”"


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#budget, then #To-ask. #BUDGET", ("budget", "To-ask")),
        ("a #war crimes case, #war", ("war crimes", "war")),
        ("#War Crimes", ("war crimes",)),
        ("# Heading, #1, page#part, https://x.org/#part, &#38; ##two", ()),
        ("`#code` and\n```\n#include\n```\n#größe", ("größe",)),
        (
            '#"press  freedom", #“Public Money” #"WAR CRIMES" #"war',
            ("press freedom", "Public Money", "war crimes"),
        ),
        ('she said "#war" and #"" or #"!"; a #"b, c"', ("war",)),
        ("", ()),
    ],
)
def test_tags_in_a_note_are_words_after_a_sign_or_known_ones(text: str, tags: tuple[str, ...]) -> None:
    assert tags_in(text, ("war", "war crimes")) == tags


def test_a_tag_is_begun_by_its_sign_and_completed_whatever_its_case() -> None:
    assert begun("ask her #") == ""
    assert begun("ask her #war c") == "war c"
    assert begun("https://x.org/#war") is None
    assert begun("# Heading") is None
    assert begun('a #"press fr') == '"press fr'
    assert begun('a #"press freedom" and') is None
    assert list(completions('"war', ("war", "War crimes"))) == ["War crimes"]
    assert list(completions("WAR", ("war", "War crimes", "money"))) == ["War crimes"]


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_tab_completes_a_tag_and_neither_enter_nor_escape_do(size: tuple[int, int]) -> None:
    stage = DialogStage(NoteDialog("Union", "six", "", tags=("budget", "war crimes")))
    async with stage.run_test(size=size) as pilot:
        await pilot.press(*"#wa")
        await until_so(pilot, lambda: "#war crimes" in screen_text(stage))
        await pilot.press("tab", *"#bu", "enter", "x", "escape")
        assert await answered(pilot, stage) == Written("#war crimes #bu\nx")


async def test_a_new_tag_of_several_words_stands_in_quotation_marks_which_tab_closes() -> None:
    stage = DialogStage(NoteDialog("Union", "six", "", tags=("budget", "press office")))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"#press free")
        await until_so(pilot, lambda: '#"press free" is one new tag' in screen_text(stage))
        await pilot.press(*["backspace"] * len("press free"), *'"press ')
        await until_so(pilot, lambda: "#press office" in screen_text(stage))
        await pilot.press(*"freedom")
        await until_so(pilot, lambda: '#"press freedom"' in screen_text(stage))
        await pilot.press("tab", *"#budget so far")
        await until_so(pilot, lambda: "new tag" not in screen_text(stage))
        await pilot.press("escape")
        written = await answered(pilot, stage)
    assert isinstance(written, Written)
    assert written.note == '#"press freedom" #budget so far'
    assert tags_in(written.note, ("budget",)) == ("press freedom", "budget")


async def test_tab_goes_on_where_there_is_no_tag_to_complete() -> None:
    stage = DialogStage(NoteDialog("Union", "six", "a", tags=("budget",)))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3")
        await until_so(pilot, lambda: len(stage.screen_stack) == 3)
        await pilot.press(*"b", "tab", "c", "enter")
        await until_so(pilot, lambda: len(stage.screen_stack) == 2)
        await pilot.press("tab", "D", "escape")
        assert await answered(pilot, stage) is None


async def test_a_hostile_tag_is_offered_as_text_only() -> None:
    stage = DialogStage(NoteDialog("Union", "six", "", tags=("x[red]\x1b[31m\u202e",)))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"#x")
        await until_so(pilot, lambda: "#x[red]" in screen_text(stage))
        assert not set("\x1b\u202e") & set(screen_text(stage))


async def test_the_last_tags_are_one_key_away() -> None:
    stage = DialogStage(TagsDialog(("war",), ()))
    stage.given = Given(("to ask", "War", "budget"))  # type: ignore[attr-defined]
    async with stage.run_test(size=(80, 24)) as pilot:
        await until_so(pilot, lambda: "given last: to ask, budget" in screen_text(stage))
        await pilot.press("ctrl+r", "enter")
        assert await answered(pilot, stage) == ("war", "to ask", "budget")


async def test_a_tag_typed_in_a_note_is_on_the_claim_and_one_taken_off_stays_off(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db") as (pilot, screen):

        def tags() -> list[tuple[str, ...]]:
            return [one.tags for one in screen.workspace.annotations]

        await go_to(pilot, screen, QUOTE)
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteDialog))
        await pilot.press(*"Ask #budget", "escape")
        await until(pilot, lambda: tags() == [("budget",)])
        await pilot.press("t")
        await until(pilot, lambda: isinstance(pilot.app.screen, TagsDialog))
        pilot.app.screen.query_one(Input).value = ""
        await pilot.press("enter")
        await until(pilot, lambda: tags() == [()])
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteDialog))
        await pilot.press(*" #ask", "escape")
        await until(pilot, lambda: tags() == [("ask",)])


async def test_tags_carry_over_to_the_next_claim(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        await pilot.press("right_square_bracket", "t")
        await until(pilot, lambda: isinstance(pilot.app.screen, TagsDialog))
        await pilot.press(*"to ask, war", "enter")
        await until(pilot, lambda: len(screen.workspace.annotations) == 1)
        await pilot.press("right_square_bracket", "t")
        await until(pilot, lambda: isinstance(pilot.app.screen, TagsDialog))
        await pilot.press("ctrl+r", "enter")
        await until(pilot, lambda: len(screen.workspace.annotations) == 2)
        assert {one.tags for one in screen.workspace.annotations} == {("to ask", "war")}
