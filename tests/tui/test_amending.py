"""Amending claims on the screen: every step is seen at once, and kept as one change that one key takes back."""

from collections import deque
from pathlib import Path

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot

from store.annotations import Role
from tests.tui.dialog_stage import screen_text
from tests.tui.reading import go_to, index_of, reading, said, until
from tui.keymap.places import PLACES
from tui.screens.palette import entries_of
from tui.screens.reading.reader import ReaderScreen
from tui.widgets.key_footer import KeyFooter

PLAN = "that it had rejected"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def words_of(screen: ReaderScreen, role: Role, index: int | None = None) -> list[str]:
    """The words of a role of the claim at ``index``, else of the selected one."""
    at = screen.pane.selected if index is None else index
    assert at is not None
    item = screen.workspace.items[at]
    spans = {"content": item.content, "source": item.source, "cue": item.cue}[role]
    return [screen.workspace.text[slice(*span)] for span in spans]


def at_hand(screen: ReaderScreen) -> str:
    """The words of the piece at hand."""
    assert screen.pane.selection is not None
    return screen.workspace.text[slice(*screen.pane.selection)]


def cell(screen: ReaderScreen, at: int) -> Offset:
    """Where in the article's pane the character at ``at`` stands."""
    pane = screen.pane
    row = pane._flow.where(at)
    line = pane._flow.line(row)
    assert line
    return Offset(pane._geometry[1] + line.cell_of(at) + 1, row - round(pane.scroll_y) + 1)


async def click_foot(pilot: Pilot[None], screen: ReaderScreen, words: str) -> None:
    """Click the entry of the footer that says ``words``."""
    footer = screen.query_one(KeyFooter)
    await until(pilot, lambda: words in str(footer.render()))
    await pilot.click(KeyFooter, offset=(1 + str(footer.render()).index(words), 0))


def places_of(screen: ReaderScreen) -> list[object]:
    return [(item.source, item.cue, item.content) for item in screen.workspace.items]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("b",), "that it had rejected the"),
        (("b", "b", "w"), "that it had rejected the"),
        (("h", "h"), "that it had rejected the pl"),
        (("h", "l"), "that it had rejected the plan"),
        (("l",), "that it had rejected the plan."),
        (("w",), "that it had rejected the plan. Its"),
        (("w", "b"), "that it had rejected the plan"),
        (("(",), "that it had rejected the plan"),
        (("b", ")"), "that it had rejected the plan."),
        (("o", "w"), "it had rejected the plan"),
        (("o", "b"), "Monday that it had rejected the plan"),
        (("o", "right", "right", "right", "left"), "at it had rejected the plan"),
        (("b", "b", "b", "b", "b", "b", "b"), "that"),
        (("o", "w", "w", "w", "w", "w", "w", "w"), "plan"),
    ],
)
async def test_each_edge_moves_by_words_and_letters_and_never_past_the_other(
    database: Path, keys: tuple[str, ...], words: str
) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, PLAN)
        await pilot.press("E")
        while at_hand(screen) != "that it had rejected the plan":
            await pilot.press("tab")
        await pilot.press(*keys)
        assert at_hand(screen).strip() == words
        await pilot.press("enter")
        await until(pilot, lambda: words_of(screen, "content") == [words] and screen.mode is None)


async def test_what_was_amended_is_one_change_and_one_key_takes_it_back(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, PLAN)
        before = places_of(screen)
        await pilot.press("E")
        for _ in range(3):
            await pilot.press("o", "w", "tab")
        await pilot.press("enter")
        await until(pilot, lambda: any("of claim 2: “" in words for words in said(pilot.app)))
        assert places_of(screen) != before
        annotation = screen.selected_item and screen.selected_item.annotation
        assert annotation
        assert annotation.amended
        assert annotation.decision is None  # to amend is not to accept
        await pilot.press("U")
        await until(pilot, lambda: places_of(screen) == before)


async def test_escape_leaves_it_as_it_was_and_nothing_changed_is_no_change(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, PLAN)
        before = places_of(screen)
        await pilot.press("E", "b", "tab", "d", "escape")
        await until(pilot, lambda: screen.mode is None)
        await pilot.press("E", "tab", "enter")
        await until(pilot, lambda: "Nothing is changed." in said(pilot.app))
        assert places_of(screen) == before
        assert screen.workspace.annotations == ()
        assert screen.pane.selection is None
        assert screen.pane.caret is None


async def test_what_is_amended_is_drawn_before_it_is_kept(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, PLAN)
        start, end = screen.workspace.items[screen.pane.selected or 0].content[0]

        def drawn() -> list[tuple[int, int]]:
            over = screen.pane._items_on(start, end)
            return [(one.start, one.end) for one in over if one.style == "content"]

        await pilot.press("E")
        while screen.pane.selection != (start, end):
            await pilot.press("tab")
        await pilot.press("b", "tab")
        await until(pilot, lambda: drawn() == [(start, end - len(" plan"))])
        await pilot.press("escape")
        await until(pilot, lambda: drawn() == [(start, end)])


