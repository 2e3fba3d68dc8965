"""A guess at who says a claim is refused by itself: the text's own word stays, and the claim can be accepted."""

from pathlib import Path

import pytest

from store.library import Library
from store.naming import named
from store.telling import article_history
from store.telling_plain import told_plainly
from tests.tui.dialog_stage import screen_text
from tests.tui.reading import go_to, index_of, reading, said, until
from tests.tui.test_deciding import all_kept, annotation
from tests.tui.test_filtering import filtered, shown
from tests.tui.test_key_footer import foot
from tui.dialogs.claim import ClaimDialog

TEXT = "The Corrib Trust said that one fell. It said that two fell."
ONE, TWO = "that one", "that two"
GUESS = "It – Corrib Trust?"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


async def test_a_guess_is_refused_alone_and_the_claim_accepted_with_the_words_of_the_text(database: Path) -> None:
    async with reading(database, TEXT) as (pilot, screen):
        await go_to(pilot, screen, TWO)
        await until(pilot, lambda: "X Not the name" in foot(pilot))
        await pilot.press("X")
        await all_kept(pilot, screen)
        told = "Claim 2: Corrib Trust is refused as its speaker, “It” stays. U takes it back."
        await until(pilot, lambda: any(told in words for words in said(pilot.app)))
        item = screen.workspace.items[index_of(screen, TWO)]
        assert named(item, TEXT) == "It"
        assert item.unreviewed
        await until(pilot, lambda: "⊖ not Corrib Trust" in screen_text(pilot.app))
        await until(pilot, lambda: "speaker open" in screen_text(pilot.app))
        await pilot.press("y")
        await all_kept(pilot, screen)
        kept = annotation(screen, TWO)
        assert kept is not None
        assert (kept.decision, kept.speaker) == ("accepted", "")
        assert not any("with the guess" in words for words in said(pilot.app))
        exported = screen.workspace.exporting(unreviewed=True)().markdown
        assert "| 2 | It |" in exported
        assert "the guess “Corrib Trust” was refused" in exported
        await filtered(pilot, screen, "speaker:open")
        await until(pilot, lambda: shown(screen) == [index_of(screen, TWO)])
    with Library(database) as library:
        (article,) = [one.article for one in library.articles.list()]
        lines = [one.line for one in article_history(library, article)]
        assert any("refused the guessed speaker  “It”" in line for line in lines)
        told = "\n".join(
            told_plainly(
                article.metadata, library.articles.document(article), screen.workspace.reading, screen.workspace.items
            )
        )
        assert "You refused the guess Corrib Trust." in told
        assert "perhaps" not in told


async def test_refusing_is_taken_back_by_the_same_key_and_by_undo_with_words_that_name_it(database: Path) -> None:
    async with reading(database, TEXT) as (pilot, screen):
        await go_to(pilot, screen, TWO)
        await pilot.press("X")
        await all_kept(pilot, screen)
        await pilot.press("X")
        await until(pilot, lambda: any("Claim 2: Corrib Trust is a guess again." in words for words in said(pilot.app)))
        await all_kept(pilot, screen)
        assert named(screen.workspace.items[index_of(screen, TWO)], TEXT) == GUESS
        assert annotation(screen, TWO) is None
        await pilot.press("X")
        await all_kept(pilot, screen)
        await pilot.press("U")
        undone = "Undone: refusal of the guessed speaker of “that two fell”."
        await until(pilot, lambda: any(undone in words for words in said(pilot.app)))
        assert named(screen.workspace.items[index_of(screen, TWO)], TEXT) == GUESS


async def test_of_an_accepted_claim_the_name_can_be_refused_and_had_back(database: Path) -> None:
    async with reading(database, TEXT) as (pilot, screen):
        await go_to(pilot, screen, TWO)
        await pilot.press("y")
        await all_kept(pilot, screen)
        for speaker in ("", "Corrib Trust"):
            await pilot.press("X")
            await all_kept(pilot, screen)
            kept = annotation(screen, TWO)
            assert kept is not None
            assert (kept.decision, kept.speaker) == ("accepted", speaker)


async def test_hurried_keys_find_what_those_before_them_left(database: Path) -> None:
    async with reading(database, TEXT) as (pilot, screen):
        await go_to(pilot, screen, TWO)
        for key in ("X", "y"):
            screen.app.simulate_key(key)
        await until(pilot, lambda: (one := annotation(screen, TWO)) and one.decision == "accepted")
        kept = annotation(screen, TWO)
        assert kept is not None
        assert kept.speaker == ""


async def test_where_nothing_is_guessed_it_is_said_and_not_offered(database: Path) -> None:
    async with reading(database, TEXT) as (pilot, screen):
        await go_to(pilot, screen, ONE)
        await until(pilot, lambda: "y Accept" in foot(pilot))
        assert "Not the name" not in foot(pilot)
        await pilot.press("X")
        await until(pilot, lambda: any("is not guessed: nothing to refuse" in words for words in said(pilot.app)))
        assert screen.workspace.annotations == ()


async def test_the_whole_claim_offers_it_and_tells_it(database: Path) -> None:
    async with reading(database, TEXT) as (pilot, screen):
        await go_to(pilot, screen, TWO)
        await pilot.press("i")
        await until(pilot, lambda: "X refuse the guess Corrib Trust" in screen_text(pilot.app))
        await pilot.press("X")
        await until(pilot, lambda: (one := annotation(screen, TWO)) and one.refused)
        await pilot.press("i")
        await until(pilot, lambda: isinstance(pilot.app.screen, ClaimDialog))
        await until(pilot, lambda: "you refused the guess Corrib Trust" in screen_text(pilot.app))
        assert "X allow the guess Corrib Trust" in screen_text(pilot.app)


async def test_the_assess_dialog_offers_it_and_keeps_what_was_chosen(database: Path) -> None:
    async with reading(database, TEXT) as (pilot, screen):
        await go_to(pilot, screen, TWO)
        await pilot.press("s", "down")
        await until(pilot, lambda: "ctrl+x refuse the guess Corrib Trust" in screen_text(pilot.app))
        await pilot.press("ctrl+x")
        await until(pilot, lambda: (one := annotation(screen, TWO)) and one.refused)
        kept = annotation(screen, TWO)
        assert kept is not None
        assert kept.progress == "to verify"
        await pilot.press("left_square_bracket", "s")
        await until(pilot, lambda: "Finding" in screen_text(pilot.app))
        assert "the guess" not in screen_text(pilot.app)


async def test_guesses_are_found_by_the_filter_until_they_are_refused(database: Path) -> None:
    async with reading(database, TEXT) as (pilot, screen):
        await filtered(pilot, screen, "is:guessed")
        await until(pilot, lambda: shown(screen) == [index_of(screen, TWO)])
        await pilot.press("enter", "X")
        await all_kept(pilot, screen)
        await until(pilot, lambda: list(screen.panel.matching) == [])
