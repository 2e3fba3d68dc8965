"""Two who both do not say a thing: they are two, and what they do not say is no claim of one of them."""

import pytest

from tests.claims.as_marked import as_marked
from tests.claims.by_rules import read


@pytest.mark.parametrize(
    ("source", "speaker", "kind"),
    [
        ("Neither Tarnvik nor the union", "Tarnvik and the union", "unknown"),
        ("Neither the Tarnvik Bank nor the Health Ministry", "Tarnvik Bank and the Health Ministry", "institution"),
        ("Neither Bo Lund nor Ana Holm", "Bo Lund and Ana Holm", "person"),
        ("Neither the mayor nor Ana Holm", "mayor and Ana Holm", "unknown"),
    ],
)
def test_their_voice_is_that_of_the_two(source: str, speaker: str, kind: str) -> None:
    (claim,) = as_marked(f"[{source}] <would confirm> {{the figure}}.")[1].claims
    assert (claim.speaker, claim.source_kind, claim.tone, claim.guessed) == (speaker, kind, "denial", False)
    assert not any("is taken for" in why for why in claim.why)


@pytest.mark.parametrize("found", ["Neither Bo nor [Ana Holm]", "Neither [Bo nor Ana Holm]"])
def test_a_finder_that_takes_one_of_them_has_the_other_given_to_it(found: str) -> None:
    text, reading = as_marked(f"{found} <said> {{that it was late}}.")
    (claim,) = reading.claims
    assert text[slice(*claim.source[0])] == "Neither Bo nor Ana Holm"
    assert claim.tone == "denial"


def test_another_sentence_and_another_neither_stay_out_of_it() -> None:
    text = "Neither came. Nor [Ana Holm] <said> {that it was late}."
    plain, reading = as_marked(text)
    assert plain[slice(*reading.claims[0].source[0])] == "Ana Holm"


def test_one_who_speaks_of_neither_is_one_all_the_same() -> None:
    (claim,) = read("Ana Holm said that neither the mayor nor the union had come.").claims
    assert (claim.speaker, claim.tone) == ("Ana Holm", "neutral")
