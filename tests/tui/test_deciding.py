"""Deciding with a key each: it is kept for the claim that was selected at the key, and the next one comes up."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from store.annotations import Annotation
from store.library import Library
from store.naming import named
from tests.tui.dialog_stage import screen_text
from tests.tui.reading import go_to, index_of, reading, said, until
from tui.config.schema import Config
from tui.dialogs.bulk import BulkDialog
from tui.keymap.keyed import plain
from tui.keymap.table import help_of
from tui.screens.reading.reader import ReaderScreen
from tui.widgets.hint import Hint

ARTICLE = """Ada Bo said that one fell.

Cy Do said that two fell.

Ed Fu said that three fell.

Gil Ho said that four fell.
"""
ONE, TWO, THREE, FOUR = (f"that {number}" for number in ("one", "two", "three", "four"))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


def verdicts(database: Path) -> list[tuple[str | None, str, str | None]]:
    """What was decided, in text order."""
    with Library(database) as library:
        return [(a.decision, a.progress, a.finding) for a in library.annotations.of(1)]


async def all_kept(pilot: Pilot[None], screen: ReaderScreen) -> None:
    await screen.hand_over()
    await until(pilot, lambda: not screen.workspace.outbox)


def annotation(screen: ReaderScreen, words: str) -> Annotation | None:
    return screen.workspace.items[index_of(screen, words)].annotation


@pytest.mark.parametrize(
    ("key", "verdict"),
    [
        ("y", ("accepted", "unreviewed", None)),
        ("x", ("rejected", "unreviewed", None)),
        ("1", (None, "to verify", None)),
        ("2", (None, "awaiting an answer", None)),
        ("3", (None, "checked", None)),
        ("4", (None, "unreviewed", "corroborated")),
        ("5", (None, "unreviewed", "disputed")),
        ("6", (None, "unreviewed", "false")),
        ("7", (None, "unreviewed", "misleading")),
        ("8", (None, "unreviewed", "needs context")),
        ("9", (None, "unreviewed", "unverifiable")),
    ],
)
async def test_one_key_gives_a_verdict_and_goes_on_to_the_next_and_again_takes_it_back(
    database: Path, key: str, verdict: tuple[str | None, str, str | None]
) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await go_to(pilot, screen, ONE)
        await pilot.press(key)
        assert screen.pane.selected == screen.panel.selected == index_of(screen, TWO)
        await all_kept(pilot, screen)
        assert verdicts(database) == [verdict]
        await pilot.press("left_square_bracket", key)
        await all_kept(pilot, screen)
        assert verdicts(database) == []
        assert screen.pane.selected == index_of(screen, ONE)


async def test_a_second_verdict_on_a_claim_stays_there_and_nought_takes_the_finding_back(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await go_to(pilot, screen, TWO)
        await pilot.press("3", "left_square_bracket", "7", "y")
        await all_kept(pilot, screen)
        assert screen.pane.selected == index_of(screen, TWO)
        assert verdicts(database) == [("accepted", "checked", "misleading")]
        await pilot.press("0", "0")
        await all_kept(pilot, screen)
        assert verdicts(database) == [("accepted", "checked", None)]


async def test_what_was_decided_by_hurried_keys_counts_before_it_is_kept(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await go_to(pilot, screen, TWO)
        release = screen._turn
        async with release:  # nothing is kept meanwhile
            await pilot.press("y", "left_square_bracket", "left_square_bracket", "x")
            assert screen.pane.selected == index_of(screen, THREE), "the second is decided already"
            await pilot.press("left_square_bracket", "y")
            assert screen.pane.selected == index_of(screen, TWO), "taken back, it stays"
            assert not verdicts(database)
        await all_kept(pilot, screen)
        assert verdicts(database) == [("rejected", "unreviewed", None)]


async def test_at_the_end_it_says_what_is_left_before_and_at_last_that_all_are_reviewed(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    async with reading(database, ARTICLE) as (pilot, screen):
        monkeypatch.setattr(screen, "say", lambda words: said.append(plain(words)))
        await go_to(pilot, screen, FOUR)
        await pilot.press("y")
        assert said.pop() == "Claim 4: accepted. None is left to review from here on, 3 before: ,"
        assert screen.pane.selected == index_of(screen, FOUR)
        await pilot.press("comma", "y", "comma", "y", "full_stop")
        assert said.pop() == "None is left to review from here on, 1 before: ,"
        await pilot.press("comma", "y")
        assert said.pop() == "Claim 1: accepted. All are reviewed."
        await all_kept(pilot, screen)
        assert len(verdicts(database)) == 4


async def test_comma_and_full_stop_pass_over_what_is_reviewed(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await go_to(pilot, screen, TWO)
        await pilot.press("y", "left_square_bracket", "left_square_bracket")
        assert screen.pane.selected == index_of(screen, ONE)
        await pilot.press("full_stop")
        assert screen.pane.selected == index_of(screen, THREE)
        await pilot.press("comma")
        assert screen.pane.selected == index_of(screen, ONE)


async def test_digits_are_for_the_words_while_any_are_selected_or_the_caret_is_out(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await go_to(pilot, screen, ONE)
        await pilot.press("v", "4")
        await pilot.press("escape", "1")
        await all_kept(pilot, screen)
        assert verdicts(database) == [(None, "to verify", None)]


async def test_undo_and_redo_go_to_the_claim_that_they_change(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await go_to(pilot, screen, ONE)
        await pilot.press("y", "x")
        await all_kept(pilot, screen)
        assert screen.pane.selected == index_of(screen, THREE)
        for key, words in (("U", TWO), ("U", ONE), ("R", ONE), ("R", TWO)):
            await pilot.press(key)
            await screen.hand_over()
            assert screen.pane.selected == index_of(screen, words)
        assert verdicts(database) == [("accepted", "unreviewed", None), ("rejected", "unreviewed", None)]


async def test_where_the_settings_say_so_a_verdict_stays_with_its_claim(database: Path) -> None:
    async with reading(database, ARTICLE, config=Config(advance=False)) as (pilot, screen):
        await go_to(pilot, screen, TWO)
        await pilot.press("y")
        await all_kept(pilot, screen)
        assert screen.pane.selected == index_of(screen, TWO)
        assert verdicts(database) == [("accepted", "unreviewed", None)]


OTHERS = Config(findings=("repeated only", "outdated", "unproven", "not checkable", "disputed", "false"))


async def test_the_digits_give_the_findings_of_the_settings_and_are_called_so_everywhere(database: Path) -> None:
    async with reading(database, ARTICLE, config=OTHERS) as (pilot, screen):
        await go_to(pilot, screen, ONE)
        await until(pilot, lambda: "4 repeated only 5 outdated 6 unproven" in screen_text(pilot.app))
        await pilot.press("5")
        await all_kept(pilot, screen)
        assert verdicts(database) == [(None, "unreviewed", "outdated")]
        told = [what for _, rows in help_of(pilot.app, ("claims",)) for _, what in rows]
        assert "repeated only, outdated, unproven, not checkable, disputed, false; on as well; none" in told
        await pilot.press("ctrl+p", *"unproven")
        await until(pilot, lambda: "6         Finding: unproven" in screen_text(pilot.app))
        await pilot.press("escape", "exclamation_mark")
        await until(pilot, lambda: isinstance(pilot.app.screen, BulkDialog))
        await until(pilot, lambda: "4 repeated only" in screen_text(pilot.app))
        await pilot.press("4")
        await until(pilot, lambda: pilot.app.screen is screen)
        await all_kept(pilot, screen)
        assert verdicts(database) == [(None, "unreviewed", "repeated only")] * 4


DIGITS = {
    120: "1 verify 2 awaiting 3 checked 4 corroborated 5 disputed 6 false 7 misleading 8 needs context 9 unverifiable",
    80: "1–3 how far checked · 4–9 what was found · s by name",
}


@pytest.mark.parametrize("width", [120, 80])
async def test_a_line_says_what_the_digits_do_with_the_selected_claim(database: Path, width: int) -> None:
    async with reading(database, ARTICLE, size=(width, 24)) as (pilot, screen):
        assert DIGITS[width] not in screen_text(pilot.app)
        await go_to(pilot, screen, ONE)
        await until(pilot, lambda: DIGITS[width] in screen_text(pilot.app))
        await pilot.resize_terminal(200 - width, 24)
        await until(pilot, lambda: DIGITS[200 - width] in screen_text(pilot.app))


async def test_accepting_confirms_a_guessed_speaker_and_taking_it_back_makes_it_a_guess_again(database: Path) -> None:
    text, guess = "The Corrib Trust said that one fell. It said that two fell.", "It – Corrib Trust?"
    async with reading(database, text) as (pilot, screen):
        await go_to(pilot, screen, TWO)
        assert named(screen.workspace.items[index_of(screen, TWO)], text) == guess
        await pilot.press("y")
        await all_kept(pilot, screen)
        told = "Claim 2: accepted, with the guess that Corrib Trust says so."
        await until(pilot, lambda: any(told in words for words in said(pilot.app)))
        assert named(screen.workspace.items[index_of(screen, TWO)], text) == "Corrib Trust"
        kept = annotation(screen, TWO)
        assert kept is not None
        assert kept.speaker == "Corrib Trust"
        await pilot.press("y")
        await all_kept(pilot, screen)
        told = "Claim 2: no longer accepted, Corrib Trust is a guess again."
        await until(pilot, lambda: any(told in words for words in said(pilot.app)))
        assert named(screen.workspace.items[index_of(screen, TWO)], text) == guess


async def test_an_accepted_guess_loses_its_mark_in_the_line_of_voices_too(database: Path) -> None:
    text = "The Corrib Trust said it rained. It said that two fell, and that the third one would stand for a while."
    async with reading(database, text) as (pilot, screen):
        await until(pilot, lambda: "Corrib Trust? 100%" in screen_text(pilot.app))
        await go_to(pilot, screen, TWO)
        await pilot.press("y")
        await until(pilot, lambda: "Corrib Trust 100%" in screen_text(pilot.app))
        await pilot.press("U")
        await until(pilot, lambda: "Corrib Trust? 100%" in screen_text(pilot.app))


async def test_a_verdict_says_on_which_claim_one_is_then_and_nothing_of_that_where_one_stays(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await go_to(pilot, screen, ONE)
        await pilot.press("1")
        await until(pilot, lambda: said(pilot.app) == ["Claim 1: to verify. Now 2. U takes it back."])
        await pilot.press("left_square_bracket", "5")
        await until(pilot, lambda: said(pilot.app) == ["Claim 1: disputed. U takes it back."])
        await all_kept(pilot, screen)
    assert verdicts(database) == [(None, "to verify", "disputed")]


@pytest.mark.parametrize("size", [(110, 34), (80, 24)])
async def test_all_that_the_digits_do_can_be_clicked_again_once_what_was_done_is_told(
    database: Path, size: tuple[int, int]
) -> None:
    async with reading(database, ARTICLE, size=size) as (pilot, screen):
        await go_to(pilot, screen, ONE)
        await until(pilot, lambda: screen.query_one(Hint).said[:2] in ("1 ", "1–"))
        before = screen.query_one(Hint).said
        await pilot.press("1")
        await until(pilot, lambda: "Now 2." in screen.query_one(Hint).said)
        screen.query_one(Hint).leave_off()
        assert screen.query_one(Hint).said == before
