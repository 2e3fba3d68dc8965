"""Whose voice each sentence is in."""

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
