"""How surely somebody is taken for the speaker: what is no more than likely is a guess, and is known as one."""

import pytest

from claims.model import GUESS
from tests.claims.speakers.marked import speakers, spoken


def guesses(marked: str) -> list[bool]:
    return [claim.guessed for claim in spoken(marked)]


def test_a_source_that_says_itself_who_it_is_is_no_guess() -> None:
    (claim,) = spoken("[Lena Ost] said it was late.")
    assert (claim.speaker, claim.speaker_sure) == ("Lena Ost", 1.0)


def test_a_surname_is_hardly_a_guess_and_a_pronoun_with_one_to_choose_from_none_either() -> None:
    assert guesses("Lena Ost came on Monday. [Ost] said it was late. [She] said no.") == [False, False]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ida Holm had met Lena Ost and Ana Bang. [She] said no.", id="one of three"),
        pytest.param("[The old baker] said the oven was lost.\n\nAnna Holm came back on Friday.", id="nobody says so"),
        pytest.param("[The Corrib Trust] said no. [It] said little more.", id="it"),
    ],
)
def test_who_is_only_the_likeliest_is_a_guess(text: str) -> None:
    assert guesses(text)[-1]
    assert speakers(text)[-1] is not None


def test_what_goes_on_from_a_guess_is_no_surer_than_it() -> None:
    guess, after = spoken("Ida Holm had met Lena Ost and Ana Bang. “No,” [she] said. {“Not at all.”}")
    assert guess.speaker == after.speaker
    assert after.speaker_sure <= guess.speaker_sure < GUESS


def test_a_guess_teaches_nothing_so_that_the_same_words_are_a_guess_again() -> None:
    text = "Ida Holm came. She left. [The contractor] said it was late.\n\nRain fell.\n\n[The contractor] said no."
    assert guesses(text) == [True, True]


def test_who_holds_an_office_is_not_taken_for_somebody_with_other_work() -> None:
    assert speakers("Ida Brandt, the mayor, promised help. [The engineer] said no.") == ["engineer"]


def test_a_mans_lawyer_is_not_the_lawyer_named_before() -> None:
    text = "Tunde Akin, a lawyer, spoke. [The second defendant’s lawyer] said no."
    assert speakers(text) == ["second defendant’s lawyer"]


def test_a_dateline_and_the_number_of_its_members_are_no_part_of_a_bodys_name() -> None:
    assert speakers("KYOTO, Japan - Police met. [The police] said no.") == ["police"]
    assert speakers("A three-member panel met. The three-member panel sat. [The panel] said no.") == ["panel"]


def test_that_is_the_message_that_it_goes_back_to() -> None:
    assert speakers("The paper has seen a message to staff [that] mentions the pause.") == ["message to staff"]


def test_a_pronoun_is_no_surer_than_the_guess_that_it_goes_back_to_as_long_as_nobody_is_named() -> None:
    text = "[The old baker] said the oven was lost. [She] wept.\n\nAnna Holm came on Friday. [She] said no."
    assert speakers(text) == ["Anna Holm"] * 3
    assert guesses(text) == [True, True, False]


def test_who_goes_on_from_a_guess_without_being_named_is_a_guess_again() -> None:
    text = "Ida Holm had met Lena Ost and Ana Bang. “No,” [she] said. [She] added that it was late. "
    assert guesses(f"{text}[She] left.") == [True, True, True]
    assert guesses(f"{text}Holm stood up. [She] said so.") == [True, True, False]


def test_somebody_kept_anonymous_speaks_next_whoever_was_named_before() -> None:
    text = (
        "Colonel Rurik Tamm spoke. [Tamm] said no.\n\nA senior Velenian commander, who spoke on "
        "condition of anonymity, was gloomy. “The hill is gone,” [he] said."
    )
    assert speakers(text)[-1] == "senior Velenian commander"
    assert spoken(text)[-1].source_kind == "anonymous"
    assert guesses(text) == [False, True]


@pytest.mark.parametrize(
    ("brought_in", "speaker"),
    [
        ("An adviser to Ben Holm, who could not be named, was gloomy.", "adviser to Ben Holm"),
        ("[A nurse who asked not to be named] said no.", "nurse"),
        ("A clerk, speaking on condition of anonymity, was gloomy. It rained.", "clerk"),
        ("A driver, who was not authorised to speak, was gloomy.", "driver"),
        ("A source close to Holm disagreed.", "source close to Holm"),
    ],
)
def test_who_is_kept_anonymous_goes_on_until_another_is_told_of(brought_in: str, speaker: str) -> None:
    before, after = f"[Ben Holm] said yes.\n\n{brought_in} “It is gone,” [he] said.", "[He] added that it was late."
    claims = spoken(f"{before} {after}\n\n[He] said no. Ben Holm came. [He] said yes.")[-4:]
    assert [claim.speaker for claim in claims[:3]] == [speaker] * 3
    assert {claim.source_kind for claim in claims[:3]} == {"anonymous"}
    assert all(claim.guessed for claim in claims[:3])
    assert "told of before without a name" in claims[0].why[-1]
    assert claims[3].speaker == "Ben Holm"


def test_whom_the_anonymous_tell_of_may_be_another() -> None:
    text = "[Lena Ost] said yes. [A friend of the cook, who asked not to be named,] said [she] hoped so."
    assert speakers(text)[-1] != "friend of the cook"
