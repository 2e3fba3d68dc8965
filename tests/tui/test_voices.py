"""The voices of an article: whose they are, how much of it each has, and that the bar fits its line."""

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult

from claims.model import Claim, Reading, Sentence
from store.anchors import selector
from store.annotations import Annotation
from store.items import Item
from store.shares import Share, shares, voice_of
from tests.tui.dialog_stage import screen_text, until
from tui.widgets.voices import VoicesBar

SHARES = [
    Share("Ukraine", 0.31),
    Share("Russian Defence Ministry", 0.18),
    Share("Jens Stoltenberg", 0.12),
    Share("NATO", 0.04),
]
REPORTER = Share("reporter", 0.35)


class Stage(App[None]):
    def compose(self) -> ComposeResult:
        yield VoicesBar()

    @property
    def bar(self) -> VoicesBar:
        return self.query_one(VoicesBar)


def test_shares_go_by_the_length_of_sentences_and_leave_headings_out() -> None:
    reading = Reading(
        "made by hand",
        sentences=(
            Sentence((0, 500), "heading"),
            Sentence((500, 520), "attributed", "Ukraine"),
            Sentence((520, 570), "attributed", "Russia"),
            Sentence((570, 580), "carried-over", "Ukraine"),
            Sentence((580, 585), "own-voice", own="checkable"),
            Sentence((585, 590), "caveat"),
            Sentence((590, 600), "attributed"),
        ),
    )
    assert [one[:2] for one in shares(reading)] == [
        ("Russia", 0.5),
        ("Ukraine", 0.3),
        ("speaker open", 0.1),
        ("reporter", 0.1),
    ]


def test_anonymous_sources_are_one_voice_and_who_is_left_open_another() -> None:
    sentences = (
        Sentence((0, 30), "attributed", "nurse", anonymous=True),
        Sentence((30, 60), "attributed", anonymous=True),
        Sentence((60, 100), "attributed"),
    )
    assert [one[:2] for one in shares(Reading("", sentences=sentences))] == [("anonymous", 0.6), ("speaker open", 0.4)]


def test_who_passes_on_what_nobody_named_said_speaks_in_their_own_voice() -> None:
    sentences = (Sentence((0, 100), "attributed", "State TV"),)
    claim = Claim(((0, 60),), speaker="State TV", source_kind="media", via="an officer", via_kind="anonymous")
    assert voice_of(Item(1, claim, None)) == "State TV"
    assert [one[:2] for one in shares(Reading("", (claim,), sentences=sentences))] == [("State TV", 1.0)]


def test_who_begins_no_sentence_has_of_it_what_they_claim() -> None:
    sentences = (Sentence((0, 100), "attributed", "Ana Bo"),)
    claims = (Claim(((0, 60),), speaker="Ana Bo"), Claim(((70, 90),), speaker="Lena Ohm"))
    told = [one[:2] for one in shares(Reading("", claims, sentences=sentences))]
    assert told == [("Ana Bo", 0.8), ("Lena Ohm", 0.2)]


def test_who_speaks_in_a_heading_alone_or_in_a_claim_of_the_readers_own_is_a_voice_too() -> None:
    sentences = (Sentence((0, 10), "heading"), Sentence((10, 50), "attributed", "Ana Bo"))
    reading = Reading("", (Claim(((0, 9),), speaker="Cy Do"),), sentences=sentences)
    text = "word " * 10
    mine = Annotation(
        uid="m",
        article=1,
        kind="claim",
        by_hand=True,
        selectors=(selector(text, 10, 20, "content"), selector(text, 20, 24, "source")),
        speaker="Ed Fu",
    )
    told = [one[:2] for one in shares(reading, [Item(1, None, mine)])]
    assert told == [("Ana Bo", 0.75), ("Ed Fu", 0.25), ("Cy Do", 0.0)]