async def test_pieces_change_their_roles_come_and_go(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, PLAN)
        await pilot.press("E")
        while at_hand(screen) != "said":
            await pilot.press("tab")
        await pilot.press("s")
        await until(pilot, lambda: not [role for role, _ in _pieces(screen) if role == "cue"])
        await pilot.press("enter")
        await until(pilot, lambda: words_of(screen, "source") == ["The harbour board said"])
        assert not words_of(screen, "cue")
        await pilot.press("U")
        await until(pilot, lambda: words_of(screen, "cue"))
        await pilot.press("E", "tab", "d", "enter")
        await until(pilot, lambda: screen.mode is None and not words_of(screen, "cue"))
        await pilot.press("E")
        await pilot.press("w", "o", "w", "w", "w", "a", "enter")  # there is none: it is the cue
        await until(pilot, lambda: words_of(screen, "cue") == ["said"])
        assert words_of(screen, "source") == ["The harbour board"]


def _pieces(screen: ReaderScreen) -> list[tuple[Role, tuple[int, int]]]:
    from store.amending import pieces

    assert screen.amending
    return pieces(screen.amending.draft)


async def test_what_is_claimed_cannot_go_and_the_reader_is_told(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, PLAN)
        await pilot.press("E")
        while at_hand(screen) != "that it had rejected the plan":
            await pilot.press("tab")
        await pilot.press("d")
        await until(pilot, lambda: any("needs words" in words for words in said(pilot.app)))
        assert at_hand(screen) == "that it had rejected the plan"


async def test_a_claim_is_split_at_the_edge_and_joined_again(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, PLAN)
        before, count = words_of(screen, "content"), len(screen.workspace.items)
        await pilot.press("E")
        while at_hand(screen) != before[0]:
            await pilot.press("tab")
        await pilot.press("b", "b", "|")
        await until(pilot, lambda: len(screen.workspace.items) == count + 1)
        await until(pilot, lambda: "Split in two; those after it count one more. U takes it back." in said(pilot.app))
        first = index_of(screen, PLAN)
        assert words_of(screen, "content", first) + words_of(screen, "content", first + 1) == [
            "that it had rejected",
            "the plan",
        ]
        assert words_of(screen, "source", first) == words_of(screen, "source", first + 1)
        await until(pilot, lambda: screen.pane.selected == first)
        await pilot.press("E", "&")
        await until(pilot, lambda: len(screen.workspace.items) == count and words_of(screen, "content") == before)
        joined = "Joined with claim 3; those after it count one less. U takes it back."
        await until(pilot, lambda: joined in said(pilot.app))
        await pilot.press("U")
        undone = "Undone: joining of “that it had rejected the plan”; those after it count one more. R does it again."
        await until(pilot, lambda: undone in said(pilot.app))
        await until(pilot, lambda: words_of(screen, "content") == ["that it had rejected"])
        await pilot.press("U")
        undone = "Undone: split of “that it had rejected”; those after it count one less. R does it again."
        await until(pilot, lambda: undone in said(pilot.app))
        assert not screen.workspace.annotations
        assert words_of(screen, "content") == before  # it is selected
        await pilot.press("R")
        again = "Done again: split of “that it had rejected”; those after it count one more."
        await until(pilot, lambda: again in said(pilot.app))
        assert words_of(screen, "content") == ["that it had rejected"]


async def test_claims_that_nothing_is_on_are_joined_and_that_is_told_when_it_is_undone_and_done_again(
    database: Path,
) -> None:
    text = "“It will rain,” Anna Holm said. “It will snow,” Anna Holm said. The mayor said that it would not."
    async with reading(database, text) as (pilot, screen):
        count = len(screen.workspace.items)
        await go_to(pilot, screen, "It will rain" if text[1] == "“" else "“It will rain")
        await pilot.press("E", "&")
        await until(pilot, lambda: len(screen.workspace.items) == count - 1)
        assert len(screen.workspace.annotations) == 1
        for _ in range(2):
            await pilot.press("U")
            await until(pilot, lambda: any(words.startswith("Undone: joining of “") for words in said(pilot.app)))
            assert any("; those after it count one more. R" in words for words in said(pilot.app))
            await pilot.press("R")
            await until(pilot, lambda: any(words.startswith("Done again: joining of “") for words in said(pilot.app)))
            assert any("; those after it count one less." in words for words in said(pilot.app))


async def test_an_amendment_that_leaves_all_numbers_is_undone_as_one(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, PLAN)
        await pilot.press("E", "tab", "d", "enter")
        await until(pilot, lambda: screen.workspace.annotations)
        await pilot.press("U")
        await until(pilot, lambda: any(words.startswith("Undone: amendment of “") for words in said(pilot.app)))
        assert not any("count" in words for words in said(pilot.app))


