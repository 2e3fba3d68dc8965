"""Whose voice each sentence is in."""

import pytest

from tests.claims.by_rules import read


def voices(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(one.kind, one.voice, one.own) for one in read(text).sentences]


def test_a_sentence_is_somebodys_or_the_reporters() -> None:
    text = (
        "Ida Holm said the dam was safe. The dam was built in 1970. Its failure would flood two towns. "
        "A report will follow. The company did not say when."
    )
    assert voices(text) == [
        ("attributed", "Ida Holm", None),
        ("own-voice", None, "checkable"),
        ("own-voice", None, "analysis"),
        ("own-voice", None, "forecast"),
        ("caveat", None, None),
    ]


def test_each_sentence_of_a_quotation_is_the_speakers() -> None:
    text = "“It is tense. It is cold,” Ida Holm said."
    assert [text[slice(*one.span)] for one in read(text).sentences] == ["“It is tense.", "It is cold,” Ida Holm said."]
    assert {one.voice for one in read(text).sentences} == {"Ida Holm"}


def test_reported_speech_that_goes_on_is_carried_over() -> None:
    text = "Ida Holm said the dam was safe. It would be inspected again in June."
    assert voices(text)[1] == ("carried-over", "Ida Holm", None)


def test_a_heading_is_a_heading() -> None:
    assert voices("Dam is safe\nThe dam was built in 1970.")[0] == ("heading", None, None)


def test_abbreviations_and_initials_end_no_sentence() -> None:
    text = "Mr. J. Holm of Acme Inc. came on Jan. 3. He left the U.S. The dam held at 8 a.m. on Monday."
    assert [text[slice(*one.span)] for one in read(text).sentences] == [
        "Mr. J. Holm of Acme Inc. came on Jan. 3.",
        "He left the U.S.",
        "The dam held at 8 a.m. on Monday.",
    ]


def test_an_item_of_a_list_that_tells_who_says_it_is_theirs_and_a_headline_is_not() -> None:
    text = "Dam is safe, Ida Holm said\nThe dam was built in 1970.\nThe dam is safe, Ida Holm said\nIt rained."
    assert [one[0] for one in voices(text)] == ["heading", "own-voice", "attributed", "own-voice"]


def test_a_guessed_voice_is_known_as_one_and_so_is_what_goes_on_from_it() -> None:
    text = "Ida Holm had met Lena Ost and Ana Bang. She said the dam was safe. It would be inspected again in June."
    assert [(one.kind, one.guessed) for one in read(text).sentences] == [
        ("own-voice", False),
        ("attributed", True),
        ("carried-over", True),
    ]


@pytest.mark.parametrize(
    ("text", "anonymous"),
    [
        ("The trial was told that the dam was safe.", True),
        ("A nurse who was there said that the dam was safe.", True),
        ("Ida Holm said that the dam was safe.", False),
    ],
)
def test_a_voice_is_anonymous_where_nobody_is_named(text: str, anonymous: bool) -> None:
    (sentence,) = read(text).sentences
    (claim,) = read(text).claims
    assert sentence.anonymous is anonymous
    assert (claim.source_kind == "anonymous") is anonymous