async def test_voices_with_hardly_any_share_are_among_the_others_and_nothing_is_told_as_none_at_all() -> None:
    stage = Stage()
    async with stage.run_test(size=(40, 3)) as pilot:
        stage.bar.show([Share("Ukraine", 0.997), *(Share(f"Ministry {n}", 0.001) for n in range(3))])
        await until(pilot, lambda: "others <1%" in screen_text(stage))


def test_a_voice_that_is_mostly_guessed_is_marked() -> None:
    sentences = (
        Sentence((0, 40), "attributed", "Ana Bo"),
        Sentence((40, 50), "attributed", "Ana Bo", guessed=True),
        Sentence((50, 60), "attributed", "Cy Do"),
        Sentence((60, 80), "carried-over", "Cy Do", guessed=True),
    )
    assert [(one.voice, one.guessed) for one in shares(Reading("", sentences=sentences))] == [
        ("Ana Bo", False),
        ("Cy Do", True),
    ]


@pytest.mark.parametrize("width", [160, 60, 40])
async def test_a_guess_keeps_its_mark_however_narrow_the_line(width: int) -> None:
    stage = Stage()
    async with stage.run_test(size=(width, 3)) as pilot:
        stage.bar.show([Share("Ministry of Agriculture and Fisheries", 0.65, guessed=True), REPORTER])
        await until(pilot, lambda: "? 65%" in screen_text(stage))


def test_no_sentences_have_no_shares() -> None:
    assert shares(Reading("made by hand")) == []


def test_the_reporter_comes_last_even_with_the_biggest_share() -> None:
    sentences = (Sentence((0, 90), "own-voice"), Sentence((90, 100), "attributed", "Russia"))
    assert [voice for voice, *_ in shares(Reading("", sentences=sentences))] == ["Russia", "reporter"]


@pytest.mark.parametrize(
    ("width", "shown", "folded"),
    [
        (160, ["Ukraine 31%", "Russian Defence Ministry 18%", "NATO 4%", "reporter 35%"], "others"),
        (80, ["voices", "Ukraine 31%", "others", "reporter 35%"], "NATO"),
        (40, ["others", "reporter 35%"], "voices"),
    ],
)
async def test_the_bar_shows_as_many_voices_as_fit(width: int, shown: list[str], folded: str) -> None:
    stage = Stage()
    async with stage.run_test(size=(width, 3)) as pilot:
        stage.bar.show([*SHARES, REPORTER])
        await until(pilot, lambda: "reporter" in screen_text(stage))
        line = screen_text(stage).splitlines()[0]
        assert all(words in line for words in shown)
        assert folded not in line
        assert cell_len(line.rstrip()) <= width


async def test_names_are_whole_where_a_few_of_them_have_room() -> None:
    many = [Share(f"The Ministry of Agriculture and Fisheries {n}", 0.04) for n in range(20)]
    stage = Stage()
    async with stage.run_test(size=(250, 3)) as pilot:
        stage.bar.show([*many, REPORTER])
        await until(pilot, lambda: "reporter" in screen_text(stage))
        assert screen_text(stage).count("Fisheries") == 4
        assert "…" not in screen_text(stage)


async def test_the_bars_are_as_long_as_the_shares() -> None:
    stage = Stage()
    async with stage.run_test(size=(160, 3)) as pilot:
        stage.bar.show([Share("Ukraine", 0.75), Share("reporter", 0.25)])
        await until(pilot, lambda: "reporter" in screen_text(stage))
        assert f"{'▇' * 18} Ukraine 75%  {'▇' * 6} reporter 25%" in screen_text(stage)


async def test_a_hostile_name_is_shown_and_harmless() -> None:
    stage = Stage()
    async with stage.run_test(size=(80, 3)) as pilot:
        stage.bar.show([Share("[red]\x1b]0;x\x07", 0.5), REPORTER])
        await until(pilot, lambda: "[red]␛]0;x␇ 50%" in screen_text(stage))


async def test_nothing_is_drawn_before_there_is_something_to_show() -> None:
    stage = Stage()
    async with stage.run_test(size=(80, 3)) as pilot:
        await pilot.pause()
        assert screen_text(stage).strip() == ""