async def test_what_was_amended_is_told_by_its_words(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, PLAN)
        await pilot.press("E", "b", "enter")
        told = "Speaker of claim 2: “The harbour board” → “The harbour”. U takes it back."
        await until(pilot, lambda: told in said(pilot.app))


async def test_what_amends_is_offered_before_what_was_chosen_lately(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, PLAN)
        await pilot.press("E")
        first = next(entries_of(screen.app, screen, deque(["panel.group", "amend.split"])))
        assert first.id == "amend.split"
        await pilot.press("escape")
        await until(pilot, lambda: screen.mode is None)
        first = next(entries_of(screen.app, screen, deque(["panel.group", "amend.split"])))
        assert first.id == "panel.group"


async def test_keys_that_decide_do_nothing_to_what_is_amended(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, PLAN)
        await pilot.press("E", "y", "x", "right_square_bracket", "D", "1", "escape")
        await until(pilot, lambda: screen.mode is None)
        assert screen.workspace.annotations == ()
        assert screen.pane.selected == index_of(screen, PLAN)


async def test_footer_and_help_tell_the_keys_of_amending(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, PLAN)
        await pilot.press("E")
        footer = screen.query_one(KeyFooter)
        await until(pilot, lambda: [one.words for one in footer.entries()][:4] == ["Keep", "Leave", "Edge ←", "Edge →"])
        await pilot.press("escape")
        await until(pilot, lambda: "Keep" not in [one.words for one in footer.entries()])


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_how_amending_ends_is_told_in_narrow_windows_too(database: Path, width: int) -> None:
    async with reading(database, size=(width, 24)) as (pilot, screen):
        await go_to(pilot, screen, PLAN)
        await pilot.press("E")
        for role in ("Who says it", "The word that says so", "What is claimed"):
            foot = f"{role}, {screen.amending.number + 1}/3 · Enter keep · Esc leave"  # type: ignore[union-attr]
            await until(pilot, lambda foot=foot: foot in screen_text(pilot.app))
            await pilot.press("tab")


async def test_in_a_very_narrow_window_all_that_is_needed_is_named(database: Path) -> None:
    async with reading(database, size=(40, 12)) as (pilot, screen):
        await go_to(pilot, screen, PLAN)
        await pilot.press("E")
        foot = "Enter Keep  Esc Leave  b ←  w →"
        for piece in ("Speaker 1/3", "Cue 2/3", "Claimed 3/3"):
            await until(
                pilot, lambda piece=piece: {f"{piece} · Tab next · o other end", foot} <= lines(screen_text(pilot.app))
            )
            await pilot.press("tab")


def lines(text: str) -> set[str]:
    """The last two lines, without the sign at their ends."""
    return {line.strip(" ≡") for line in text.splitlines()[-2:]}


async def test_all_of_amending_is_found_among_the_commands_while_it_is_on(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, PLAN)

        def here() -> set[str]:
            return {one.id for one in entries_of(screen.app, screen, deque()) if one.here}

        amending = {one.id for one in PLACES["amending"].commands}
        assert not amending & here()
        await pilot.press("E")
        await until(pilot, lambda: amending <= here())


async def test_a_claim_dragged_to_words_away_from_its_own_is_one_claim_still(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, PLAN)
        before, number = len(screen.workspace.items), screen.pane.selected
        await pilot.press("E")
        while at_hand(screen) != "that it had rejected the plan":
            await pilot.press("tab")
        text, words = screen.workspace.text, "said on"
        start = text.rindex(words, 0, text.index(PLAN))
        # From within a word to within another: both are taken whole.
        await pilot.mouse_down(screen.pane, offset=cell(screen, start + 2))
        await pilot.hover(screen.pane, offset=cell(screen, start + 5))
        await pilot.mouse_up(screen.pane, offset=cell(screen, start + 5))
        await until(pilot, lambda: at_hand(screen) == words)
        await pilot.press("enter")
        await until(pilot, lambda: bool(screen.workspace.annotations))
        assert len(screen.workspace.items) == before
        assert screen.workspace.items[number or 0].claim is not None
        assert words_of(screen, "content", number) == [words]


async def test_without_a_claim_selected_the_reader_is_told_to_choose_one(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await pilot.press("E")
        await until(pilot, lambda: any("Choose a claim first" in words for words in said(pilot.app)))
        assert screen.mode is None


async def test_the_foot_of_the_screen_is_painted_anew_where_the_keys_change(database: Path) -> None:
    async with reading(database) as (pilot, screen):

        def foot() -> str:
            return screen_text(pilot.app).rstrip().splitlines()[-1].strip()

        await go_to(pilot, screen, PLAN)
        await pilot.press("v")
        await until(pilot, lambda: foot().startswith("v Select"))
        await pilot.press("escape")
        await until(pilot, lambda: foot().startswith("? Help"))
        await pilot.press("E")
        await until(pilot, lambda: foot().startswith("Enter Keep"))
        await pilot.press("escape")
        await until(pilot, lambda: foot().startswith("? Help"))
